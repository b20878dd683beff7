import type { Factor } from '../points.ts'
import { type Barred, type Choice, teamsOf } from './choices.ts'
import { count } from './lately.ts'
import { Ledger } from './ledger.ts'
import { type Division, open, type Problem } from './problem.ts'

/** Another team for a request, what it would cost more when only this request moved, and whose places it would need. */
export type Other = {
  teamId: string
  /** It would do so together with this one. */
  withTeamId?: string
  costsMore: number
  inTheWay: readonly string[]
}

export type Explanation = {
  requestId: string
  /** What leaving it open would cost. */
  unplaced: number
} & (
  | {
      kind: 'best' | 'only' | 'yields' | 'pinned'
      choice: Choice
      /** Teams that would suit it better, whose room others need more; cheapest first. */
      better: readonly Other[]
      /** The cheapest other team that still has room; none: without this team it stays open. */
      next: Other | undefined
    }
  /** There are teams that can, and their room goes to others. */
  | { kind: 'full'; nearest: readonly Other[] }
  /** No team may, or none has room: the nearest first. */
  | { kind: 'nobody'; barred: readonly Barred[] }
)

/** Per request why this team, in the order of the problem. */
export function explain(problem: Problem, division: Division): Explanation[] {
  const ledger = new Ledger(problem, division)
  const holders = holdersOf(problem, division)
  return division.map((at, request) => {
    const asked = problem.asked[request]
    if (!asked) throw new RangeError(`There is no request ${request}`)
    const { waiting, unplaced, choices, barred } = asked
    const base = { requestId: waiting.wanted.requestId, unplaced }
    if (choices.length === 0) return { ...base, kind: 'nobody', barred: nearestFirst(barred) }
    if (at !== open) ledger.give(at)
    const chosen = problem.choices[at]
    const price = chosen?.cost ?? unplaced
    const others = othersOf(problem, request, ledger, holders, price, chosen ? teamsOf(chosen) : [])
    if (at !== open) ledger.take(at)
    if (!chosen) return { ...base, kind: 'full', nearest: others }
    const better = others.filter(({ costsMore }) => costsMore < 0)
    const next = others.find(({ inTheWay }) => inTheWay.length === 0)
    // That two others could together takes nothing away from the one that can alone.
    const only = others.every(({ withTeamId }) => !chosen.parts && withTeamId !== undefined)
    const kind = waiting.pinnedTo ? 'pinned' : only ? 'only' : better.length > 0 ? 'yields' : 'best'
    return { ...base, kind, choice: chosen, better, next }
  })
}

/** Of every other team or two teams the cheapest choice, free ones before those whose room is taken. */
function othersOf(
  { spans, choices, slots }: Problem,
  request: number,
  ledger: Ledger,
  holders: readonly (readonly string[])[],
  price: number,
  own: readonly string[],
): Other[] {
  const best = new Map<string, Other>()
  const [from, to] = spans[request] ?? [0, 0]
  const requestId = choices[from]?.requestId
  for (let at = from; at < to; at += 1) {
    const choice = choices[at]
    const teams = choice ? teamsOf(choice) : []
    if (!choice || (own.length > 0 && own.every((teamId) => teams.includes(teamId)))) continue
    const taken = ledger.lacking(at).filter((slot) => slots[slot] !== undefined)
    const inTheWay = [...new Set(taken.flatMap((slot) => holders[slot] ?? []))].filter((id) => id !== requestId).sort()
    const [teamId = '', withTeamId] = teams
    const costsMore = choice.cost - price
    const other: Other = { teamId, ...(withTeamId === undefined ? {} : { withTeamId }), costsMore, inTheWay }
    const key = teams.join(' ')
    const known = best.get(key)
    const freer = known && known.inTheWay.length > 0 && inTheWay.length === 0
    const cheaper =
      known && (known.inTheWay.length === 0) === (inTheWay.length === 0) && other.costsMore < known.costsMore
    if (!known || freer || cheaper) best.set(key, other)
  }
  return [...best.values()].sort(
    (one, other) => one.costsMore - other.costsMore || (teamsText(one) < teamsText(other) ? -1 : 1),
  )
}

function teamsText({ teamId, withTeamId = '' }: Other): string {
  return `${teamId} ${withTeamId}`
}

/** Per slot the requests that take from it. */
function holdersOf({ slots, slotsOf, choices }: Problem, division: Division): string[][] {
  const holders = slots.map((): string[] => [])
  for (const at of division)
    for (const slot of at === open ? [] : (slotsOf[at] ?? [])) holders[slot]?.push(choices[at]?.requestId ?? '')
  return holders
}

function nearestFirst(barred: readonly Barred[]): Barred[] {
  const distance = ({ barriers, forbidden, short }: Barred) =>
    barriers.reduce((sum, { code }) => sum + (code === 'outside-area' ? 100 : 10), forbidden ? 5 : 0) +
    Math.min(9, short.length)
  return [...barred].sort((one, other) => distance(one) - distance(other) || (one.teamId < other.teamId ? -1 : 1))
}

/** What a whole division is made of: points for what is open, pins not kept, later, moved, split and lost add up to the cost. */
export type Sums = {
  open: number
  /** What stays open although a nurse pinned it; not there in what was made before it was counted. */
  pins?: number
  /** Points for what stays open, for later days and for other teams than before. */
  unplaced: number
  later: number
  moved: number
  /** For requests that two teams do together, and how many those are. */
  split: number
  divided: number
  /** Points lacking per reason of the shortlist. */
  lost: Record<Factor['code'], number>
  cost: number
  /** Minutes one way, of the requests whose travel is known. */
  travelMinutes: number
  withTravel: number
  /** Wishes of clients: organisation, continuity, language, faith. */
  wishes: { met: number; of: number }
  /** Requests that go to an organisation that had taken less than its part, or just its part. */
  fair: { met: number; of: number }
}

const noneLost: Record<Factor['code'], number> = {
  room: 0,
  'room-later': 0,
  preferred: 0,
  continuity: 0,
  language: 0,
  faith: 0,
  'carer-gender': 0,
  travel: 0,
  'fair-share': 0,
  response: 0,
}

export function sumsOf({ choices, asked, unplaced }: Problem, division: Division): Sums {
  const sums = {
    open: 0,
    pins: 0,
    unplaced: 0,
    later: 0,
    moved: 0,
    split: 0,
    divided: 0,
    lost: { ...noneLost },
    cost: 0,
    travelMinutes: 0,
    withTravel: 0,
    wishes: { met: 0, of: 0 },
    fair: { met: 0, of: 0 },
  }
  for (const [request, at] of division.entries()) {
    const choice = choices[at]
    if (!choice) {
      sums.open += 1
      const price = asked[request]?.unplaced ?? 0
      sums.unplaced += price
      sums.pins += (unplaced[request] ?? 0) - price
      continue
    }
    sums.later += choice.later
    sums.moved += choice.moved
    sums.split += choice.split
    if (choice.parts) sums.divided += 1
    for (const factor of choice.factors) {
      sums.lost[factor.code] += factor.most - factor.points
      count(sums, factor)
    }
  }
  const lost = Object.values(sums.lost).reduce((sum, points) => sum + points, 0)
  return { ...sums, cost: sums.unplaced + sums.pins + sums.later + sums.moved + sums.split + lost }
}
