import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { addDays, instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { read } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { addException, getPattern, removeException, savePattern } from './pattern.ts'
import type { PatternLight } from './rules/pattern.ts'
import { setLights } from './setting.ts'
import { selectLights } from './store.ts'
import { aTeam, aWish } from './testing.ts'

const monday = '2026-11-23'
const tuesday = addDays(monday, 1)
const now = instantOf(monday, '07:30')
const nightsRed: PatternLight[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  daypart: 'night',
  light: 'red',
  reason: 'other',
  reasonText: 'Geen nachtdienst',
}))

let region: SmallRegion
let people: SmallRegion['people']
let team: string

beforeAll(async () => {
  region = await createSmallRegion()
  people = region.people
})

beforeEach(async () => {
  team = await aTeam(region)
})

const save = (actor: Actor, seen = 0, lights = nightsRed) =>
  savePattern(region.scope(actor, now), { teamId: team, seen, lights })

async function nights(at = now) {
  const scope = region.scope(people.nurseBeta, at)
  const { rows } = await read(scope, {
    rows: selectLights(scope, monday, tuesday)
      .where('l.team_id', '=', team)
      .where('l.daypart', '=', 'night')
      .orderBy('l.light_on'),
  })
  return rows.map(({ light, origin }) => `${light} ${origin}`)
}

describe('a pattern', () => {
  test('fills the dayparts about which nobody said anything', async () => {
    expect(await save(people.nurseAlfa)).toMatchObject({ ok: true })
    expect(await nights()).toEqual(['red pattern', 'red pattern'])
    await setLights(region.scope(people.nurseAlfa, now), {
      key: newId(),
      channel: 'page',
      cells: [aWish(team, monday, { daypart: 'night' })],
    })
    expect(await nights()).toEqual(['green set', 'red pattern'])
    const dayLater = new Date(now.getTime() + 26 * 3_600_000)
    expect(await nights(dayLater)).toEqual(['unknown set', 'red pattern'])
  })

  test('counts for as long as somebody said that it is right', async () => {
    await save(people.nurseAlfa)
    const day = 86_400_000
    expect(await nights(new Date(now.getTime() + 28 * day - 1))).toEqual(['red pattern', 'red pattern'])
    expect(await nights(new Date(now.getTime() + 28 * day))).toEqual(['unknown pattern', 'unknown pattern'])
  })

  test('gives way on the days of an exception', async () => {
    await save(people.nurseAlfa)
    const exception = { firstOn: tuesday, lastOn: tuesday, light: 'unknown' as const, reason: null, reasonText: null }
    await addException(region.scope(people.nurseAlfa, now), { teamId: team, exception })
    expect(await nights()).toEqual(['red pattern', 'unknown exception'])
    const [known] = (await getPattern(region.scope(people.nurseAlfa, now), team)).exceptions
    await removeException(region.scope(people.nurseAlfa, now), { teamId: team, id: known?.id ?? '' })
    expect(await nights()).toEqual(['red pattern', 'red pattern'])
  })

  test('of two colleagues the second is told, and nothing is lost', async () => {
    await save(people.nurseAlfa)
    expect(await save(people.nurseAlfa2, 0, [])).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await save(people.nurseAlfa2, 1, [])).toMatchObject({ ok: true })
    expect(await nights()).toEqual([])
  })

  test('has a reason where it is not green, and days that are still to come', async () => {
    const bare = nightsRed.map((one) => ({ ...one, reason: null }))
    expect(await save(people.nurseAlfa, 0, bare)).toEqual({ ok: false, refusal: 'no-reason' })
    const past = {
      firstOn: '2026-11-01',
      lastOn: '2026-11-02',
      light: 'green' as const,
      reason: null,
      reasonText: null,
    }
    const add = (exception: typeof past) =>
      addException(region.scope(people.nurseAlfa, now), { teamId: team, exception })
    expect(await add(past)).toEqual({ ok: false, refusal: 'over' })
    expect(await add({ ...past, firstOn: tuesday, lastOn: monday })).toEqual({
      ok: false,
      refusal: 'ends-before-it-begins',
    })
  })

  test('is kept by its own organisation only', async () => {
    await expect(save(people.nurseBeta)).rejects.toThrow('Niet gevonden')
    await expect(save(people.gp)).rejects.toThrow('Dit hoort niet bij uw rol')
  })
})
