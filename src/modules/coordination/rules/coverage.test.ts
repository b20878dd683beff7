import { describe, expect, test } from 'vitest'
import { coverageOf } from './coverage.ts'
import type { Route } from './routing.ts'

const route = (coordinatingTeamId: string, pc4s: string[] | null, other: Partial<Route> = {}): Route => ({
  id: coordinatingTeamId,
  priority: 100,
  coordinatingTeamId,
  pc4s,
  careKinds: null,
  sources: null,
  ...other,
})

describe('which postcodes have a team', () => {
  test('a postcode that no line names is a gap', () => {
    expect(coverageOf([route('noord', ['6811'])], ['6811', '6812'])).toEqual({ gaps: ['6812'], overlaps: [] })
  })

  test('a line for one kind of care or one sender does not fill a gap', () => {
    const routes = [route('wound', null, { careKinds: ['wound'] }), route('desk', null, { sources: ['hospital'] })]
    expect(coverageOf(routes, ['6811']).gaps).toEqual(['6811'])
  })

  test('a line for every postcode fills all gaps', () => {
    expect(coverageOf([route('desk', null)], ['6811', '6812']).gaps).toEqual([])
  })

  test('two teams of the same priority overlap; an exception with a lower number does not', () => {
    const routes = [route('noord', ['6811']), route('zuid', ['6811', '6812'])]
    expect(coverageOf(routes, ['6811', '6812']).overlaps).toEqual([
      { pc4: '6811', coordinatingTeamIds: ['noord', 'zuid'] },
    ])
    const exception = [route('noord', ['6811'], { priority: 50 }), route('zuid', ['6811'])]
    expect(coverageOf(exception, ['6811']).overlaps).toEqual([])
  })
})
