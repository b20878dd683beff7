import { expect, test } from 'vitest'
import { fillIn } from '#modules/regions/index.ts'
import { nextOpeningOn } from './next-opening.ts'

const { opening } = fillIn('coordinating-teams', 'desk')

test.each([
  ['2026-11-23T16:00Z', '2026-11-24', 'on Monday evening: Tuesday'],
  ['2026-11-27T16:00Z', '2026-11-30', 'on Friday evening: Monday'],
  ['2026-12-24T16:00Z', '2026-12-28', 'over Christmas'],
  ['2026-12-31T16:00Z', '2027-01-04', 'over New Year and the weekend'],
  ['2026-03-28T23:30Z', '2026-03-30', 'in the night of the summer clock it is Sunday already'],
  ['2026-10-24T21:30Z', '2026-10-26', 'in the night of the winter clock it is Saturday still'],
])('at %s somebody is there again on %s (%s)', (now, expected) => {
  expect(nextOpeningOn(new Date(now), opening)).toBe(expected)
})
