import { careKindText } from '#kernel/text.nl.ts'
import { type CoordinatingTeam, readAreasOf, writeAreas } from '#modules/organizations/index.ts'
import type { RegionFacts } from '#modules/regions/index.ts'
import { sourceText } from '#modules/requests/index.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import { readWord, readWords, writeWords } from '#platform/csv/words.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { coverageOf } from '../rules/coverage.ts'
import { type KeptRoute, type RouteFacts, routesQuery, saveRouteIn, seenOfRoute } from './keeping-routes.ts'

/** A line of a file with routes, recognised by all but its postcodes and its remark. */
export function routeFormat(region: RegionFacts, teams: readonly CoordinatingTeam[]): CsvFormat<RouteFacts> {
  const teamText = Object.fromEntries(teams.map(({ id, name }) => [id, name]))
  return {
    columns: [
      { key: 'coordinatingTeamId', header: 'Team', required: true, write: (row) => teamText[row.coordinatingTeamId] },
      { key: 'priority', header: 'Volgorde', required: true, write: (row) => row.priority },
      { key: 'pc4s', header: 'Postcodes', required: true, write: (row) => row.pc4s && writeAreas(row.pc4s) },
      { key: 'careKinds', header: 'Soort zorg', write: (row) => writeWords(row.careKinds ?? [], careKindText) },
      { key: 'sources', header: 'Van wie', write: (row) => writeWords(row.sources ?? [], sourceText) },
      { key: 'remark', header: 'Opmerking', write: (row) => row.remark },
    ],
    read(cells) {
      const team = readWord(cells, 'coordinatingTeamId', teamText, { required: 'Vul de naam van het team in' })
      return {
        coordinatingTeamId: team ?? '',
        priority: cells.integer('priority', { min: 1, max: 999, required: 'Vul de volgorde in, zoals 100' }) ?? 100,
        pc4s: orNull(readAreasOf(cells, 'pc4s', region)),
        careKinds: orNull(readWords(cells, 'careKinds', careKindText)),
        sources: orNull(readWords(cells, 'sources', sourceText)),
        remark: cells.line('remark', { max: 120 }) ?? '',
      }
    },
    maxRows: 2000,
  }
}

/**
 * Two lines of the table may be alike in all but their postcodes; a file with both is told apart by their order, as an export
 * writes them.
 */
const likeness = ({ coordinatingTeamId, priority, careKinds, sources }: RouteFacts) =>
  JSON.stringify([coordinatingTeamId, priority, careKinds, sources])

type Step = Change<RouteFacts>

export async function planRoutes(
  tx: Tx,
  region: RegionFacts,
  teams: readonly CoordinatingTeam[],
  file: Pick<CsvRows<RouteFacts>, 'rows' | 'present'>,
): Promise<Plan<Step>> {
  const { rows } = await tx.db.executeQuery(routesQuery().compile())
  const known = rows as KeptRoute[]
  const places = new Map<RouteFacts, string>([...placed(known), ...placed(file.rows.map(({ value }) => value))])
  const plan = planChanges<RouteFacts>({
    columns: routeFormat(region, teams).columns,
    file,
    known,
    identity: (row) => places.get(row) ?? likeness(row),
    label: (row) => `${teams.find(({ id }) => id === row.coordinatingTeamId)?.name ?? ''}, volgorde ${row.priority}`,
  })
  const then = known.map((route) => {
    const step = plan.steps.find(({ before }) => before === route)
    return step ? { ...step.after, id: route.id } : route
  })
  for (const { before, after, line } of plan.steps) if (!before) then.push({ ...after, id: `line-${line}` })
  const working = then.filter((route) => teams.some(({ id, active }) => id === route.coordinatingTeamId && active))
  const { gaps, overlaps } = coverageOf(working, [...region.areas.keys()])
  plan.notes = [
    ...(gaps.length > 0 ? [`Daarna zonder team: ${writeAreas(gaps)}`] : []),
    ...(overlaps.length > 0 ? [`Daarna met twee of meer teams: ${writeAreas(overlaps.map(({ pc4 }) => pc4))}`] : []),
  ]
  return plan
}

/** The first of those that are alike, the second, and so on. */
function placed(rows: readonly RouteFacts[]): [RouteFacts, string][] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const number = (seen.get(likeness(row)) ?? 0) + 1
    seen.set(likeness(row), number)
    return [row, `${likeness(row)} ${number}`]
  })
}

export async function saveRoutes(tx: Tx, steps: readonly Step[]): Promise<void> {
  for (const { before, after } of steps) {
    const known = before as KeptRoute | undefined
    const outcome = await saveRouteIn(tx, { id: known?.id, seen: known ? seenOfRoute(known) : '', route: after })
    if (!outcome.ok) throw new PlanIsStale()
  }
}

function orNull(list: string[]): string[] | null {
  return list.length === 0 ? null : list
}
