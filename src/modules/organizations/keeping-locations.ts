import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { type Location, locationsQuery } from './locations.ts'
import { canKeepOrganization } from './policy.ts'

export type LocationFacts = Omit<Location, 'id' | 'organizationId' | 'version'>

/** One location of one's own organisation; another's is not there. */
export async function getOwnLocation(scope: Scope, organizationId: string, id: string): Promise<Location> {
  const { found } = await read(scope, { found: locationsQuery({ organizationId }) })
  const location = found.find((one) => one.id === id)
  if (!location) throw new NotFound()
  return location
}

export type SaveLocation = {
  organizationId: string
  /** Left out for a new one. */
  id?: string
  version: number
  facts: LocationFacts
}
export type LocationChanged = { code: 'changed-meanwhile'; now: Location }

/** Adds a location or changes it, unless somebody else did in between. */
export const saveLocation = command((tx, _actor, input: SaveLocation) => saveLocationIn(tx, input))

/** The same inside a transaction that saves more. */
export async function saveLocationIn(tx: Tx, input: SaveLocation): Promise<Outcome<string, LocationChanged>> {
  const { actor } = tx.scope
  const { organizationId, facts } = input
  permit(canKeepOrganization(actor, organizationId))
  const id = input.id ?? newId()
  const { teamId, openingHours, ...rest } = facts
  const row = { ...rest, team_id: teamId, opening_hours: openingHours }
  if (input.id === undefined) {
    await tx.db
      .insertInto('organizations.location')
      .values({ id, region_id: actor.regionId, organization_id: organizationId, ...row })
      .execute()
  } else {
    const known = await lock(tx, organizationId, id)
    if (known.version !== input.version) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db.updateTable('organizations.location').set(row).where('id', '=', id).execute()
  }
  await auditLocation(tx, input.id === undefined ? 'location.add' : 'location.update', id)
  return done(id)
}

export type RemoveLocation = { organizationId: string; id: string; version: number }

export const removeLocation = command(
  async (tx, actor, input: RemoveLocation): Promise<Outcome<void, LocationChanged>> => {
    permit(canKeepOrganization(actor, input.organizationId))
    const known = await lock(tx, input.organizationId, input.id)
    if (known.version !== input.version) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db.deleteFrom('organizations.location').where('id', '=', input.id).execute()
    await auditLocation(tx, 'location.remove', input.id)
    return done(undefined)
  },
)

async function lock(tx: Tx, organizationId: string, id: string): Promise<Location> {
  await tx.db.selectFrom('organizations.location').select('id').where('id', '=', id).forUpdate().execute()
  const { rows } = await tx.db.executeQuery(locationsQuery({ organizationId }).compile())
  const known = (rows as Location[]).find((one) => one.id === id)
  if (!known) throw new NotFound()
  return known
}

const deeds = { 'location.add': 'C', 'location.update': 'U', 'location.remove': 'D' } as const

function auditLocation(tx: Tx, event: keyof typeof deeds, id: string): Promise<void> {
  return audit(tx, {
    event,
    action: deeds[event],
    objectType: 'location',
    objectId: id,
    fields: ['name', 'address', 'team', 'phone', 'openingHours', 'point', 'active'],
    legalBasis: 'administration',
    rule: 'canKeepOrganization',
  })
}
