import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  Button,
  Card,
  DataTable,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Screen,
  Stack,
  StatusTag,
  SummaryList,
  Text,
  TextField,
} from '#design/index.ts'
import type { UserActor } from '#kernel/actor.ts'
import { formatMoment } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import { type RoleCode, roleText } from '#modules/people/index.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { NotFound, NotSignedIn } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { keepSession, sessionToken } from '../cookies.ts'
import { doorScope } from '../door-scope.ts'
import { homeOf } from '../home.ts'
import { type ChangeRefusal, changePassword } from '../password-change.ts'
import { endSession, listOwnSessions, type OwnSession, startSession } from '../sessions.ts'
import { listPersons, type Person } from '../store.ts'
import { passwordRefusalText } from '../text.nl.ts'
import { paths } from './paths.ts'

const config = { who: 'signed-in' } as const

export function accountPage(app: FastifyInstance, house: House): void {
  const look = async (request: FastifyRequest) => {
    const actor = userOf(request)
    const sessions = await listOwnSessions(request.scope, sessionToken(request, house))
    const system = doorScope(request, 'account')
    const persons = await inTransaction(system, (tx) => listPersons(tx, actor.userId))
    return { actor, sessions, persons, now: request.scope.now() }
  }

  app.get(paths.account, { config }, async (request, reply) => {
    const changed = (request.query as { bewaard?: unknown }).bewaard === 'wachtwoord'
    return reply.page(200, <AccountPage {...(await look(request))} changed={changed} />)
  })

  app.post(paths.accountSession, { config }, async (request, reply) => {
    const { session } = (request.body ?? {}) as { session?: unknown }
    if (typeof session !== 'string' || !isId(session)) throw new NotFound()
    if (!(await endSession(request.scope, session))) throw new NotFound()
    return reply.seeOther(paths.account)
  })

  app.post(paths.accountRole, { config }, async (request, reply) => {
    const actor = userOf(request)
    const { role } = (request.body ?? {}) as { role?: unknown }
    if (typeof role !== 'string' || !isId(role)) throw new NotFound()
    const instead = sessionToken(request, house)
    const session = await startSession(doorScope(request, 'account'), {
      accountId: actor.userId,
      roleId: role,
      kind: 'browser',
      by: 'other-role',
      ...(instead === undefined ? {} : { instead }),
    })
    if (!session) throw new NotFound()
    keepSession(reply, house, session)
    return reply.seeOther(homeOf(session.actor))
  })

  app.post(
    paths.accountPassword,
    { config: { ...config, limit: { calls: 30, minutes: 1 } } },
    async (request, reply) => {
      const form = new FormReader(request.body)
      const { current, wanted } = form.values
      if (typeof current !== 'string' || current === '') form.refuse('current', 'Vul uw huidige wachtwoord in')
      const code = form.line('code', { required: 'Vul de code uit uw app in', max: 20 })
      if (typeof wanted !== 'string' || wanted === '') form.refuse('wanted', 'Kies een nieuw wachtwoord')
      if (!form.ok || typeof current !== 'string' || typeof wanted !== 'string' || !code)
        return reply.page(422, <AccountPage {...(await look(request))} errors={form.errors} />)
      const outcome = await changePassword(request.scope, {
        current: current.slice(0, 1000),
        wanted,
        code: code.replace(/\s/g, ''),
        token: sessionToken(request, house),
        address: request.ip,
      })
      if (outcome.ok) return reply.seeOther(`${paths.account}?bewaard=wachtwoord`)
      const status = outcome.refusal === 'too-many-tries' ? 429 : 422
      return reply.page(status, <AccountPage {...(await look(request))} errors={errorsOf(outcome.refusal)} />)
    },
  )
}

function userOf(request: FastifyRequest): UserActor {
  const { actor } = request.scope
  if (actor.kind !== 'user') throw new NotSignedIn()
  return actor
}

