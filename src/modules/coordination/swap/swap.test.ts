import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { getIdentity } from '../list/identity.ts'
import { getSheet } from '../list/sheet.ts'
import { splitRequest } from '../parts/splitting.ts'
import { takePart } from '../parts/taking-part.ts'
import { reactions } from '../reactions.ts'
import { returnRequest } from '../taking/returning.ts'
import { confirmStart } from '../taking/starting.ts'
import { takeRequest } from '../taking/taking.ts'
import { endOverdueSwaps } from './ending.ts'
import { acceptSwap, proposeSwap, refuseSwap, takeBackSwap } from './swapping.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

const now = new Date('2026-11-23T09:00:00Z')
type Name = keyof SmallRegion['people']
const as = (name: Name, at = now) => region.scope(region.people[name], at)
const sees = (name: Name, id: string) =>
  getIdentity(as(name), id).then(
    () => true,
    () => false,
  )
async function taken(): Promise<string> {
  const { id } = await aSentRequest(region.scope(region.anyone, now))
  await takeRequest(as('nurseAlfa'), { requestId: id })
  return id
}
const toGamma = (requestId: string) => ({ requestId, organizationId: region.organizations.gamma })
const codeOf = async (work: Promise<{ ok: boolean; refusal?: { code: string } }>) => (await work).refusal?.code

