import { expect, test } from 'vitest'
import { isPosting, roundAt } from './round.ts'

const terms = {
  rounds: [
    { postUntil: '15:00', answerAt: '16:00' },
    { postUntil: '10:00', answerAt: '12:00' },
  ],
  opening: { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' },
}
const at = (moment: string) => roundAt(terms, new Date(moment))

test.each([
  ['early on Monday', '2026-11-23T05:00:00Z', '2026-11-23T11:00:00.000Z'],
  ['while the first is answered', '2026-11-23T10:00:00Z', '2026-11-23T11:00:00.000Z'],
  ['at its last moment the next one runs', '2026-11-23T11:00:00Z', '2026-11-23T15:00:00.000Z'],
  ['after the last of Friday', '2026-11-27T15:00:00Z', '2026-11-30T11:00:00.000Z'],
  ['on Christmas Day', '2026-12-25T09:00:00Z', '2026-12-28T11:00:00.000Z'],
  ['the clock goes forward on Easter Day', '2027-03-28T07:00:00Z', '2027-03-30T10:00:00.000Z'],
])('%s', (_when, now, answerAt) => {
  expect(at(now)?.answerAt.toISOString()).toBe(answerAt)
})

test('is posted in until its moment, and only answered after it', () => {
  const round = at('2026-11-23T05:00:00Z')
  if (!round) throw new Error('A round runs')
  expect(isPosting(round, new Date('2026-11-23T08:59:59Z'))).toBe(true)
  expect(isPosting(round, new Date('2026-11-23T09:00:00Z'))).toBe(false)
})

test('a region without rounds has none', () => {
  expect(roundAt({ ...terms, rounds: [] }, new Date('2026-11-23T05:00:00Z'))).toBeUndefined()
})
