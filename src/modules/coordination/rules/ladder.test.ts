import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueAt } from '#kernel/deadline.ts'
import { fillIn, presets } from '#modules/regions/index.ts'
import { climb, remindAt } from './ladder.ts'

const monday = new Date('2026-11-23T08:00:00Z')
const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000)
const way = fillIn('coordinating-teams', 'desk')

describe('the ladder', () => {
  test('an urgent request goes to the wider circle when its four hours are over', () => {
    const rung = { level: 0, clockStartedAt: monday, promisedBy: hours(monday, 4) }
    const first = climb(rung, way, hours(monday, 4))
    expect(first).toMatchObject({ level: 1, step: 'wider-circle' })
    expect(first.actBy).toEqual(dueAt(hours(monday, 4), way.escalation, way.opening))
  })

  test('one of a day: wider circle after 24 hours, joint discussion after 48', () => {
    const rung = { level: 0, clockStartedAt: monday, promisedBy: hours(monday, 24) }
    const wider = climb(rung, way, hours(monday, 24))
    expect(wider.step).toBe('wider-circle')
    expect(wider.actBy).toEqual(hours(monday, 48))
    expect(climb({ ...rung, level: 1 }, way, wider.actBy).step).toBe('joint-discussion')
  })

  test('a step never comes before the term that was promised has run out', () => {
    const promisedBy = dueAt(monday, way.deadlines.planned, way.opening)
    const rung = { level: 0, clockStartedAt: monday, promisedBy }
    const wider = climb(rung, way, promisedBy)
    // Its moments, 48 and 72 hours after sending, are long over: each holder gets the term of an escalation.
    expect(wider.actBy).toEqual(dueAt(promisedBy, way.escalation, way.opening))
  })

  test('above its last step it goes on, and never lies still', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...presets),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 2_000 }),
        fc.integer({ min: 0, max: 3_000 }),
        (preset, level, promised, late) => {
          const terms = fillIn(preset, 'desk')
          const now = hours(monday, promised + late)
          const next = climb({ level, clockStartedAt: monday, promisedBy: hours(monday, promised) }, terms, now)
          expect(next.actBy.getTime()).toBeGreaterThan(now.getTime())
          expect(next.level).toBe(level + 1)
        },
      ),
    )
  })

  test('the reminder comes after three quarters of the term, and never after it', () => {
    expect(remindAt(monday, hours(monday, 4), way)).toEqual(hours(monday, 3))
    expect(remindAt(monday, hours(monday, -1), way)).toEqual(monday)
  })
})
