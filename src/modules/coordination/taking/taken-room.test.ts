import { beforeAll, expect, test } from 'vitest'
import { aTeam } from '#modules/capacity/testing.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { getSheet } from '../list/sheet.ts'
import { splitRequest } from '../parts/splitting.ts'
import { returnPart, takePart } from '../parts/taking-part.ts'
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

test.each([
  ['daypart', [['morning'], ['evening']], { morning: 30 }, { evening: 30 }],
  ['care-kind', [['nursing'], ['personal-care']], { evening: 15, morning: 15 }, { evening: 15, morning: 15 }],
] as const)('who takes a part by %s is asked about that part only, and once', async (by, pieces, alfas, betas) => {
  const { id } = await aSentRequest(region.scope(region.anyone, monday), {
    card: {
      startOn: '2026-11-24',
      dayparts: ['morning', 'evening'],
      careKinds: ['nursing', 'personal-care'],
      hoursPerWeek: 7,
    },
  })
  const [alfa, beta] = ['nurseAlfa', 'nurseBeta'].map((name) =>
    region.scope(region.people[name as 'nurseAlfa' | 'nurseBeta'], monday),
  ) as [ReturnType<SmallRegion['scope']>, ReturnType<SmallRegion['scope']>]
  const split = { requestId: id, by, overview: 0, parts: pieces.map((own) => ({ pieces: [...own] })) }
  expect(await splitRequest(alfa, split)).toMatchObject({ ok: true })
  const parts = (await getSheet(alfa, id)).card.parts ?? []
  const minutesOf = async (organization: 'alfa' | 'beta') => {
    const rows = await region.asOwner<{ daypart: string; minutes: number }>(
      `select distinct r.daypart, r.minutes from capacity.taken_room r
       where r.source_id = $1 and r.organization_id = $2 order by 1`,
      [id, region.organizations[organization]],
    )
    return Object.fromEntries(rows.map(({ daypart, minutes }) => [daypart, minutes]))
  }
  const [first, second] = parts.map((part) => ({ requestId: id, partId: part.id })) as [
    { requestId: string; partId: string },
    { requestId: string; partId: string },
  ]
  await takePart(beta, second)
  expect([await minutesOf('alfa'), await minutesOf('beta')]).toEqual([{}, betas])
  await takePart(alfa, first)
  expect([await minutesOf('alfa'), await minutesOf('beta')]).toEqual([alfas, betas])
  await returnPart(beta, { ...second, reason: 'no-room' })
  expect([await minutesOf('alfa'), await minutesOf('beta')]).toEqual([alfas, {}])
})
