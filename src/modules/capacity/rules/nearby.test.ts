import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lights } from '#kernel/lights.ts'
import { expectsRoom, type Neighbour, nearestWithRoom } from './nearby.ts'

const team = (id: string, more: Partial<Neighbour> = {}): Neighbour => ({
  id,
  light: 'green',
  shared: 0,
  kilometres: 5,
  expertises: [],
  ...more,
})
const ids = (teams: Neighbour[]) => nearestWithRoom(teams, 10).map(({ id }) => id)

describe('who nearby has room', () => {
  test('room comes before talking, the same postcodes before near, near before far', () => {
    expect(
      ids([
        team('far', { kilometres: 20 }),
        team('talks', { light: 'amber', shared: 4 }),
        team('near', { kilometres: 2 }),
        team('same', { shared: 2, kilometres: 9 }),
        team('full', { light: 'red', shared: 9 }),
        team('silent', { light: 'unknown', shared: 9 }),
        team('nowhere', { kilometres: null }),
      ]),
    ).toEqual(['same', 'near', 'far', 'nowhere', 'talks'])
  })

  test('who is specialised in the same goes before the others of the same postcodes', () => {
    expect(ids([team('broad', { shared: 5 }), team('wound', { shared: 1, expertises: ['wound'] })])).toEqual([
      'wound',
      'broad',
    ])
  })

  const aTeam = fc.record({
    id: fc.uuid(),
    light: fc.constantFrom(...lights),
    shared: fc.integer({ min: 0, max: 9 }),
    kilometres: fc.option(fc.integer({ min: 0, max: 60 })),
    expertises: fc.subarray(['wound', 'palliative']),
  })

  test('never names who has no room, never more than asked, and not by the order they came in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aTeam, { selector: ({ id }) => id }),
        fc.integer({ min: 0, max: 8 }),
        (teams, most) => {
          const found = nearestWithRoom(teams, most)
          expect(found.length).toBeLessThanOrEqual(most)
          expect(found.every(({ light }) => light === 'green' || light === 'amber')).toBe(true)
          expect(nearestWithRoom([...teams].reverse(), most)).toEqual(found)
        },
      ),
    )
  })
})

describe('when a team expects room', () => {
  const after = { on: '2026-11-22', daypart: 'morning' } as const
  const told = (on: string, light: 'green' | 'amber' | 'red', daypart: 'morning' | 'evening' = 'morning') => ({
    on,
    daypart,
    light,
  })

  test('is the first later day on which the same daypart says so; room before talking', () => {
    expect(
      expectsRoom(after, [
        told('2026-11-27', 'green'),
        told('2026-11-25', 'green'),
        told('2026-11-23', 'amber'),
        told('2026-11-23', 'green', 'evening'),
        told('2026-11-22', 'green'),
        told('2026-11-20', 'green'),
      ]),
    ).toEqual(told('2026-11-25', 'green'))
    expect(expectsRoom(after, [told('2026-11-23', 'amber'), told('2026-11-24', 'red')])).toEqual(
      told('2026-11-23', 'amber'),
    )
  })

  test('is not known when it tells of none', () => {
    expect(expectsRoom(after, [told('2026-11-23', 'red')])).toBeUndefined()
    expect(expectsRoom(after, [])).toBeUndefined()
  })
})
