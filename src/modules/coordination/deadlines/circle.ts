import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'
import { listServing } from '../inquiry/inquiry-store.ts'
import type { circleAt } from '../rules/ladder.ts'

type Circle = { organizationIds: string[]; teamIds: string[] }
type Wanted = { requestId: string; circle: ReturnType<typeof circleAt> }
/** How many teams around count as neighbours. */
const neighbours = 4

/** Who looks along with each request from its step on: organisations that serve the postcode, the teams around, or all teams. */
export async function findCircles(tx: Tx, wanted: readonly Wanted[]): Promise<Map<string, Circle>> {
  const asked = wanted.filter(({ circle }) => circle)
  if (asked.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('requests.care_request')
    .select(['id', 'pc4', sql<string[]>`requests.unwanted_by_client(id)`.as('unwanted')])
    .where('id', '=', sql<string>`any (${`{${asked.map(({ requestId }) => requestId).join(',')}}`}::uuid[])`)
    .execute()
  const askedOf = new Map(rows.map((row) => [row.id, row]))
  // Many lie in one neighbourhood, and have one circle.
  const found = new Map<string, Circle>()
  const circles = new Map<string, Circle>()
  for (const { requestId, circle } of asked) {
    const row = askedOf.get(requestId)
    if (!circle || !row) continue
    const { pc4, unwanted } = row
    const key = `${circle} ${pc4}`
    const known = found.get(key) ?? (await findCircle(tx, pc4, circle))
    found.set(key, known)
    const organizationIds = known.organizationIds.filter((id) => !unwanted.includes(id))
    circles.set(requestId, { ...known, organizationIds })
  }
  return circles
}

async function findCircle(tx: Tx, pc4: string, circle: NonNullable<Wanted['circle']>): Promise<Circle> {
  if (circle === 'serving-organizations') return { organizationIds: await listServing(tx, pc4), teamIds: [] }
  return { organizationIds: [], teamIds: await listTeams(tx, pc4, circle === 'all-teams' ? null : neighbours) }
}

/**
 * Area teams by how near the nearest postcode of their routes is, straight as the crow flies: near enough to know who is next
 * door. One degree east is 0.61 of one degree north at 52° N.
 */
async function listTeams(tx: Tx, pc4: string, most: number | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id
    from organizations.coordinating_team t
      left join coordination.route r on r.coordinating_team_id = t.id
      left join regions.postcode_area a on a.region_id = t.region_id and a.pc4 = any (r.pc4s)
      left join regions.postcode_area here on here.region_id = t.region_id and here.pc4 = ${pc4}
    where t.region_id = ${tx.scope.actor.regionId}::uuid and t.active and t.kind = 'area'
    group by t.id
    order by min((a.latitude - here.latitude) ^ 2 + ((a.longitude - here.longitude) * 0.61) ^ 2) nulls last, t.id
    limit ${most}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** The organisation of the region manager; without one the desk keeps what would go there. */
export async function findRegionOffice(tx: Tx): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('organizations.organization')
    .select('id')
    .where('region_id', '=', tx.scope.actor.regionId)
    .where('kind', '=', 'region-office')
    .where('active', '=', true)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}
