import { type Compilable, type RawBuilder, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { type Light, lights } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { daysOf, type RegionFilters, type RegionQuestion } from './region-question.ts'
import { endOf } from './rules/cell.ts'
import { lightsBetween } from './store.ts'

/** One light of a team, as others see it: what it says, how old it is, and why. Who said it is the organisation. */
export type ShownLight = {
  on: LocalDate
  daypart: Daypart
  careKind: CareKind | ''
  light: Light
  setAt: string
  until: string | null
  freeMinutes: number | null
  newClients: number | null
  reason: string | null
  reasonText: string | null
}

export type RegionTeam = {
  id: string
  name: string
  organizationId: string
  organization: string
  phone: string | null
  expertises: string[]
  lights: ShownLight[]
  /** What holds for one kind of care only. */
  narrowed: ShownLight[]
}

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

export const teamsPerPage = { day: 40, list: 40, map: 0, week: 25 } as const

/** From most to least room, as the database sorts. */
export const rank = (light: RawBuilder<unknown>) =>
  sql<number>`array_position(array['green', 'amber', 'red', 'unknown'], ${light})`

/**
 * All that one page of the region view shows, in one statement. Which teams are in it is asked of the audience; row-level
 * security stands behind it. A light that was narrowed to the kind of care one asks for goes before the general one.
 */
export async function getRegionView(scope: Scope, question: RegionQuestion): Promise<RegionView> {
  const { view } = await read(scope, { view: regionViewQuery(asOf(scope, question), question) })
  return toView(view)
}

export function toView(rows: readonly Row[]): RegionView {
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
type Row = { total: number; teams: RegionTeam[]; stands: CountRow[]; areas: AreaRow[] }

/** Goes along with the query of a page; `toView` reads its answer. */
export function regionViewQuery(scope: Scope, question: RegionQuestion): Compilable<Row> {
  const query = question.view === 'week' ? weekQuery(scope, question) : dayQuery(scope, question)
  return { compile: () => query.compile(build) }
}

function dayQuery(scope: Scope, { view, on, filters, page }: RegionQuestion) {
  const perPage = teamsPerPage[view]
  const onlyDaypart = filters.daypart ? sql`and l.daypart = ${filters.daypart}` : sql``
  return sql<Row>`
    with seen as materialized (${selectTeams(filters)}),
    lit as materialized (${selectLit(scope, on, filters)}),
    best as materialized (
      select s.id, coalesce(min(${rank(sql`l.light`)}), 4) as rank
      from seen s left join lit l on l.team_id = s.id ${onlyDaypart} group by s.id
    ),
    kept as materialized (
      select s.*, b.rank from seen s join best b on b.id = s.id ${filters.room ? sql`where b.rank = 1` : sql``}
    ),
    page as materialized (
      select * from kept order by rank, organization, name, id limit ${perPage} offset ${(page - 1) * perPage}
    )
    select
      (select count(*)::int from kept) as total,
      ${teamsOf(scope, on, on, sql`select ${shown} from lit l where l.team_id = p.id order by l.daypart`)} as teams,
      coalesce((
        select json_agg(c) from (
          select l.daypart, l.light, count(*)::int as count from lit l join kept k on k.id = l.team_id group by 1, 2
        ) c
      ), '[]') as stands,
      (${view === 'list' ? sql`'[]'::json` : selectAreas()}) as areas`
}

/** A week asks for the lights of the teams on its page only, so that it is as quick in a region of a hundred times as many. */
function weekQuery(scope: Scope, question: RegionQuestion) {
  const { from, to } = daysOf(question)
  const { filters, page } = question
  const perPage = teamsPerPage.week
  const narrowing = filters.expertise ?? filters.careKind ?? ''
  return sql<Row>`
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
      select *, 0 as rank from kept order by organization, name, id limit ${perPage} offset ${(page - 1) * perPage}
    )
    select
      (select count(*)::int from kept) as total,
      ${teamsOf(
        scope,
        from,
        to,
        sql`select distinct on (l.light_on, l.daypart) ${shown} from ${lightsBetween(scope, from, to)} l
            where l.team_id = p.id and l.care_kind in ('', ${narrowing})
            order by l.light_on, l.daypart, (l.light = 'unknown'), l.care_kind desc`,
      )} as teams,
      '[]'::json as stands, '[]'::json as areas`
}

/** The teams of a page with their lights. The lights are asked per team: so an index finds them. */
function teamsOf(scope: Scope, from: LocalDate, to: LocalDate, general: RawBuilder<unknown>) {
  return sql`coalesce((
    select json_agg(json_build_object('id', p.id, 'name', p.name, 'organizationId', p.organization_id,
      'organization', p.organization, 'phone', p.phone, 'expertises', p.expertises,
      'lights', coalesce((select json_agg(g) from (${general}) g), '[]'),
      'narrowed', coalesce((select json_agg(n) from (
        select ${shown} from ${lightsBetween(scope, from, to)} l
        where l.team_id = p.id and l.care_kind <> '' and l.light <> 'unknown' order by l.light_on, l.care_kind) n), '[]')
    ) order by p.rank, p.organization, p.name, p.id) from page p
  ), '[]'::json)`
}

/** Teams with their lights, for a live page; without those that this viewer may not see. */
export function teamsQuery(
  scope: Scope,
  teamIds: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Compilable<{ team: RegionTeam }> {
  const general = sql`select ${shown} from ${lightsBetween(scope, from, to)} l where l.team_id = p.id and l.care_kind = ''`
  const query = sql<{ team: RegionTeam }>`
    with page as materialized (select s.*, 0 as rank from (${selectTeams({})}) s where s.id = any (${[...teamIds]}::uuid[]))
    select t.team from json_array_elements(${teamsOf(scope, from, to, general)}) t(team)`
  return { compile: () => query.compile(build) }
}

const shown = sql`l.light_on as "on", l.daypart, l.care_kind as "careKind", l.light, l.set_at as "setAt",
  l.until_at as until, l.free_minutes as "freeMinutes", l.new_clients as "newClients", l.reason, l.reason_text as "reasonText"`

/** The teams of this region whose lights this viewer may see, as far as the filters leave them. */
export function selectTeams(filters: RegionFilters) {
  const { municipality, pc4, careKind, expertise, language, insurer } = filters
  const wanted = [
    pc4 && sql`exists (select from organizations.service_area a where a.team_id = t.id and a.pc4 = ${pc4})`,
    municipality &&
      sql`exists (select from organizations.service_area a
        join regions.postcode_area p on p.region_id = t.region_id and p.pc4 = a.pc4
        join regions.municipality m on m.id = p.municipality_id where a.team_id = t.id and m.name = ${municipality})`,
    careKind && sql`${careKind} = any (t.care_kinds)`,
    expertise && sql`${expertise} = any (t.expertises)`,
    language && sql`${language} = any (o.languages)`,
    insurer && sql`${insurer} = any (o.insurers)`,
  ].filter((condition) => condition !== undefined && condition !== '')
  return sql`
    select t.id, t.name, t.phone, t.expertises, t.organization_id, o.name as organization
    from organizations.team t join organizations.organization o on o.id = t.organization_id
    where t.active and o.active and o.kind = 'provider'
      and t.organization_id in (select capacity.visible_organizations())
      ${sql.join(
        wanted.map((condition) => sql`and ${condition}`),
        sql` `,
      )}`
}

/** What each of these teams says about each daypart of a day. Only who asks for a kind of care has to choose between two. */
function selectLit(scope: Scope, on: LocalDate, { careKind, expertise }: RegionFilters) {
  const narrowing = expertise ?? careKind
  const said = sql`from ${lightsBetween(scope, on, on)} l join seen on seen.id = l.team_id`
  if (!narrowing) return sql`select l.* ${said} where l.care_kind = ''`
  return sql`
    select distinct on (l.team_id, l.daypart) l.*
    ${said} where l.care_kind in ('', ${narrowing})
    order by l.team_id, l.daypart, (l.light = 'unknown'), l.care_kind desc`
}

/** Every postcode area of the region with the best light of the teams that serve it; counted before anything is joined. */
function selectAreas() {
  return sql`
    select coalesce(json_agg(x order by x.pc4), '[]') from (
      select p.pc4, p.place, m.name as municipality, p.latitude, p.longitude,
        c.rank, coalesce(c.teams, 0) as teams, coalesce(c.room, 0) as "withRoom"
      from regions.postcode_area p join regions.municipality m on m.id = p.municipality_id
      left join (
        select a.pc4, min(k.rank) as rank, count(*)::int as teams, count(*) filter (where k.rank = 1)::int as room
        from organizations.service_area a join kept k on k.id = a.team_id group by a.pc4
      ) c on c.pc4 = p.pc4
      where p.region_id = platform.actor_region()
    ) x`
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
