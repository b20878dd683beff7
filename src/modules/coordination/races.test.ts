import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { connect, type Database } from '#platform/database/connect.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from './reactions.ts'
import { takeRequest } from './taking.ts'

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
