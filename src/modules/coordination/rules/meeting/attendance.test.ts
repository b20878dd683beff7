import { describe, expect, test } from 'vitest'
import { seatsOf } from './attendance.ts'
import { meetsOn, nextMeetingDay, secondsPerItem } from './days.ts'

const members = [
  { roleId: 'anja', name: 'Anja', organizationId: 'alfa', organizationName: 'Alfa' },
  { roleId: 'amir', name: 'Amir', organizationId: 'alfa', organizationName: 'Alfa' },
  { roleId: 'bea', name: 'Bea', organizationId: 'beta', organizationName: 'Bèta' },
]
const rota = [
  { organizationId: 'alfa', attends: 'anja', standsIn: 'amir' },
  { organizationId: 'beta', attends: 'bea', standsIn: null },
]

describe('who is there', () => {
  test('for each organisation of the team, who is missing last', () => {
    const seats = seatsOf(members, rota, [{ roleId: 'bea', name: 'Bea', organizationId: 'beta' }])
    expect(seats.map(({ organizationName, present }) => [organizationName, present.length])).toEqual([
      ['Bèta', 1],
      ['Alfa', 0],
    ])
    expect(seats[1]).toMatchObject({ expected: 'Anja', standIn: 'Amir' })
  })

  test('another of the same organisation stands in for who was to come', () => {
    const [alfa] = seatsOf(members, rota, [{ roleId: 'amir', name: 'Amir', organizationId: 'alfa' }])
    expect(alfa?.present).toEqual([{ roleId: 'amir', name: 'Amir', standsInFor: 'Anja' }])
  })

  test('nobody stands in when who was to come is there as well', () => {
    const both = [members[0], members[1]].map((one) => one as (typeof members)[number])
    const [alfa] = seatsOf(members, rota, both)
    expect(alfa?.present.map(({ standsInFor }) => standsInFor)).toEqual([undefined, undefined])
  })
})

describe('when a team meets', () => {
  test('on its days, not on a holiday', () => {
    expect(meetsOn('2026-11-23', [1, 2, 3, 4, 5])).toBe(true)
    expect(meetsOn('2026-11-22', [1, 2, 3, 4, 5])).toBe(false)
    expect(meetsOn('2026-12-25', [1, 2, 3, 4, 5])).toBe(false)
  })

  test('the next day passes over the weekend, Christmas and the turn of the year', () => {
    expect(nextMeetingDay('2026-11-20', [1, 2, 3, 4, 5])).toBe('2026-11-23')
    expect(nextMeetingDay('2026-12-24', [1, 2, 3, 4, 5])).toBe('2026-12-28')
    expect(nextMeetingDay('2026-12-31', [1, 2, 3, 4, 5])).toBe('2027-01-04')
    expect(nextMeetingDay('2026-11-20', [2])).toBe('2026-11-24')
  })

  test('an item takes its share of what is left, and never nags under half a minute', () => {
    expect(secondsPerItem(15, 0, 20)).toBe(45)
    expect(secondsPerItem(15, 600, 5)).toBe(60)
    expect(secondsPerItem(15, 1_200, 5)).toBe(30)
    expect(secondsPerItem(15, 0, 0)).toBe(300)
  })
})
