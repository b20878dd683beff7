import type { FastifyInstance } from 'fastify'
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  LinkButton,
  Notice,
  PostForm,
  Screen,
  Text,
  TextField,
} from '#design/index.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { isKnownDevice, keepSession, markDevice, sessionToken } from '../cookies.ts'
import { doorScope } from '../door-scope.ts'
import { homeOf } from '../home.ts'
import { ownPath } from '../rules/return-path.ts'
import { type SignInRefusal, signIn } from '../sign-in.ts'
import { paths } from './paths.ts'

const refusalText: Record<SignInRefusal, string> = {
  'no-match':
    'Deze gegevens horen niet bij elkaar. Kijk uw e-mailadres, wachtwoord en code na en probeer het nog eens.',
  'too-many-tries': 'Er is te vaak geprobeerd in te loggen. Wacht een kwartier en probeer het dan nog eens.',
}

export function signInPage(app: FastifyInstance, house: House): void {
  app.get(paths.signIn, { config: { who: 'everyone', noStore: true } }, async (request, reply) => {
    const to = ownPath((request.query as { naar?: unknown }).naar)
    if (request.scope.actor.kind === 'user') return reply.seeOther(to ?? homeOf(request.scope.actor))
    return reply.page(200, <SignInPage practice={house.practice} to={to} />)
  })

  app.post(
    paths.signIn,
    { config: { who: 'everyone', noStore: true, limit: { calls: 60, minutes: 1 } } },
    async (request, reply) => {
      const form = new FormReader(request.body)
      const email = form.line('email', { required: 'Vul uw e-mailadres in', max: 254 })
      const password = form.values.password
      const code = form.line('code', { required: 'Vul de code uit uw app in', max: 20 })
      if (typeof password !== 'string' || password === '') form.refuse('password', 'Vul uw wachtwoord in')
      const to = ownPath(form.values.naar)
      const again = { practice: house.practice, email: asText(form.values.email), to }
      if (!form.ok || !email || !code || typeof password !== 'string')
        return reply.page(422, <SignInPage {...again} errors={form.errors} />)

      const instead = sessionToken(request, house)
      const outcome = await signIn(doorScope(request, 'sign-in'), {
        email,
        password: password.slice(0, 1000),
        code: code.replace(/\s/g, ''),
        address: request.ip,
        knownDevice: isKnownDevice(request, house, email),
        ...(instead === undefined ? {} : { instead }),
      })
      if (!outcome.ok) {
        const tooMany = outcome.refusal === 'too-many-tries'
        if (tooMany) reply.header('retry-after', 900)
        return reply.page(
          tooMany ? 429 : 422,
          <SignInPage {...again} errors={{ email: refusalText[outcome.refusal] }} />,
        )
      }
      keepSession(reply, house, outcome.value)
      markDevice(reply, house, email)
      return reply.seeOther(to ?? homeOf(outcome.value.actor))
    },
  )
}

function asText(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

type SignInPageProps = { practice: boolean; to?: string | undefined; email?: string | undefined; errors?: FieldErrors }

function SignInPage({ practice, to, email, errors = {} }: SignInPageProps) {
  const field = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Screen title="Inloggen" width="form" density="professional" error={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} title="Inloggen is niet gelukt" />
      <Heading level={1}>Inloggen voor zorgverleners</Heading>
      {practice && (
        <Notice kind="info" title="Dit is een oefenregio">
          <Text>U hebt hier geen wachtwoord nodig. Kies wie u wilt zijn.</Text>
          <LinkButton href={paths.practice} icon="users">
            Kies een persoon
          </LinkButton>
        </Notice>
      )}
      <PostForm action={paths.signIn}>
        {to && <HiddenField name="naar" value={to} />}
        <TextField
          name="email"
          label="E-mailadres"
          type="email"
          autoComplete="username"
          spellCheck={false}
          {...(email === undefined ? {} : { value: email })}
          {...field('email')}
        />
        <TextField
          name="password"
          label="Wachtwoord"
          type="password"
          autoComplete="current-password"
          {...field('password')}
        />
        <TextField
          name="code"
          label="Code uit uw app"
          hint="De zes cijfers die uw authenticator-app nu laat zien"
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          {...field('code')}
        />
        <Button icon="lock">Log in</Button>
      </PostForm>
      <Text kind="soft">
        Geen toegang meer, of een nieuwe telefoon? Vraag de beheerder van uw organisatie om een nieuwe uitnodiging.
      </Text>
    </Screen>
  )
}
