import { sql } from 'kysely'
import { type CareKind, careKinds } from '#kernel/care-kinds.ts'
import { addDays, instantOf, isLocalDate, type LocalDate, localDateOf, localTimeOf } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { newId } from '#kernel/ids.ts'
import { type Light, lights } from '#kernel/lights.ts'
import { careKindText, daypartText, lightText } from '#kernel/text.nl.ts'
import { getRegion, listReasons, type Reason, type RegionFacts } from '#modules/regions/index.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import type { FormReader } from '#platform/http/form-reader.ts'
import { daysAhead } from './rules/cell.ts'
import { type CellRefusal, refusalOf, type Wish } from './rules/setting.ts'
import { setLightsIn } from './setting.ts'
import { cellRefusalText } from './text.nl.ts'

/** One line of a file with lights. A team is recognised by its name within the own organisation. */
export type LightLine = {
  team: string
  on: LocalDate
  daypart: Daypart
  careKind: CareKind | ''
  light: Light
  reason: string | null
  reasonText: string | null
  until: Date | null
  hours: number | null
  newClients: number | null
}
type Known = LightLine & { version: number }

export function lightFormat(region: RegionFacts): CsvFormat<LightLine> {
  const reasons = listReasons(region, 'light')
  return {
    columns: [
      { key: 'team', header: 'Team', required: true, write: (row) => row.team },
      { key: 'on', header: 'Datum', also: ['Dag'], required: true, write: (row) => row.on },
      { key: 'daypart', header: 'Dagdeel', required: true, write: (row) => daypartText[row.daypart] },
      { key: 'careKind', header: 'Soort zorg', write: (row) => row.careKind && careKindText[row.careKind] },
      {
        key: 'light',
        header: 'Licht',
        also: ['Stoplicht', 'Kleur'],
        required: true,
        write: (row) => lightText[row.light],
      },
      { key: 'reason', header: 'Reden', write: (row) => reasons.find(({ code }) => code === row.reason)?.label },
      { key: 'reasonText', header: 'Toelichting', write: (row) => row.reasonText },
      {
        key: 'until',
        header: 'Tot',
        write: (row) => row.until && `${localDateOf(row.until)} ${localTimeOf(row.until)}`,
      },
      { key: 'hours', header: 'Vrije uren', write: (row) => row.hours?.toString().replace('.', ',') },
      { key: 'newClients', header: 'Nieuwe cliënten', write: (row) => row.newClients },
    ],
    read: (cells) => ({
      team: cells.line('team', { required: 'Vul de naam van het team in', max: 80 }) ?? '',
      on:
        cells.parsed('on', parseDay, 'Vul een datum in, zoals 2026-11-23 of 23-11-2026', {
          required: 'Vul de datum in',
        }) ?? '',
      daypart: readWord(cells, 'daypart', dayparts, daypartText, 'Kies ochtend, middag, avond of nacht') ?? 'morning',
      careKind: readOptional(cells, 'careKind', careKinds, careKindText) ?? '',
      light: readWord(cells, 'light', lights, lightText, 'Kies groen, oranje, rood of niet opgegeven') ?? 'unknown',
      reason: readReason(cells, reasons),
      reasonText: cells.line('reasonText', { max: 200 }) ?? null,
      until: cells.parsed('until', parseMoment, 'Vul een moment in, zoals 2026-11-23 14:00') ?? null,
      hours: cells.number('hours', { min: 0, max: 100 }) ?? null,
      newClients: cells.integer('newClients', { min: 0, max: 99 }) ?? null,
    }),
    identity,
    maxRows: 20_000,
  }
}

const identity = (row: LightLine) => `${row.team.toLowerCase()}|${row.on}|${row.daypart}|${row.careKind}`

/** The lights of one's own teams from today on, as lines of a file. */
export async function listLightLines(tx: Tx): Promise<Known[]> {
  const { actor } = tx.scope
  if (actor.kind !== 'user') throw new NotAllowed()
  const today = localDateOf(tx.scope.now())
  const { rows } = await sql<Omit<Known, 'hours'> & { freeMinutes: number | null }>`
    select t.name as team, l.light_on as on, l.daypart, l.care_kind as "careKind", l.light, l.reason,
      l.reason_text as "reasonText", l.until_at as until, l.free_minutes as "freeMinutes", l.new_clients as "newClients", l.version
    from capacity.light l join organizations.team t on t.id = l.team_id
    where l.organization_id = ${actor.organizationId} and t.active
      and l.light_on between ${today}::date - 1 and ${addDays(today, daysAhead)}::date
    order by t.name, l.light_on, array_position(array['morning', 'afternoon', 'evening', 'night'], l.daypart), l.care_kind`.execute(
    tx.db,
  )
  return rows.map(({ freeMinutes, ...row }) => ({ ...row, hours: freeMinutes === null ? null : freeMinutes / 60 }))
}

