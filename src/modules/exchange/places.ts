import type { HealthcareService } from 'fhir/r4'
import { type Compilable, sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { systems } from './resources.ts'

/** Where a service is, and for a coordinating team where it comes. */
type Places = Pick<HealthcareService, 'location' | 'coverageArea'>

/**
 * What is no part of a service's own versions: a team's own places have versions of their own, and which coordinating team serves
 * which postcode is kept in the division of the region.
 */
export async function placesOf(scope: Scope, ids: readonly string[]): Promise<Map<string, Places>> {
  if (ids.length === 0) return new Map()
  const { locations, areas } = await read(scope, {
    locations: locationsQuery(ids),
    areas: areasQuery(ids),
  })
  const found = new Map<string, Places>()
  const add = (id: string, places: Places) => found.set(id, { ...found.get(id), ...places })
  for (const id of ids) {
    const own = locations.filter(({ serviceId }) => serviceId === id)
    if (own.length > 0)
      add(id, { location: own.map((one) => ({ reference: `Location/${one.id}`, display: one.name })) })
    const area = areas.find(({ serviceId }) => serviceId === id)
    if (area?.everywhere) add(id, { coverageArea: [{ type: 'Location', display: 'De hele regio' }] })
    else if (area)
      add(id, {
        coverageArea: area.pc4s.map((pc4) => ({
          type: 'Location',
          identifier: { system: systems.postcodeArea, value: pc4 },
        })),
      })
  }
  return found
}

type ServiceLocation = { id: string; serviceId: string; name: string }

/** The team's own places first, then the offices of its organisation. */
function locationsQuery(ids: readonly string[]): Compilable<ServiceLocation> {
  const query = sql<ServiceLocation>`
    select l.id, t.id as "serviceId", l.name from organizations.team t
    join organizations.location l on l.team_id = t.id or (l.team_id is null and l.organization_id = t.organization_id)
    where t.id = any (${ids}::uuid[]) and l.active
    order by l.team_id nulls last, l.name, l.id`
  return { compile: () => query.compile(build) }
}

type Area = { serviceId: string; everywhere: boolean; pc4s: string[] }

function areasQuery(ids: readonly string[]): Compilable<Area> {
  const query = sql<Area>`
    select r.coordinating_team_id as "serviceId", bool_or(r.pc4s is null) as everywhere,
      array(select distinct p from coordination.route o cross join unnest(o.pc4s) p
        where o.coordinating_team_id = r.coordinating_team_id order by p) as pc4s
    from coordination.route r where r.coordinating_team_id = any (${ids}::uuid[]) group by 1`
  return { compile: () => query.compile(build) }
}
