import { CompiledQuery } from 'kysely'
import { actorSetting } from './actor-setting.ts'
import type { Scope } from './scope.ts'
import type { Tx } from './transaction.ts'

/** The same call in the product's own name: for somebody who is not anybody yet, or at most a link. */
export function systemScope(scope: Scope, job: string): Scope {
  const actor = { kind: 'system', regionId: scope.actor.regionId, job } as const
  return { ...scope, actor, entry: undefined, draftKeyHash: undefined }
}

/**
 * Does a piece of the transaction in the product's own name: what the region's rules do by themselves with what somebody
 * sent, such as routing a request that its sender may not read back. The actor of the call is back when it is done.
 */
export async function asSystem<Answer>(tx: Tx, job: string, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  const caller = tx.scope.caller ?? tx.scope.actor
  const scope: Scope = { ...tx.scope, caller, actor: { kind: 'system', regionId: tx.scope.actor.regionId, job } }
  const own: Tx = { ...tx, scope, wroteOutbox: false }
  await actAs(tx, scope)
  const answer = await work(own)
  await actAs(tx, tx.scope)
  tx.wroteOutbox ||= own.wroteOutbox
  return answer
}

async function actAs(tx: Tx, scope: Scope): Promise<void> {
  const { text, values } = actorSetting(scope)
  await tx.db.executeQuery(CompiledQuery.raw(text, values))
}
