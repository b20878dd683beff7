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
  return asAnother(tx, { ...tx.scope, caller, actor: { kind: 'system', regionId: tx.scope.actor.regionId, job } }, work)
}

/**
 * The same in another region of this installation, for what goes from one to the other in one transaction: both, or neither. Who
 * called is not known there, neither to the log nor to what reacts.
 *
 * @param publicUrl the address of that region's door
 */
export async function asSystemOf<Answer>(
  tx: Tx,
  { regionId, publicUrl }: { regionId: string; publicUrl: string },
  job: string,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const actor = { kind: 'system', regionId, job } as const
  const scope: Scope = { ...tx.scope, actor, publicUrl, caller: undefined, accessPoint: 'other-region' }
  return asAnother(tx, scope, work)
}

async function asAnother<Answer>(tx: Tx, scope: Scope, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
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
