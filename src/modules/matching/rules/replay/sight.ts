import type { CareKind } from '#kernel/care-kinds.ts'
import type { Taker } from '../division/choices.ts'
import { fairShares } from '../fair-share.ts'
import { barriersOf } from '../hard-rules.ts'
import { type Candidate, rank } from '../ranking.ts'
import { travelBetween } from '../travel.ts'
import type { Party, Wanted } from '../wanted.ts'
import type { Weights } from '../weights.ts'
import type { Assumed } from './assumptions.ts'
import type { Calendar } from './calendar.ts'
import type { ReplayRequest, ReplayTeam } from './demand.ts'
import type { Draws } from './draws.ts'
import type { Rooms } from './room.ts'
import { startFrom } from './room.ts'
import type { Replay } from './simulate.ts'

const hour = 3_600_000

/** What whoever advises can see: who serves what, the lights, and what each organisation took lately. */
export class Sight {
  readonly #teams: readonly ReplayTeam[]
  readonly #weights: Weights
  readonly #calendar: Calendar
  readonly #assumed: Assumed
  readonly #draws: Draws
  /** Requests taken per team on each day. */
  readonly #taken = new Map<number, Map<string, number>>()
  readonly #places: ReadonlyMap<string, number>
  readonly #serving: Map<string, readonly number[]>
  readonly #wider: Map<string, readonly number[]>
  readonly #partly: Map<string, readonly number[]>
  #takers: Taker[] = []
  #today = 0

  constructor(replay: Replay, calendar: Calendar, draws: Draws, assumed: Assumed) {
    const { teams } = replay
    this.#teams = teams
    this.#weights = replay.weights
    this.#serving = keptFor(servingOf, replay)
    this.#wider = keptFor(widerOf, replay)
    this.#partly = keptFor(partlyOf, replay)
    this.#places = new Map(teams.map(({ teamId }, place) => [teamId, place]))
    this.#calendar = calendar
    this.#draws = draws
    this.#assumed = assumed
  }

