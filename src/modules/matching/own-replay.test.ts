import { beforeAll, expect, test } from 'vitest'
import { aTeam } from '#modules/capacity/testing.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { ownReplay, replayOwnMonths } from './own-replay.ts'

let region: SmallRegion
let app: TestApp
const page = '/regio/werkwijze/naspelen'

beforeAll(async () => {
  region = await createSmallRegion()
  coordinationReactions(region.events)
  app = await createTestApp(region)
  await region.asOwner(`update organizations.organization set care_kinds = '{personal-care}' where kind = 'provider'`)
})

test('a region without a past has nothing to live again', async () => {
  expect(await replayOwnMonths(region.scope(region.people.manager))).toBeUndefined()
})

test('its own months are lived again for the region manager alone, without whom they are about and with a row in the log', async () => {
  await aTeam(region, 'alfa', { name: 'Team Alfa' })
  await aTeam(region, 'beta', { name: 'Team Bèta' })
  for (let day = 20; day < 80; day += 2)
    await aSentRequest(region.scope(region.anyone, new Date(Date.now() - day * 86_400_000)), {
      card: { careKinds: ['personal-care'], dayparts: ['morning'], timesPerWeek: 3 },
      identity: { familyName: 'Geheimstra' },
    })
  const manager = region.scope(region.people.manager)
  const found = await replayOwnMonths(manager)
  expect(found?.requests).toBe(30)
  expect(found?.ways.map(({ name }) => name)).toEqual(['proposal', 'at-once-wished'])
  expect(await replayOwnMonths(manager)).toEqual(found)
  // Made once a day, for everybody who asks after.
  expect(await ownReplay(manager)).toEqual(found)
  expect(ownReplay(manager)).toBe(ownReplay(manager))
  const answer = await app.as(region.people.manager).get(page)
  expect(answer.text).toContain('30 eigen zorgvragen')
  expect(answer.text).not.toContain('Geheimstra')
  expect((await app.as(region.people.nurseAlfa).get(page)).status).toBe(403)
  expect(() => ownReplay(region.scope(region.people.nurseAlfa))).toThrow(NotAllowed)
  const log = await region.asOwner(`select event_type from audit.event where event_type = 'region.replay'`)
  expect(log.length).toBe(4)
})
