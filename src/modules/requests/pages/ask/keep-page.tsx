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
import { localDateOf } from '#kernel/dates.ts'
import { useLanguage } from '../../languages/index.ts'
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
  const { language, words, dates } = useLanguage()
  const { keep } = words
  const form = paths.askPage(draftKey, 'stap-3', language)
  const link = publicUrl + form
  return (
    <Screen title={keep.title} width="form" error={error !== undefined} back={{ href: form, label: keep.back }}>
      {error !== undefined && <ErrorSummary errors={{ email: error }} />}
      <Heading level={1}>{keep.title}</Heading>
      {mailed === 'sent' && (
        <Notice kind="good" title={keep.mailed}>
          <Text>{keep.mailedHelp}</Text>
        </Notice>
      )}
      {mailed === 'too-many' && (
        <Notice kind="attention" title={keep.tooOften}>
          <Text>{keep.tooOftenHelp}</Text>
        </Notice>
      )}
      <Text kind="lead">{keep.until(dates.date(localDateOf(expiresAt)))}</Text>
      <Text>
        <Link href={link}>{link}</Link>
      </Text>
      <Text kind="soft">{keep.careful}</Text>
      <PostForm action={paths.askKeep(draftKey, language)}>
        <TextField
          name="email"
          label={keep.mailMe}
          hint={keep.mailMeHint}
          type="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
          value={email}
          error={error}
        />
        <Actions>
          <Button icon="mail">{keep.mail}</Button>
        </Actions>
      </PostForm>
    </Screen>
  )
}
