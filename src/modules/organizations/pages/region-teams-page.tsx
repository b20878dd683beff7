import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  Button,
  DataTable,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Screen,
  TextArea,
  TextField,
} from '#design/index.ts'
import { isEmail } from '#kernel/email.ts'
import { isId } from '#kernel/ids.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { RegionTabs } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { NotFound } from '#platform/http/faults.ts'
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
import { ChangedMeanwhile, type Difference } from './changed-meanwhile.tsx'

const config = { who: 'region.manage' } as const

export function regionTeamsPage(app: FastifyInstance): void {
  app.get(paths.teams, { config }, async (request, reply) => {
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <RegionTeamsPage teams={await listCoordinatingTeams(request.scope)} saved={saved} />)
  })

  app.get(paths.team(':id'), { config }, async (request, reply) => {
    const team = await teamOf(request)
    return reply.page(200, <RegionTeamPage team={team} values={toValues(team)} />)
  })

  app.post(paths.team(':id'), { config }, async (request, reply) => {
    const team = await teamOf(request)
    const form = new FormReader(request.body)
    const seen = form.line('seen', { required: 'Ververs de pagina en probeer opnieuw', max: 30 }) ?? ''
    const facts: CoordinatingTeamFacts = {
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
    }
    if (!form.ok)
      return reply.page(422, <RegionTeamPage team={team} seen={seen} values={form.values} errors={form.errors} />)
    const outcome = await saveCoordinatingTeam(request.scope, { id: team.id, seen, facts })
    if (outcome.ok) return reply.seeOther(`${paths.teams}?bewaard=ja`)
    const { now } = outcome.refusal
    return reply.page(409, <RegionTeamPage team={now} values={form.values} differences={differencesOf(now, facts)} />)
  })
}

function teamOf(request: FastifyRequest): Promise<CoordinatingTeam> {
  const { id } = request.params as { id: string }
  if (!isId(id)) throw new NotFound()
  return getCoordinatingTeam(request.scope, id)
}

function toValues(team: CoordinatingTeam): FormValues {
  return {
    phone: formatPhone(team.phone),
    phoneHours: team.phoneHours,
    email: team.email,
    description: team.description,
  }
}

function differencesOf(now: CoordinatingTeam, typed: CoordinatingTeamFacts): Difference[] {
  const all: Difference[] = [
    { label: 'Telefoon', theirs: formatPhone(now.phone), typed: formatPhone(typed.phone) },
    { label: 'Te bereiken', theirs: now.phoneHours, typed: typed.phoneHours },
    { label: 'E-mail', theirs: now.email, typed: typed.email },
    { label: 'Omschrijving', theirs: now.description, typed: typed.description },
  ]
  return all.filter(({ theirs, typed: own }) => theirs !== own)
}

function RegionTeamsPage({ teams, saved }: { teams: readonly CoordinatingTeam[]; saved: boolean }) {
  return (
    <Screen title="Coördinerende teams" width="wide" density="professional" script>
      <RegionTabs current={paths.teams} />
      {saved && <Notice kind="good" title="De gegevens van het team zijn bewaard" />}
      <Heading level={1}>Coördinerende teams</Heading>
      <DataTable
        caption="Wie een zorgvraag kan beheren, en hoe zij te bereiken zijn"
        columns={[
          { key: 'name', label: 'Team' },
          { key: 'kind', label: 'Soort' },
          { key: 'phone', label: 'Telefoon' },
          { key: 'hours', label: 'Te bereiken' },
        ]}
        rows={teams.map((team) => ({
          key: team.id,
          href: paths.team(team.id),
          cells: {
            name: team.name,
            kind: coordinatingTeamKindText[team.kind] ?? team.kind,
            phone: formatPhone(team.phone),
            hours: team.phoneHours,
          },
        }))}
      />
    </Screen>
  )
}

type Props = {
  team: CoordinatingTeam
  values: FormValues
  seen?: string
  errors?: FieldErrors
  differences?: readonly Difference[]
}

function RegionTeamPage({ team, values, seen, errors = {}, differences }: Props) {
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title={team.name}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.teams, label: 'Coördinerende teams' }}
    >
      <ErrorSummary errors={errors} />
      {differences && <ChangedMeanwhile differences={differences} />}
      <Heading level={1} caption={coordinatingTeamKindText[team.kind] ?? team.kind}>
        {team.name}
      </Heading>
      <PostForm action={paths.team(team.id)}>
        <HiddenField name="seen" value={seen ?? seenOf(team)} />
        <TextField label="Telefoon" type="tel" width="medium" {...one('phone')} />
        <TextField
          label="Te bereiken"
          hint="Zoals: maandag tot en met vrijdag 8.00 tot 17.00 uur"
          {...one('phoneHours')}
        />
        <TextField label="E-mail" type="email" {...one('email')} />
        <TextArea label="Omschrijving" rows={3} optional {...one('description')} />
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}
