import { type Compilable, type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { mostInOneList, type RegionFilters, type RegionQuestion, teamsPerPage } from './region-question.ts'
import type { RegionTeam } from './shown-light.ts'
import { lightsBetween } from './store.ts'

/** From most to least room, as the database sorts. */
export const rank = (light: RawBuilder<unknown>) =>
  sql<number>`array_position(array['green', 'amber', 'red', 'unknown'], ${light})`

/**
 * The teams of `page` with their lights, which are asked per team so that an index finds them.
 *
 * @param lights selects what is said in general about the team `p`, as one JSON array
 */
export function teamsOf(scope: Scope, from: LocalDate, to: LocalDate, lights: RawBuilder<unknown>) {
  return sql`coalesce((
    select json_agg(json_build_object('id', p.id, 'name', p.name, 'organizationId', p.organization_id,
      'organization', p.organization, 'phone', p.phone, 'expertises', p.expertises, 'municipality', p.municipality,
      'lights', coalesce((${lights}), '[]'),
      'narrowed', coalesce((select json_agg(n) from (
        select ${shown} from ${lightsBetween(scope, from, to)} l
        where l.team_id = p.id and l.care_kind <> '' and l.light <> 'unknown' order by l.light_on, l.care_kind) n), '[]')
    ) order by p.rank, p.organization, p.name, p.id) from page p
  ), '[]'::json)`
}

/** Teams with their lights, for a live page; without those that this viewer may not see or that the filters leave out. */
export function teamsQuery(
  scope: Scope,
  teamIds: readonly string[],
  { from, to, filters }: { from: LocalDate; to: LocalDate; filters: RegionFilters },
): Compilable<{ team: RegionTeam }> {
  const general = generalOf(scope, from, to, filters)
  const query = sql<{ team: RegionTeam }>`
    with page as materialized (select s.*, 0 as rank, null as municipality from (${selectTeams(filters)}) s where s.id = any (${[...teamIds]}::uuid[]))
    select t.team from json_array_elements(${teamsOf(scope, from, to, general)}) t(team)`
  return { compile: () => query.compile(build) }
}

/** What the team `p` says in general, as one JSON array; for who asks for a kind of care what it says of that. */
export function generalOf(scope: Scope, from: LocalDate, to: LocalDate, { expertise, careKind }: RegionFilters) {
  const narrowing = expertise ?? careKind ?? ''
  return listed(sql`
    select distinct on (l.light_on, l.daypart) ${shown} from ${lightsBetween(scope, from, to)} l
    where l.team_id = p.id and l.care_kind in ('', ${narrowing})
    order by l.light_on, l.daypart, (l.light = 'unknown'), l.care_kind desc`)
}

/** Rows as one JSON array. */
const listed = (rows: RawBuilder<unknown>) => sql`select json_agg(g) from (${rows}) g`

/** The columns of a `ShownLight`. */
export const shown = sql`l.light_on as "on", l.daypart, l.care_kind as "careKind", l.light, l.set_at as "setAt",
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
export function selectLit(scope: Scope, on: LocalDate, { careKind, expertise }: RegionFilters) {
  const narrowing = expertise ?? careKind
  const said = sql`from ${lightsBetween(scope, on, on)} l join seen on seen.id = l.team_id`
  if (!narrowing) return sql`select l.* ${said} where l.care_kind = ''`
  return sql`
    select distinct on (l.team_id, l.daypart) l.*
    ${said} where l.care_kind in ('', ${narrowing})
    order by l.team_id, l.daypart, (l.light = 'unknown'), l.care_kind desc`
}

/** The teams of one page of a list. */
export function selectPage({ page }: Pick<RegionQuestion, 'page'>, perPage: number) {
  return sql`
    select *, null as municipality from kept
    order by rank, organization, name, id limit ${perPage} offset ${(page - 1) * perPage}`
}

/**
 * The first few of each municipality when there are many teams, and else the first page. A team is of the municipality where it
 * serves most postcodes; asked only when there are that many.
 */
export function selectFirstPerMunicipality() {
  return sql`
    select * from (
      select k.*, h.municipality,
        row_number() over (order by k.rank, k.organization, k.name, k.id) as place,
        row_number() over (partition by h.municipality order by k.rank, k.organization, k.name, k.id) as place_there,
        count(*) over () as all_teams
      from kept k left join (
        select distinct on (x.team_id) x.team_id, m.name as municipality from (
          select a.team_id, p.municipality_id, count(*) as areas from organizations.service_area a
          join kept on kept.id = a.team_id
          join regions.postcode_area p on p.pc4 = a.pc4 and p.region_id = platform.actor_region()
          where (select count(*) from kept) > ${mostInOneList} group by 1, 2
        ) x join regions.municipality m on m.id = x.municipality_id
        order by x.team_id, x.areas desc, m.name
      ) h on h.team_id = k.id
    ) ranked
    where case when all_teams > ${mostInOneList} then place_there <= ${firstPerMunicipality} else place <= ${teamsPerPage.day} end`
}

/** How many of a municipality stand in its fold, most room first. */
const firstPerMunicipality = 5

/** Every postcode area of the region with the best light of the teams that serve it; counted before anything is joined. */
export function selectAreas() {
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
