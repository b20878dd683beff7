import { type Compilable, type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { selectTeams } from './region-store.ts'
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
 * Who near a team has room in a part of a day, as many as `most`, in the order of `nearestWithRoom`. Those that serve one of
 * its postcodes are looked at first; the rest of the region, and how far everyone is, only when these are not enough: so a
 * region of a hundred times as many teams answers as quickly. Goes along with the query of a page.
 */
export function alternativesQuery(
  scope: Scope,
  { teamId, on, daypart, most }: { teamId: string; on: LocalDate; daypart: Daypart; most: number },
): Compilable<Alternative> {
  const query = sql<Alternative>`
    with own as materialized (
      select t.expertises, m.latitude, m.longitude from organizations.team t, lateral (${middleOf(sql`t.id`)}) m
      where t.id = ${teamId}
    ), common as materialized (
      select a.team_id, count(*)::int as shared from organizations.service_area a
      where a.pc4 in (select o.pc4 from organizations.service_area o where o.team_id = ${teamId}) group by a.team_id
    ), lit as materialized (
      select s.id, s.name, s.organization, s.phone, l.light, l.set_at, l.free_minutes, l.new_clients,
        coalesce(c.shared, 0) as shared,
        array(select e from unnest(s.expertises) e where e = any (own.expertises)) as expertises
      from own cross join ${lightsBetween(scope, on, on)} l join (${selectTeams({})}) s on s.id = l.team_id
      left join common c on c.team_id = s.id
      where s.id <> ${teamId} and l.care_kind = '' and l.daypart = ${daypart} and l.light in ('green', 'amber')
    ), worst as materialized (
      -- The last that is certainly shown, before distance decides; who comes after it needs no distance.
      select light, shared, cardinality(expertises) as alike from lit ${beforeDistance} offset ${most - 1} limit 1
    ), candidate as materialized (
      select l.* from lit l where not exists (select from worst w where
        (l.light = 'amber', l.shared = 0, -cardinality(l.expertises), -l.shared)
          > (w.light = 'amber', w.shared = 0, -w.alike, -w.shared))
    )
    select c.id, c.name, c.organization, c.phone, c.light, c.set_at as "setAt", c.free_minutes as "freeMinutes",
      c.new_clients as "newClients", c.shared, c.expertises,
      111.2 * sqrt((m.latitude - own.latitude) ^ 2
        + ((m.longitude - own.longitude) * cos(radians(own.latitude))) ^ 2) as kilometres
    from candidate c cross join own cross join lateral (${middleOf(sql`c.id`)}) m
    order by c.light = 'amber', c.shared = 0, cardinality(c.expertises) desc, c.shared desc, kilometres, c.id limit ${most}`
  return { compile: () => query.compile(build) }
}

const beforeDistance = sql`order by light = 'amber', shared = 0, cardinality(expertises) desc, shared desc`

/** The middle of the area that a team serves; nothing when it serves none. */
const middleOf = (teamId: RawBuilder<unknown>) => sql`
  select avg(p.latitude) as latitude, avg(p.longitude) as longitude from organizations.service_area a
  join regions.postcode_area p on p.pc4 = a.pc4 and p.region_id = platform.actor_region() where a.team_id = ${teamId}`
