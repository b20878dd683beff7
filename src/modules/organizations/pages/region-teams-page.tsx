import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Checkboxes, type FieldErrors, LinkList, Radios, Select, TextArea, TextField } from '#design/index.ts'
import { type Expertise, expertises } from '#kernel/care-kinds.ts'
import { isEmail } from '#kernel/email.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { RegionTabs } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import {
  type CoordinatingTeam,
  type CoordinatingTeamFacts,
  getCoordinatingTeam,
  listCoordinatingTeams,
  saveCoordinatingTeam,
  seenOf,
} from '../coordinating-teams.ts'
import { coordinatingTeamKindText } from '../text.nl.ts'
import { type Difference, differencesBetween } from './changed-meanwhile.tsx'
import { FactsForm } from './facts-form.tsx'
import { FactsList, WorksTag } from './facts-list.tsx'
import { wasSaved } from './reading.ts'

const config = { who: 'region.manage' } as const
const teamKinds = ['area', 'specialised', 'desk'] as const

export function regionTeamsPage(app: FastifyInstance): void {
  app.get(paths.teams, { config }, async (request, reply) => {
    const teams = await listCoordinatingTeams(request.scope)
    return reply.page(200, <RegionTeamsPage teams={teams} saved={wasSaved(request)} />)
  })

  app.get(paths.newTeam, { config }, async (_request, reply) =>
    reply.page(200, <RegionTeamPage values={{ kind: 'area', active: 'ja' }} />),
  )
  app.post(paths.newTeam, { config }, (request, reply) => save(request, reply, undefined))

  app.get(paths.team(':id'), { config }, async (request, reply) => {
    const team = await teamOf(request)
    return reply.page(200, <RegionTeamPage team={team} values={toValues(team)} />)
  })
  app.post(paths.team(':id'), { config }, async (request, reply) => save(request, reply, await teamOf(request)))
}

async function save(request: FastifyRequest, reply: FastifyReply, team: CoordinatingTeam | undefined) {
  const form = new FormReader(request.body)
  const seen = form.line('seen', team ? { required: 'Ververs de pagina en probeer opnieuw', max: 30 } : {}) ?? ''
  const facts = readFacts(form)
  const page = (errors: FieldErrors) => <RegionTeamPage {...{ team, seen, errors }} values={form.values} />
  if (!form.ok) return reply.page(422, page(form.errors))
  const outcome = await saveCoordinatingTeam(request.scope, { id: team?.id, seen, facts })
  if (outcome.ok) return reply.seeOther(`${paths.teams}?bewaard=ja`)
  const { refusal } = outcome
  if (refusal.code === 'name-taken') return reply.page(422, page({ name: 'Er is al een team met deze naam' }))
  if (refusal.code === 'is-fallback') {
    return reply.page(
      422,
      page({ active: 'Dit loket vangt op wat nergens past. Kies eerst een ander loket in de werkwijze.' }),
    )
  }
  const { now } = refusal
  const differences = differencesBetween(wordsOf(now), wordsOf(facts))
  return reply.page(409, <RegionTeamPage team={now} values={form.values} differences={differences} />)
}

function readFacts(form: FormReader): CoordinatingTeamFacts {
  const name = form.line('name', { required: 'Vul de naam van het team in', max: 80 }) ?? ''
  const kind = form.choice('kind', teamKinds, { required: 'Kies wat voor team dit is' }) ?? 'area'
  const expertise = form.choice('expertise', expertises) ?? null
  if (kind === 'specialised' && expertise === null) form.refuse('expertise', 'Kies de specialisatie van het team')
  return {
    name,
    kind,
    expertise,
    phone:
      form.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67', {
        required: 'Vul een telefoonnummer in: cliënten en verwijzers bellen het',
      }) ?? '',
    phoneHours: form.line('phoneHours', { required: 'Vul in wanneer het team te bereiken is', max: 120 }) ?? '',
    email:
      form.parsed('email', (line) => (isEmail(line) ? line : undefined), 'Vul een e-mailadres in', {
        required: 'Vul het e-mailadres van het team in',
      }) ?? '',
    description: form.text('description', { max: 1000 }) ?? '',
    active: form.checked('active'),
  }
}

function teamOf(request: FastifyRequest): Promise<CoordinatingTeam> {
  return getCoordinatingTeam(request.scope, idIn(request))
}

