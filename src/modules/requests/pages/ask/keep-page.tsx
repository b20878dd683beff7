import {
  Actions,
  Button,
  ErrorSummary,
  Heading,
  Link,
  Notice,
  PostForm,
  Screen,
  Text,
  TextField,
} from '#design/index.ts'
import { formatDate, localDateOf } from '#kernel/dates.ts'
import { paths } from '../paths.ts'

type KeepPageProps = {
  draftKey: string
  publicUrl: string
  expiresAt: Date
  email?: string
  error?: string
  mailed?: 'sent' | 'too-many'
}

/** The private link back to an unsent form: to keep, or to mail to oneself. */
export function KeepPage({ draftKey, publicUrl, expiresAt, email, error, mailed }: KeepPageProps) {
  const link = publicUrl + paths.askPage(draftKey, 'stap-3')
  return (
    <Screen
      title="Bewaar uw aanvraag"
      width="form"
      error={error !== undefined}
      back={{ href: paths.askPage(draftKey, 'stap-3'), label: 'Terug naar de aanvraag' }}
    >
      {error !== undefined && <ErrorSummary errors={{ email: error }} />}
      <Heading level={1}>Bewaar uw aanvraag</Heading>
      {mailed === 'sent' && (
        <Notice kind="good" title="De link is onderweg">
          <Text>Kijk in uw e-mail. Ziet u niets? Kijk ook bij de ongewenste e-mail.</Text>
        </Notice>
      )}
      {mailed === 'too-many' && (
        <Notice kind="attention" title="Wij mailden de link al een paar keer">
          <Text>Schrijf de link hieronder op, of laat u terugbellen.</Text>
        </Notice>
      )}
      <Text kind="lead">
        Uw antwoorden blijven staan tot en met {formatDate(localDateOf(expiresAt))}. Met deze link gaat u verder:
      </Text>
      <Text>
        <Link href={link}>{link}</Link>
      </Text>
      <Text kind="soft">Wie de link heeft, kan uw antwoorden lezen. Geef hem dus alleen aan iemand die u helpt.</Text>
      <PostForm action={paths.askKeep(draftKey)}>
        <TextField
          name="email"
          label="Mail de link naar mijzelf"
          hint="In de mail staat alleen de link. Wij bewaren uw adres hiervoor niet bij de aanvraag."
          type="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
          value={email}
          error={error}
        />
        <Actions>
          <Button icon="mail">Mail mij de link</Button>
        </Actions>
      </PostForm>
    </Screen>
  )
}
