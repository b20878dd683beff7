import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import type { AddressService } from './address-service.ts'

/** So many addresses at a time: the service is everybody's. */
const batch = 50

/**
 * Looks up where offices and bases lie whose point nobody wrote down; answers how many it asked. Each address once, and again only
 * when it changed.
 *
 * @throws AddressServiceFailed
 */
export async function findPlaces(scope: Scope, service: AddressService): Promise<number> {
  const locations = await inTransaction(scope, ({ db }) =>
    db
      .selectFrom('organizations.location as l')
      .leftJoin('matching.found_place as f', 'f.location_id', 'l.id')
      .select(['l.id', 'l.street', 'l.postcode', 'l.place', 'f.address'])
      .where('l.region_id', '=', scope.actor.regionId)
      .where('l.active', '=', true)
      .where('l.latitude', 'is', null)
      .where('l.street', 'is not', null)
      .where('l.postcode', 'is not', null)
      .orderBy('l.id')
      .execute(),
  )
  const unknown = locations
    .map(({ id, street, postcode, place, address }) => {
      const at = { street: street ?? '', postcode: postcode ?? '', place: place ?? '' }
      return { id, at, written: `${at.street}, ${at.postcode} ${at.place}`, address }
    })
    .filter(({ written, address }) => written !== address)
    .slice(0, batch)
  for (const { id, at, written } of unknown) {
    const found = await service.find(at)
    const row = {
      address: written,
      latitude: found?.latitude ?? null,
      longitude: found?.longitude ?? null,
      asked_at: scope.now(),
    }
    await inTransaction(scope, ({ db }) =>
      db
        .insertInto('matching.found_place')
        .values({ location_id: id, region_id: scope.actor.regionId, ...row })
        .onConflict((conflict) => conflict.column('location_id').doUpdateSet(row))
        .execute(),
    )
  }
  return unknown.length
}
