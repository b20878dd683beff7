import type { FastifyInstance } from 'fastify'
import {
  Button,
  Checkboxes,
  DataTable,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  Heading,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Radios,
  Screen,
  StatusTag,
  TextField,
} from '#design/index.ts'
import { isEmail } from '#kernel/email.ts'
import { isPersonName } from '#kernel/text.ts'
import {
  type CoordinatingTeam,
  getOrganization,
  listCoordinatingTeams,
  OrganizationTabs,
  ownOrganization,
} from '#modules/organizations/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { type Colleague, listColleagues } from '../colleagues.ts'
import { addColleague } from '../keeping.ts'
import { type OwnRole, type RoleCode, rolesOfKind, sitsInTeams } from '../rules/roles.ts'
import { refusalText, roleText } from '../text.nl.ts'
import { paths } from './paths.ts'

const config = { who: 'organization.administer' } as const

const savedText: Record<string, string> = {
  nieuw: 'De uitnodiging is verstuurd',
  ja: 'De gegevens zijn bewaard',
  bestand: 'De gegevens uit uw bestand zijn bewaard',
  uitgenodigd: 'Er is een nieuwe uitnodiging verstuurd',
  gestopt: 'De toegang is gestopt. Open sessies zijn beëindigd.',
  hervat: 'De toegang is weer open',
}

export function peoplePage(app: FastifyInstance): void {
  app.get(paths.people, { config }, async (request, reply) => {
    const people = await listColleagues(request.scope, ownOrganization(request))
    const teams = await listCoordinatingTeams(request.scope)
    const saved = savedText[String((request.query as { bewaard?: unknown }).bewaard)]
    return reply.page(200, <PeoplePage people={people} teams={teams} saved={saved} />)
  })

  app.get(paths.newPerson, { config }, async (request, reply) => {
    const { kind } = await getOrganization(request.scope, ownOrganization(request))
    const teams = await listCoordinatingTeams(request.scope)
    return reply.page(200, <NewPersonPage roles={rolesOfKind(kind)} teams={teams} values={{}} />)
  })

  app.post(paths.newPerson, { config }, async (request, reply) => {
    const organizationId = ownOrganization(request)
    const roles = rolesOfKind((await getOrganization(request.scope, organizationId)).kind)
    const teams = await listCoordinatingTeams(request.scope)
    const form = new FormReader(request.body)
    const { name, jobTitle } = readNameAndJob(form)
    const email = form.parsed('email', (line) => (isEmail(line) ? line : undefined), 'Vul een e-mailadres in', {
      required: 'Vul het e-mailadres in. Daar gaat de uitnodiging heen.',
    })
    const role = form.choice<OwnRole>('role', roles, { required: 'Kies wat deze persoon gaat doen' })
    const teamIds = form.choices(
      'teams',
      teams.map((team) => team.id),
    )
    if (teamIds.length > 0 && role && !sitsInTeams(role)) form.refuse('teams', refusalText['not-a-nurse'])
    const page = (errors: FieldErrors) => (
      <NewPersonPage roles={roles} teams={teams} values={form.values} errors={errors} />
    )
    if (!form.ok || !email || !role) return reply.page(422, page(form.errors))
    const outcome = await addColleague(request.scope, { organizationId, name, jobTitle, email, role, teamIds })
    if (!outcome.ok) return reply.page(422, page({ email: refusalText[outcome.refusal] }))
    return reply.seeOther(`${paths.people}?bewaard=nieuw`)
  })
}

export function readNameAndJob(form: FormReader): { name: string; jobTitle: string } {
  const name = form.parsed('name', (line) => (isPersonName(line) ? line : undefined), 'Vul een naam in, met letters', {
    required: 'Vul de naam in',
    max: 120,
  })
  return { name: name ?? '', jobTitle: form.line('jobTitle', { required: 'Vul de functie in', max: 80 }) ?? '' }
}

type PeoplePageProps = {
  people: readonly Colleague[]
  teams: readonly CoordinatingTeam[]
  saved: string | undefined
}

