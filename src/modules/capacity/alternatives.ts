import { type Compilable, sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { selectTeams } from './region-view.ts'
import { lightsBetween } from './store.ts'

/** A team that has room, or wants to talk, in the same part of a day as the one that has none. */
export type Alternative = {
  id: string
  name: string
  organization: string
  phone: string | null
  light: Light
  setAt: Date
  freeMinutes: number | null
  newClients: number | null
  shared: number
  kilometres: number | null
  expertises: string[]
}

/**
 * Everyone with room in a part of a day, with how near they are to a team: how many of its postcodes they serve, and how far
 * the middles of both service areas are apart. Goes along with the query of a page; `nearestWithRoom` chooses.
 */
export function alternativesQuery(
  scope: Scope,
  { teamId, on, daypart }: { teamId: string; on: LocalDate; daypart: Daypart },
): Compilable<Alternative> {
  const query = sql<Alternative>`
    with places as materialized (
      select a.team_id, a.pc4, p.latitude, p.longitude from organizations.service_area a
      left join regions.postcode_area p on p.pc4 = a.pc4 and p.region_id = platform.actor_region()
    ), middle as materialized (
      select team_id, avg(latitude) as latitude, avg(longitude) as longitude from places group by team_id
    ), common as materialized (
      select x.team_id, count(*)::int as shared from places x
      join places own on own.pc4 = x.pc4 and own.team_id = ${teamId} group by x.team_id
    ), own as materialized (
      select t.expertises, m.latitude, m.longitude from organizations.team t left join middle m on m.team_id = t.id
      where t.id = ${teamId}
    ), seen as materialized (${selectTeams({})}),
    lit as materialized (
      select * from ${lightsBetween(scope, on, on)} l
      where l.care_kind = '' and l.daypart = ${daypart} and l.light in ('green', 'amber')
    )
    select s.id, s.name, s.organization, s.phone, l.light, l.set_at as "setAt", l.free_minutes as "freeMinutes",
      l.new_clients as "newClients", coalesce(c.shared, 0) as shared,
      111.2 * sqrt((m.latitude - own.latitude) ^ 2
        + ((m.longitude - own.longitude) * cos(radians(own.latitude))) ^ 2) as kilometres,
      array(select e from unnest(s.expertises) e where e = any (own.expertises)) as expertises
    from seen s join lit l on l.team_id = s.id
    cross join own left join middle m on m.team_id = s.id left join common c on c.team_id = s.id
    where s.id <> ${teamId}`
  return { compile: () => query.compile(build) }
}
