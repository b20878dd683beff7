import { describe, expect, test } from 'vitest'
import { instantOf } from './dates.ts'
import { dueAt } from './deadline.ts'
import { officeHours } from './working-time.ts'

const fridayAfternoon = instantOf('2026-11-20', '16:00')

describe('a term', () => {
  test('in clock hours runs through the weekend', () => {
    expect(dueAt(fridayAfternoon, { kind: 'clock', hours: 48 }, officeHours)).toEqual(instantOf('2026-11-22', '16:00'))
  })

  test('in working hours rests in the weekend', () => {
    expect(dueAt(fridayAfternoon, { kind: 'working', hours: 4 }, officeHours)).toEqual(instantOf('2026-11-23', '11:00'))
  })

  test('in working hours rests on the holidays of the Netherlands, or on those of the region', () => {
    const christmasEve = instantOf('2026-12-24', '16:00')
    const term = { kind: 'working', hours: 2 } as const
    expect(dueAt(christmasEve, term, officeHours)).toEqual(instantOf('2026-12-28', '09:00'))
    expect(dueAt(christmasEve, term, officeHours, () => false)).toEqual(instantOf('2026-12-25', '09:00'))
  })
})
