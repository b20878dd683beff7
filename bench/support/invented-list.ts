import { addDays } from '../../src/kernel/dates.ts'
import { dayparts } from '../../src/kernel/dayparts.ts'
import type { Texts } from '../../src/modules/matching/laying-out.ts'

const today = '2026-11-23'
const kinds = ['personal-care', 'nursing', 'wound', 'palliative']
const patterns = [['morning'], ['morning', 'evening'], ['evening'], ['afternoon'], []]
const urgencies = ['within-24-hours', 'within-48-hours', 'this-week', 'this-week', 'planned']

/**
 * An invented list as the database would answer it: requests × teams, with the room of every team in every part of two weeks. Demand, teams
 * and room are invented; only the proportions resemble a region. The same seed gives the same list.
 * @param room a part of the usual minutes of every team, rounded to five
 */
export function inventList(requests: number, teams: number, seed: number, room = 1): Texts {
  const draw = dice(seed)
  const pick = <One>(list: readonly One[]): One => list[Math.floor(draw() * list.length)] as One
  const pc4s = Array.from({ length: 40 }, (_, nth) => String(6800 + nth))
  const place = () => ({ latitude: 51.93 + draw() * 0.12, longitude: 5.8 + draw() * 0.25 })
  const organizationOf = (nth: number) => `organization-${nth % Math.ceil(teams / 3)}`
  const lights: unknown[] = []
  const parties = Array.from({ length: teams }, (_, nth) => {
    const teamId = `team-${String(nth).padStart(4, '0')}`
    const light = draw() < 0.7 ? 'green' : 'amber'
    const usual = 5 * Math.round((30 * room * (1 + Math.floor(draw() * 4))) / 5)
    for (let day = 0; day < 14; day += 1) {
      for (const daypart of dayparts) {
        const freeMinutes = draw() < 0.06 ? 0 : usual
        lights.push({ teamId, on: addDays(today, day), daypart, careKind: '', light, freeMinutes, newClients: null })
      }
    }
    return {
      teamId,
      teamName: `Team ${nth}`,
      organizationId: organizationOf(nth),
      organizationName: `Organisatie ${organizationOf(nth)}`,
      pc4s: pc4s.filter(() => draw() < 0.5),
      careKinds: kinds.filter((_, kind) => kind < 2 || draw() < 0.4),
      insurers: [],
      languages: draw() < 0.3 ? ['tr'] : [],
      faiths: [],
      carerGenders: [],
      ...place(),
    }
  })
  const organizations = [...new Set(parties.map(({ organizationId }) => organizationId))]
  const taken = organizations.map((organizationId) => ({
    organizationId,
    week: Math.floor(draw() * 5),
    month: Math.floor(draw() * 20),
  }))
  const answers = organizations.map((organizationId) => {
    const [yes, noRoom] = [Math.floor(draw() * 20), Math.floor(draw() * 10)]
    return {
      organizationId,
      yes,
      noRoom,
      silent: Math.floor(draw() * 3),
      answers: yes + noRoom,
      minutes: 60 * (yes + noRoom),
    }
  })
  const rows = Array.from({ length: requests }, (_, nth) => {
    const timesPerWeek = pick([3, 7, 7, 14])
    return {
      id: `request-${String(nth).padStart(4, '0')}`,
      number: String(nth),
      pc4: pick(pc4s),
      ...place(),
      careKinds: [pick(kinds)],
      dayparts: pick(patterns),
      priority: pick(urgencies),
      startOn: today,
      financing: 'zvw',
      insurer: null,
      preferredOrganizationId: draw() < 0.3 ? pick(organizations) : null,
      existingOrganizationId: null,
      languages: draw() < 0.1 ? ['tr'] : [],
      faith: null,
      carerGender: null,
      earlierOrganizationIds: [],
      refusedBy: [],
      unwantedIds: [],
      startCertainty: draw() < 0.5 ? 'certain' : 'expected',
      timesPerWeek,
      hoursPerWeek: (timesPerWeek * pick([20, 30, 45])) / 60,
      waitedDays: Math.floor(draw() * 6),
    }
  })
  return {
    requests: JSON.stringify(rows),
    parties: JSON.stringify(parties),
    lights: JSON.stringify(lights),
    taken: JSON.stringify(taken),
    answers: JSON.stringify(answers),
    agreed: '[]',
    there: '[]',
    lately: '[]',
    before: '{}',
    today,
    wishes: { pinned: {}, forbidden: {} },
  }
}

/** mulberry32: the same list for the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
