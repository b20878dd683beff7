import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysForVerdict, freshShare, verdictOf } from './honesty.ts'

describe('a light that tells nothing', () => {
  test.each([
    [{ red: 28 }, 'always-red'],
    [{ green: 20 }, 'never-changes'],
    [{ amber: 27 }, 'never-changes'],
    [{ red: 19 }, undefined],
    [{ red: 27, green: 1 }, undefined],
    [{ unknown: 28 }, undefined],
    [{}, undefined],
  ])('%j: %s', (sayings, verdict) => {
    expect(verdictOf(sayings)).toBe(verdict)
  })

  test('is never one that said two things, or too little', () => {
    const days = fc.integer({ min: 0, max: 28 })
    fc.assert(
      fc.property(days, days, days, (green, amber, red) => {
        if (verdictOf({ green, amber, red })) {
          expect([green, amber, red].filter((count) => count > 0)).toHaveLength(1)
          expect(green + amber + red).toBeGreaterThanOrEqual(daysForVerdict)
        }
      }),
    )
  })
})

test('the share of fresh lights is only 100 when all are', () => {
  expect(freshShare(199, 200)).toBe(99)
  expect(freshShare(200, 200)).toBe(100)
  expect(freshShare(0, 0)).toBeUndefined()
})
