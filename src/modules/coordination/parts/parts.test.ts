import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { lapseRequest } from '../ending/ending.ts'
import { answerInquiry, askParties } from '../inquiry/inquiring.ts'
import { getIdentity } from '../list/identity.ts'
import { listRequests } from '../list/list.ts'
import { getSheet } from '../list/sheet.ts'
import { reactions } from '../reactions.ts'
import { closeRequest } from '../taking/closing.ts'
import { takeRequest } from '../taking/taking.ts'
import { joinRequest, splitRequest } from './splitting.ts'
import { askParties as askForPart, confirmPartStart, refusePart, returnPart, takePart } from './taking-part.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

const now = new Date('2026-11-23T09:00:00Z')
const as = (name: keyof SmallRegion['people'], at = now) => region.scope(region.people[name], at)
const sent = async () =>
  (
    await aSentRequest(region.scope(region.anyone, now), {
      card: { dayparts: ['morning', 'evening'], careKinds: ['personal-care', 'nursing'] },
    })
  ).id
const byDaypart = (requestId: string, evening?: string) => ({
  requestId,
  by: 'daypart' as const,
  overview: 0,
  parts: [
    { pieces: ['morning' as const] },
    { pieces: ['evening' as const], ...(evening ? { organizationId: evening } : {}) },
  ],
})
const partsOf = async (requestId: string) =>
  (await getSheet(region.scope(region.people.manager, now), requestId)).card.parts ?? []

async function divided(): Promise<{ id: string; morning: string; evening: string }> {
  const id = await sent()
  expect(await splitRequest(as('nurseAlfa'), byDaypart(id))).toEqual({ ok: true, value: undefined })
  const [morning, evening] = await partsOf(id)
  return { id, morning: morning!.id, evening: evening!.id }
}

describe('a divided request', () => {
  test('waits on the list until every part is taken, and is done when all have begun', async () => {
    const { id, morning, evening } = await divided()
    await takePart(as('nurseBeta'), { requestId: id, partId: evening })
    const half = (await getSheet(as('nurseAlfa'), id)).card
    expect([half.state, half.holderName, half.takerName]).toEqual(['listed', 'Wijkteam Noord', null])
    await takePart(as('nurseAlfa'), { requestId: id, partId: morning })
    const taken = (await getSheet(as('nurseAlfa'), id)).card
    // The morning keeps the overview, whoever came last.
    expect([taken.state, taken.takerName, taken.holderName]).toEqual(['assigned', 'Alfa Thuiszorg', 'Alfa Thuiszorg'])
    await confirmPartStart(as('nurseBeta'), { requestId: id, partId: evening, startedOn: '2026-11-22' })
    expect((await getSheet(as('nurseAlfa'), id)).card.state).toBe('assigned')
    await confirmPartStart(as('nurseAlfa'), { requestId: id, partId: morning, startedOn: '2026-11-23' })
    const begun = (await getSheet(as('nurseAlfa'), id)).card
    expect([begun.state, begun.startedOn]).toEqual(['started', '2026-11-23'])
    await closeRequest(as('nurseAlfa'), { requestId: id })
    const closed = (await getSheet(as('nurseBeta'), id)).card
    expect([closed.state, closed.parts?.map(({ takerName }) => takerName)]).toEqual([
      'closed',
      ['Alfa Thuiszorg', 'Bèta Zorg'],
    ])
  })

  test('opens to who has a part and to nobody else, and closes for who gives the last of theirs back', async () => {
    const { id, morning, evening } = await divided()
    const sees = async (name: keyof SmallRegion['people']) =>
      getIdentity(as(name), id).then(
        () => true,
        () => false,
      )
    expect([await sees('nurseAlfa'), await sees('nurseBeta')]).toEqual([false, false])
    await takePart(as('nurseBeta'), { requestId: id, partId: evening })
    expect([await sees('nurseAlfa'), await sees('nurseBeta'), await sees('nurseGamma')]).toEqual([false, true, false])
    await takePart(as('nurseBeta'), { requestId: id, partId: morning })
    await returnPart(as('nurseBeta'), { requestId: id, partId: evening, reason: 'no-room' })
    expect(await sees('nurseBeta')).toBe(true)
    await returnPart(as('nurseBeta'), { requestId: id, partId: morning, reason: 'no-room' })
    expect(await sees('nurseBeta')).toBe(false)
    const back = (await getSheet(as('nurseAlfa'), id)).card
    expect([back.state, back.listRank, back.holderName]).toEqual(['listed', 0, 'Wijkteam Noord'])
  })

  test('is shown to a party from outside the team as long as it has a part or is asked for one', async () => {
    const { id, evening } = await divided()
    const gamma = region.organizations.gamma
    await expect(getSheet(as('nurseGamma'), id)).rejects.toThrow()
    await askForPart(as('nurseAlfa'), { requestId: id, partId: evening, organizationIds: [gamma] })
    const asked = await listRequests(as('nurseGamma'), { view: 'asked', filters: {}, page: 1 })
    expect([asked.rows.map((row) => row.id), asked.counts.asked]).toEqual([[id], 1])
    await takePart(as('nurseGamma'), { requestId: id, partId: evening })
    const own = await listRequests(as('nurseGamma'), { view: 'own', filters: {}, page: 1 })
    expect(own.rows.map((row) => [row.id, row.state])).toEqual([[id, 'listed']])
    await returnPart(as('nurseGamma'), { requestId: id, partId: evening, reason: 'no-room' })
    await expect(getSheet(as('nurseGamma'), id)).rejects.toThrow()
  })

  test('lets who cannot say so, with a reason, and keeps the part for others', async () => {
    const { id, evening } = await divided()
    await askForPart(as('nurseAlfa'), { requestId: id, partId: evening, organizationIds: [region.organizations.gamma] })
    expect(await refusePart(as('nurseGamma'), { requestId: id, partId: evening, reason: 'zin' })).toEqual({
      ok: false,
      refusal: { code: 'reason-unknown' },
    })
    expect(
      (await refusePart(as('nurseGamma'), { requestId: id, partId: evening, reason: 'other', text: 'vol' })).ok,
    ).toBe(true)
    await expect(getSheet(as('nurseGamma'), id)).rejects.toThrow()
    expect((await partsOf(id)).map(({ askedIds, takerId }) => [askedIds, takerId])).toEqual([
      [[], null],
      [[], null],
    ])
  })

  test('is not taken as a whole, nor divided twice, nor joined while somebody has a part', async () => {
    const { id, evening } = await divided()
    const refusalOf = async (work: Promise<{ ok: boolean; refusal?: { code: string } }>) => (await work).refusal?.code
    expect(await refusalOf(takeRequest(as('nurseBeta'), { requestId: id }))).toBe('divided')
    expect(await refusalOf(splitRequest(as('nurseAlfa'), byDaypart(id)))).toBe('divided')
    expect(await refusalOf(askParties(as('nurseAlfa'), { requestId: id, organizationIds: 'all' }))).toBe('divided')
    await takePart(as('nurseBeta'), { requestId: id, partId: evening })
    const late = await takePart(as('nurseAlfa'), { requestId: id, partId: evening })
    expect(late).toEqual({ ok: false, refusal: { code: 'already-taken', takenBy: 'Bèta Zorg' } })
    expect(await refusalOf(joinRequest(as('nurseAlfa'), { requestId: id }))).toBe('part-taken')
    await returnPart(as('nurseBeta'), { requestId: id, partId: evening, reason: 'no-room' })
    expect((await joinRequest(as('nurseAlfa'), { requestId: id })).ok).toBe(true)
    expect((await takeRequest(as('nurseBeta'), { requestId: id })).ok).toBe(true)
  })

  test('gives who offered a part that part at once', async () => {
    const id = await sent()
    const { beta, alfa } = region.organizations
    await askParties(as('nurseAlfa'), { requestId: id, organizationIds: [beta, alfa] })
    await answerInquiry(as('nurseBeta'), { requestId: id, answer: 'part', dayparts: ['evening'] })
    expect((await splitRequest(as('nurseAlfa'), byDaypart(id, beta))).ok).toBe(true)
    expect((await partsOf(id)).map(({ takerName }) => takerName)).toEqual([null, 'Bèta Zorg'])
    const outcomes = await region.asOwner(
      'select outcome from coordination.inquiry_party where request_id = $1 order by outcome',
      [id],
    )
    expect(outcomes).toEqual([{ outcome: 'chosen-part' }, { outcome: 'no-answer' }])
    // Who asked for the care sees who gives which part; who did not offer it is only asked.
    const other = await sent()
    await splitRequest(as('nurseAlfa'), byDaypart(other, beta))
    expect((await partsOf(other)).map(({ takerName, askedIds }) => [takerName, askedIds])).toEqual([
      [null, []],
      [null, [beta]],
    ])
  })
})

