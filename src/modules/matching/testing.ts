import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Taker, Waiting } from './rules/division/choices.ts'
import { Ledger } from './rules/division/ledger.ts'
import { costOf, type Division, open, type Problem } from './rules/division/problem.ts'
import { roomOf } from './rules/division/week.ts'
import type { Party, Wanted } from './rules/wanted.ts'
import { worthOf } from './rules/weights.ts'

/** A team in the middle of Arnhem that can do everything and is green all week, unless told otherwise. */
export function aParty(
  teamId: string,
  more: Partial<Party> & { lights?: Partial<Record<Daypart, Light>> } = {},
): Party {
  const { lights = {}, ...rest } = more
  return {
    teamId,
    teamName: `Team ${teamId}`,
    organizationId: `org-${teamId}`,
    organizationName: `Organisatie ${teamId}`,
    pc4s: new Set(['6811']),
    careKinds: ['personal-care', 'nursing', 'wound'],
    insurers: [],
    languages: [],
    faiths: [],
    carerGenders: [],
    place: { latitude: 51.98, longitude: 5.91 },
    lightOf: (_on, daypart) => lights[daypart] ?? 'green',
    taken: { week: 0, month: 0 },
    ...rest,
  }
}

export function aWanted(more: Partial<Wanted> = {}): Wanted {
  return {
    requestId: 'request-1',
    pc4: '6811',
    place: { latitude: 51.98, longitude: 5.91 },
    careKinds: ['personal-care'],
    dayparts: ['morning'],
    priority: 'within-48-hours',
    startOn: '2026-11-23',
    languages: [],
    earlierOrganizationIds: [],
    unwantedIds: [],
    refusedBy: [],
    ...more,
  }
}

type Room = { minutes?: number | null; clients?: number | null }

/** The same team with room: as its lights say, or these figures in every cell that is not red; with lights of their own for some kinds. */
export function aTaker(
  teamId: string,
  more: Parameters<typeof aParty>[1] & Room & { kindLights?: Partial<Record<CareKind, Light>> } = {},
): Taker {
  const { minutes = null, clients = null, kindLights, ...rest } = more
  const party = aParty(teamId, rest)
  return {
    ...party,
    roomOf: ({ on, daypart }) => roomOf(party.lightOf(on, daypart), minutes, clients),
    ...(kindLights
      ? {
          lightsFor: (careKinds) => (on, daypart) =>
            careKinds
              .map((kind) => kindLights[kind] ?? party.lightOf(on, daypart))
              .reduce((worst, light) => (worthOf[light] < worthOf[worst] ? light : worst)),
        }
      : {}),
  }
}

export function aWaiting(
  requestId: string,
  more: Partial<Omit<Waiting, 'wanted' | 'amount'>> & Partial<Wanted> & { hoursPerWeek?: number } = {},
): Waiting {
  const { waitedDays = 0, dayIsCertain = true, inBed = false, ...some } = more
  const { pinnedTo, forbidden = [], earlier, hoursPerWeek, ...wanted } = some
  return {
    wanted: aWanted({ requestId, ...wanted }),
    amount: { hoursPerWeek },
    waitedDays,
    dayIsCertain,
    inBed,
    pinnedTo,
    forbidden,
    earlier,
  }
}

/** The best division there is, by looking at all of them: for a handful of requests. */
export function bestOf(problem: Problem): Division {
  const ledger = new Ledger(problem)
  const now = problem.asked.map(() => open)
  let best = { division: [...now], cost: costOf(problem, now) }
  // What those that are still to come cost at least, as if each were alone.
  const least = leastFrom(problem)
  const from = (request: number, cost: number): void => {
    if (cost + (least[request] ?? 0) >= best.cost) return
    const span = problem.spans[request]
    if (!span) {
      best = { division: [...now], cost }
      return
    }
    for (let at = span[0]; at < span[1]; at += 1) {
      if (!ledger.fits(at)) continue
      ledger.take(at)
      now[request] = at
      from(request + 1, cost + (problem.choices[at]?.cost ?? 0))
      now[request] = open
      ledger.give(at)
    }
    from(request + 1, cost + (problem.unplaced[request] ?? 0))
  }
  from(0, 0)
  return best.division
}

function leastFrom({ spans, choices, unplaced }: Problem): number[] {
  const least = [...unplaced, 0]
  for (let request = spans.length - 1; request >= 0; request -= 1) {
    const own = choices.slice(...(spans[request] ?? [0, 0])).map(({ cost }) => cost)
    least[request] = Math.min(unplaced[request] ?? 0, ...own) + (least[request + 1] ?? 0)
  }
  return least
}

/** Each request to the first choice of this team. */
export function divisionOf(problem: Problem, teamIds: readonly (string | undefined)[]): Division {
  return teamIds.map((teamId, request) => {
    const [from, to] = problem.spans[request] ?? [0, 0]
    for (let at = from; at < to; at += 1) if (problem.choices[at]?.teamId === teamId) return at
    return open
  })
}
