import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { getRegion } from '#modules/regions/index.ts'
import {
  getStandingForUpdate,
  givePart,
  insertParts,
  listParts,
  moveRequest,
  type Standing,
} from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { actByOnList, holderOf, lockAsSeen, termUntil } from '../deadlines/standing.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { closeRunning, findRunning, listProviders } from '../inquiry/inquiry-store.ts'
import { beginDistribution } from '../inquiry/settling.ts'
import { canDivide } from '../policy.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { isOffer } from '../rules/inquiry.ts'
import { type DividedPart, type Division, type DivisionRefusal, divide } from '../rules/parts/dividing.ts'
import { tellParties } from '../telling.ts'
import { factsOf, followParts } from './following.ts'
import { openForPart } from './giving.ts'

export type SplitRefusal = { code: CommandRefusal | DivisionRefusal | 'party-unknown' }

/**
 * Divides a request over several takers, by part of the day or by kind of care. Whoever offered to take such a part has it from
 * here on; whoever else is named is asked for it; what nobody is named for waits on the list.
 */
export const splitRequest = command(
  async (tx, actor, input: { requestId: string } & Division, now): Promise<Outcome<void, SplitRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'split', standing)
    if (refusal) return refused({ code: refusal })
    if (!canDivide(actor, standing)) return refused({ code: 'holder-only' })
    const divided = divide(await getWhole(tx, standing.id), input)
    if (!divided.ok) return refused({ code: divided.refusal })
    const named = [...new Set(divided.value.flatMap(({ organizationId }) => organizationId ?? []))]
    if ((await listProviders(tx, standing.id, named)).length < named.length) return refused({ code: 'party-unknown' })

    const { wayOfWorking: way } = await getRegion(tx)
    await asSystem(tx, 'split-request', async (own) => {
      const offers = await offersFor(own, standing, divided.value)
      const asked = divided.value.map((part, index) =>
        part.organizationId && !offers[index] ? [part.organizationId] : [],
      )
      const chosen = offers.flatMap((offer) => offer?.organizationId ?? [])
      await closeRunning(own, standing.id, chosen.length > 0 ? 'taken' : 'stopped', undefined, chosen)
      const actBy = standing.state === 'listed' ? (standing.actBy ?? now) : actByOnList(way, standing, now)
      await moveRequest(own, standing, {
        to: 'listed',
        holder: holderOf(standing, way.fallbackDeskId),
        ...termUntil(way, now, actBy),
        splitBy: input.by,
        shownToOrganizations: [...new Set([...lookingAlong(standing), ...asked.flat()])],
        history: { code: 'split', facts: { by: input.by, count: divided.value.length } },
      })
      const ids = await insertParts(
        own,
        standing.id,
        divided.value.map((part, index) => ({ ...part, askedIds: asked[index] ?? [] })),
      )
      for (const [index, offer] of offers.entries()) {
        const partId = ids[index]
        if (offer && partId) await giveOffered(own, standing.id, partId, offer)
      }
      if (asked.flat().length > 0) await tellParties(own, [...new Set(asked.flat())])
    })
    await auditCommand(tx, standing, 'request.split', ['parts', 'card-shown'])
    return done(undefined)
  },
)

/** Makes it whole again, as long as nobody has a part of it. */
export const joinRequest = command(
  async (tx, actor, input: { requestId: string }, now): Promise<Outcome<void, { code: CommandRefusal }>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'join', standing)
    if (refusal) return refused({ code: refusal })
    if (!canDivide(actor, standing)) return refused({ code: 'holder-only' })
    if (standing.partTakerIds.length > 0) return refused({ code: 'part-taken' })
    const { wayOfWorking: way } = await getRegion(tx)
    await asSystem(tx, 'join-request', async (own) => {
      const actBy = standing.actBy ?? now
      await moveRequest(own, standing, {
        to: 'listed',
        holder: holderOf(standing, way.fallbackDeskId),
        ...termUntil(way, now, actBy),
        splitBy: null,
        shownToOrganizations: lookingAlong(standing),
        history: { code: 'joined' },
      })
      await beginDistribution(own, await getStandingForUpdate(own, standing.id), { asked: true })
    })
    await auditCommand(tx, standing, 'request.join', ['parts', 'card-shown'])
    return done(undefined)
  },
)

/** Who was shown it because it moved up still looks along; who was only asked does not. */
function lookingAlong({ escalationLevel, shownToOrganizations }: Standing): readonly string[] {
  return escalationLevel > 0 ? shownToOrganizations : []
}

async function getWhole(tx: Tx, requestId: string) {
  const row = await tx.db
    .selectFrom('requests.care_request')
    .select(['dayparts', 'care_kinds as careKinds'])
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
  return row as Pick<DividedPart, 'dayparts' | 'careKinds'>
}

type Offered = { organizationId: string; startOn: string | null }

/** Per part the offer that covers it: who can do all of it can do a part, who can do some parts of the day only those. */
async function offersFor(own: Tx, standing: Standing, parts: readonly DividedPart[]): Promise<(Offered | undefined)[]> {
  const running = await findRunning(own, standing.id)
  return parts.map(({ organizationId, dayparts }) =>
    running?.given.find(
      (given) =>
        given.organizationId === organizationId &&
        isOffer(given) &&
        (given.answer !== 'part' || dayparts.every((daypart) => given.dayparts.includes(daypart))),
    ),
  )
}

async function giveOffered(own: Tx, requestId: string, partId: string, { organizationId, startOn }: Offered) {
  const standing = await getStandingForUpdate(own, requestId)
  const part = (await listParts(own, requestId)).find(({ id }) => id === partId)
  if (!part) throw new Error('A part that was just made is not there')
  await givePart(own, partId, organizationId, startOn ?? undefined)
  await followParts(own, standing, {
    code: 'part-taken',
    organizationId,
    facts: { ...factsOf(part, standing), ...(startOn ? { startsOn: startOn } : {}) },
  })
  await openForPart(own, requestId, partId, organizationId, { startsOn: startOn ?? undefined })
}