test('a request that ended still tells who had which part, with a clock that runs', async () => {
  const { id, evening } = await divided()
  await takePart(as('nurseBeta'), { requestId: id, partId: evening })
  let ticks = 0
  const running = { ...as('nurseAlfa'), now: () => new Date(now.getTime() + 60_000 + ++ticks) }
  expect((await lapseRequest(running, { requestId: id, reason: 'deceased' })).ok).toBe(true)
  expect(ticks).toBeGreaterThan(1)
  expect((await partsOf(id)).map(({ takerName }) => takerName)).toEqual([null, 'Bèta Zorg'])
})

describe('the database', () => {
  test('refuses parts that are not the whole', async () => {
    const { id } = await divided()
    await expect(
      region.asOwner("update requests.part set dayparts = '{morning}' where request_id = $1", [id]),
    ).rejects.toThrow('not the whole')
    await expect(
      region.asOwner('update requests.part set ended_at = now() where request_id = $1 and position = 2', [id]),
    ).rejects.toThrow('not the whole')
    await expect(
      region.asOwner('update requests.care_request set split_by = null where id = $1', [id]),
    ).rejects.toThrow('has no parts')
  })

  test('shows nobody a part of a card that is not theirs, and lets nobody write one', async () => {
    const { id, evening } = await divided()
    const seen = (name: keyof SmallRegion['people']) =>
      inTransaction(as(name), (tx) =>
        tx.db.selectFrom('requests.part').select('id').where('request_id', '=', id).execute(),
      )
    expect((await seen('nurseAlfa')).length).toBe(2)
    expect(await seen('nurseGamma')).toEqual([])
    expect(await seen('adminAlfa')).toEqual([])
    await inTransaction(as('nurseBeta'), (tx) =>
      tx.db
        .updateTable('requests.part')
        .set({ taker_organization_id: region.organizations.beta, taken_at: now })
        .where('id', '=', evening)
        .execute(),
    )
    expect((await partsOf(id)).map(({ takerId }) => takerId)).toEqual([null, null])
  })
})