function toValues(team: CoordinatingTeam): FormValues {
  return {
    name: team.name,
    kind: team.kind,
    expertise: team.expertise ?? '',
    active: team.active ? 'ja' : '',
    phone: formatPhone(team.phone),
    phoneHours: team.phoneHours,
    email: team.email,
    description: team.description,
  }
}

function wordsOf(facts: CoordinatingTeamFacts): Record<string, string> {
  const { kind, expertise } = facts
  return {
    Naam: facts.name,
    Soort: [coordinatingTeamKindText[kind], expertise && careKindText[expertise as Expertise]]
      .filter(Boolean)
      .join(', '),
    Werkt: facts.active ? 'ja' : 'nee',
    Telefoon: formatPhone(facts.phone),
    'Te bereiken': facts.phoneHours,
    'E-mail': facts.email,
    Omschrijving: facts.description,
  }
}

function RegionTeamsPage({ teams, saved }: { teams: readonly CoordinatingTeam[]; saved: boolean }) {
  return (
    <FactsList
      title="Coördinerende teams"
      caption="Wie een zorgvraag kan beheren, en hoe zij te bereiken zijn"
      tabs={<RegionTabs current={paths.teams} />}
      told={saved && 'De gegevens van het team zijn bewaard'}
      add={{ href: paths.newTeam, label: 'Team toevoegen' }}
      many={paths.importCoordinatingTeams}
      columns={[
        { key: 'name', label: 'Team' },
        { key: 'kind', label: 'Soort' },
        { key: 'phone', label: 'Telefoon' },
        { key: 'hours', label: 'Te bereiken' },
        { key: 'state', label: 'Staat' },
      ]}
      rows={teams.map((team) => ({
        key: team.id,
        href: paths.team(team.id),
        cells: {
          name: team.name,
          kind: coordinatingTeamKindText[team.kind] ?? team.kind,
          phone: formatPhone(team.phone),
          hours: team.phoneHours,
          state: <WorksTag active={team.active} />,
        },
      }))}
    />
  )
}

type Props = {
  team?: CoordinatingTeam
  values: FormValues
  seen?: string
  errors?: FieldErrors
  differences?: readonly Difference[]
}

function RegionTeamPage({ team, values, seen, errors = {}, differences }: Props) {
  const { one, many } = fieldsOf(values, errors)
  return (
    <FactsForm
      title={team?.name ?? 'Team toevoegen'}
      caption={team && (coordinatingTeamKindText[team.kind] ?? team.kind)}
      back={{ href: paths.teams, label: 'Coördinerende teams' }}
      action={team ? paths.team(team.id) : paths.newTeam}
      looked={{ name: 'seen', value: seen ?? (team ? seenOf(team) : '') }}
      links={
        team && (
          <LinkList
            items={[
              { key: 'contacts', href: paths.teamContacts(team.id), label: 'Vaste contactpersonen' },
              {
                key: 'route',
                href: `${paths.newRoute}?team=${team.id}`,
                label: 'Geef dit team postcodes of een soort zorg',
              },
            ]}
          />
        )
      }
      {...{ errors, differences }}
    >
      <TextField label="Naam" maxLength={80} {...one('name')} />
      <Radios
        legend="Soort"
        options={teamKinds.map((value) => ({ value, label: coordinatingTeamKindText[value] ?? value }))}
        {...one('kind')}
      />
      <Select
        label="Specialisatie"
        hint="Alleen voor een gespecialiseerd team"
        placeholder="Geen"
        options={expertises.map((value) => ({ value, label: careKindText[value] }))}
        optional
        {...one('expertise')}
      />
      <TextField label="Telefoon" type="tel" width="medium" {...one('phone')} />
      <TextField
        label="Te bereiken"
        hint="Zoals: maandag tot en met vrijdag 8.00 tot 17.00 uur"
        {...one('phoneHours')}
      />
      <TextField label="E-mail" type="email" {...one('email')} />
      <TextArea label="Omschrijving" rows={3} optional {...one('description')} />
      <Checkboxes
        legend="Staat"
        options={[
          {
            value: 'ja',
            label: 'Dit team werkt',
            hint: 'Zonder vinkje krijgt het geen nieuwe zorgvragen. Wat het al heeft, handelt het zelf af; wat blijft liggen, schuift door.',
          },
        ]}
        optional
        {...many('active')}
      />
    </FactsForm>
  )
}
