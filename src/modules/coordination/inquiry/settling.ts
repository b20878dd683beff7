import { dueAt } from '#kernel/deadline.ts'
import { getRegion, type WayOfWorking } from '#modules/regions/index.ts'
import { moveRequest, type Standing } from '#modules/requests/index.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { beginTurn, stopTurn, takeTurn } from '../asking-at-once/turn.ts'
import { actByOnList, holderOf, termUntil } from '../deadlines/standing.ts'
import { answerBy, atClosing, bestOffer, chooserOf, isOffer, type Settles, type Verdict } from '../rules/inquiry.ts'
import { giveTo } from '../taking/assigning.ts'
import { tellParties } from '../telling.ts'
import {
  closeRunning,
  findRunning,
  type InquiryWhy,
  insertInquiry,
  listProviders,
  listServing,
  type RunningInquiry,
} from './inquiry-store.ts'

/** What the rules of the region do by themselves with a request that is asked around; all of it as the system. */

export type Asking = {
  why: InquiryWhy
  settles: Settles
  organizationIds: readonly string[]
  /** Which team of an organisation is meant, by organisation. */
  teamIds?: ReadonlyMap<string, string>
  answerBy: Date
  askedBy?: { userId: string; teamId: string | null }
}

/** Asks these organisations: they see the card from now on, and have until the moment that was said. */
export async function openInquiry(own: Tx, standing: Standing, asking: Asking): Promise<void> {
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  // Where a person asks, nothing asks by itself any more.
  if (asking.why === 'holder' || asking.why === 'assignment') await stopTurn(own, standing.id)
  await insertInquiry(own, standing.id, { ...asking, askedBy: asking.askedBy ?? { userId: null, teamId: null } })
  await moveRequest(own, standing, {
    to: 'offered',
    holder: holderOf(standing, way.fallbackDeskId),
    ...termUntil(way, now, asking.answerBy),
    shownToOrganizations: [...new Set([...standing.shownToOrganizations, ...asking.organizationIds])],
    history: {
      code: 'asked',
      // Who asks by itself says whom: the requester sees each step of it.
      ...(asking.why === 'at-once' && asking.organizationIds.length === 1
        ? { organizationId: asking.organizationIds[0] }
        : {}),
      facts: { why: asking.why, count: asking.organizationIds.length },
    },
  })
  await tellParties(own, asking.organizationIds)
}

/**
 * What the region agreed to do with a request that waits on the list: ask the preferred organisation alone, ask who ranks highest
 * at once, ask all, or leave it to the people whose list it is on.
 */
export async function beginDistribution(
  own: Tx,
  standing: Standing,
  left: { without?: string; asked?: true; goesOn?: true } = {},
): Promise<void> {
  // The parts of a divided request have takers of their own, or are asked for one by one.
  if (standing.splitBy) return
  const { wayOfWorking: way } = await getRegion(own)
  const { wishedId } = await getWish(own, standing.id)
  const now = own.scope.now()
  if (way.preferredFirst && !left.asked && wishedId && wishedId !== left.without) {
    const [wished] = await listProviders(own, standing.id, [wishedId])
    if (wished)
      return openInquiry(own, standing, {
        why: 'preferred-first',
        settles: 'first-yes',
        organizationIds: [wished],
        answerBy: noLaterThan(standing, dueAt(now, way.preferredFirst, way.opening), now),
      })
  }
  if (way.askAtOnce && !left.goesOn) await beginTurn(own, standing)
  await goOnAsking(own, standing, left.without)
}

/** Asks at once who is next; when nobody is, it is divided as the region agreed otherwise. Between quiet hours it waits. */
export async function goOnAsking(own: Tx, standing: Standing, without?: string): Promise<void> {
  const { wayOfWorking: way } = await getRegion(own)
  const next = await takeTurn(own, standing, way.askAtOnce, without)
  if (next?.do === 'wait') return
  if (next?.do !== 'ask') return distributeRest(own, standing, way, without)
  await openInquiry(own, standing, {
    why: 'at-once',
    settles: 'first-yes',
    organizationIds: next.teams.map(({ organizationId }) => organizationId),
    teamIds: new Map(next.teams.map(({ organizationId, teamId }) => [organizationId, teamId])),
    answerBy: next.answerBy,
  })
}

async function distributeRest(own: Tx, standing: Standing, way: WayOfWorking, without?: string): Promise<void> {
  if (way.distribution !== 'inquiry-to-all') return
  const now = own.scope.now()
  const { pc4 } = await getWish(own, standing.id)
  const organizationIds = (await listServing(own, pc4, standing.id)).filter((id) => id !== without)
  if (organizationIds.length === 0) return
  await openInquiry(own, standing, {
    why: 'to-all',
    settles: settlesOf(way, standing),
    organizationIds,
    answerBy: askUntil(way, standing, now),
  })
}

/** Until when is asked from now: by the region's term or rounds, and no later than the request itself may wait. */
export function askUntil(way: WayOfWorking, standing: Standing, now: Date): Date {
  return noLaterThan(standing, answerBy(way, now), now)
}

