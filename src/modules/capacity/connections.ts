import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotAllowed, permit } from '#platform/http/faults.ts'
import { feedsQuery } from './feeds.ts'
import { canKeepCapacity, canSetLights } from './policy.ts'
import { type Webhook, webhooksQuery } from './webhooks.ts'

export type Connections = {
  teams: { id: string; name: string }[]
  feeds: { teamId: string; madeAt: Date; madeByName: string }[]
  webhooks: Webhook[]
  /** Webhooks are for the administrator. */
  keepsWebhooks: boolean
}

export async function getConnections(scope: Scope): Promise<Connections> {
  const { actor } = scope
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canSetLights(actor, actor.organizationId))
  const found = await read(scope, {
    teams: build
      .selectFrom('organizations.team')
      .select(['id', 'name'])
      .where('organization_id', '=', actor.organizationId)
      .where('active', '=', true)
      .orderBy('name'),
    feeds: feedsQuery(),
    webhooks: webhooksQuery(),
  })
  return { ...found, keepsWebhooks: canKeepCapacity(actor, actor.organizationId) }
}
