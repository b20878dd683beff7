import { audit } from '#modules/audit/index.ts'
import { actByAfterEscalation, actByFor, getRegion, type RegionFacts } from '#modules/regions/index.ts'
import {
  addHistory,
  clearReminder,
  getStandingForUpdate,
  moveRequest,
  openStates,
  type Standing,
} from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { findRunning } from '../inquiry/inquiry-store.ts'
import { endAsking, endChoice } from '../inquiry/settling.ts'
import { literally } from '../literally.ts'
import { nextHolder } from '../rules/escalation.ts'
import { circleAt, climb, holderAt } from '../rules/ladder.ts'
import { tellHolder, tellParties } from '../telling.ts'
import { findCircle, findRegionOffice } from './circle.ts'
import { goOn } from './holding.ts'
import { termUntil } from './standing.ts'

const batch = 50

/**
 * Does what is due for every open request of which the moment passed, the longest overdue first, and answers how many. Each
 * moves on in one transaction with a new moment, so that a second run, also at the same time, finds nothing left to do: after
 * a day of downtime all of it is done once, in order.
 */
export async function escalateOverdue(scope: Scope): Promise<number> {
  const region = await getRegion(scope)
  return inBatches(scope, 'act_by', (tx, id) => passDeadline(tx, id, region))
}

/** Reminds who holds a request of which the time is almost over; each term once. */
export async function remindHolders(scope: Scope): Promise<number> {
  return inBatches(scope, 'remind_at', remind)
}

async function inBatches(
  scope: Scope,
  due: 'act_by' | 'remind_at',
  work: (tx: Tx, id: string) => Promise<void>,
): Promise<number> {
  let moved = 0
  for (;;) {
    const now = await inTransaction(scope, async (tx) => {
      const rows = await tx.db
        .selectFrom('requests.care_request')
        .select('id')
        .where('state', 'in', literally(openStates))
        .where(due, '<=', tx.scope.now())
        .orderBy(due)
        .orderBy('id')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { id } of rows) await work(tx, id)
      return rows.length
    })
    moved += now
    // Until nothing is left: what follows from one moment may be due at once (nobody could, and the promised term was over).
    if (now === 0) return moved
  }
}

/** What follows when the moment passes is for its state to say. */
export async function passDeadline(tx: Tx, requestId: string, region: RegionFacts): Promise<void> {
  const standing = await getStandingForUpdate(tx, requestId)
  if (standing.state === 'offered') {
    await endAsking(tx, standing)
    await auditOf(tx, requestId, ['state', 'act-by'])
    return
  }
  if (standing.state === 'triage') {
    await goOn(tx, standing, false)
    await auditOf(tx, requestId, ['state', 'act-by'])
    return
  }
  if (standing.state === 'proposed' && (await endChoice(tx, standing))) {
    await auditOf(tx, requestId, ['holder', 'act-by'])
    return
  }
  if (standing.state === 'assigned') await askForStart(tx, standing, region)
  else await stepUp(tx, standing, region)
  await auditOf(tx, requestId, ['holder', 'act-by', 'escalation-level'])
}

/** Nobody took it: the next step of the region's ladder. */
async function stepUp(tx: Tx, standing: Standing, { wayOfWorking: way }: RegionFacts): Promise<void> {
  const now = tx.scope.now()
  const { clockStartedAt, escalationLevel } = standing
  const promisedBy = actByFor(way, standing.priority, clockStartedAt)
  const { level, step, actBy } = climb({ level: escalationLevel, clockStartedAt, promisedBy }, way, now)
  const office = holderAt(step) === 'region-office' ? await findRegionOffice(tx) : undefined
  const circle = await findCircle(tx, standing.id, circleAt(step))
  const holder = office ? { organizationId: office } : { coordinatingTeamId: way.fallbackDeskId }
  await moveRequest(tx, standing, {
    to: standing.state,
    holder,
    ...termUntil(way, now, actBy),
    escalationLevel: level,
    escalationStep: step,
    listRank: 0,
    shownToOrganizations: union(standing.shownToOrganizations, circle.organizationIds),
    shownToTeams: union(standing.shownToTeams, circle.teamIds),
    history: {
      code: 'escalated',
      ...(office ? { organizationId: office } : { coordinatingTeamId: way.fallbackDeskId }),
      facts: { level, why: 'not-taken', step },
    },
  })
}

/** Taken, but nobody confirmed that care began: back to the team that knows who took it, and from there to the desk. */
async function askForStart(tx: Tx, standing: Standing, { wayOfWorking: way }: RegionFacts): Promise<void> {
  const now = tx.scope.now()
  const { coordinatingTeamId, level, why } = nextHolder(standing, way.fallbackDeskId)
  await moveRequest(tx, standing, {
    to: 'assigned',
    holder: { coordinatingTeamId },
    ...termUntil(way, now, actByAfterEscalation(way, now)),
    escalationLevel: level,
    listRank: 0,
    history: { code: 'escalated', coordinatingTeamId, facts: { level, why } },
  })
}

async function remind(tx: Tx, requestId: string): Promise<void> {
  const standing = await getStandingForUpdate(tx, requestId)
  await clearReminder(tx, requestId)
  const running = standing.state === 'offered' ? await findRunning(tx, requestId) : undefined
  const silent = running?.given.filter(({ answer }) => answer === null).map(({ organizationId }) => organizationId)
  if (silent?.length) await tellParties(tx, silent)
  else await tellHolder(tx, standing)
  const { holderCoordinatingTeamId: teamId, holderOrganizationId: organizationId } = standing
  await addHistory(tx, requestId, {
    actBy: standing.actBy ?? undefined,
    history: {
      code: 'reminded',
      ...(teamId ? { coordinatingTeamId: teamId } : {}),
      ...(organizationId ? { organizationId } : {}),
      facts: silent?.length ? { parties: silent.length } : {},
    },
  })
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])]
}

function auditOf(tx: Tx, requestId: string, fields: string[]): Promise<void> {
  return audit(tx, {
    event: 'request.escalate',
    action: 'U',
    careRequestId: requestId,
    objectType: 'care-request',
    objectId: requestId,
    fields,
    legalBasis: 'coordination',
    rule: 'act-by-passed',
  })
}
