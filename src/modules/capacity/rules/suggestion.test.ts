import { describe, expect, test } from 'vitest'
import { suggestLight, wantsReason } from './suggestion.ts'

const eight = new Date('2026-11-23T08:00:00Z')
const nine = new Date('2026-11-23T09:00:00Z')
const ten = new Date('2026-11-23T10:00:00Z')

const said = (
  light: 'green' | 'amber' | 'red' | 'unknown',
  newClients: number | null = null,
  freeMinutes: number | null = null,
) => ({
  light,
  newClients,
  freeMinutes,
  setAt: nine,
})
const client = (takenAt = ten, minutes: number | null = 30) => ({ takenAt, minutes })

describe('what a light could become after clients were taken on', () => {
  test('one step down where nobody counted', () => {
    expect(suggestLight(said('green'), [client()])).toMatchObject({ light: 'amber', clients: 1 })
    expect(suggestLight(said('amber'), [client(), client()])).toMatchObject({ light: 'red', clients: 2 })
  })

  test('less room where it was counted, and a step down when it is used up', () => {
    expect(suggestLight(said('green', 3), [client(), client()])).toEqual({
      light: 'green',
      newClients: 1,
      freeMinutes: null,
      clients: 2,
    })
    expect(suggestLight(said('green', 2), [client(), client()])).toMatchObject({ light: 'amber', newClients: null })
    expect(suggestLight(said('green', 3, 45), [client(), client()])).toMatchObject({ light: 'amber' })
    expect(suggestLight(said('green', null, 90), [client(ten, null)])).toMatchObject({
      light: 'green',
      freeMinutes: 90,
    })
  })

  test('nothing where the light was said after the taking, and nothing to give away', () => {
    expect(suggestLight(said('green'), [client(eight)])).toBeUndefined()
    expect(suggestLight(said('green'), [])).toBeUndefined()
    expect(suggestLight(said('red'), [client()])).toBeUndefined()
    expect(suggestLight(said('unknown'), [client()])).toBeUndefined()
  })

  test('a step down wants a reason, less room does not', () => {
    expect(wantsReason('green', 'amber')).toBe(true)
    expect(wantsReason('green', 'green')).toBe(false)
    expect(wantsReason('amber', 'amber')).toBe(false)
  })
})
