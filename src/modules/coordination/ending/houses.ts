import { sql } from 'kysely'
import { localDateOf } from '#kernel/dates.ts'
import type { Light } from '#kernel/lights.ts'
import { selectLights } from '#modules/capacity/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read, type Tx } from '#platform/database/transaction.ts'
import { isWanted } from '../inquiry/inquiry-store.ts'
import { roomFirst, roomOf, toBed } from '../rules/beds.ts'

/** A team that gives temporary stay, and whether it says that it has a bed. */
export type House = { id: string; name: string; phone: string | null; light: Light }

/** Where somebody can stay for a while, who has room first; not with whom the client does not want. */
export async function listHouses(scope: Scope, requestId: string): Promise<House[]> {
  const today = localDateOf(scope.now())
  const { houses, lights } = await read(scope, {
    houses: housesQuery(requestId),
    lights: selectLights(scope, today, today).where('l.care_kind', 'in', ['', toBed]),
  })
  return roomFirst(houses.map((house) => ({ ...house, light: roomOf(house.id, lights) })))
}

/** The one that was chosen, when it is still one of them. */
export async function findHouse(tx: Tx, requestId: string, id: string): Promise<Omit<House, 'light'> | undefined> {
  const { rows } = await tx.db.executeQuery(housesQuery(requestId).where('t.id', '=', id).compile())
  return rows[0]
}

function housesQuery(requestId: string) {
  return build
    .selectFrom('organizations.team as t')
    .innerJoin('organizations.organization as o', 'o.id', 't.organization_id')
    .select([
      't.id',
      sql<string>`o.name || ', ' || t.name`.as('name'),
      sql<string | null>`coalesce(t.phone, o.phone)`.as('phone'),
    ])
    .where('t.active', '=', true)
    .where('o.active', '=', true)
    .where('o.kind', '=', 'provider')
    .where(sql<boolean>`${toBed} = any (t.care_kinds)`)
    .where(isWanted(requestId, 'o.id'))
    .orderBy('o.name')
    .orderBy('t.name')
}
