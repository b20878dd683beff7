import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  Button,
  DateField,
  Details,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Light,
  Link,
  Notice,
  PostForm,
  Radios,
  Screen,
  Select,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { type CareKind, careKinds, isCareKind } from '#kernel/care-kinds.ts'
import {
  formatDate,
  formatMoment,
  formatWeekday,
  instantOf,
  isLocalDate,
  localDateOf,
  localTimeOf,
} from '#kernel/dates.ts'
import { isDaypart } from '#kernel/dayparts.ts'
import { isId, newId } from '#kernel/ids.ts'
import { lights } from '#kernel/lights.ts'
import { capital } from '#kernel/sentence.ts'
import { careKindText, daypartText, lightText } from '#kernel/text.nl.ts'
import { getRegion, listReasons, type Reason } from '#modules/regions/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { type Cell, isPast } from '../rules/cell.ts'
import type { CellRefusal, Standing, Wish } from '../rules/setting.ts'
import { setLights } from '../setting.ts'
import type { LightRow } from '../store.ts'
import { cellRefusalText } from '../text.nl.ts'
import { findWeek } from '../week.ts'
import { paths, weekPath } from './paths.ts'

const config = { who: ['capacity.set', 'organization.administer'] } as const

type Place = Cell & { teamName: string; rows: LightRow[]; row: LightRow | undefined }

/** Everything that can be said about one daypart: until when, how much room, and another light for one kind of care. */
export function cellPage(app: FastifyInstance): void {
  const path = paths.cell(':teamId', ':on', ':daypart')

  app.get(path, { config }, async (request, reply) => {
    const place = await placeOf(request)
    return answer(request, reply, 200, { place, values: toValues(place.row) })
  })

  app.post(path, { config }, async (request, reply) => {
    const place = await placeOf(request)
    const form = new FormReader(request.body)
    const region = await getRegion(request.scope)
    const wish = readWish(form, place, listReasons(region, 'light'))
    const again = (status: number, more: { errors?: FieldErrors; changed?: Standing }) =>
      answer(request, reply, status, { place, values: form.values, ...more })
    if (!form.ok) return again(422, { errors: form.errors })
    const key = form.line('key', { max: 40 }) ?? newId()
    const outcome = await setLights(request.scope, { key, channel: 'page', cells: [wish] })
    if (outcome.ok) return reply.seeOther(weekPath(place.teamId, place.on, { gedaan: 'bewaard' }))
    if (outcome.refusal.code === 'changed-meanwhile') return again(409, { changed: outcome.refusal.cells[0] })
    const why = outcome.refusal.cells[0]?.why ?? 'past'
    return again(422, { errors: { [fieldOf[why] ?? 'licht']: cellRefusalText[why] } })
  })
}

const fieldOf: Partial<Record<CellRefusal, string>> = {
  'no-reason': 'reden',
  'unknown-reason': 'reden',
  'reason-wants-text': 'toelichting',
  'text-too-long': 'toelichting',
  'until-past': 'tot',
  'numbers-do-not-fit': 'clienten',
}

async function placeOf(request: FastifyRequest): Promise<Place> {
  const { teamId, on, daypart } = request.params as Record<string, string>
  const { zorg = '' } = { ...(request.query as object), ...((request.body ?? {}) as object) } as { zorg?: unknown }
  if (!teamId || !isId(teamId) || !on || !isLocalDate(on) || !daypart || !isDaypart(daypart)) throw new NotFound()
  if (on < localDateOf(request.scope.now())) throw new NotFound()
  const careKind = typeof zorg === 'string' && isCareKind(zorg) ? zorg : ''
  const week = await findWeek(request.scope, teamId, on)
  if (!week) throw new NotFound()
  const rows = week.lights.filter((one) => one.on === on && one.daypart === daypart)
  const row = rows.find((one) => one.careKind === careKind)
  return { teamId, on, daypart, careKind, teamName: week.team.name, rows, row }
}

function readWish(form: FormReader, { teamId, on, daypart, careKind }: Place, reasons: readonly Reason[]): Wish {
  const light = form.choice('licht', lights, { required: 'Kies een kleur' }) ?? 'unknown'
  const reason =
    form.choice(
      'reden',
      reasons.map(({ code }) => code),
    ) ?? null
  const reasonText = form.line('toelichting', { max: 200 }) ?? null
  const untilOn = form.date('tot')
  const time = form.parsed(
    'totTijd',
    (line) => (/^([01]?\d|2[0-3])[:.][0-5]\d$/.test(line) ? line : undefined),
    'Vul een tijd in, zoals 14:00',
  )
  if (time && !untilOn) form.refuse('tot', 'Vul ook de dag in')
  const until = untilOn ? instantOf(untilOn, time ? time.replace('.', ':').padStart(5, '0') : '24:00') : null
  const hours = form.number('uren', { min: 0, max: 100 })
  const newClients = form.integer('clienten', { min: 0, max: 99 }) ?? null
  const seen =
    form.integer('gezien', { min: 0, max: 999_999_999, required: 'Ververs de pagina en probeer opnieuw' }) ?? 0
  const freeMinutes = hours === undefined ? null : Math.round(hours * 60)
  return { teamId, on, daypart, careKind, light, reason, reasonText, until, freeMinutes, newClients, seen }
}

