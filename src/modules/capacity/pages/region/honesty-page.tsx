import type { FastifyInstance } from 'fastify'
import {
  Button,
  Columns,
  DataTable,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Link,
  Notice,
  PostForm,
  Screen,
  Text,
  TextField,
} from '#design/index.ts'
import { daypartText } from '#kernel/text.nl.ts'
import { RegionTabs } from '#modules/regions/index.ts'
import { paths as regionsPaths } from '#modules/regions/pages/paths.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { getHonesty, type Honesty, type JudgedTeam } from '../../freshness.ts'
import { saveExpiry } from '../../keeping.ts'
import { verdictText } from '../../region-text.nl.ts'
import { daysForVerdict, daysLookedBack } from '../../rules/honesty.ts'
import { FreshnessTable } from './freshness-table.tsx'
import { regionPaths } from './paths.ts'

const config = { who: 'region.manage' } as const

/** For the region manager: whose light tells nothing, and how long a light counts. */
export function honestyPage(app: FastifyInstance): void {
  app.get(regionPaths.honesty, { config }, async (request, reply) => {
    const honesty = await getHonesty(request.scope)
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(
      200,
      <HonestyPage honesty={honesty} now={request.scope.now()} values={toValues(honesty)} saved={saved} />,
    )
  })

  app.post(regionPaths.honesty, { config }, async (request, reply) => {
    const { scope } = request
    const form = new FormReader(request.body)
    const version = form.integer('version', { min: 0, max: 999_999_999, required: 'Ververs de pagina' }) ?? 0
    const todayHours = form.integer('todayHours', { min: 1, max: 1440, required: 'Vul een aantal uren in' }) ?? 0
    const laterHours = form.integer('laterHours', { min: 1, max: 1440, required: 'Vul een aantal uren in' }) ?? 0
    const patternDays = form.integer('patternDays', { min: 1, max: 366, required: 'Vul een aantal dagen in' }) ?? 0
    if (form.ok && laterHours < todayHours)
      form.refuse('laterHours', 'Vul hier ten minste zo veel uren in als voor vandaag')
    const expiry = { todayHours, laterHours, patternDays }
    const outcome = form.ok ? await saveExpiry(scope, { expiry, version }) : undefined
    if (outcome?.ok) return reply.seeOther(`${regionPaths.honesty}?bewaard=ja`)
    const honesty = await getHonesty(scope)
    return reply.page(
      outcome ? 409 : 422,
      <HonestyPage
        honesty={honesty}
        now={scope.now()}
        values={{ ...form.values, version: String(honesty.expiry.version) }}
        errors={form.errors}
        changed={outcome !== undefined}
      />,
    )
  })
}

function toValues({ expiry }: Honesty): FormValues {
  return {
    version: String(expiry.version),
    todayHours: String(expiry.todayHours),
    laterHours: String(expiry.laterHours),
    patternDays: String(expiry.patternDays),
  }
}

type Props = {
  honesty: Honesty
  now: Date
  values: FormValues
  errors?: FieldErrors
  saved?: boolean
  changed?: boolean
}

function HonestyPage({ honesty, now, values, errors = {}, saved, changed }: Props) {
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Stoplicht van de regio"
      width="wide"
      density="professional"
      script
      error={wrong}
      tabs={<RegionTabs current={regionsPaths.lights} />}
    >
      <ErrorSummary errors={errors} />
      {saved && <Notice kind="good" title="De afspraak is bewaard" />}
      {changed && (
        <Notice kind="attention" title="Iemand anders heeft dit intussen gewijzigd">
          <Text>Hieronder staat wat u typte. Bewaar opnieuw als dat moet gelden.</Text>
        </Notice>
      )}
      <Heading level={1}>Stoplicht van de regio</Heading>
      <FreshnessTable rows={honesty.freshness} now={now} />
      <DataTable
        caption="Lichten die niets vertellen"
        columns={[
          { key: 'team', label: 'Team' },
          { key: 'organization', label: 'Organisatie' },
          { key: 'daypart', label: 'Dagdeel' },
          { key: 'verdict', label: `In ${daysLookedBack} dagen` },
        ]}
        rows={grouped(honesty.judged).map(({ key, first, words, verdict }) => ({
          key,
          href: regionPaths.team(first.id),
          cells: { team: first.name, organization: first.organization, daypart: words, verdict },
        }))}
        empty={
          <EmptyState title="Alle lichten veranderen wel eens" level={2} icon="circle-check">
            <Text>Hier staat een licht dat op {daysForVerdict} dagen of meer steeds hetzelfde zei.</Text>
          </EmptyState>
        }
      />
      <Heading level={2}>Hoe lang telt een licht?</Heading>
      <Text>
        Daarna wordt het grijs: niet opgegeven. Wie de lichten ziet, staat in de{' '}
        <Link href={regionsPaths.wayOfWorking}>werkwijze</Link>.
      </Text>
      <PostForm action={regionPaths.honesty}>
        <HiddenField name="version" value={values.version as string} />
        <Columns>
          <TextField label="Voor vandaag, in uren" inputMode="numeric" width="short" {...one('todayHours')} />
          <TextField label="Voor latere dagen, in uren" inputMode="numeric" width="short" {...one('laterHours')} />
          <TextField label="Vast weekpatroon, in dagen" inputMode="numeric" width="short" {...one('patternDays')} />
        </Columns>
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}

/** One row per team and verdict: a team that never works at night is one remark, not four. */
function grouped(judged: readonly JudgedTeam[]) {
  const groups = new Map<string, JudgedTeam[]>()
  for (const team of judged) {
    const key = `${team.id}-${team.verdict}`
    groups.set(key, [...(groups.get(key) ?? []), team])
  }
  return [...groups].flatMap(([key, teams]) => {
    const [first] = teams
    if (!first) return []
    const words = teams.map(({ daypart }) => daypartText[daypart]).join(', ')
    return [{ key, first, words, verdict: verdictText[first.verdict] }]
  })
}
