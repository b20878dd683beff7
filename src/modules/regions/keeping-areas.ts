import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { type AreaPlace, areaPlacesQuery } from './places.ts'
import { canKeepRegion } from './policy.ts'
import { forgetRegion } from './region.ts'

/** The postcode areas as they are in the database, not those that this process still had in mind. */
export async function listAreaPlaces(scope: Scope): Promise<AreaPlace[]> {
  return (await read(scope, { found: areaPlacesQuery() })).found
}

export async function getAreaPlace(scope: Scope, pc4: string): Promise<AreaPlace> {
  const found = (await listAreaPlaces(scope)).find((area) => area.pc4 === pc4)
  if (!found) throw new NotFound()
  return found
}

export type SaveArea = { area: AreaPlace; isNew: boolean }

/** Adds a postcode area or changes it; a municipality that is not known yet is added. */
export const saveArea = command(async (tx, _actor, { area, isNew }: SaveArea): Promise<Outcome<void, 'is-there'>> => {
  permit(canKeepRegion(tx.scope.actor))
  if (isNew && (await exists(tx, area.pc4))) return refused('is-there')
  await saveAreasIn(tx, [area])
  return done(undefined)
})

/** The same for many, inside a transaction. */
export async function saveAreasIn(tx: Tx, areas: readonly AreaPlace[]): Promise<void> {
  const { actor } = tx.scope
  permit(canKeepRegion(actor))
  if (areas.length === 0) return
  const municipalities = await municipalitiesOf(tx, new Set(areas.map(({ municipality }) => municipality)))
  for (const { pc4, place, municipality, latitude, longitude } of areas) {
    const row = { place, municipality_id: municipalities.get(municipality.toLowerCase()) ?? '', latitude, longitude }
    await tx.db
      .insertInto('regions.postcode_area')
      .values({ region_id: actor.regionId, pc4, ...row })
      .onConflict((conflict) => conflict.columns(['region_id', 'pc4']).doUpdateSet(row))
      .execute()
  }
  await auditAreas(tx, 'region.update-areas', ['pc4', 'place', 'municipality', 'latitude', 'longitude'])
}

/** Takes a postcode out of the region: nobody can ask for care there any more, and teams do not come there. */
export const removeArea = command(async (tx, actor, { pc4 }: { pc4: string }): Promise<void> => {
  permit(canKeepRegion(actor))
  const { numDeletedRows } = await tx.db.deleteFrom('regions.postcode_area').where('pc4', '=', pc4).executeTakeFirst()
  if (numDeletedRows === 0n) throw new NotFound()
  await record(tx, { kind: 'postcode-removed', topics: [], subjectId: actor.regionId, payload: { pc4 } })
  await auditAreas(tx, 'region.remove-area', ['pc4'])
})

export type RenameMunicipality = { from: string; to: string }

export const renameMunicipality = command(
  async (tx, actor, { from, to }: RenameMunicipality): Promise<Outcome<void, 'name-taken'>> => {
    permit(canKeepRegion(actor))
    const all = await tx.db.selectFrom('regions.municipality').select(['id', 'name']).forUpdate().execute()
    const known = all.find(({ name }) => name === from)
    if (!known) throw new NotFound()
    if (all.some((other) => other !== known && other.name.toLowerCase() === to.toLowerCase()))
      return refused('name-taken')
    await tx.db.updateTable('regions.municipality').set({ name: to }).where('id', '=', known.id).execute()
    await auditAreas(tx, 'region.update-areas', ['municipality'])
    return done(undefined)
  },
)

export type SaveName = { name: string; colour: string; seen: { name: string; colour: string } }

/** The name and the colour that everyone sees on every page, unless somebody else changed them in between. */
export const saveName = command(
  async (tx, actor, { name, colour, seen }: SaveName): Promise<Outcome<void, 'changed-meanwhile'>> => {
    permit(canKeepRegion(actor))
    const { numUpdatedRows } = await tx.db
      .updateTable('regions.region')
      .set({ name, colour })
      .where('id', '=', actor.regionId)
      .where('name', '=', seen.name)
      .where('colour', '=', seen.colour)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refused('changed-meanwhile')
    await auditAreas(tx, 'region.update-name', ['name', 'colour'])
    return done(undefined)
  },
)

async function exists(tx: Tx, pc4: string): Promise<boolean> {
  const found = await tx.db.selectFrom('regions.postcode_area').select('pc4').where('pc4', '=', pc4).executeTakeFirst()
  return found !== undefined
}

/** The ids of these municipalities, by their names in small letters; those that are missing are added. */
async function municipalitiesOf(tx: Tx, names: ReadonlySet<string>): Promise<Map<string, string>> {
  const all = await tx.db.selectFrom('regions.municipality').select(['id', 'name']).forUpdate().execute()
  const known = new Map(all.map(({ id, name }) => [name.toLowerCase(), id]))
  for (const name of names) {
    if (known.has(name.toLowerCase())) continue
    const id = newId()
    await tx.db.insertInto('regions.municipality').values({ id, region_id: tx.scope.actor.regionId, name }).execute()
    known.set(name.toLowerCase(), id)
  }
  return known
}

type AreaEvent = 'region.update-areas' | 'region.remove-area' | 'region.update-name'

async function auditAreas(tx: Tx, event: AreaEvent, fields: string[]): Promise<void> {
  await audit(tx, {
    event,
    action: event === 'region.remove-area' ? 'D' : 'U',
    objectType: 'region',
    objectId: tx.scope.actor.regionId,
    fields,
    legalBasis: 'administration',
    rule: 'canKeepRegion',
  })
  forgetRegion(tx.scope.database)
}
