import { expect, test } from 'vitest'
import { confirmAfterDays, isDue, missingOf, type Shown } from './upkeep.ts'

const whole: Shown = {
  phone: '+31260000001',
  email: 'a@b.nl',
  website: 'https://a.nl',
  qualityUrl: 'https://a.nl/kwaliteit',
  description: 'Kleine vaste teams, dag en nacht bereikbaar, in heel Arnhem.',
  careKinds: ['nursing'],
  languages: ['nl'],
  insurers: ['3332'],
  teams: [{ active: true, pc4s: ['6811'] }],
  locations: 1,
  contacts: 1,
}

test('nothing is missing when all is there', () => {
  expect(missingOf(whole)).toEqual([])
})

test.each<[Partial<Shown>, string[]]>([
  [{ phone: null }, ['phone']],
  [{ description: ' Zorg. ' }, ['description']],
  [{ teams: [] }, ['teams']],
  [{ teams: [{ active: false, pc4s: ['6811'] }] }, ['teams']],
  [{ teams: [...whole.teams, { active: true, pc4s: [] }] }, ['team-areas']],
  [{ careKinds: [], contacts: 0, locations: 0 }, ['care-kinds', 'contacts', 'locations']],
])('%j is missed', (other, missing) => {
  expect(missingOf({ ...whole, ...other })).toEqual(missing)
})

test('facts are looked at again after half a year', () => {
  const looked = new Date('2026-01-01T09:00:00Z')
  const after = (days: number) => new Date(looked.getTime() + days * 86_400_000)
  expect(isDue(looked, after(confirmAfterDays - 1))).toBe(false)
  expect(isDue(looked, after(confirmAfterDays))).toBe(true)
})
