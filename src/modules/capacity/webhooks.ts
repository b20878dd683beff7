import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { DomainEvent } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, inTransaction, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, permit } from '#platform/http/faults.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import { canKeepCapacity } from './policy.ts'
import { type Call, NotDelivered, refuseUrl, type UrlRefusal } from './webhook-post.ts'

export type Webhook = {
  id: string
  url: string
  active: boolean
  madeAt: Date
  madeByName: string
  triedAt: Date | null
  lastError: string | null
  failures: number
}

/** After this many failures in a row nobody is there any more, and it is switched off. */
const mostFailures = 60
const mostWebhooks = 5

/** Goes along with the query of a page; row-level security leaves those of one's own organisation. */
export function webhooksQuery() {
  return build
    .selectFrom('capacity.webhook')
    .select([
      'id',
      'url',
      'active',
      'made_at as madeAt',
      'made_by_name as madeByName',
      'tried_at as triedAt',
      'last_error as lastError',
      'failures',
    ])
    .orderBy('made_at')
}

export type WebhookRefusal = UrlRefusal | 'too-many'

/** Adds an address that is called when a light of the organisation changes. The secret is shown this once. */
export const addWebhook = command(
  async (
    tx,
    actor,
    { url, ownNetwork }: { url: string; ownNetwork: boolean },
    now,
  ): Promise<Outcome<{ secret: string }, WebhookRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    permit(canKeepCapacity(actor, actor.organizationId))
    const wrong = refuseUrl(url, { ownNetwork })
    if (wrong) return refused(wrong)
    const known = await tx.db.executeQuery(webhooksQuery().compile())
    if (known.rows.length >= mostWebhooks) return refused('too-many')
    const secret = randomBytes(24).toString('base64')
    await tx.db
      .insertInto('capacity.webhook')
      .values({
        id: newId(),
        organization_id: actor.organizationId,
        region_id: actor.regionId,
        url,
        secret_sealed: tx.scope.seal.close(secret),
        made_at: now,
        made_by_name: actor.name,
      })
      .execute()
    return done({ secret: `whsec_${secret}` })
  },
)

export const removeWebhook = command(async (tx, actor, { id }: { id: string }) => {
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canKeepCapacity(actor, actor.organizationId))
  await tx.db.deleteFrom('capacity.webhook').where('id', '=', id).execute()
})

/** When a light changed, a job per address, in the transaction of the change. */
export async function queueWebhooks(tx: Tx, event: DomainEvent): Promise<void> {
  const organizationId = String(event.payload?.organizationId)
  const hooks = await tx.db
    .selectFrom('capacity.webhook')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('active', '=', true)
    .execute()
  for (const { id } of hooks)
    await addJob(tx, 'call-webhook', {
      webhookId: id,
      messageId: newId(),
      at: tx.scope.now().toISOString(),
      team: event.subjectId,
      organization: organizationId,
      days: event.payload?.days,
    })
}

type Post = (call: Call) => Promise<void>

/**
 * Calls one address with ids and days, nothing else; what the lights are is asked over the API, by whoever may see them. Signed
 * as Standard Webhooks (standardwebhooks.com). Throws when nobody answered well, so that the queue tries again, later each time.
 */
export async function callWebhook(scope: Scope, payload: Record<string, unknown>, post: Post): Promise<void> {
  const hook = await inTransaction(scope, (tx) => findActive(tx, String(payload.webhookId)))
  if (!hook) return
  const { messageId, at, team, organization, days } = payload
  const lights = `${scope.publicUrl}/api/lights?team=${String(team)}`
  const body = JSON.stringify({ type: 'light-changed', timestamp: at, data: { team, organization, days, lights } })
  const timestamp = String(Math.floor(scope.now().getTime() / 1000))
  const headers = {
    'webhook-id': String(messageId),
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf(scope.seal.open(hook.secret), String(messageId), timestamp, body),
  }
  const error = await post({ url: hook.url, headers, body }).then(
    () => undefined,
    (fault: unknown) => (fault instanceof NotDelivered ? fault : new NotDelivered('fault')),
  )
  await inTransaction(scope, (tx) => keepAttempt(tx, hook.id, error?.message))
  if (error) throw error
}

export function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret, 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

async function findActive(tx: Tx, id: string) {
  return tx.db
    .selectFrom('capacity.webhook')
    .select(['id', 'url', 'secret_sealed as secret'])
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst()
}

async function keepAttempt(tx: Tx, id: string, error: string | undefined): Promise<void> {
  await tx.db
    .updateTable('capacity.webhook')
    .set((eb) => ({
      tried_at: tx.scope.now(),
      last_error: error ?? null,
      failures: error === undefined ? 0 : eb('failures', '+', 1),
      active: error === undefined ? true : sql<boolean>`failures < ${mostFailures - 1}`,
    }))
    .where('id', '=', id)
    .execute()
}