function toValues(row: LightRow | undefined): FormValues {
  if (!row) return {}
  const until = row.until && row.light !== 'unknown' ? row.until : undefined
  const [year = '', month = '', day = ''] = until ? localDateOf(until).split('-') : []
  return {
    licht: row.said,
    reden: row.reason ?? '',
    toelichting: row.reasonText ?? '',
    ...(until ? { 'tot-day': day, 'tot-month': month, 'tot-year': year, totTijd: localTimeOf(until) } : {}),
    uren: row.freeMinutes === null ? '' : String(row.freeMinutes / 60).replace('.', ','),
    clienten: row.newClients === null ? '' : String(row.newClients),
  }
}

type Shown = { place: Place; values: FormValues; errors?: FieldErrors; changed?: Standing }

async function answer(request: FastifyRequest, reply: FastifyReply, status: number, shown: Shown) {
  const region = await getRegion(request.scope)
  const now = request.scope.now()
  return reply.page(status, <CellPage {...shown} reasons={listReasons(region, 'light')} now={now} />)
}

function CellPage({
  place,
  values,
  errors = {},
  changed,
  reasons,
  now,
}: Shown & { reasons: readonly Reason[]; now: Date }) {
  const { one, date, wrong } = fieldsOf(values, errors)
  const { on, daypart, careKind, row } = place
  const title = `${formatWeekday(on)} ${formatDate(on)}, ${daypartText[daypart]}`
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: weekPath(place.teamId, on), label: 'Stoplicht zetten' }}
    >
      <ErrorSummary errors={errors} />
      {changed && (
        <Notice kind="attention" title="Een collega was u net voor">
          <Text>
            {changed.setByName} zette dit op {lightText[changed.light]}. Bewaart u opnieuw, dan geldt wat hieronder
            staat.
          </Text>
        </Notice>
      )}
      <Heading level={1} caption={place.teamName}>
        {capital(title)}
      </Heading>
      {row && (
        <Text>
          <Light value={row.light} label={lightText[row.light]} /> {row.setByName}, {formatMoment(row.setAt, now)}
        </Text>
      )}
      <NarrowChoice place={place} />
      {isPast({ on, daypart }, now) ? (
        <Notice kind="info" title="Dit dagdeel is voorbij" />
      ) : (
        <PostForm action={paths.cell(place.teamId, on, daypart)}>
          <HiddenField name="key" value={newId()} />
          <HiddenField name="gezien" value={String(changed?.version ?? row?.version ?? 0)} />
          <HiddenField name="zorg" value={careKind} />
          <Radios
            legend={careKind ? `Is er plek voor ${careKindText[careKind]}?` : 'Is er plek?'}
            options={lights.map((value) => ({ value, label: <Light value={value} label={lightText[value]} /> }))}
            {...one('licht')}
          />
          <Select
            label="Waarom niet groen?"
            placeholder="Kies een reden"
            optional
            options={reasons.map(({ code, label }) => ({ value: code, label }))}
            {...one('reden')}
          />
          <TextArea label="Toelichting" rows={2} optional maxLength={200} {...one('toelichting')} />
          <DateField
            legend="Geldt tot"
            hint="Daarna staat het vanzelf op ‘niet opgegeven’."
            optional
            {...date('tot')}
          />
          <TextField label="Tijd" hint="Leeg is het einde van die dag." width="short" optional {...one('totTijd')} />
          <TextField label="Vrije tijd" suffix="uur" width="short" inputMode="decimal" optional {...one('uren')} />
          <TextField label="Nieuwe cliënten" width="short" inputMode="numeric" optional {...one('clienten')} />
          <Button>Bewaar</Button>
        </PostForm>
      )}
    </Screen>
  )
}

/** Most teams say one light for all care; who wants to narrow it, chooses for which kind. */
function NarrowChoice({ place: { teamId, on, daypart, careKind, rows } }: { place: Place }) {
  const href = (kind: CareKind | '') => paths.cell(teamId, on, daypart) + (kind ? `?zorg=${kind}` : '')
  return (
    <Details summary="Alleen voor één soort zorg" icon="filter" open={careKind !== '' || rows.length > 1}>
      <ul className="list">
        {(['', ...careKinds] as const).map((kind) => {
          const row = rows.find((one) => one.careKind === kind)
          const label = kind ? careKindText[kind] : 'alle zorg'
          return (
            <li key={kind}>
              {kind === careKind ? <strong>{label}</strong> : <Link href={href(kind)}>{label}</Link>}
              {row && (
                <>
                  {' '}
                  <Light value={row.light} label={lightText[row.light]} />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Details>
  )
}
