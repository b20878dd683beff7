import type { ReactNode } from 'react'
import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Screen,
  Stack,
  StepIndicator,
  Text,
} from '#design/index.ts'
import type { Door } from '#modules/regions/index.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { Desk } from '../../desk.ts'
import { useLanguage } from '../../languages/index.ts'
import { DeskPhone } from '../desk-phone.tsx'
import { paths } from '../paths.ts'
import { Sentence } from '../sentence.tsx'
import { type FormPage, formPages, pageBefore } from './form-pages.ts'

/** What every page of the form is made with. */
export type FormPageProps = {
  draftKey: string
  page: FormPage
  /** For oneself: 'u'; for another: 'degene die zorg nodig heeft'. */
  isSelf: boolean
  values: FormValues
  errors: FieldErrors
  desk: Desk | undefined
  providers: readonly { id: string; name: string }[]
  /** Of the region that has the postcode, when that is another one. */
  otherDoor?: Door | undefined
  /** Came from the last page to change one thing, and goes back there. */
  fromCheck: boolean
}

type FrameProps = {
  props: FormPageProps
  title: string
  lead?: ReactNode
  /** What the button says. */
  go?: string
  /** Stands between the heading and the questions: advice that cannot wait. */
  before?: ReactNode
  children: ReactNode
}

/** One page of the form: where you are, one question, and always a way back, a way to stop and a way to call. */
export function FormFrame({ props, title, lead, go, before, children }: FrameProps) {
  const { language, words } = useLanguage()
  const { draftKey, page, errors, fromCheck } = props
  const { step } = formPages[page]
  const wayBack = (to: number) => paths.askPage(draftKey, `stap-${to}`, language)
  const action = paths.askPage(draftKey, page, language) + (fromCheck ? '?naar=controleren' : '')
  return (
    <Screen title={title} width="form" error={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <StepIndicator
        steps={words.form.steps.map((label, position) => ({
          label,
          ...(position + 1 < step && { href: wayBack(position + 1) }),
        }))}
        current={step}
      />
      <Heading level={1}>{title}</Heading>
      {lead !== undefined && <Text kind="lead">{lead}</Text>}
      {before}
      <PostForm action={action}>
        {children}
        <Actions>
          <Button>{fromCheck && page !== 'stap-3' ? words.form.keepAndReturn : (go ?? words.form.next)}</Button>
          {pageBefore(page) && (
            <Button kind="secondary" name="ga" value="terug">
              {words.form.previous}
            </Button>
          )}
        </Actions>
      </PostForm>
      <OtherWays draftKey={draftKey} desk={props.desk} />
    </Screen>
  )
}

/** On every page: call instead, or go on another day. */
function OtherWays({ draftKey, desk }: { draftKey: string; desk: Desk | undefined }) {
  const { language, words } = useLanguage()
  const callback = (link: string) => <Link href={paths.callback(language)}>{link}</Link>
  const keep = (link: string) => <Link href={paths.askKeep(draftKey, language)}>{link}</Link>
  return (
    <Stack gap="small">
      <Text kind="soft">
        <Sentence
          text={desk ? words.form.stuckOrCall : words.form.stuck}
          parts={{ callback, desk: desk && <DeskPhone desk={desk} /> }}
        />
      </Text>
      <Text kind="soft">
        <Sentence text={words.form.later} parts={{ keep }} />
      </Text>
    </Stack>
  )
}
