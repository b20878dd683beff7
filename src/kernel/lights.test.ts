import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestLight, isLight, isNotGreen, lightOrder, lights } from './lights.ts'

const aLight = fc.constantFrom(...lights)

describe('lights', () => {
  test('grey is not green, and nothing reported is grey', () => {
    expect(bestLight([])).toBe('unknown')
    expect(bestLight(['unknown', 'unknown'])).toBe('unknown')
    expect(bestLight(['unknown', 'red'])).toBe('red')
    expect(bestLight(['red', 'green', 'unknown', 'amber'])).toBe('green')
  })

  test('only amber and red are to be explained', () => {
    expect(lights.filter(isNotGreen)).toEqual(['amber', 'red'])
  })

  test.each(['grey', 'GREEN', '', 'toString'])('%s is no light', (text) => {
    expect(isLight(text)).toBe(false)
  })

  test('the best of a group does not depend on its order or on how it is cut up', () => {
    fc.assert(
      fc.property(fc.array(aLight), fc.array(aLight), (one, other) => {
        expect(bestLight([...one, ...other])).toBe(bestLight([...other, ...one]))
        expect(bestLight([bestLight(one), bestLight(other)])).toBe(bestLight([...one, ...other]))
      }),
    )
  })

  test('the best has no more room than is reported', () => {
    fc.assert(
      fc.property(fc.array(aLight, { minLength: 1 }), (all) => {
        expect(lightOrder(bestLight(all))).toBe(Math.min(...all.map(lightOrder)))
      }),
    )
  })
})
