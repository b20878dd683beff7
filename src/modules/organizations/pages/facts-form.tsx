import type { ReactNode } from 'react'
import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  PostForm,
  Screen,
} from '#design/index.ts'
import { ChangedMeanwhile, type Difference } from './changed-meanwhile.tsx'

type Props = {
  title: string
  caption?: string
  back: { href: string; label: string }
  action: string
  errors: FieldErrors
  /** What somebody else saved in between. */
  differences?: readonly Difference[]
  /** Stands for what the person looked at while typing. */
  looked: { name: 'version' | 'seen'; value: string }
  /** Between the title and the form. */
  links?: ReactNode
  /** The words on the button that removes it; left out when it can only stop. */
  remove?: string
  children: ReactNode
}

/** One fact of the directory to fill in: what went wrong, what changed meanwhile, the fields, and the buttons. */
export function FactsForm({
  title,
  caption,
  back,
  action,
  errors,
  differences,
  looked,
  links,
  remove,
  children,
}: Props) {
  return (
    <Screen title={title} width="form" density="professional" script error={Object.keys(errors).length > 0} back={back}>
      <ErrorSummary errors={errors} />
      {differences && <ChangedMeanwhile differences={differences} />}
      <Heading level={1} caption={caption}>
        {title}
      </Heading>
      {links}
      <PostForm action={action}>
        <HiddenField {...looked} />
        {children}
        <Actions>
          <Button name="step" value="save">
            Bewaar
          </Button>
          {remove && (
            <Button name="step" value="remove" kind="danger">
              {remove}
            </Button>
          )}
        </Actions>
      </PostForm>
    </Screen>
  )
}
