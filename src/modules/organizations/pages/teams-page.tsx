import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Checkboxes, EmptyState, type FieldErrors, TextArea, TextField } from '#design/index.ts'
import { careKinds, expertises } from '#kernel/care-kinds.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { capital } from '#kernel/sentence.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { getRegion, type RegionFacts } from '#modules/regions/index.ts'
import { writeWords } from '#platform/csv/words.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { readAreasOf } from '../read-areas.ts'
import { writeAreas } from '../rules/lists.ts'
import { getOwnTeam, listTeams, saveTeam, type Team, type TeamFacts } from '../teams.ts'
import { carerGenders, carerGenderText } from '../text.nl.ts'
import { CareFields } from './care-fields.tsx'
import { type Difference, differencesBetween } from './changed-meanwhile.tsx'
import { FactsForm } from './facts-form.tsx'
import { FactsList, WorksTag } from './facts-list.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { ownOrganization } from './own-organization.ts'
import { paths } from './paths.ts'
import { versionIn, wasSaved } from './reading.ts'

const config = { who: 'organization.administer' } as const

/** The teams of one's own organisation, and where each of them comes. */
export function teamsPage(app: FastifyInstance): void {
  app.get(paths.teams, { config }, async (request, reply) => {
    const teams = await listTeams(request.scope, ownOrganization(request))
    return reply.page(200, <TeamsPage teams={teams} saved={wasSaved(request)} />)
  })
  app.get(paths.newTeam, { config }, async (_request, reply) => reply.page(200, <TeamPage values={{ active: 'ja' }} />))
  app.post(paths.newTeam, { config }, (request, reply) => save(request, reply, undefined))
  app.get(paths.team(':id'), { config }, async (request, reply) => {
    const team = await teamOf(request)
    return reply.page(200, <TeamPage values={toValues(team)} team={team} />)
  })
  app.post(paths.team(':id'), { config }, async (request, reply) => save(request, reply, await teamOf(request)))
}

function teamOf(request: FastifyRequest): Promise<Team> {
  return getOwnTeam(request.scope, ownOrganization(request), idIn(request))
}

async function save(request: FastifyRequest, reply: FastifyReply, known: Team | undefined) {
  const form = new FormReader(request.body)
  const version = versionIn(form, known)
  const team = readTeam(form, await getRegion(request.scope))
  const { values, errors } = form
  if (!form.ok) return reply.page(422, <TeamPage {...{ values, errors, version }} team={known} />)
  const organizationId = ownOrganization(request)
  const outcome = await saveTeam(request.scope, { organizationId, id: known?.id, version, team })
  if (outcome.ok) return reply.seeOther(`${paths.teams}?bewaard=ja`)
  const { now } = outcome.refusal
  const differences = differencesBetween(wordsOf(now), wordsOf(team))
  return reply.page(409, <TeamPage team={now} {...{ values, differences }} />)
}

function readTeam(form: FormReader, region: RegionFacts): TeamFacts {
  const name = form.line('name', { required: 'Vul de naam van het team in', max: 80 }) ?? ''
  const phone = form.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67') ?? null
  return {
    name,
    phone,
    pc4s: readAreasOf(form, 'pc4s', region),
    careKinds: form.choices('careKinds', careKinds),
    expertises: form.choices('expertises', expertises),
    carerGenders: form.choices('carerGenders', carerGenders),
    active: form.checked('active'),
  }
}

function toValues(team: Team): FormValues {
  return {
    name: team.name,
    phone: team.phone ? formatPhone(team.phone) : '',
    pc4s: writeAreas(team.pc4s),
    careKinds: team.careKinds,
    expertises: team.expertises,
    carerGenders: team.carerGenders,
    active: team.active ? 'ja' : '',
  }
}

function wordsOf(facts: TeamFacts): Record<string, string> {
  const kinds = (codes: readonly string[]) =>
    codes.map((code) => careKindText[code as keyof typeof careKindText]).join(', ')
  return {
    Naam: facts.name,
    Telefoon: facts.phone ? formatPhone(facts.phone) : '',
    Werkgebied: writeAreas(facts.pc4s),
    'Soorten zorg': kinds(facts.careKinds),
    Specialisaties: kinds(facts.expertises),
    'Wie er kan komen': writeWords(facts.carerGenders, carerGenderText),
    Werkt: facts.active ? 'ja' : 'nee',
  }
}

function TeamsPage({ teams, saved }: { teams: readonly Team[]; saved: boolean }) {
  return (
    <FactsList
      title="Teams en werkgebied"
      tabs={<OrganizationTabs current={paths.teams} />}
      told={saved && 'Het team is bewaard'}
      add={{ href: paths.newTeam, label: 'Team toevoegen' }}
      many={paths.importTeams}
      columns={[
        { key: 'name', label: 'Team' },
        { key: 'areas', label: 'Werkgebied' },
        { key: 'phone', label: 'Telefoon' },
        { key: 'state', label: 'Staat' },
      ]}
      rows={teams.map((team) => ({
        key: team.id,
        href: paths.team(team.id),
        cells: {
          name: team.name,
          areas: writeAreas(team.pc4s) || 'nog geen werkgebied',
          phone: team.phone ? formatPhone(team.phone) : undefined,
          state: <WorksTag active={team.active} />,
        },
      }))}
      empty={
        <EmptyState title="Nog geen teams" icon="users">
          Voeg uw eerste team toe, met de postcodes waar het komt.
        </EmptyState>
      }
    />
  )
}

type TeamPageProps = {
  values: FormValues
  errors?: FieldErrors
  team?: Team
  version?: number
  differences?: readonly Difference[]
}

function TeamPage({ values, errors = {}, team, version, differences }: TeamPageProps) {
  const { one, many } = fieldsOf(values, errors)
  return (
    <FactsForm
      title={team?.name ?? 'Team toevoegen'}
      back={{ href: paths.teams, label: 'Teams en werkgebied' }}
      action={team ? paths.team(team.id) : paths.newTeam}
      looked={{ name: 'version', value: String(version ?? team?.version ?? 0) }}
      {...{ errors, differences }}
    >
      <TextField label="Naam van het team" maxLength={80} {...one('name')} />
      <TextField label="Telefoon" type="tel" width="medium" optional {...one('phone')} />
      <TextArea
        label="Werkgebied"
        hint="Postcodes van vier cijfers, zoals 6811, 6812 of 6821-6825"
        rows={3}
        optional
        {...one('pc4s')}
      />
      <CareFields many={many} />
      <Checkboxes
        legend="Wie kan er komen, als een cliënt daarom vraagt?"
        hint="Alleen als uw team dat meestal kan waarmaken. Het is een wens en geen eis. Schrijf niets op over wie er werkt."
        options={carerGenders.map((value) => ({ value, label: capital(carerGenderText[value]) }))}
        optional
        {...many('carerGenders')}
      />
      <Checkboxes
        legend="Staat"
        options={[{ value: 'ja', label: 'Dit team werkt', hint: 'Zonder vinkje telt het team nergens meer mee.' }]}
        optional
        {...many('active')}
      />
    </FactsForm>
  )
}
