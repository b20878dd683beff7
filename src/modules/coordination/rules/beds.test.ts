import { describe, expect, test } from 'vitest'
import type { Light } from '#kernel/lights.ts'
import { openReasons, roomFirst, roomOf, type Said } from './beds.ts'

const said = (light: Light, careKind = '', teamId = 'house'): Said => ({ teamId, on: '2026-11-23', careKind, light })

describe('a bed for a while', () => {
  test('is a way to send somebody only where the region agreed on beds', () => {
    const reasons = [{ code: 'short-stay' }, { code: 'wmo' }]
    expect(openReasons(reasons, true)).toEqual(reasons)
    expect(openReasons(reasons, false)).toEqual([{ code: 'wmo' }])
  })

  test.each<[string, Said[], Light]>([
    ['what it says of beds, also where the rest has room', [said('green'), said('red', 'short-stay')], 'red'],
    ['what it says of everything, when it says nothing of beds', [said('amber'), said('green', 'wound')], 'amber'],
    ['the most room of the day', [said('red'), said('green')], 'green'],
    ['unknown, which is no room, when it said nothing', [said('green', '', 'another')], 'unknown'],
  ])('a house has %s', (_, all, light) => {
    expect(roomOf('house', all)).toBe(light)
  })

  test('the houses with room stand first', () => {
    const houses = (['unknown', 'red', 'green', 'amber'] as const).map((light) => ({ name: light, light }))
    expect(roomFirst(houses).map(({ name }) => name)).toEqual(['green', 'amber', 'red', 'unknown'])
  })
})
