import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { withdrawRequest } from '#modules/requests/withdrawing.ts'
import { connect, type Database } from '#platform/database/connect.ts'
import { NotFound } from '#platform/http/faults.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { answerInquiry, askParties } from './inquiry/inquiring.ts'
import { reactions } from './reactions.ts'
import { takeRequest } from './taking/taking.ts'

const takers = 200

let region: SmallRegion
let firstPool: Database
let secondPool: Database
const nurses: UserActor[] = []

beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  // Two processes of the product, each with a pool of its own on the same database.
  const logins = { app: region.database.appLogin, owner: region.database.owner }
  firstPool = await connect(logins, 25)
  secondPool = await connect(logins, 25)
  for (let nth = 0; nth < takers; nth++) {
    const organizationId = newId()
    await region.asOwner(
      `insert into organizations.organization (id, region_id, slug, name, kind) values ($1, $2, $3, $4, 'provider')`,
      [organizationId, region.regionId, `taker-${nth}`, `Zorg ${nth}`],
    )
    nurses.push({ ...region.people.nurseAlfa, organizationId, organizationName: `Zorg ${nth}` })
  }
})
afterAll(() => Promise.all([firstPool?.close(), secondPool?.close()]))

test('of 200 organisations that press at once one has it, and 199 hear who', { timeout: 180_000 }, async () => {
  for (let round = 0; round < 3; round++) {
    const { id } = await aSentRequest(region.scope(region.anyone))
    const outcomes = await Promise.all(
      nurses.map((nurse, nth) => {
        const database = nth % 2 ? firstPool : secondPool
        return takeRequest({ ...region.scope(nurse), database }, { requestId: id })
      }),
    )
    const winners = nurses.filter((_, nth) => outcomes[nth]?.ok)
    expect(winners).toHaveLength(1)
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))
    expect(refusals).toHaveLength(takers - 1)
    for (const refusal of refusals)
      expect(refusal).toEqual({ code: 'already-taken', takenBy: winners[0]?.organizationName })
    const [row] = await region.asOwner(
      `select r.taker_organization_id as taker, i.open_to, (select count(*)::int from coordination.assignment a
         where a.request_id = r.id) as assignments
       from requests.care_request r join requests.patient_identity i on i.request_id = r.id where r.id = $1`,
      [id],
    )
    const winner = winners[0]?.organizationId
    expect(row).toEqual({ taker: winner, open_to: [winner], assignments: 1 })
  }
})

test('of 60 organisations that all confirm what all were asked, while the requester withdraws, there is one outcome', {
  timeout: 180_000,
}, async () => {
  const parties = nurses.slice(0, 60)
  const ends: Record<string, number> = {}
  for (let round = 0; round < 6; round++) {
    const { id } = await aSentRequest(region.scope(region.anyone))
    const asked = await askParties(region.scope(region.people.nurseAlfa), {
      requestId: id,
      organizationIds: parties.map(({ organizationId }) => organizationId),
    })
    expect(asked.ok).toBe(true)
    // The first yes has it, as when the region asks the preferred one or assigns.
    await region.asOwner(`update coordination.inquiry set settles = 'first-yes' where request_id = $1`, [id])
    const link = { kind: 'link', regionId: region.regionId, requestId: id, verified: true } as const
    const presses = parties.map(
      (nurse, nth) => () =>
        answerInquiry(
          { ...region.scope(nurse), database: nth % 2 ? firstPool : secondPool },
          { requestId: id, answer: 'can-take' },
        ),
    )
    const withdraw = () =>
      withdrawRequest({ ...region.scope(link), database: firstPool }, { requestId: id, reason: 'arranged' })
    const place = (round * 7) % presses.length
    const all = [...presses.slice(0, place), withdraw, ...presses.slice(place)]
    const settled = await Promise.allSettled<{ ok: boolean }>(all.map((press) => press()))
    // Who loses sight of it meanwhile hears that it is not there for them.
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(NotFound)
    const [row] = await region.asOwner<{
      state: string
      takers: number
      chosen: number
      open_to: string[]
      running: number
    }>(
      `select r.state, i.open_to,
         (select count(*)::int from coordination.assignment a where a.request_id = r.id and a.ended_at is null) as takers,
         (select count(*)::int from coordination.inquiry_party p where p.request_id = r.id and p.outcome = 'chosen') as chosen,
         (select count(*)::int from coordination.inquiry q where q.request_id = r.id and q.closed_at is null) as running
       from requests.care_request r join requests.patient_identity i on i.request_id = r.id where r.id = $1`,
      [id],
    )
    const taken = row?.state === 'assigned'
    expect(row).toMatchObject({ takers: taken ? 1 : 0, running: 0 })
    expect(row?.open_to).toHaveLength(taken ? 1 : 0)
    expect(['assigned', 'withdrawn']).toContain(row?.state)
    expect(row?.chosen).toBeLessThanOrEqual(1)
    ends[String(row?.state)] = (ends[String(row?.state)] ?? 0) + 1
  }
  expect(Object.values(ends).reduce((sum, one) => sum + one, 0)).toBe(6)
})
