import { localDateOf } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import {
  askForPart,
  type CardPart,
  closeIdentity,
  freePart,
  getStandingForUpdate,
  givePart,
  listParts,
  type Standing,
  startPart,
} from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound } from '#platform/http/faults.ts'
import { lockAsSeen } from '../deadlines/standing.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { isUnwanted, listProviders } from '../inquiry/inquiry-store.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { startDateRefusal } from '../rules/start-date.ts'
import { endAssignments, getOrganization, markStarted } from '../store.ts'
import { closeSwapOf } from '../swap/store.ts'
import { tellParties } from '../telling.ts'
import { factsOf, followParts } from './following.ts'
import { openForPart } from './giving.ts'

type OfPart = { requestId: string; partId: string }
export type PartRefusal = {
  code:
    | CommandRefusal
    | 'reason-unknown'
    | 'text-wanted'
    | 'date-over'
    | 'in-the-future'
    | 'too-long-ago'
    | 'party-unknown'
    | 'nobody-chosen'
    | 'not-eligible'
  takenBy?: string
}

/**
 * Takes a part for the organisation of the nurse. Of any number who press at once one wins; for the others it is a refusal that
 * names who has it. Pressing twice is a success.
 */
export const takePart = command(
  async (tx, actor, input: OfPart & { startsOn?: string }, now): Promise<Outcome<void, PartRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const { organizationId } = actor
    const { standing, part } = await lockPart(tx, input)
    if (part.takerId === organizationId) return done(undefined)
    if (part.takerId) return refused({ code: 'already-taken', takenBy: part.takerName ?? undefined })
    const { givesCare } = await getOrganization(tx, organizationId)
    const refusal = whyNot(tx, 'take-part', standing, { givesCare })
    if (refusal) return refused({ code: refusal })
    if (await isUnwanted(tx, standing.id, organizationId)) return refused({ code: 'not-eligible' })
    const { wayOfWorking: way } = await getRegion(tx)
    if (way.distribution !== 'meeting' && !part.askedIds.includes(organizationId))
      return refused({ code: 'not-by-taking' })
    if (input.startsOn && input.startsOn < localDateOf(now)) return refused({ code: 'date-over' })

    await asSystem(tx, 'take-part', async (own) => {
      await givePart(own, part.id, organizationId, input.startsOn)
      const startsOn = input.startsOn ? { startsOn: input.startsOn } : {}
      const facts = { ...factsOf(part, standing), ...startsOn }
      await followParts(own, standing, { code: 'part-taken', organizationId, facts })
      await openForPart(own, standing.id, part.id, organizationId, {
        startsOn: input.startsOn,
        takenBy: actor.userId,
      })
    })
    await auditCommand(tx, standing, 'request.take-part', ['part', 'holder', 'act-by', 'identity-open-to'])
    return done(undefined)
  },
)

/** Gives a part back: it waits on the list again, on top. The identity closes, unless the organisation has another part. */
export const returnPart = command(
  async (tx, actor, input: OfPart & { reason: string; text?: string }): Promise<Outcome<void, PartRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const { organizationId } = actor
    const { standing, part } = await lockPart(tx, input)
    const refusal = whyNot(tx, 'return-part', standing)
    if (refusal) return refused({ code: refusal })
    if (part.takerId !== organizationId) return refused({ code: 'part-not-yours' })
    const reason = listReasons(await getRegion(tx), 'return').find(({ code }) => code === input.reason)
    if (!reason) return refused({ code: 'reason-unknown' })
    if (reason.wantsText && !input.text) return refused({ code: 'text-wanted' })

    await asSystem(tx, 'return-part', async (own) => {
      const text = input.text && withoutPersonal(input.text).text
      await closeSwapOf(own, standing.id, 'overtaken', part.id)
      await endAssignments(own, standing.id, { how: 'returned', reason: reason.code, text, part: part.id })
      await freePart(own, part.id)
      const shownToOrganizations = standing.shownToOrganizations.filter((id) => id !== organizationId)
      await followParts(
        own,
        standing,
        { code: 'part-returned', organizationId, facts: { ...factsOf(part, standing), reason: reason.code } },
        { shownToOrganizations, returnReason: reason.code },
      )
      const { partTakerIds } = await getStandingForUpdate(own, standing.id)
      if (!partTakerIds.includes(organizationId)) await closeIdentity(own, standing.id, organizationId)
    })
    await auditCommand(tx, standing, 'request.return-part', ['part', 'holder', 'act-by', 'identity-open-to'])
    return done(undefined)
  },
)

