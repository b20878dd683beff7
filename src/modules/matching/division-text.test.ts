import { expect, test } from 'vitest'
import { bareTeamName, teamName } from './division-text.nl.ts'

const told = {
  teams: {
    one: { name: 'Team Zuid', organization: 'Safraan Thuiszorg', organizationId: 'a' },
    other: { name: 'Team Zuid', organization: 'Rozenhage Zorg', organizationId: 'b' },
    third: { name: 'Team Oost', organization: 'Rozenhage Zorg', organizationId: 'b' },
  },
  cards: new Map(),
  reasonText: (code: string) => code,
}

test('in a sentence a team whose name others bear too is told with its organisation', () => {
  expect(teamName('one', told)).toBe('Team Zuid (Safraan Thuiszorg)')
  expect(teamName('other', told)).toBe('Team Zuid (Rozenhage Zorg)')
  expect(teamName('third', told)).toBe('Team Oost')
  expect(bareTeamName('one', told)).toBe('Team Zuid')
  expect(teamName('gone', told)).toBe('Een team dat er niet meer is')
})