function noLaterThan({ actBy }: Standing, moment: Date, now: Date): Date {
  return actBy && actBy > now && actBy < moment ? actBy : moment
}

export function settlesOf(way: WayOfWorking, standing: Standing): Settles {
  return chooserOf(way.choice.by, standing.requesterOrganizationId !== null) ? 'requester' : 'holder'
}

/** Does what follows from the answers. */
export async function settle(own: Tx, standing: Standing, running: RunningInquiry, verdict: Verdict): Promise<void> {
  if (verdict.do === 'take') {
    await giveTo(own, standing, verdict.organizationId)
  } else if (verdict.do === 'offers') {
    await layOffersDown(own, standing, running)
  } else if (verdict.do === 'back') {
    await takeBack(own, standing, running)
  }
}

/** The last moment to answer has come. */
export async function endAsking(own: Tx, standing: Standing): Promise<void> {
  const running = await findRunning(own, standing.id)
  if (running) return settle(own, standing, running, atClosing(running.given))
  await backToList(own, standing, {})
}

/** The last moment to choose has come: the earliest start has it, or it is up to the holder. Answers whether that was enough. */
export async function endChoice(own: Tx, standing: Standing): Promise<boolean> {
  const { wayOfWorking: way } = await getRegion(own)
  const running = await findRunning(own, standing.id)
  const best = way.choice.afterwards === 'earliest-offer' && running ? bestOffer(running.given) : undefined
  if (best) return giveTo(own, standing, best.organizationId, best.startOn ?? undefined)
  if (!standing.choiceBy) return false
  const now = own.scope.now()
  await moveRequest(own, standing, {
    to: 'proposed',
    holder: holderOf(standing, way.fallbackDeskId),
    ...termUntil(way, now, dueAt(now, way.choice.within, way.opening)),
    history: { code: 'offers-made', facts: { why: 'not-chosen' } },
  })
  return true
}

async function layOffersDown(own: Tx, standing: Standing, running: RunningInquiry): Promise<void> {
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  const chooser =
    running.settles === 'requester' ? chooserOf(way.choice.by, standing.requesterOrganizationId !== null) : undefined
  await moveRequest(own, standing, {
    to: 'proposed',
    holder: holderOf(standing, way.fallbackDeskId),
    ...termUntil(way, now, dueAt(now, way.choice.within, way.opening)),
    ...(chooser ? { choiceBy: chooser } : {}),
    history: { code: 'offers-made', facts: { count: running.given.filter(isOffer).length } },
  })
}

/** Nobody can: the reason of the preferred organisation is told, and the region's way goes on. */
async function takeBack(own: Tx, standing: Standing, running: RunningInquiry): Promise<void> {
  await closeRunning(own, standing.id, 'no-offer')
  if (running.why !== 'preferred-first') {
    const [asked, ...others] = running.given
    const alone = running.why === 'at-once' && others.length === 0 ? asked : undefined
    const listed = await backToList(own, standing, {
      history: 'asked-back',
      ...(alone ? { organizationId: alone.organizationId } : {}),
      facts: { why: running.why, ...(alone ? { silent: alone.answer !== 'cannot' } : {}) },
    })
    if (running.why === 'at-once') await goOnAsking(own, listed)
    return
  }
  const [wished] = running.given
  const { reasons } = await getRegion(own)
  const label = reasons.refusal.find(({ code }) => code === wished?.reason)?.label ?? 'geen antwoord op tijd'
  const listed = await backToList(own, standing, {
    history: 'wish-not-met',
    organizationId: wished?.organizationId,
    facts: { reason: wished?.reason ?? 'no-answer', label },
  })
  await beginDistribution(own, listed, { without: wished?.organizationId, asked: true })
}

type Back = {
  history?: 'asked-back' | 'wish-not-met'
  organizationId?: string
  facts?: Record<string, unknown>
}

/** On the list again, for as long as was promised; answers how it stands then. */
export async function backToList(own: Tx, standing: Standing, back: Back): Promise<Standing> {
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  const term = termUntil(way, now, actByOnList(way, standing, now))
  // Who looked along because it moved up, still does; who was only asked does not.
  const shownToOrganizations = standing.escalationLevel > 0 ? standing.shownToOrganizations : []
  await moveRequest(own, standing, {
    to: 'listed',
    holder: holderOf(standing, way.fallbackDeskId),
    ...term,
    shownToOrganizations,
    history: {
      code: back.history ?? 'asked-back',
      ...(back.organizationId ? { organizationId: back.organizationId } : {}),
      facts: back.facts ?? {},
    },
  })
  return { ...standing, state: 'listed', actBy: term.actBy, shownToOrganizations, choiceBy: null }
}

function getWish(own: Tx, requestId: string) {
  return own.db
    .selectFrom('requests.care_request')
    .select(['pc4', (eb) => eb.fn.coalesce('preferred_organization_id', 'existing_organization_id').as('wishedId')])
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
}
