import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'

/**
 * The number of the request that a call became, to read out. The desk may not see the request itself any more; that the call is its
 * own is what row-level security of the call says, and the number is looked up for that request alone. `seen` when the desk has it
 * on its own list.
 */
export async function getSentNumber(
  scope: Scope,
  callId: string,
): Promise<{ requestId: string; number: string; seen: boolean } | undefined> {
  const { calls } = await read(scope, {
    calls: build
      .selectFrom('coordination.call as c')
      .leftJoin('requests.care_request as r', 'r.id', 'c.request_id')
      .select(['c.request_id as requestId', 'r.id as seenRequestId'])
      .where('c.id', '=', callId),
  })
  const requestId = calls[0]?.requestId
  if (!requestId) return undefined
  const link: Scope = {
    ...scope,
    actor: { kind: 'link', regionId: scope.actor.regionId, requestId, verified: false },
    entry: undefined,
  }
  const { rows } = await read(link, {
    rows: build.selectFrom('requests.care_request').select('number').where('id', '=', requestId),
  })
  return rows[0] && { requestId, number: rows[0].number, seen: Boolean(calls[0]?.seenRequestId) }
}
