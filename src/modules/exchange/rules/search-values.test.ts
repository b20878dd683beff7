import { describe, expect, test } from 'vitest'
import { parseFhirDate, splitValues } from './search-values.ts'

describe('a date of FHIR stands for all the time it leaves open', () => {
  test.each([
    ['2026', 'eq', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['ge2026-12', 'ge', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['lt2026-02-28', 'lt', '2026-02-28T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['gt2026-11-22T09:30', 'gt', '2026-11-22T09:30:00.000Z', '2026-11-22T09:31:00.000Z'],
    ['2026-11-22T09:30:15+01:00', 'eq', '2026-11-22T08:30:15.000Z', '2026-11-22T08:30:16.000Z'],
    ['sa2026-11-22T09:30:15.123Z', 'sa', '2026-11-22T09:30:15.123Z', '2026-11-22T09:30:15.124Z'],
  ])('%s', (text, prefix, from, until) => {
    expect(parseFhirDate(text)).toEqual({ prefix, from: new Date(from), until: new Date(until) })
  })

  test.each(['', 'gister', 'xx2026', '2026-13', '2026-02-30', '26', '2026-1-1', '2026-01-01T25:00', '2026-01-01T10'])(
    'and %j is none',
    (text) => {
      expect(parseFhirDate(text)).toBeUndefined()
    },
  )
})

test('values are kept apart by commas, unless a comma is part of one', () => {
  expect(splitValues('a,b')).toEqual(['a', 'b'])
  expect(splitValues('Zorg\\, thuis,b')).toEqual(['Zorg, thuis', 'b'])
  expect(splitValues('http://x\\|y')).toEqual(['http://x|y'])
  expect(splitValues(',')).toEqual([])
})