function errorsOf(refusal: ChangeRefusal): FieldErrors {
  switch (refusal) {
    case 'no-match':
      return { current: 'Dit wachtwoord en deze code horen niet bij elkaar. Probeer het nog eens met een nieuwe code.' }
    case 'too-many-tries':
      return { current: 'Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan nog eens.' }
    case 'has-no-password':
      return { current: 'Dit account heeft geen wachtwoord. In een oefenregio kiest u wie u bent.' }
    default:
      return { wanted: passwordRefusalText[refusal] }
  }
}

type Props = {
  actor: UserActor
  sessions: readonly OwnSession[]
  persons: readonly Person[]
  now: Date
  errors?: FieldErrors
  changed?: boolean
}

function AccountPage({ actor, sessions, persons, now, errors = {}, changed }: Props) {
  const others = persons.filter(
    (person) => person.role !== actor.role || person.organizationId !== actor.organizationId,
  )
  return (
    <Screen title="Mijn account" density="professional" script error={Object.keys(errors).length > 0}>
      <Stack gap="large">
        <ErrorSummary errors={errors} />
        {changed && (
          <Notice kind="good" title="Uw nieuwe wachtwoord is bewaard">
            <Text>Op andere apparaten bent u uitgelogd.</Text>
          </Notice>
        )}
        <Heading level={1}>Mijn account</Heading>
        <SummaryList
          rows={[
            { label: 'Naam', value: actor.name },
            { label: 'Organisatie', value: actor.organizationName },
            { label: 'Rol', value: roleText[actor.role as RoleCode] ?? actor.role },
          ]}
        />
        {others.length > 0 && <OtherRoles persons={others} />}
        <Sessions sessions={sessions} now={now} />
        <PasswordForm errors={errors} />
      </Stack>
    </Screen>
  )
}

function OtherRoles({ persons }: { persons: readonly Person[] }) {
  return (
    <Card title="Werken in een andere rol">
      {persons.map((person) => (
        <PostForm key={person.roleId} action={paths.accountRole} inline>
          <HiddenField name="role" value={person.roleId} />
          <Button kind="secondary">
            {roleText[person.role as RoleCode] ?? person.role}, {person.organizationName}
          </Button>
        </PostForm>
      ))}
    </Card>
  )
}

function Sessions({ sessions, now }: { sessions: readonly OwnSession[]; now: Date }) {
  return (
    <DataTable
      caption="Waar u bent ingelogd"
      columns={[
        { key: 'kind', label: 'Soort' },
        { key: 'since', label: 'Ingelogd' },
        { key: 'seen', label: 'Laatst gebruikt' },
        { key: 'end', label: 'Uitloggen', labelHidden: true },
      ]}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: {
          kind: (
            <>
              {session.kind === 'api' ? 'Programma' : 'Browser'}{' '}
              {session.current && <StatusTag kind="good" label="dit apparaat" />}
            </>
          ),
          since: formatMoment(session.createdAt, now),
          seen: formatMoment(session.lastSeenAt, now),
          end: session.current ? null : (
            <PostForm action={paths.accountSession} inline>
              <HiddenField name="session" value={session.id} />
              <Button kind="secondary" small what={`de sessie van ${formatMoment(session.createdAt, now)}`}>
                Log uit
              </Button>
            </PostForm>
          ),
        },
      }))}
      empty={<Text>Er is geen andere plek waar u bent ingelogd.</Text>}
    />
  )
}

function PasswordForm({ errors }: { errors: FieldErrors }) {
  const field = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <section>
      <Heading level={2}>Wachtwoord wijzigen</Heading>
      <PostForm action={paths.accountPassword}>
        <TextField
          name="current"
          label="Huidig wachtwoord"
          type="password"
          autoComplete="current-password"
          {...field('current')}
        />
        <TextField
          name="code"
          label="Code uit uw app"
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          {...field('code')}
        />
        <TextField
          name="wanted"
          label="Nieuw wachtwoord"
          hint="12 tekens of meer. Een zin van 15 tekens of meer is het best."
          type="password"
          autoComplete="new-password"
          {...field('wanted')}
        />
        <Button kind="secondary">Wijzig wachtwoord</Button>
      </PostForm>
    </section>
  )
}