function PeoplePage({ people, teams, saved }: PeoplePageProps) {
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? ''
  return (
    <Screen
      title="Mensen"
      width="wide"
      density="professional"
      script
      tabs={<OrganizationTabs current={paths.people} />}
    >
      {saved && <Notice kind="good" title={saved} />}
      <PageHeading
        actions={
          <>
            <LinkButton href={paths.newPerson} icon="plus">
              Iemand toevoegen
            </LinkButton>
            <LinkButton kind="secondary" href={paths.importPeople} icon="upload">
              Veel tegelijk
            </LinkButton>
          </>
        }
      >
        <Heading level={1}>Mensen</Heading>
      </PageHeading>
      <DataTable
        caption="Wie namens uw organisatie inlogt"
        columns={[
          { key: 'name', label: 'Naam' },
          { key: 'role', label: 'Rol' },
          { key: 'teams', label: 'Coördinerende teams' },
          { key: 'email', label: 'E-mail' },
          { key: 'state', label: 'Toegang' },
        ]}
        rows={people.map((person) => ({
          key: person.id,
          href: paths.person(person.id),
          cells: {
            name: person.name,
            role: roleText[person.role as RoleCode] ?? person.role,
            teams: person.teamIds.map(nameOf).join(', ') || undefined,
            email: person.email,
            state: <AccessTag person={person} />,
          },
        }))}
        empty={<EmptyState title="Nog niemand" icon="users" />}
      />
    </Screen>
  )
}

export function AccessTag({ person }: { person: Colleague }) {
  if (!person.active) return <StatusTag kind="neutral" label="gestopt" />
  if (!person.hasSignIn) return <StatusTag kind="info" label="nog geen wachtwoord" />
  return <StatusTag kind="good" label="open" />
}

type NewPersonProps = {
  roles: readonly OwnRole[]
  teams: readonly CoordinatingTeam[]
  values: FormValues
  errors?: FieldErrors
}

function NewPersonPage({ roles, teams, values, errors = {} }: NewPersonProps) {
  const { one, many, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Iemand toevoegen"
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.people, label: 'Mensen' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>Iemand toevoegen</Heading>
      <PostForm action={paths.newPerson}>
        <TextField label="Naam" autoComplete="off" maxLength={120} {...one('name')} />
        <TextField label="Functie" hint="Zoals wijkverpleegkundige of transferverpleegkundige" {...one('jobTitle')} />
        <TextField
          label="E-mail"
          hint="Hier gaat de uitnodiging heen. Hiermee logt deze persoon in."
          type="email"
          autoComplete="off"
          {...one('email')}
        />
        <Radios
          legend="Wat gaat deze persoon doen?"
          options={roles.map((value) => ({ value, label: doing[value] }))}
          {...one('role')}
        />
        {roles.some(sitsInTeams) && <TeamChoice teams={teams} {...many('teams')} />}
        <Button>Bewaar en nodig uit</Button>
      </PostForm>
    </Screen>
  )
}

const doing: Record<OwnRole, string> = {
  nurse: 'Zorgvragen verdelen en oppakken, in een coördinerend team',
  'desk-worker': 'De telefoon aannemen aan het loket, en plaatsen wat bleef liggen',
  specialist: 'Advies geven als een collega daarom vraagt',
  referrer: 'Cliënten aanmelden en volgen',
  'organization-administrator': 'Gegevens, teams en mensen van de organisatie bijhouden',
}

type TeamChoiceProps = { teams: readonly CoordinatingTeam[]; name: string; values: readonly string[]; error?: string }

export function TeamChoice({ teams, ...field }: TeamChoiceProps) {
  return (
    <Checkboxes
      legend="In welke coördinerende teams?"
      hint="Alleen voor wie zorgvragen verdeelt en oppakt, aan een loket werkt of advies geeft"
      options={teams.map((team) => ({ value: team.id, label: team.name }))}
      optional
      {...field}
    />
  )
}
