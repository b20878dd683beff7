import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  Button,
  Checkboxes,
  DataTable,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  StatusTag,
  TextArea,
  TextField,
} from '#design/index.ts'
import { careKinds, expertises } from '#kernel/care-kinds.ts'
import { isId } from '#kernel/ids.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { getRegion, type RegionFacts } from '#modules/regions/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { readAreasOf } from '../read-areas.ts'
import { writeAreas } from '../rules/lists.ts'
import { getOwnTeam, listTeams, saveTeam, type Team, type TeamFacts } from '../teams.ts'
import { ChangedMeanwhile, type Difference } from './changed-meanwhile.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { ownOrganization } from './own-organization.ts'
import { paths } from './paths.ts'

const config = { who: 'organization.administer' } as const

export function teamsPage(app: FastifyInstance): void {
  app.get(paths.teams, { config }, async (request, reply) => {
    const teams = await listTeams(request.scope, ownOrganization(request))
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <TeamsPage teams={teams} saved={saved} />)
  })

  app.get(paths.newTeam, { config }, async (_request, reply) =>
    reply.page(200, <TeamPage values={{ active: 'ja' }} action={paths.newTeam} />),
  )

  app.post(paths.newTeam, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const team = readTeam(form, await getRegion(request.scope))
    if (!form.ok) return reply.page(422, <TeamPage values={form.values} errors={form.errors} action={paths.newTeam} />)
    await saveTeam(request.scope, { organizationId: ownOrganization(request), version: 0, team })
    return reply.seeOther(`${paths.teams}?bewaard=ja`)
  })

  app.get(paths.team(':id'), { config }, async (request, reply) => {
    const team = await teamOf(request)
    return reply.page(200, <TeamPage values={toValues(team)} team={team} action={paths.team(team.id)} />)
  })

  app.post(paths.team(':id'), { config }, async (request, reply) => {
    const known = await teamOf(request)
    const action = paths.team(known.id)
    const form = new FormReader(request.body)
    const version = form.integer('version', {
      min: 1,
      max: 999_999_999,
      required: 'Ververs de pagina en probeer opnieuw',
    })
    const team = readTeam(form, await getRegion(request.scope))
    if (!form.ok || version === undefined) {
      const page = <TeamPage values={form.values} errors={form.errors} team={known} version={version} action={action} />
      return reply.page(422, page)
    }
    const { organizationId, id } = known
    const outcome = await saveTeam(request.scope, { organizationId, id, version, team })
    if (outcome.ok) return reply.seeOther(`${paths.teams}?bewaard=ja`)
    const { now } = outcome.refusal
    return reply.page(
      409,
      <TeamPage values={form.values} team={now} differences={differencesOf(now, team)} action={action} />,
    )
  })
}

function teamOf(request: FastifyRequest): Promise<Team> {
  const { id } = request.params as { id: string }
  if (!isId(id)) throw new NotFound()
  return getOwnTeam(request.scope, ownOrganization(request), id)
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
    active: team.active ? 'ja' : '',
  }
}

function differencesOf(now: Team, typed: TeamFacts): Difference[] {
  const kinds = (codes: readonly string[]) =>
    codes.map((code) => careKindText[code as keyof typeof careKindText]).join(', ')
  const all: Difference[] = [
    { label: 'Naam', theirs: now.name, typed: typed.name },
    { label: 'Telefoon', theirs: now.phone ?? '', typed: typed.phone ?? '' },
    { label: 'Werkgebied', theirs: writeAreas(now.pc4s), typed: writeAreas(typed.pc4s) },
    { label: 'Soorten zorg', theirs: kinds(now.careKinds), typed: kinds(typed.careKinds) },
    { label: 'Specialisaties', theirs: kinds(now.expertises), typed: kinds(typed.expertises) },
    { label: 'Werkt', theirs: now.active ? 'ja' : 'nee', typed: typed.active ? 'ja' : 'nee' },
  ]
  return all.filter(({ theirs, typed: own }) => theirs !== own)
}

function TeamsPage({ teams, saved }: { teams: readonly Team[]; saved: boolean }) {
  return (
    <Screen title="Teams en werkgebied" width="wide" density="professional" script>
      <OrganizationTabs current={paths.teams} />
      {saved && <Notice kind="good" title="Het team is bewaard" />}
      <PageHeading
        actions={
          <>
            <LinkButton href={paths.newTeam} icon="plus">
              Team toevoegen
            </LinkButton>
            <LinkButton kind="secondary" href={paths.importTeams} icon="upload">
              Veel tegelijk
            </LinkButton>
          </>
        }
      >
        <Heading level={1}>Teams en werkgebied</Heading>
      </PageHeading>
      <DataTable
        caption="Uw teams"
        captionHidden
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
            state: team.active ? <StatusTag kind="good" label="werkt" /> : <StatusTag kind="neutral" label="gestopt" />,
          },
        }))}
        empty={
          <EmptyState title="Nog geen teams" icon="users">
            Voeg uw eerste team toe, met de postcodes waar het komt.
          </EmptyState>
        }
      />
    </Screen>
  )
}

type TeamPageProps = {
  values: FormValues
  errors?: FieldErrors
  team?: Team
  version?: number
  differences?: readonly Difference[]
  action: string
}

function TeamPage({ values, errors = {}, team, version, differences, action }: TeamPageProps) {
  const { one, many, wrong } = fieldsOf(values, errors)
  const title = team ? team.name : 'Team toevoegen'
  const kinds = careKinds.map((value) => ({ value, label: careKindText[value] }))
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.teams, label: 'Teams en werkgebied' }}
    >
      <ErrorSummary errors={errors} />
      {differences && <ChangedMeanwhile differences={differences} />}
      <Heading level={1}>{title}</Heading>
      <PostForm action={action}>
        {team && <HiddenField name="version" value={String(version ?? team.version)} />}
        <TextField label="Naam van het team" maxLength={80} {...one('name')} />
        <TextField label="Telefoon" type="tel" width="medium" optional {...one('phone')} />
        <TextArea
          label="Werkgebied"
          hint="Postcodes van vier cijfers, zoals 6811, 6812 of 6821-6825"
          rows={3}
          optional
          {...one('pc4s')}
        />
        <Checkboxes legend="Soorten zorg" options={kinds} optional {...many('careKinds')} />
        <Checkboxes
          legend="Specialisaties"
          options={kinds.filter(({ value }) => (expertises as readonly string[]).includes(value))}
          optional
          {...many('expertises')}
        />
        <Checkboxes
          legend="Staat"
          options={[{ value: 'ja', label: 'Dit team werkt', hint: 'Zonder vinkje telt het team nergens meer mee.' }]}
          optional
          {...many('active')}
        />
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}
