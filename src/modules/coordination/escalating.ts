import { audit } from '#modules/audit/index.ts'
import { actByAfterEscalation, getRegion, type RegionFacts } from '#modules/regions/index.ts'
import { getStandingForUpdate, moveRequest, openStates } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { literally } from './literally.ts'
import { nextHolder } from './rules/escalation.ts'

const batch = 50

/**
 * Moves on every open request whose act-by passed, the longest overdue first, and answers how many. Each gets its next holder
 * and a new act-by in one transaction, so that a second run, also at the same moment, finds nothing left to move.
 */
export async function escalateOverdue(scope: Scope): Promise<number> {
  const region = await getRegion(scope.database)
  let moved = 0
  for (;;) {
    const now = await inTransaction(scope, (tx) => escalateBatch(tx, region))
    moved += now
    if (now < batch) return moved
  }
}

async function escalateBatch(tx: Tx, region: RegionFacts): Promise<number> {
  const rows = await tx.db
    .selectFrom('requests.care_request')
    .select('id')
    .where('state', 'in', literally(openStates))
    .where('act_by', '<=', tx.scope.now())
    .orderBy('act_by')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of rows) await escalate(tx, id, region)
  return rows.length
}

async function escalate(tx: Tx, requestId: string, { wayOfWorking }: RegionFacts): Promise<void> {
  const standing = await getStandingForUpdate(tx, requestId)
  const { coordinatingTeamId, level, why } = nextHolder(standing, wayOfWorking.fallbackDeskId)
  await moveRequest(tx, standing, {
    to: standing.state,
    holder: { coordinatingTeamId },
    actBy: actByAfterEscalation(wayOfWorking, tx.scope.now()),
    escalationLevel: level,
    listRank: 0,
    history: { code: 'escalated', coordinatingTeamId, facts: { level, why } },
  })
  await audit(tx, {
    event: 'request.escalate',
    action: 'U',
    careRequestId: requestId,
    objectType: 'care-request',
    objectId: requestId,
    fields: ['holder', 'act-by', 'escalation-level'],
    legalBasis: 'coordination',
    rule: 'act-by-passed',
  })
}
