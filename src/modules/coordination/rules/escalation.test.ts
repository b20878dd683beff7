import { expect, test } from 'vitest'
import { nextHolder } from './escalation.ts'

const listed = {
  state: 'listed',
  coordinatingTeamId: 'noord',
  holderCoordinatingTeamId: 'noord',
  escalationLevel: 0,
} as const

test('what nobody took goes from the team to the desk', () => {
  expect(nextHolder(listed, 'desk')).toEqual({ coordinatingTeamId: 'desk', level: 1, why: 'not-taken' })
})

test('at the desk it goes one level up each time', () => {
  expect(nextHolder({ ...listed, holderCoordinatingTeamId: 'desk', escalationLevel: 1 }, 'desk')).toEqual({
    coordinatingTeamId: 'desk',
    level: 2,
    why: 'not-taken',
  })
})

test('taken without a confirmed start goes back to the team, and then to the desk', () => {
  const taken = { ...listed, state: 'assigned', holderCoordinatingTeamId: null } as const
  expect(nextHolder(taken, 'desk')).toEqual({ coordinatingTeamId: 'noord', level: 1, why: 'start-not-confirmed' })
  const again = { ...taken, holderCoordinatingTeamId: 'noord', escalationLevel: 1 }
  expect(nextHolder(again, 'desk')).toEqual({ coordinatingTeamId: 'desk', level: 2, why: 'start-not-confirmed' })
})

test('what never had a team goes to the desk', () => {
  const lost = { ...listed, coordinatingTeamId: null, holderCoordinatingTeamId: null, escalationLevel: 0 }
  expect(nextHolder(lost, 'desk').coordinatingTeamId).toBe('desk')
  expect(nextHolder({ ...lost, state: 'assigned' }, 'desk').coordinatingTeamId).toBe('desk')
})
