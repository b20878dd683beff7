import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { lights } from '#kernel/lights.ts'
import { cellKey, daysAhead } from './cell.ts'
import { canStillUndo, decideLights, type Setting, type Standing, toSaying, type Wish } from './setting.ts'

const monday = '2026-11-23'
const now = instantOf(monday, '07:30')
const setting: Setting = {
  ownTeamIds: new Set(['ours']),
  reasons: [
    { code: 'full-routes', wantsText: false },
    { code: 'other', wantsText: true },
  ],
  now,
}
const wish = (more: Partial<Wish> = {}): Wish => ({
  teamId: 'ours',
  on: monday,
  daypart: 'morning',
  careKind: '',
  light: 'green',
  ...more,
})
const decide = (wishes: Wish[], standing: Standing[] = []) =>
  decideLights(wishes, new Map(standing.map((one) => [cellKey(one), one])), setting)
const why = (one: Wish) => {
  const answer = decide([one])
  return answer.ok || answer.refusal.code !== 'not-valid' ? undefined : answer.refusal.cells[0]?.why
}

describe('what cannot be said', () => {
  test.each<[string, Partial<Wish>]>([
    ['foreign-team', { teamId: 'theirs' }],
    ['past', { on: addDays(monday, -1) }],
    ['past', { on: addDays(monday, -2), daypart: 'night' }],
    ['too-far', { on: addDays(monday, daysAhead + 1) }],
    ['no-reason', { light: 'red' }],
    ['no-reason', { light: 'amber' }],
    ['unknown-reason', { light: 'red', reason: 'weather' }],
    ['reason-wants-text', { light: 'red', reason: 'other' }],
    ['text-too-long', { light: 'red', reason: 'other', reasonText: 'x'.repeat(201) }],
    ['until-past', { until: now }],
    ['numbers-do-not-fit', { newClients: 100 }],
    ['numbers-do-not-fit', { freeMinutes: -1 }],
  ])('%s', (code, more) => {
    expect(why(wish(more))).toBe(code)
  })

  test('the night that is still running can be said, the morning that is over cannot', () => {
    const early = { ...setting, now: instantOf(monday, '06:30') }
    const lastNight = wish({ on: addDays(monday, -1), daypart: 'night' })
    expect(decideLights([lastNight], new Map(), early).ok).toBe(true)
    const noon = { ...setting, now: instantOf(monday, '12:00') }
    expect(decideLights([wish()], new Map(), noon).ok).toBe(false)
  })

  test('the same cell twice in one save', () => {
    expect(decide([wish(), wish({ light: 'unknown' })])).toMatchObject({
      ok: false,
      refusal: { cells: [{ why: 'twice' }] },
    })
  })

  test('one wrong cell keeps all of them out', () => {
    expect(decide([wish(), wish({ daypart: 'evening', light: 'red' })]).ok).toBe(false)
  })
})

describe('two colleagues and one cell', () => {
  const theirs: Standing = {
    ...wish({ light: 'red', reason: 'full-routes' }),
    version: 7,
    setAt: now,
    setByName: 'Amir',
  }

  test('the second is shown what the first said', () => {
    expect(decide([wish({ seen: 0 })], [theirs])).toEqual({
      ok: false,
      refusal: { code: 'changed-meanwhile', cells: [theirs] },
    })
  })

  test('who saw it, decides', () => {
    expect(decide([wish({ seen: 7 })], [theirs]).ok).toBe(true)
  })

  test('saying the same as the first needs no decision', () => {
    expect(decide([wish({ seen: 0, light: 'red', reason: 'full-routes' })], [theirs]).ok).toBe(true)
  })

  test('a cell that was emptied in between is shown as empty', () => {
    expect(decide([wish({ seen: 3 })])).toMatchObject({
      ok: false,
      refusal: { cells: [{ light: 'unknown', version: 0 }] },
    })
  })
})

test('a save can be taken back for ten minutes', () => {
  expect(canStillUndo(now, new Date(now.getTime() + 599_999))).toBe(true)
  expect(canStillUndo(now, new Date(now.getTime() + 600_000))).toBe(false)
})

describe('always', () => {
  const aWish = fc.record({
    teamId: fc.constantFrom('ours', 'theirs'),
    on: fc.integer({ min: -3, max: daysAhead + 3 }).map((days) => addDays(monday, days)),
    daypart: fc.constantFrom(...dayparts),
    careKind: fc.constantFrom('' as const, 'wound' as const),
    light: fc.constantFrom(...lights),
    reason: fc.constantFrom(undefined, 'full-routes', 'other', 'weather'),
    reasonText: fc.constantFrom(undefined, 'Cursus'),
    freeMinutes: fc.constantFrom(undefined, 0, 90),
    until: fc.option(fc.date({ min: new Date('2026-11-20'), max: new Date('2026-12-20'), noInvalidDate: true }), {
      nil: undefined,
    }),
  })

  test('what is accepted has a reason exactly when it is not green, is of an own team and not over', () => {
    fc.assert(
      fc.property(fc.array(aWish, { maxLength: 6 }), (wishes) => {
        const answer = decide(wishes)
        if (!answer.ok) return
        for (const one of answer.value) {
          expect(one.reason !== null).toBe(one.light === 'amber' || one.light === 'red')
          expect(one.teamId).toBe('ours')
          expect(one.on >= monday).toBe(true)
        }
      }),
    )
  })

  test('tidying what is said twice changes nothing more', () => {
    fc.assert(
      fc.property(aWish, (one) => {
        expect(toSaying(toSaying(one))).toEqual(toSaying(one))
      }),
    )
  })
})
