import type { ReactNode } from 'react'
import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Radios,
  Screen,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import type { Reason } from '#modules/regions/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { paths } from './paths.ts'

export type CommandPageProps = {
  id: string
  number: string
  query: string
  reasons: readonly Reason[]
  values?: FormValues
  errors?: FieldErrors
}
type FrameProps = CommandPageProps & { title: string; lead: string; action: string; go: string; children: ReactNode }

/** One question about one request, with a way back. */
function CommandFrame({ id, number, query, errors = {}, title, lead, action, go, children }: FrameProps) {
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        {title}
      </Heading>
      <Text>{lead}</Text>
      <PostForm action={action + query}>
        {children}
        <Actions>
          <Button>{go}</Button>
          <Link href={paths.request(id) + query}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

export function AskRequesterPage(props: CommandPageProps) {
  const { one } = fieldsOf(props.values ?? {}, props.errors)
  return (
    <CommandFrame
      {...props}
      title="Vraag aan de aanvrager"
      lead="De klok rust tot er antwoord is. De aanvrager ziet de vraag op de volgpagina en krijgt een mail. Haast? Bel dan."
      action={paths.askRequester(props.id)}
      go="Stel de vraag"
    >
      <TextArea
        label="Wat wilt u weten?"
        hint="Noem geen namen, adressen of telefoonnummers."
        rows={4}
        maxLength={500}
        {...one('vraag')}
      />
    </CommandFrame>
  )
}

export function RedirectPage(props: CommandPageProps) {
  return (
    <CommandFrame
      {...props}
      title="Doorverwijzen"
      lead="Andere hulp past beter. De aanvrager ziet waarheen. De zorgvraag gaat van uw lijst en kan worden heropend."
      action={paths.redirect(props.id)}
      go="Verwijs door"
    >
      <ReasonField {...props} legend="Waarheen?" />
    </CommandFrame>
  )
}

export function LapsePage(props: CommandPageProps) {
  return (
    <CommandFrame
      {...props}
      title="Zorg niet meer nodig"
      lead="De zorgvraag vervalt. De aanvrager krijgt bericht. Was het een vergissing, dan kan het team de zorgvraag heropenen."
      action={paths.lapse(props.id)}
      go="Laat vervallen"
    >
      <ReasonField {...props} legend="Wat is er gebeurd?" />
    </CommandFrame>
  )
}

function ReasonField({ reasons, values = {}, errors, legend }: CommandPageProps & { legend: string }) {
  const { one } = fieldsOf(values, errors)
  return (
    <Radios legend={legend} options={reasons.map(({ code, label }) => ({ value: code, label }))} {...one('reden')} />
  )
}
