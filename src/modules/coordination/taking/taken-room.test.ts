import { beforeAll, expect, test } from 'vitest'
import { aTeam } from '#modules/capacity/testing.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'
import { returnRequest } from './returning.ts'
import { takeRequest } from './taking.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

const monday = new Date('2026-11-23T08:00:00Z')

test('taking a request is told to the stoplight of the taking team, giving it back takes that away', async () => {
  const team = await aTeam(region)
  await aTeam(region, 'beta')
  const { id } = await aSentRequest(region.scope(region.anyone, monday), {
    card: { startOn: '2026-11-24', dayparts: ['morning', 'evening'], hoursPerWeek: 7 },
  })
  const kept = () =>
    region.asOwner(
      `select team_id, daypart, min(light_on)::text as first, count(*)::int as days, max(minutes) as minutes
       from capacity.taken_room where source_id = $1 group by 1, 2 order by 2`,
      [id],
    )
  const nurse = region.scope(region.people.nurseAlfa, monday)
  expect(await takeRequest(nurse, { requestId: id })).toMatchObject({ ok: true })
  expect(await kept()).toEqual([
    { team_id: team, daypart: 'evening', first: '2026-11-24', days: 14, minutes: 30 },
    { team_id: team, daypart: 'morning', first: '2026-11-24', days: 14, minutes: 30 },
  ])
  await returnRequest(nurse, { requestId: id, reason: 'no-room' })
  expect(await kept()).toEqual([])
})