/** Confirms that care of this part has begun; with the last of them the whole has. */
export const confirmPartStart = command(
  async (tx, actor, input: OfPart & { startedOn: string }, now): Promise<Outcome<void, PartRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const { organizationId } = actor
    const { standing, part } = await lockPart(tx, input)
    if (part.takerId === organizationId && part.startedOn) return done(undefined)
    const refusal = whyNot(tx, 'start-part', standing)
    if (refusal) return refused({ code: refusal })
    if (part.takerId !== organizationId) return refused({ code: 'part-not-yours' })
    const wrongDate = startDateRefusal(input.startedOn, localDateOf(now))
    if (wrongDate) return refused({ code: wrongDate })

    await asSystem(tx, 'start-part', async (own) => {
      await startPart(own, part.id, input.startedOn)
      await markStarted(own, standing.id, input.startedOn, part.id)
      const facts = { ...factsOf(part, standing), startedOn: input.startedOn }
      await followParts(own, standing, { code: 'part-started', organizationId, facts })
    })
    await auditCommand(tx, standing, 'request.start-part', ['part', 'started-on'])
    return done(undefined)
  },
)

/** Asks organisations for one open part; the first yes has it. They see the card, and nothing of who it is about. */
export const askParties = command(
  async (tx, _actor, input: OfPart & { organizationIds: readonly string[] }): Promise<Outcome<void, PartRefusal>> => {
    const { standing, part } = await lockPart(tx, input)
    const refusal = whyNot(tx, 'ask-part', standing)
    if (refusal) return refused({ code: refusal })
    if (part.takerId) return refused({ code: 'already-taken', takenBy: part.takerName ?? undefined })
    const wanted = [...new Set(input.organizationIds)]
    if (wanted.length === 0) return refused({ code: 'nobody-chosen' })
    const known = await listProviders(tx, standing.id, wanted)
    if (known.length < wanted.length) return refused({ code: 'party-unknown' })
    await asSystem(tx, 'ask-for-part', async (own) => {
      await askForPart(own, part.id, [...new Set([...part.askedIds, ...known])])
      await followParts(
        own,
        standing,
        { code: 'part-asked', facts: { ...factsOf(part, standing), count: known.length } },
        { shownToOrganizations: [...new Set([...standing.shownToOrganizations, ...known])] },
      )
      await tellParties(own, known)
    })
    await auditCommand(tx, standing, 'request.ask-part', ['part', 'card-shown'])
    return done(undefined)
  },
)

/** Who was asked for a part cannot: with a reason of the region. The part waits for others. */
export const refusePart = command(
  async (tx, actor, input: OfPart & { reason: string; text?: string }): Promise<Outcome<void, PartRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const { organizationId } = actor
    const { standing, part } = await lockPart(tx, input)
    const refusal = whyNot(tx, 'refuse-part', standing)
    if (refusal) return refused({ code: refusal })
    if (!part.askedIds.includes(organizationId)) return refused({ code: 'asked-only' })
    const reason = listReasons(await getRegion(tx), 'refusal').find(({ code }) => code === input.reason)
    if (!reason) return refused({ code: 'reason-unknown' })
    if (reason.wantsText && !input.text) return refused({ code: 'text-wanted' })
    await auditCommand(tx, standing, 'request.refuse-part', ['part'])
    await asSystem(tx, 'refuse-part', async (own) => {
      await askForPart(
        own,
        part.id,
        part.askedIds.filter((id) => id !== organizationId),
      )
      const elsewhere = (await listParts(own, standing.id)).some(({ askedIds }) => askedIds.includes(organizationId))
      const stays = elsewhere || standing.partTakerIds.includes(organizationId) || standing.escalationLevel > 0
      const shown = standing.shownToOrganizations.filter((id) => stays || id !== organizationId)
      await followParts(
        own,
        standing,
        {
          code: 'part-refused',
          organizationId,
          facts: {
            ...factsOf(part, standing),
            reason: reason.code,
            label: reason.label,
            ...(input.text ? { words: withoutPersonal(input.text).text } : {}),
          },
        },
        { shownToOrganizations: shown },
      )
    })
    return done(undefined)
  },
)

async function lockPart(tx: Tx, { requestId, partId }: OfPart): Promise<{ standing: Standing; part: CardPart }> {
  const standing = await lockAsSeen(tx, requestId)
  const part = await asSystem(tx, 'find-part', async (own) =>
    (await listParts(own, requestId)).find(({ id }) => id === partId),
  )
  if (!part) throw new NotFound()
  return { standing, part }
}
