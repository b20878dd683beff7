import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { getIdentity } from './list/identity.ts'
import { getSheet } from './list/sheet.ts'
import { reactions } from './reactions.ts'
import { returnRequest } from './taking/returning.ts'
import { takeRequest } from './taking/taking.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

/** Who can read the identity of this request now, over every way there is to read it. */
async function whoSees(id: string): Promise<string[]> {
  const seen: string[] = []
  for (const [name, actor] of Object.entries(region.people) as [string, UserActor][]) {
    const sheet = await getSheet(region.scope(actor), id).catch(() => undefined)
    const alone = await getIdentity(region.scope(actor), id).catch(() => undefined)
    if (sheet?.identity || alone || JSON.stringify(sheet ?? {}).includes('Geheimstra')) seen.push(name)
  }
  return seen.sort()
}

describe('the identity', () => {
  const sentSecret = () => aSentRequest(region.scope(region.anyone), { identity: { familyName: 'Geheimstra' } })

  test('is open to the nurses of the taker between taking and giving back, and to nobody else at any time', async () => {
    const { id } = await sentSecret()
    expect(await whoSees(id)).toEqual([])
    await takeRequest(region.scope(region.people.nurseAlfa), { requestId: id })
    expect(await whoSees(id)).toEqual(['nurseAlfa', 'nurseAlfa2'])
    await returnRequest(region.scope(region.people.nurseAlfa), { requestId: id, reason: 'no-room' })
    expect(await whoSees(id)).toEqual([])
    await takeRequest(region.scope(region.people.nurseBeta), { requestId: id })
    expect(await whoSees(id)).toEqual(['nurseBeta'])
  })

  test('this would be seen: with row-level security off, the same question finds who should not see', async () => {
    const { id } = await sentSecret()
    await region.asOwner('alter table requests.patient_identity disable row level security')
    try {
      expect(await whoSees(id)).toContain('nurseBeta')
    } finally {
      await region.asOwner('alter table requests.patient_identity enable row level security')
    }
    expect(await whoSees(id)).toEqual([])
  })
})
