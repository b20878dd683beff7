import { expect, test } from 'vitest'
import { ownersOf, withRoute } from './owners.ts'
import type { Route } from './routing.ts'

const route = (id: string, team: string, pc4s: string[] | null, other: Partial<Route> = {}): Route => ({
  id,
  priority: 100,
  coordinatingTeamId: team,
  pc4s,
  careKinds: null,
  sources: null,
  ...other,
})
const table = [
  route('1', 'north', ['6811', '6812']),
  route('2', 'south', ['6812', '6841']),
  route('3', 'wound', null, { priority: 10, careKinds: ['wound'] }),
]

test('each postcode has the team that the lines send it to, and the teams that share it', () => {
  expect(Object.fromEntries(ownersOf(table, ['6811', '6812', '6841', '6861']))).toEqual({
    6811: { teamId: 'north', alsoTeamIds: [] },
    6812: { teamId: 'north', alsoTeamIds: ['south'] },
    6841: { teamId: 'south', alsoTeamIds: [] },
    6861: { teamId: undefined, alsoTeamIds: [] },
  })
})

test('a line can be tried before it counts', () => {
  const tried = withRoute(table, '2', route('2', 'south', ['6841', '6861']))
  expect(ownersOf(tried, ['6812', '6861'])).toEqual(
    new Map([
      ['6812', { teamId: 'north', alsoTeamIds: [] }],
      ['6861', { teamId: 'south', alsoTeamIds: [] }],
    ]),
  )
  expect(ownersOf(withRoute(table, '1', undefined), ['6811']).get('6811')?.teamId).toBeUndefined()
  expect(withRoute(table, 'new', route('new', 'east', ['6811']))).toHaveLength(4)
})
