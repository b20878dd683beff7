import { type Compilable, type RawBuilder, sql } from 'kysely'
import { localDateOf } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { type Light, lights } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { daysOf, isOfRegion, type RegionQuestion, teamsPerPage } from './region-question.ts'
import {
  generalOf,
  rank,
  selectAreas,
  selectFirstPerMunicipality,
  selectLit,
  selectPage,
  selectTeams,
  shown,
  teamsOf,
} from './region-store.ts'
import { endOf } from './rules/cell.ts'
import type { RegionTeam } from './shown-light.ts'
import { lightsBetween } from './store.ts'

/** How many teams say what about a daypart; those that say nothing are counted under `unknown`. */
export type Stand = { daypart: Daypart; counts: Record<Light, number> }

export type RegionArea = {
  pc4: string
  place: string
  municipality: string
  latitude: number
  longitude: number
  /** The best light of the teams that serve it. */
  light: Light
  teams: number
  withRoom: number
}

export type RegionView = {
  /** How many teams the filters leave. */
  total: number
  teams: RegionTeam[]
  stands: Stand[]
  areas: RegionArea[]
}

/**
 * All that one page of the region view shows, in one statement. Which teams are in it is asked of the audience; row-level
 * security stands behind it. A light that was narrowed to the kind of care one asks for goes before the general one.
 */
export async function getRegionView(scope: Scope, question: RegionQuestion): Promise<RegionView> {
  const { view } = await read(scope, { view: regionViewQuery(asOf(scope, question), question) })
  return toView(view)
}

export function toView(rows: readonly RegionRow[]): RegionView {
  const found = rows[0]
  if (!found) throw new Error('The region view answered nothing.')
  return { ...found, stands: toStands(found.stands, found.total), areas: found.areas.map(withoutRank) }
}

/** A day that is over is shown as it was at its end; later everything about it would be grey. */
function asOf(scope: Scope, { on }: RegionQuestion): Scope {
  if (on >= todayOf(scope)) return scope
  const end = new Date(endOf({ on, daypart: 'evening' }).getTime() - 1)
  return { ...scope, now: () => end }
}

type CountRow = { daypart: Daypart; light: Light; count: number }
type AreaRow = Omit<RegionArea, 'light'> & { rank: number | null }
/** The answer of the database, before `toView`. */
export type RegionRow = { total: number; teams: RegionTeam[]; stands: CountRow[]; areas: AreaRow[] }

/** Goes along with the query of a page; `toView` reads its answer. */
export function regionViewQuery(scope: Scope, question: RegionQuestion): Compilable<RegionRow> {
  const query = question.view === 'week' ? weekQuery(scope, question) : dayQuery(scope, question)
  return { compile: () => query.compile(build) }
}

/** The same for a day, with columns of one's own: they may use `kept` (the teams, each with its `rank`) and `lit` (their lights). */
export function regionDayQuery<More>(scope: Scope, question: RegionQuestion, more: RawBuilder<unknown>) {
  const query = dayQuery(scope, question, sql`, ${more}`)
  return { compile: () => query.compile(build) } as Compilable<RegionRow & More>
}

function dayQuery(scope: Scope, question: RegionQuestion, more = sql``) {
  const { view, on, filters } = question
  const perPage = teamsPerPage[view]
  const onlyDaypart = filters.daypart ? sql`and l.daypart = ${filters.daypart}` : sql``
  return sql<RegionRow>`
    with seen as materialized (${selectTeams(filters)}),
    lit as materialized (${selectLit(scope, on, filters)}),
    best as materialized (
      select s.id, coalesce(min(${rank(sql`l.light`)}), 4) as rank
      from seen s left join lit l on l.team_id = s.id ${onlyDaypart} group by s.id
    ),
    kept as materialized (
      select s.*, b.rank from seen s join best b on b.id = s.id ${filters.room ? sql`where b.rank = 1` : sql``}
    ),
    page as materialized (${isOfRegion(question) ? selectFirstPerMunicipality() : selectPage(question, perPage)}),
    told as materialized (
      select l.team_id, json_agg((select x from (select ${shown}) x) order by l.daypart) as lights
      from lit l join page p on p.id = l.team_id group by l.team_id
    )
    select
      (select count(*)::int from kept) as total,
      ${teamsOf(scope, on, on, sql`select t.lights from told t where t.team_id = p.id`)} as teams,
      coalesce((
        select json_agg(c) from (
          select l.daypart, l.light, count(*)::int as count from lit l join kept k on k.id = l.team_id group by 1, 2
        ) c
      ), '[]') as stands,
      (${view === 'list' ? sql`'[]'::json` : selectAreas()}) as areas${more}`
}

/** A week asks for the lights of the teams on its page only, so that it is as quick in a region of a hundred times as many. */
function weekQuery(scope: Scope, question: RegionQuestion) {
  const { from, to } = daysOf(question)
  const { filters, page } = question
  const perPage = teamsPerPage.week
  const narrowing = filters.expertise ?? filters.careKind ?? ''
  return sql<RegionRow>`
    with seen as materialized (${selectTeams(filters)}),
    kept as materialized (
      select s.* from seen s ${
        filters.room
          ? sql`where exists (select from ${lightsBetween(scope, from, to)} l where l.team_id = s.id and l.light = 'green'
              and l.care_kind in ('', ${narrowing}) ${filters.daypart ? sql`and l.daypart = ${filters.daypart}` : sql``})`
          : sql``
      }
    ),
    page as materialized (
      select *, 0 as rank, null as municipality from kept order by organization, name, id limit ${perPage} offset ${(page - 1) * perPage}
    )
    select
      (select count(*)::int from kept) as total,
      ${teamsOf(scope, from, to, generalOf(scope, from, to, filters))} as teams,
      '[]'::json as stands, '[]'::json as areas`
}

/** What nobody said is said by nobody: the rest of the teams. */
function toStands(rows: readonly CountRow[], total: number): Stand[] {
  return (['morning', 'afternoon', 'evening', 'night'] as const).map((daypart) => {
    const told = rows.filter((row) => row.daypart === daypart && row.light !== 'unknown')
    const counts = Object.fromEntries(
      lights.map((light) => [light, told.find((row) => row.light === light)?.count ?? 0]),
    ) as Record<Light, number>
    counts.unknown = total - counts.green - counts.amber - counts.red
    return { daypart, counts }
  })
}

function withoutRank({ rank: place, ...area }: AreaRow): RegionArea {
  return { ...area, light: lights[(place ?? 4) - 1] ?? 'unknown' }
}

/** The day it is for whoever asks. */
export const todayOf = (scope: Scope) => localDateOf(scope.now())