export async function planLights(
  tx: Tx,
  file: Pick<CsvRows<LightLine>, 'rows' | 'present'>,
): Promise<Plan<Change<LightLine>>> {
  const region = await getRegion(tx)
  const teams = await ownTeams(tx)
  const setting = { ownTeamIds: new Set(teams.values()), reasons: listReasons(region, 'light'), now: tx.scope.now() }
  return planChanges({
    columns: lightFormat(region).columns,
    file,
    known: await listLightLines(tx),
    identity,
    label: (row) =>
      `${row.team}, ${row.on} ${daypartText[row.daypart]}${row.careKind ? `, ${careKindText[row.careKind]}` : ''}`,
    refuse: ({ after }) => {
      const why = refusalOf(toWish(after, teams), setting)
      return why && { column: columnOf[why], message: cellRefusalText[why] }
    },
  })
}

const columnOf: Record<CellRefusal, string> = {
  'foreign-team': 'Team',
  past: 'Datum',
  'too-far': 'Datum',
  twice: 'Datum',
  'no-reason': 'Reden',
  'unknown-reason': 'Reden',
  'reason-wants-text': 'Toelichting',
  'text-too-long': 'Toelichting',
  'until-past': 'Tot',
  'numbers-do-not-fit': 'Vrije uren',
}

export async function saveLightLines(tx: Tx, steps: readonly Change<LightLine>[]): Promise<void> {
  const teams = await ownTeams(tx)
  const cells = steps.map(({ before, after }) => ({
    ...toWish(after, teams),
    seen: (before as Known | undefined)?.version ?? 0,
  }))
  if (cells.length === 0) return
  const outcome = await setLightsIn(tx, { key: `csv:${newId()}`, channel: 'csv', cells })
  if (!outcome.ok) throw new PlanIsStale()
}

function toWish({ team, hours, ...line }: LightLine, teams: ReadonlyMap<string, string>): Wish {
  const { on, daypart, careKind, light, reason, reasonText, until, newClients } = line
  const freeMinutes = hours === null ? null : Math.round(hours * 60)
  const teamId = teams.get(team.toLowerCase()) ?? ''
  return { teamId, on, daypart, careKind, light, reason, reasonText, until, freeMinutes, newClients }
}

async function ownTeams(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { actor } = tx.scope
  if (actor.kind !== 'user') throw new NotAllowed()
  const rows = await tx.db
    .selectFrom('organizations.team')
    .select(['id', 'name'])
    .where('organization_id', '=', actor.organizationId)
    .where('active', '=', true)
    .execute()
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
}

/** '2026-11-23', '23-11-2026' or '23/11/2026'. */
function parseDay(text: string): LocalDate | undefined {
  const dutch = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text)
  const day = dutch ? `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}` : text
  return isLocalDate(day) ? day : undefined
}

function parseMoment(text: string): Date | undefined {
  const [date = '', time = '24:00'] = text.split(/[ T]+/)
  const day = parseDay(date)
  const clock = /^([01]?\d|2[0-4]):[0-5]\d$/.test(time) ? time.padStart(5, '0') : undefined
  if (!day || !clock || clock > '24:00') return undefined
  return instantOf(day, clock)
}

function readWord<Code extends string>(
  cells: FormReader,
  key: string,
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
  required: string,
): Code | undefined {
  return cells.parsed(key, (text) => wordOf(text, codes, words), required, { required })
}

function readOptional<Code extends string>(
  cells: FormReader,
  key: string,
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): Code | undefined {
  return cells.parsed(
    key,
    (text) => wordOf(text, codes, words),
    `Kies uit: ${codes.map((code) => words[code]).join('; ')}`,
  )
}

function wordOf<Code extends string>(
  text: string,
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): Code | undefined {
  const word = text.toLowerCase()
  return codes.find((code) => code === word || words[code].toLowerCase() === word)
}

function readReason(cells: FormReader, reasons: readonly Reason[]): string | null {
  const find = (text: string) =>
    reasons.find(({ code, label }) => code === text || label.toLowerCase() === text.toLowerCase())?.code
  return cells.parsed('reason', find, `Kies uit: ${reasons.map(({ label }) => label).join('; ')}`) ?? null
}
