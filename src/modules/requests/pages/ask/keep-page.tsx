import type { FastifyInstance } from 'fastify'
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
import { isEmail } from '#kernel/email.ts'
import type { Language } from '#kernel/languages.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import { mailDraftLink } from '../../drafts.ts'
import { useLanguage, wordsOf } from '../../languages/index.ts'
import { paths } from '../paths.ts'
import { typed } from '../typed.ts'
import { config, type Keyed, openDraft } from './open-draft.tsx'

/** Keeps the draft for another day: by its link, on the page or in a letter. */
export function keepForLater(app: FastifyInstance, language: Language): void {
  app.get<Keyed>(paths.askKeep(':key', language), { config }, async (request, reply) => {
    const open = await openDraft(request, reply)
    if (!open) return reply
    const mailed = { ja: 'sent', vaak: 'too-many' } as const
    const { verstuurd } = request.query
    return reply.page(
      200,
      <KeepPage
        draftKey={request.params.key}
        publicUrl={request.scope.publicUrl}
        expiresAt={open.expiresAt}
        mailed={verstuurd === 'ja' || verstuurd === 'vaak' ? mailed[verstuurd] : undefined}
      />,
    )
  })

  app.post<Keyed>(
    paths.askKeep(':key', language),
    { config: { ...config, limit: { calls: 10, minutes: 10 } } },
    async (request, reply) => {
      const open = await openDraft(request, reply)
      if (!open) return reply
      const { key } = request.params
      const { wrong } = wordsOf(language)
      const form = new FormReader(request.body, language)
      const email = form.parsed('email', (line) => (isEmail(line) ? line : undefined), wrong.email, {
        required: wrong.noEmail,
      })
      if (!email) {
        return reply.page(
          422,
          <KeepPage
            draftKey={key}
            publicUrl={request.scope.publicUrl}
            expiresAt={open.expiresAt}
            email={typed(form.values.email)}
            error={form.errors.email}
          />,
        )
      }
      const mailed = await mailDraftLink(request.scope, key, email, language)
      return reply.seeOther(`${paths.askKeep(key, language)}?verstuurd=${mailed ? 'ja' : 'vaak'}`)
    },
  )
}

type KeepPageProps = {
  draftKey: string
  publicUrl: string
  expiresAt: Date
  email?: string
  error?: string
  mailed?: 'sent' | 'too-many'
}

/** The private link back to an unsent form: to keep, or to mail to oneself. */
function KeepPage({ draftKey, publicUrl, expiresAt, email, error, mailed }: KeepPageProps) {
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
