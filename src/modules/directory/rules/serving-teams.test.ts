import { describe, expect, test } from 'vitest'
import { type ServingLine, servingTeams } from './serving-teams.ts'

const line = (teamId: string, pc4s: string[], more: Partial<ServingLine> = {}): ServingLine => ({
  teamId,
  kind: 'area',
  active: true,
  priority: 100,
  size: pc4s.length,
  pc4s,
  careKinds: null,
  ...more,
})

describe('who serves a neighbourhood', () => {
  test('is the team of its line', () => {
    expect(servingTeams([line('noord', ['6811'])], ['6811'])).toEqual({
      area: [{ teamId: 'noord', firstFor: ['6811'], alsoFor: [] }],
      specialised: [],
      without: [],
    })
  })

  test('on a border are all teams, the one that the request goes to first', () => {
    const lines = [line('zevenaar', ['6986']), line('doesburg', ['6986'], { priority: 90 })]
    expect(servingTeams(lines, ['6986']).area).toEqual([
      { teamId: 'doesburg', firstFor: ['6986'], alsoFor: [] },
      { teamId: 'zevenaar', firstFor: [], alsoFor: ['6986'] },
    ])
  })

  test('is a team once, however many lines lead to it, and the smaller area goes first', () => {
    const lines = [
      line('groot', ['6811'], { size: 20 }),
      line('klein', ['6811'], { size: 2 }),
      line('klein', ['6811'], { size: 9 }),
    ]
    expect(servingTeams(lines, ['6811']).area.map(({ teamId }) => teamId)).toEqual(['klein', 'groot'])
  })

  test('of a place are its teams, each with its own postcodes', () => {
    const lines = [line('noord', ['6811']), line('zuid', ['6841'])]
    expect(servingTeams(lines, ['6811', '6841', '6861'])).toEqual({
      area: [
        { teamId: 'noord', firstFor: ['6811'], alsoFor: [] },
        { teamId: 'zuid', firstFor: ['6841'], alsoFor: [] },
      ],
      specialised: [],
      without: ['6861'],
    })
  })

  test('is nobody where the team stopped: the next one has it, or the desk', () => {
    const stopped = line('noord', ['6811'], { active: false })
    expect(servingTeams([stopped], ['6811'])).toMatchObject({ area: [], without: ['6811'] })
    expect(servingTeams([stopped, line('zuid', ['6811'])], ['6811']).area[0]?.teamId).toBe('zuid')
  })

  test('is not a desk, which catches what has no team', () => {
    expect(servingTeams([line('loket', ['6811'], { kind: 'desk' })], ['6811'])).toMatchObject({
      area: [],
      without: ['6811'],
    })
  })

  test('also is a specialised team, unless an exception sends that care elsewhere', () => {
    const wound = line('wond', ['6811', '6981'], { kind: 'specialised', priority: 60, careKinds: ['wound'] })
    const own = line('doesburg', ['6981'], { priority: 20, careKinds: ['wound'] })
    const lines = [line('noord', ['6811']), line('doesburg', ['6981']), wound, own]
    expect(servingTeams(lines, ['6811']).specialised).toEqual(['wond'])
    expect(servingTeams(lines, ['6981']).specialised).toEqual([])
    expect(servingTeams(lines, ['6811', '6981']).specialised).toEqual(['wond'])
  })
})