describe('handing a client over', () => {
  test('needs a yes of both; until then the one who has it keeps it, and the other sees the card alone', async () => {
    const id = await taken()
    await expect(getSheet(as('nurseGamma'), id)).rejects.toThrow()
    expect((await proposeSwap(as('nurseAlfa'), { ...toGamma(id), remark: 'Bel Jan op 06-12345678' })).ok).toBe(true)
    const offered = await getSheet(as('nurseGamma'), id)
    expect([offered.card.state, offered.card.takerName, offered.swap?.fromName]).toEqual([
      'assigned',
      'Alfa Thuiszorg',
      'Alfa Thuiszorg',
    ])
    expect(offered.swap?.remark).not.toContain('12345678')
    expect([offered.identity, await sees('nurseGamma', id), await sees('nurseAlfa', id)]).toEqual([
      undefined,
      false,
      true,
    ])
    expect((await acceptSwap(as('nurseGamma'), { requestId: id })).ok).toBe(true)
    const over = (await getSheet(as('nurseGamma'), id)).card
    expect([over.state, over.takerName, over.holderName]).toEqual(['assigned', 'Gamma aan Huis', 'Gamma aan Huis'])
    expect([await sees('nurseGamma', id), await sees('nurseAlfa', id)]).toEqual([true, false])
    const assignments = await region.asOwner(
      'select organization_id, ended_how from coordination.assignment where request_id = $1 order by taken_at, ended_how',
      [id],
    )
    expect(assignments).toEqual([
      { organization_id: region.organizations.alfa, ended_how: 'swapped' },
      { organization_id: region.organizations.gamma, ended_how: null },
    ])
    const [told] = await region.asOwner(
      "select code, organization_id, facts ->> 'from' as from from requests.history_entry where request_id = $1 order by at desc, id desc limit 1",
      [id],
    )
    expect(told).toEqual({ code: 'swapped', organization_id: region.organizations.gamma, from: 'Alfa Thuiszorg' })
  })

  test('of care that began asks the other to confirm its own start', async () => {
    const id = await taken()
    await confirmStart(as('nurseAlfa'), { requestId: id, startedOn: '2026-11-23' })
    await proposeSwap(as('nurseAlfa'), { ...toGamma(id), takesOverOn: '2026-12-01' })
    expect((await getSheet(as('nurseGamma'), id)).card.state).toBe('started')
    await acceptSwap(as('nurseGamma'), { requestId: id })
    const { card } = await getSheet(as('nurseGamma'), id)
    expect([card.state, card.holderName]).toEqual(['assigned', 'Gamma aan Huis'])
    expect(card.actBy?.getTime()).toBeGreaterThan(new Date('2026-12-01').getTime())
  })

  test('is refused with a reason, taken back, or ends unanswered: it stays, and the other loses sight', async () => {
    const endings = [
      (id: string) => refuseSwap(as('nurseGamma'), { requestId: id, reason: 'other' }),
      (id: string) => takeBackSwap(as('nurseAlfa'), { requestId: id }),
      () => endOverdueSwaps(region.scope(region.system, new Date('2026-11-27T09:00:00Z'))),
    ]
    for (const end of endings) {
      const id = await taken()
      await proposeSwap(as('nurseAlfa'), toGamma(id))
      await end(id)
      await expect(getSheet(as('nurseGamma'), id)).rejects.toThrow()
      const sheet = await getSheet(as('nurseAlfa'), id)
      expect([sheet.card.state, sheet.card.takerName, sheet.swap]).toEqual(['assigned', 'Alfa Thuiszorg', undefined])
    }
    expect(await endOverdueSwaps(region.scope(region.system, new Date('2026-11-27T09:00:00Z')))).toBe(0)
  })

  test('is asked of one other organisation at a time, and only by who has the client', async () => {
    const id = await taken()
    expect(await codeOf(proposeSwap(as('nurseBeta'), toGamma(id)))).toBe('not-yours')
    expect(
      await codeOf(proposeSwap(as('nurseAlfa'), { requestId: id, organizationId: region.organizations.alfa })),
    ).toBe('swap-with-oneself')
    expect(
      await codeOf(proposeSwap(as('nurseAlfa'), { requestId: id, organizationId: region.organizations.hospital })),
    ).toBe('party-unknown')
    await proposeSwap(as('nurseAlfa'), toGamma(id))
    const second = { requestId: id, organizationId: region.organizations.beta }
    expect(await codeOf(proposeSwap(as('nurseAlfa'), second))).toBe('swap-runs')
    expect(await codeOf(acceptSwap(as('nurseBeta'), { requestId: id }))).toBe('swap-asked-only')
    // What is given back is nobody's to hand over.
    await returnRequest(as('nurseAlfa'), { requestId: id, reason: 'no-room' })
    await expect(acceptSwap(as('nurseGamma'), { requestId: id })).rejects.toThrow()
  })

  test('hands over one part of a divided request, and leaves the others as they are', async () => {
    const { id } = await aSentRequest(region.scope(region.anyone, now), {
      card: { dayparts: ['morning', 'evening'] },
    })
    await splitRequest(as('nurseAlfa'), {
      requestId: id,
      by: 'daypart',
      overview: 0,
      parts: [{ pieces: ['morning'] }, { pieces: ['evening'] }],
    })
    const [morning, evening] = (await getSheet(as('nurseAlfa'), id)).card.parts!.map((part) => part.id)
    await takePart(as('nurseAlfa'), { requestId: id, partId: morning! })
    await takePart(as('nurseBeta'), { requestId: id, partId: evening! })
    expect(await codeOf(proposeSwap(as('nurseAlfa'), toGamma(id)))).toBe('part-wanted')
    expect(await codeOf(proposeSwap(as('nurseAlfa'), { ...toGamma(id), partId: evening! }))).toBe('part-not-yours')
    await proposeSwap(as('nurseAlfa'), { ...toGamma(id), partId: morning! })
    await acceptSwap(as('nurseGamma'), { requestId: id })
    const { card } = await getSheet(as('nurseBeta'), id)
    // The part that went over kept the overview, so its new taker answers for the whole.
    expect([card.state, card.takerName, card.parts?.map(({ takerName }) => takerName)]).toEqual([
      'assigned',
      'Gamma aan Huis',
      ['Gamma aan Huis', 'Bèta Zorg'],
    ])
    expect([await sees('nurseAlfa', id), await sees('nurseBeta', id), await sees('nurseGamma', id)]).toEqual([
      false,
      true,
      true,
    ])
  })

  test('is between the two and the list: an outsider does not see that it was asked', async () => {
    const id = await taken()
    await proposeSwap(as('nurseAlfa'), toGamma(id))
    const seenBy = (name: Name) =>
      inTransaction(as(name), (tx) =>
        tx.db.selectFrom('coordination.swap').select('id').where('request_id', '=', id).execute(),
      )
    expect((await seenBy('nurseGamma')).length).toBe(1)
    expect((await seenBy('nurseBeta')).length).toBe(1)
    expect(await seenBy('transferNurse')).toEqual([])
    expect(await seenBy('adminAlfa')).toEqual([])
  })
})
