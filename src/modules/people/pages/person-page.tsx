import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Screen,
  Stack,
  SummaryList,
  Text,
  TextField,
} from '#design/index.ts'
import { type CoordinatingTeam, listCoordinatingTeams, ownOrganization } from '#modules/organizations/index.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { type Colleague, getColleague, seenOf } from '../colleagues.ts'
import { changeColleague, inviteAgain, setAccess } from '../keeping.ts'
import { type RoleCode, sitsInTeams } from '../rules/roles.ts'
import { refusalText, roleText } from '../text.nl.ts'
import { paths } from './paths.ts'
import { AccessTag, readNameAndJob, TeamChoice } from './people-page.tsx'

const config = { who: 'organization.administer' } as const

export function personPage(app: FastifyInstance): void {
  app.get(paths.person(':id'), { config }, async (request, reply) => {
    const look = await lookAt(request)
    return reply.page(200, <PersonPage {...look} values={toValues(look.person)} />)
  })

  app.post(paths.person(':id'), { config }, async (request, reply) => {
    const look = await lookAt(request)
    const form = new FormReader(request.body)
    const seen = form.line('seen', { required: 'Ververs de pagina en probeer opnieuw', max: 30 }) ?? ''
    const { name, jobTitle } = readNameAndJob(form)
    const teamIds = form.choices(
      'teams',
      look.teams.map((team) => team.id),
    )
    if (!form.ok) return reply.page(422, <PersonPage {...look} seen={seen} values={form.values} errors={form.errors} />)
    const { organizationId, id } = look.person
    const outcome = await changeColleague(request.scope, {
      organizationId,
      id,
      seen,
      facts: { name, jobTitle, teamIds },
    })
    if (outcome.ok) return reply.seeOther(`${paths.people}?bewaard=ja`)
    const person = outcome.refusal.now
    return reply.page(409, <PersonPage {...look} person={person} values={form.values} changedMeanwhile />)
  })

  app.post(paths.personAccess(':id'), { config }, async (request, reply) => {
    const look = await lookAt(request)
    const form = new FormReader(request.body)
    const active = form.choice('access', ['open', 'stop'], { required: 'Kies wat er moet gebeuren' }) === 'open'
    if (!form.ok) return reply.page(422, <PersonPage {...look} values={toValues(look.person)} errors={form.errors} />)
    const { organizationId, id } = look.person
    const outcome = await setAccess(request.scope, { organizationId, id, active })
    if (outcome.ok) return reply.seeOther(`${paths.people}?bewaard=${active ? 'hervat' : 'gestopt'}`)
    return reply.page(
      409,
      <PersonPage {...look} values={toValues(look.person)} errors={{ access: refusalText[outcome.refusal] }} />,
    )
  })

  app.post(paths.personInvite(':id'), { config }, async (request, reply) => {
    const look = await lookAt(request)
    const { organizationId, id } = look.person
    const outcome = await inviteAgain(request.scope, { organizationId, id })
    if (outcome.ok) return reply.seeOther(`${paths.people}?bewaard=uitgenodigd`)
    return reply.page(
      409,
      <PersonPage {...look} values={toValues(look.person)} errors={{ invite: refusalText[outcome.refusal] }} />,
    )
  })
}

async function lookAt(request: FastifyRequest) {
  const id = idIn(request)
  const person = await getColleague(request.scope, ownOrganization(request), id)
  return { person, teams: await listCoordinatingTeams(request.scope) }
}

function toValues({ name, jobTitle, teamIds }: Colleague): FormValues {
  return { name, jobTitle, teams: teamIds }
}

type Props = {
  person: Colleague
  teams: readonly CoordinatingTeam[]
  values: FormValues
  errors?: FieldErrors
  seen?: string
  changedMeanwhile?: boolean
}

function PersonPage({ person, teams, values, errors = {}, seen, changedMeanwhile }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title={person.name}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.people, label: 'Mensen' }}
    >
      <Stack gap="large">
        <ErrorSummary errors={errors} title="Dit is niet gelukt" />
        {changedMeanwhile && (
          <Notice kind="attention" title="Iemand anders heeft dit intussen gewijzigd">
            <Text>
              Nu is bewaard: {person.name}, {person.jobTitle},{' '}
              {person.teamIds.map((id) => teams.find((team) => team.id === id)?.name).join(', ') || 'geen team'}. Wat u
              invulde staat nog in het formulier. Bewaar opnieuw als dat moet gelden.
            </Text>
          </Notice>
        )}
        <Heading level={1}>{person.name}</Heading>
        <SummaryList
          rows={[
            { label: 'Rol', value: roleText[person.role as RoleCode] ?? person.role },
            { label: 'E-mail', value: person.email },
            { label: 'Toegang', value: <AccessTag person={person} /> },
          ]}
        />
        <PostForm action={paths.person(person.id)}>
          <HiddenField name="seen" value={seen ?? seenOf(person)} />
          <TextField label="Naam" autoComplete="off" maxLength={120} {...one('name')} />
          <TextField label="Functie" {...one('jobTitle')} />
          {sitsInTeams(person.role) && <TeamChoice teams={teams} {...many('teams')} />}
          <Button>Bewaar</Button>
        </PostForm>
        <AccessForms person={person} />
      </Stack>
    </Screen>
  )
}

function AccessForms({ person }: { person: Colleague }) {
  return (
    <section id="access">
      <Heading level={2}>Toegang</Heading>
      {person.active ? (
        <>
          <Text>Wie een nieuwe telefoon heeft of het wachtwoord kwijt is, krijgt een nieuwe uitnodiging.</Text>
          <PostForm action={paths.personInvite(person.id)}>
            <Button kind="secondary" icon="mail">
              Stuur een nieuwe uitnodiging
            </Button>
          </PostForm>
          <Text>Stopt u de toegang, dan is deze persoon meteen overal uitgelogd.</Text>
          <PostForm action={paths.personAccess(person.id)}>
            <Button kind="danger" name="access" value="stop">
              Stop de toegang
            </Button>
          </PostForm>
        </>
      ) : (
        <PostForm action={paths.personAccess(person.id)}>
          <Button kind="secondary" name="access" value="open">
            Open de toegang weer
          </Button>
        </PostForm>
      )}
    </section>
  )
}
