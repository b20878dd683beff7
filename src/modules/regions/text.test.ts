import { expect, test } from 'vitest'
import { deadlineText } from './text.nl.ts'

const opening = { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }

test.each([
  [{ kind: 'clock', hours: 4 }, '4 uur'],
  [{ kind: 'working', hours: 9 }, '9 werkuren (1 werkdag)'],
  [{ kind: 'working', hours: 27 }, '27 werkuren (3 werkdagen)'],
  [{ kind: 'working', hours: 10 }, '10 werkuren'],
] as const)('the term %j reads as %s', (deadline, text) => {
  expect(deadlineText(deadline, opening)).toBe(text)
})
