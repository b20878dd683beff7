import type { FastifyInstance } from 'fastify'
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  Heading,
  Link,
  List,
  PostForm,
  Screen,
  Text,
  TextField,
} from '#design/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { keepSession, markDevice } from '../cookies.ts'
import { doorScope } from '../door-scope.ts'
import { homeOf } from '../home.ts'
import { acceptInvitation, findInvitation, type InvitationRefusal, type OpenInvitation } from '../invitations.ts'
import { passwordRefusalText } from '../text.nl.ts'
import { otpauthLink } from '../totp.ts'
import { paths, patterns } from './paths.ts'

const config = { who: 'everyone', noStore: true, limit: { calls: 60, minutes: 1 } } as const

export function invitationPage(app: FastifyInstance, house: House): void {
  app.get(patterns.invitation, { config }, async (request, reply) => {
    const { key } = request.params as { key: string }
    const invitation = await findInvitation(doorScope(request, 'invitation'), key)
    if (!invitation) return reply.page(404, <NoLongerOpen />)
    return reply.page(200, <InvitationPage address={paths.invitation(key)} invitation={invitation} />)
  })

  app.post(patterns.invitation, { config }, async (request, reply) => {
    const { key } = request.params as { key: string }
    const scope = doorScope(request, 'invitation')
    const invitation = await findInvitation(scope, key)
    if (!invitation) return reply.page(404, <NoLongerOpen />)
    const form = new FormReader(request.body)
    const { password, again } = form.values
    if (typeof password !== 'string' || password === '') form.refuse('password', 'Kies een wachtwoord')
    else if (again !== password) form.refuse('again', 'Dit is niet hetzelfde wachtwoord. Typ het nog eens.')
    const code = form.line('code', { required: 'Vul de code uit uw app in', max: 20 })
    const page = (errors: FieldErrors) => (
      <InvitationPage address={paths.invitation(key)} invitation={invitation} errors={errors} />
    )
    if (!form.ok || typeof password !== 'string' || !code) return reply.page(422, page(form.errors))
    const outcome = await acceptInvitation(scope, { key, password, code: code.replace(/\s/g, '') })
    if (!outcome.ok) return reply.page(422, page(errorsOf(outcome.refusal)))
    keepSession(reply, house, outcome.value)
    markDevice(reply, house, invitation.email)
    return reply.seeOther(homeOf(outcome.value.actor))
  })
}

function errorsOf(refusal: InvitationRefusal): FieldErrors {
  if (refusal === 'no-longer-open') throw new NotFound()
  if (refusal === 'wrong-code') return { code: 'Deze code klopt niet. Vul de code in die de app nu laat zien.' }
  return { password: passwordRefusalText[refusal] }
}

function NoLongerOpen() {
  return (
    <Screen title="Deze link werkt niet meer" width="form" density="professional">
      <Heading level={1}>Deze link werkt niet meer</Heading>
      <Text>
        Een uitnodiging werkt één keer en zeven dagen lang. Vraag de beheerder van uw organisatie om een nieuwe.
      </Text>
      <Text>
        Hebt u al een wachtwoord? <Link href={paths.signIn}>Log dan in</Link>.
      </Text>
    </Screen>
  )
}

type Props = { address: string; invitation: OpenInvitation; errors?: FieldErrors }

function InvitationPage({ address, invitation: { email, secret }, errors = {} }: Props) {
  const field = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  const title = 'Kies een wachtwoord en stel uw inlogcode in'
  return (
    <Screen title={title} width="form" density="professional" error={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{title}</Heading>
      <Text>
        Hierna logt u in met <strong>{email}</strong>, uw wachtwoord en een code uit een app op uw telefoon.
      </Text>
      <PostForm action={address}>
        <Fieldset legend="1. Uw wachtwoord">
          <TextField
            name="password"
            label="Wachtwoord"
            hint="12 tekens of meer. Een zin van 15 tekens of meer is het best: makkelijk te onthouden en moeilijk te raden."
            type="password"
            autoComplete="new-password"
            {...field('password')}
          />
          <TextField
            name="again"
            label="Nog een keer"
            type="password"
            autoComplete="new-password"
            {...field('again')}
          />
        </Fieldset>
        <Fieldset legend="2. Uw inlogcode">
          <List
            ordered
            items={[
              { key: 'app', content: 'Open de authenticator-app op uw telefoon, of installeer er een.' },
              {
                key: 'add',
                content: (
                  <>
                    Kies daar voor ‘sleutel invoeren’ en typ: <strong className="text">{inFours(secret)}</strong>. Leest
                    u dit op uw telefoon? <Link href={otpauthLink(secret, 'Wijkpoort', email)}>Open dan de app</Link>.
                  </>
                ),
              },
              { key: 'code', content: 'De app laat nu zes cijfers zien. Vul die hieronder in.' },
            ]}
          />
          <TextField
            name="code"
            label="Code uit uw app"
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            {...field('code')}
          />
        </Fieldset>
        <Button>Bewaar en log in</Button>
      </PostForm>
    </Screen>
  )
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
