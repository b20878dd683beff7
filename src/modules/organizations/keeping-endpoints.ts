import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { type Endpoint, endpointsQuery } from './endpoints.ts'
import { canKeepOrganization } from './policy.ts'

export type EndpointFacts = Omit<Endpoint, 'id' | 'organizationId' | 'organization' | 'version'>

/** One electronic address of one's own organisation; another's is not there. */
export async function getOwnEndpoint(scope: Scope, organizationId: string, id: string): Promise<Endpoint> {
  const { found } = await read(scope, { found: endpointsQuery({ organizationId }) })
  const endpoint = found.find((one) => one.id === id)
  if (!endpoint) throw new NotFound()
  return endpoint
}

export async function listEndpointsIn(tx: Tx, organizationId: string | undefined): Promise<Endpoint[]> {
  const { rows } = await tx.db.executeQuery(endpointsQuery({ organizationId }).compile())
  return rows as Endpoint[]
}

export type SaveEndpoint = {
  organizationId: string
  /** Left out for a new one. */
  id?: string
  version: number
  facts: EndpointFacts
}
export type EndpointChanged = { code: 'changed-meanwhile'; now: Endpoint }

/** Adds an electronic address or changes it, unless somebody else did in between. */
export const saveEndpoint = command((tx, _actor, input: SaveEndpoint) => saveEndpointIn(tx, input))

/** The same inside a transaction that saves more. */
export async function saveEndpointIn(tx: Tx, input: SaveEndpoint): Promise<Outcome<string, EndpointChanged>> {
  const { actor } = tx.scope
  const { organizationId, facts } = input
  permit(canKeepOrganization(actor, organizationId))
  const id = input.id ?? newId()
  const { connectionType, payloadTypes, ...rest } = facts
  const row = { ...rest, connection_type: connectionType, payload_types: payloadTypes }
  if (input.id === undefined) {
    await tx.db
      .insertInto('organizations.endpoint')
      .values({ id, region_id: actor.regionId, organization_id: organizationId, ...row })
      .execute()
  } else {
    const known = await lock(tx, organizationId, id)
    if (known.version !== input.version) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db.updateTable('organizations.endpoint').set(row).where('id', '=', id).execute()
  }
  await auditEndpoint(tx, input.id === undefined ? 'endpoint.add' : 'endpoint.update', id)
  return done(id)
}

export type RemoveEndpoint = { organizationId: string; id: string; version: number }

export const removeEndpoint = command(
  async (tx, actor, input: RemoveEndpoint): Promise<Outcome<void, EndpointChanged>> => {
    permit(canKeepOrganization(actor, input.organizationId))
    const known = await lock(tx, input.organizationId, input.id)
    if (known.version !== input.version) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db.deleteFrom('organizations.endpoint').where('id', '=', input.id).execute()
    await auditEndpoint(tx, 'endpoint.remove', input.id)
    return done(undefined)
  },
)

async function lock(tx: Tx, organizationId: string, id: string): Promise<Endpoint> {
  await tx.db.selectFrom('organizations.endpoint').select('id').where('id', '=', id).forUpdate().execute()
  const known = (await listEndpointsIn(tx, organizationId)).find((one) => one.id === id)
  if (!known) throw new NotFound()
  return known
}

const deeds = { 'endpoint.add': 'C', 'endpoint.update': 'U', 'endpoint.remove': 'D' } as const

function auditEndpoint(tx: Tx, event: keyof typeof deeds, id: string): Promise<void> {
  return audit(tx, {
    event,
    action: deeds[event],
    objectType: 'endpoint',
    objectId: id,
    fields: ['name', 'connectionType', 'payloadTypes', 'address', 'active'],
    legalBasis: 'administration',
    rule: 'canKeepOrganization',
  })
}
