import { expect, test } from 'vitest'
import { startDateRefusal } from './start-date.ts'

test('care began today or at most sixty days ago, never tomorrow', () => {
  const today = '2026-11-23'
  expect(startDateRefusal('2026-11-24', today)).toBe('in-the-future')
  expect(startDateRefusal('2026-11-23', today)).toBeUndefined()
  expect(startDateRefusal('2026-09-24', today)).toBeUndefined()
  expect(startDateRefusal('2026-09-23', today)).toBe('too-long-ago')
  expect(startDateRefusal('2025-11-23', today)).toBe('too-long-ago')
})
