import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { tellWhatTurnedGrey } from './greying.ts'
import { remindOfLights } from './reminding.ts'
import type { Wish } from './rules/setting.ts'
import { setLights } from './setting.ts'
import { aTeam, aWish } from './testing.ts'

const monday = '2026-11-23'
const tuesday = addDays(monday, 1)
const at = (time: string, on = monday) => instantOf(on, time)

let region: SmallRegion
let team: string

beforeAll(async () => {
  region = await createSmallRegion()
})

beforeEach(async () => {
  await region.asOwner('delete from capacity.light_change')
  await region.asOwner('delete from capacity.light')
  await region.asOwner('delete from capacity.grey_told')
  team = await aTeam(region)
})

const say = (cells: Wish[], now: Date) =>
  setLights(region.scope(region.people.nurseAlfa, now), { key: newId(), channel: 'page', cells })
const grey = (now: Date) => tellWhatTurnedGrey(region.scope(region.system, now))
const remind = (now: Date) => remindOfLights(region.scope(region.system, now))

describe('boards turn grey by themselves', () => {
  const told = () =>
    region.asOwner<{ payload: { days: string[] } }>(
      `select distinct payload from platform.outbox where subject_id = $1 and id > (
         select coalesce(min(id), 0) from platform.outbox where subject_id = $1)`,
      [team],
    )

  test('when a light for today is a day old, and only once', async () => {
    await say([aWish(team, tuesday, { daypart: 'evening' })], at('07:30'))
    expect(await grey(at('07:29', tuesday))).toBe(0)
    expect(await grey(at('07:30', tuesday))).toBe(1)
    expect(await grey(at('07:31', tuesday))).toBe(0)
    expect((await told()).at(-1)?.payload.days).toEqual([tuesday])
  })

  test('at midnight, for a light that was said days ago', async () => {
    await say([aWish(team, addDays(monday, 3))], at('07:30'))
    await grey(at('23:59', addDays(monday, 2)))
    expect(await grey(at('00:00', addDays(monday, 3)))).toBe(1)
  })

  test('when its until has passed', async () => {
    await say([aWish(team, monday, { until: at('10:00') })], at('07:30'))
    await grey(at('09:59'))
    expect(await grey(at('10:00'))).toBe(1)
  })

  test('also what turned while the app was down', async () => {
    await say([aWish(team, tuesday, { daypart: 'evening' })], at('07:30'))
    await grey(at('20:00'))
    expect(await grey(at('16:00', tuesday))).toBe(1)
  })
})

describe('a reminder', () => {
  const letters = () =>
    region.asOwner<{ to_address: string; subject: string; body: string }>(
      'select to_address, subject, body from platform.mail where subject_id = $1',
      [team],
    )

  test('goes to who set the light, three hours before it turns grey, once a day, with a link and nothing else', async () => {
    await say([aWish(team, tuesday, { daypart: 'evening' })], at('11:00'))
    expect(await remind(at('07:59', tuesday))).toBe(0)
    expect(await remind(at('08:00', tuesday))).toBe(1)
    expect(await remind(at('08:15', tuesday))).toBe(0)
    const [letter] = await letters()
    expect(letter?.to_address).toBe(`${region.people.nurseAlfa.userId}@example.nl`)
    expect(letter?.body).toContain(`/capaciteit?team=${team}`)
    expect(letter?.body).toContain('om 11:00 te oud')
    expect(letter?.body).not.toContain('Anja')
  })

  test('not at night, and not of a daypart that is over before its light grows old', async () => {
    await say([aWish(team, tuesday, { daypart: 'evening' })], at('05:00'))
    expect(await remind(at('04:00', tuesday))).toBe(0)
    await say([aWish(team, tuesday, { daypart: 'morning' })], at('12:30'))
    await region.asOwner("delete from capacity.light where daypart = 'evening'")
    expect(await remind(at('11:00', tuesday))).toBe(0)
  })
})
