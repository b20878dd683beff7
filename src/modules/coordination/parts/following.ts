import { instantOf } from '#kernel/dates.ts'
import { dueAt } from '#kernel/deadline.ts'
import { actByFor, confirmStartBy, getRegion } from '#modules/regions/index.ts'
import {
  type CardPart,
  getStandingForUpdate,
  type HistoryCode,
  listParts,
  moveRequest,
  type Standing,
} from '#modules/requests/index.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { holderOf, termUntil } from '../deadlines/standing.ts'
import { keeperOf, lastStart, nextStart, standingOfWhole } from '../rules/parts/whole.ts'
import { listSilentTakers } from '../store.ts'

export type PartHistory = { code: HistoryCode; organizationId?: string; facts?: Record<string, unknown> }
type Also = { shownToOrganizations?: readonly string[]; returnReason?: string }

/**
 * What follows for the whole when something happened to a part of it. As long as a part is open the request waits on the list;
 * once all are taken, whoever keeps the overview holds it until every part has begun. As the system, behind the lock.
 */
export async function followParts(own: Tx, before: Standing, history: PartHistory, also: Also = {}): Promise<void> {
  // Read anew: who has a part changed a moment ago.
  const standing = await getStandingForUpdate(own, before.id)
  const parts = await listParts(own, standing.id)
  const whole = standingOfWhole(parts)
  if (whole === 'waiting') return onList(own, standing, history, also)
  const keeperId = keeperOf(parts)
  if (!keeperId) throw new Error('All parts are taken, and nobody keeps the overview')
  if (whole === 'started') {
    await moveRequest(own, standing, {
      to: 'started',
      takerOrganizationId: keeperId,
      startedOn: lastStart(parts) ?? undefined,
      escalationLevel: 0,
      history,
    })
    return
  }
  await moveRequest(own, standing, {
    to: 'assigned',
    holder: { organizationId: keeperId },
    takerOrganizationId: keeperId,
    actBy: await startsMustBeConfirmedBy(own, parts, standing),
    escalationLevel: 0,
    escalationStep: null,
    listRank: 1,
    ...shownOf(also),
    history,
  })
}

/** On the list for as long as was promised; what came back from being taken gets a fresh term, on top. */
async function onList(own: Tx, standing: Standing, history: PartHistory, also: Also): Promise<void> {
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  const returned = also.returnReason === undefined ? {} : { listRank: 0 as const, returnReason: also.returnReason }
  if (standing.state === 'assigned' || standing.state === 'started') {
    const coordinatingTeamId = standing.coordinatingTeamId ?? way.fallbackDeskId
    await moveRequest(own, standing, {
      to: 'listed',
      coordinatingTeamId,
      holder: { coordinatingTeamId },
      takerOrganizationId: null,
      ...termUntil(way, now, actByFor(way, standing.priority, now)),
      clockStartedAt: now,
      escalationLevel: 0,
      escalationStep: null,
      ...returned,
      ...shownOf(also),
      history,
    })
    return
  }
  const waiting = standing.state === 'triage' ? 'triage' : 'listed'
  const actBy = standing.actBy ?? now
  await moveRequest(own, standing, {
    to: waiting,
    holder: holderOf(standing, way.fallbackDeskId),
    ...(waiting === 'triage' ? { actBy } : termUntil(way, now, actBy)),
    ...returned,
    ...shownOf(also),
    history,
  })
}

const shownOf = ({ shownToOrganizations }: Also) => (shownToOrganizations ? { shownToOrganizations } : {})

/** Who did not say yet that the date that moved can, says that first. */
async function startsMustBeConfirmedBy(
  own: Tx,
  parts: readonly CardPart[],
  { id, startOn }: Pick<Standing, 'id' | 'startOn'>,
): Promise<Date> {
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  if ((await listSilentTakers(own, id)).length > 0) return dueAt(now, way.confirmAssignment, way.opening)
  const day = nextStart(parts, startOn)
  return confirmStartBy(way, day ? instantOf(day, way.opening.from) : now, now)
}

/** What the history tells of a part: which it is, in codes. */
export function factsOf(part: CardPart, standing: Pick<Standing, 'splitBy'>): Record<string, unknown> {
  return {
    partId: part.id,
    position: part.position,
    by: standing.splitBy,
    pieces: standing.splitBy === 'care-kind' ? part.careKinds : part.dayparts,
  }
}
