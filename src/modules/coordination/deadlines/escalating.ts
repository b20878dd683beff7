import { sql } from 'kysely'
import { type AuditEntry, audit } from '#modules/audit/index.ts'
import { actByAfterEscalation, actByFor, getRegion, type RegionFacts } from '#modules/regions/index.ts'
import {
  addHistory,
  clearReminder,
  getStandingForUpdate,
  listStandings,
  type Moving,
  moveRequest,
  moveRequests,
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
import { findCircles, findRegionOffice } from './circle.ts'
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
  return inBatches(scope, 'act_by', (tx, ids) => passDeadlines(tx, ids, region))
}

/** Reminds who holds a request of which the time is almost over; each term once. */
export async function remindHolders(scope: Scope): Promise<number> {
  return inBatches(scope, 'remind_at', async (tx, ids) => {
    for (const id of ids) await remind(tx, id)
  })
}

async function inBatches(
  scope: Scope,
  due: 'act_by' | 'remind_at',
  work: (tx: Tx, ids: readonly string[]) => Promise<void>,
): Promise<number> {
  let moved = 0
  for (;;) {
    const now = await inTransaction(scope, async (tx) => {
      // Two runs at once take turns: side by side the one would overtake the other, and the longest overdue would wait.
      await sql`select pg_advisory_xact_lock(hashtext(${due}), hashtext(${scope.actor.regionId}))`.execute(tx.db)
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
      if (rows.length > 0)
        await work(
          tx,
          rows.map(({ id }) => id),
        )
      return rows.length
    })
    moved += now
    // Until nothing is left: what follows from one moment may be due at once (nobody could, and the promised term was over).
    if (now === 0) return moved
  }
}

/** In their order; those that nobody took, which after downtime are nearly all, move up together as long as they follow one another. */
export async function passDeadlines(tx: Tx, ids: readonly string[], region: RegionFacts): Promise<void> {
  let upwards: Standing[] = []
  for (const standing of await listStandings(tx, ids)) {
    if (standing.state !== 'listed') {
      await stepUp(tx, upwards, region)
      upwards = []
      if (await passAlone(tx, standing, region)) continue
    }
    upwards.push(standing)
  }
  await stepUp(tx, upwards, region)
}

/** What follows when the moment passes is for its state to say. Answers false when that is a step up the ladder. */
async function passAlone(tx: Tx, standing: Standing, region: RegionFacts): Promise<boolean> {
  switch (standing.state) {
    case 'offered':
      await endAsking(tx, standing)
      await audit(tx, entryOf(standing.id, ['state', 'act-by']))
      return true
    case 'triage':
      await goOn(tx, standing, false)
      await audit(tx, entryOf(standing.id, ['state', 'act-by']))
      return true
    case 'proposed':
      if (!(await endChoice(tx, standing))) return false
      await audit(tx, entryOf(standing.id, ['holder', 'act-by']))
      return true
    case 'assigned':
      await askForStart(tx, standing, region)
      await audit(tx, entryOf(standing.id, movedUp))
      return true
    default:
      return false
  }
}

const movedUp = ['holder', 'act-by', 'escalation-level']

/** Nobody took these: the next step of the region's ladder for each. */
async function stepUp(tx: Tx, standings: readonly Standing[], { wayOfWorking: way }: RegionFacts): Promise<void> {
  const [first, ...others] = standings.map(({ id }) => entryOf(id, movedUp))
  if (!first) return
  const now = tx.scope.now()
  const climbs = standings.map((standing) => {
    const { clockStartedAt, escalationLevel: level, priority } = standing
    return {
      standing,
      ...climb({ level, clockStartedAt, promisedBy: actByFor(way, priority, clockStartedAt) }, way, now),
    }
  })
  const anyToOffice = climbs.some(({ step }) => holderAt(step) === 'region-office')
  const regionOffice = anyToOffice ? await findRegionOffice(tx) : undefined
  const circles = await findCircles(
    tx,
    climbs.map(({ standing, step }) => ({ requestId: standing.id, circle: circleAt(step) })),
  )
  await moveRequests(
    tx,
    climbs.map(({ standing, level, step, actBy }): Moving => {
      const office = holderAt(step) === 'region-office' ? regionOffice : undefined
      const holder = office ? { organizationId: office } : { coordinatingTeamId: way.fallbackDeskId }
      const circle = circles.get(standing.id)
      return {
        standing,
        move: {
          to: standing.state,
          holder,
          ...termUntil(way, now, actBy),
          escalationLevel: level,
          escalationStep: step,
          listRank: 0,
          shownToOrganizations: union(standing.shownToOrganizations, circle?.organizationIds),
          shownToTeams: union(standing.shownToTeams, circle?.teamIds),
          history: { code: 'escalated', ...holder, facts: { level, why: 'not-taken', step } },
        },
      }
    }),
  )
  await audit(tx, first, ...others)
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

function union(one: readonly string[], other: readonly string[] = []): string[] {
  return [...new Set([...one, ...other])]
}

function entryOf(requestId: string, fields: readonly string[]): AuditEntry {
  return {
    event: 'request.escalate',
    action: 'U',
    careRequestId: requestId,
    objectType: 'care-request',
    objectId: requestId,
    fields,
    legalBasis: 'coordination',
    rule: 'act-by-passed',
  }
}