  /** Lays out the teams as the ranking and the division take them, with lights that are read when they are asked for. */
  look(rooms: Rooms): void {
    this.#takers = this.#teams.map((team, place) => ({
      ...team,
      lightOf: rooms.lightOf(place, () => this.#today),
      roomOf: (cell) => rooms.roomOf(place, cell, this.#today),
      taken: { week: 0, month: 0 },
    }))
  }

  /** A new day: what was taken in the last week and thirty days, and with that who took more than its part. */
  turnDay(day: number): void {
    this.#today = day
    const week = this.#takenSince(day - 7)
    const month = this.#takenSince(day - 30)
    const shares = fairShares(this.#teams, (organizationId) => ({
      week: week.get(organizationId) ?? 0,
      month: month.get(organizationId) ?? 0,
    }))
    this.#takers = this.#takers.map((taker) => ({
      ...taker,
      taken: { week: week.get(taker.organizationId) ?? 0, month: month.get(taker.organizationId) ?? 0 },
      fairShare: shares.get(taker.organizationId),
    }))
  }

  count(team: number, day: number): void {
    const of = this.#taken.get(day) ?? new Map<string, number>()
    const { organizationId } = this.#team(team)
    of.set(organizationId, (of.get(organizationId) ?? 0) + 1)
    this.#taken.set(day, of)
  }

  #takenSince(from: number): Map<string, number> {
    const sum = new Map<string, number>()
    for (let day = Math.max(0, from); day < this.#today; day += 1)
      for (const [organizationId, count] of this.#taken.get(day) ?? [])
        sum.set(organizationId, (sum.get(organizationId) ?? 0) + count)
    return sum
  }

  /** Who may take it by every rule of the shortlist but the lights. */
  serving({ wanted }: ReplayRequest): readonly number[] {
    return this.#kept(this.#serving, wanted, (team) => mayEver(wanted, team))
  }

  /** Those, and later also who would but for its area and is not too far. */
  asked(request: ReplayRequest, at: number): readonly number[] {
    if (at - request.sentAt.getTime() < this.#assumed.widerAfterHours * hour) return this.serving(request)
    const { wanted } = request
    return this.#kept(this.#wider, wanted, (team, place) => {
      if (mayEver(wanted, team)) return true
      const near = this.minutesBetween(place, request) <= this.#assumed.widerMinutes
      return near && mayEver(wanted, { ...team, pc4s: new Set([wanted.pc4]) })
    })
  }

  /** Who may give some of the kinds of care that it asks, but not all: two of them may together. */
  partly({ wanted }: ReplayRequest): readonly number[] {
    return this.#kept(this.#partly, wanted, (team) => {
      const kinds = kindsGiven(wanted, team)
      return kinds.length > 0 && kinds.length < wanted.careKinds.length
    })
  }

  kindsOf({ wanted }: ReplayRequest, team: number): readonly CareKind[] {
    return kindsGiven(wanted, this.#team(team))
  }

  #kept(
    kept: Map<string, readonly number[]>,
    wanted: Wanted,
    may: (team: ReplayTeam, place: number) => boolean,
  ): readonly number[] {
    const known = kept.get(wanted.requestId)
    if (known) return known
    const found = [...this.#teams.keys()].filter((place) => may(this.#team(place), place))
    kept.set(wanted.requestId, found)
    return found
  }

  /** The teams that may be asked now, for all of it or for some kinds of care, as the product's ranking and division take them. */
  takers(request: ReplayRequest, at: number): Taker[] {
    const { pc4 } = request.wanted
    return [...this.asked(request, at), ...this.partly(request)].flatMap((place) => {
      const taker = this.#takers[place]
      if (!taker) return []
      return taker.pc4s.has(pc4) ? taker : { ...taker, pc4s: new Set([...taker.pc4s, pc4]) }
    })
  }

  /** The product's shortlist of this moment. */
  shortlist(request: ReplayRequest, at: number): { candidate: Candidate; team: number }[] {
    const wanted = this.wantedAt(request, at)
    return rank(wanted, this.takers(request, at), this.#weights).candidates.map((candidate) => ({
      candidate,
      team: this.placeOf(candidate.party.teamId),
    }))
  }

  wantedAt({ wanted }: ReplayRequest, at: number): Wanted {
    return { ...wanted, startOn: startFrom(wanted.startOn, this.#calendar.dateOf(this.#calendar.dayOf(at))) }
  }

  placeOf(teamId: string): number {
    return this.#places.get(teamId) ?? -1
  }

  isWished({ wanted }: ReplayRequest, team: number): boolean {
    const { organizationId } = this.#team(team)
    return organizationId === wanted.preferredOrganizationId || organizationId === wanted.existingOrganizationId
  }

  /** Without advice: who was wished for first, then the others as they come, larger ones more often first. */
  inAnyOrder(request: ReplayRequest, at: number, round: number, teams = this.asked(request, at)): number[] {
    const lot = (team: number) =>
      // Each draws a moment; the larger a team, the sooner on average: an order in proportion to size.
      -Math.log(1 - this.#draws.of(request.wanted.requestId, this.#team(team).teamId, round, 'lot')) /
      this.#team(team).size
    return [...teams]
      .map((team) => ({ team, wished: this.isWished(request, team), lot: lot(team) }))
      .sort((one, other) => Number(other.wished) - Number(one.wished) || one.lot - other.lot)
      .map(({ team }) => team)
  }

  /** Whether the organisation of a team is at a meeting. */
  isPresent(team: number, groupId: string, day: number): boolean {
    return this.#draws.of(this.#team(team).organizationId, groupId, day, 'present') < this.#assumed.present
  }

  minutesBetween(team: number, { wanted }: ReplayRequest): number {
    const { place } = this.#team(team)
    return place && wanted.place ? travelBetween(place, wanted.place).minutes : 0
  }

  #team(place: number): ReplayTeam {
    const found = this.#teams[place]
    if (!found) throw new RangeError(`There is no team ${place}`)
    return found
  }
}

/** Who may take what is the same in every way of working and for every seed: it is found out once per replay. */
const servingOf = new WeakMap<Replay, Map<string, readonly number[]>>()
const widerOf = new WeakMap<Replay, Map<string, readonly number[]>>()
const partlyOf = new WeakMap<Replay, Map<string, readonly number[]>>()

function keptFor(all: typeof servingOf, replay: Replay): Map<string, readonly number[]> {
  const kept = all.get(replay) ?? new Map<string, readonly number[]>()
  all.set(replay, kept)
  return kept
}

function kindsGiven(wanted: Wanted, team: ReplayTeam): CareKind[] {
  return wanted.careKinds.filter((kind) => mayEver({ ...wanted, careKinds: [kind] }, team))
}

/** The hard rules of the shortlist, with every light green: what is left does not change from day to day. */
function mayEver(wanted: Wanted, team: ReplayTeam): boolean {
  const party: Party = { ...team, lightOf: () => 'green', taken: { week: 0, month: 0 } }
  return barriersOf(wanted, party).length === 0
}
