import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays, type LocalDate } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import { type Cell, type Room, roomOf, visitsOf } from '../division/week.ts'
import type { LightOf } from '../wanted.ts'
import type { Assumed } from './assumptions.ts'
import type { Calendar } from './calendar.ts'
import type { ReplayRequest, ReplayTeam } from './demand.ts'
import type { Draws } from './draws.ts'

const perDay = dayparts.length
const perWeek = 7 * perDay

/** A team as it is in the replay: what room it really has, and what it said of it. */
type Stand = {
  team: ReplayTeam
  /** Minutes per weekday and part of the day: what it has, and what of it is in use. */
  has: Float64Array
  used: Float64Array
  /** How much of it there is this week, by illness and holidays. */
  swing: number
  said: { day: number; lights: Light[]; minutes: (number | null)[] } | undefined
}

/**
 * What a team is asked to do of a request: everything in these parts of the day, or these kinds of care in them. Of a visit that two teams
 * share, each is there for its part of the kinds: whoever advises does not know that, who does the care does.
 */
export type Piece = { dayparts: readonly Daypart[]; careKinds?: readonly CareKind[] }

/** Something that a team has taken on: give it back when care ends. */
export type Held = { team: number; slots: readonly number[]; minutes: number }

/**
 * The real room of all teams, and the lights they set. Nobody but the team itself knows its room: who advises sees lights, and a
 * team that is asked looks at what it really has.
 */
export class Rooms {
  readonly #stands: Stand[]
  readonly #calendar: Calendar
  readonly #draws: Draws
  readonly #assumed: Assumed

  constructor(
    teams: readonly ReplayTeam[],
    requests: readonly ReplayRequest[],
    able: (request: ReplayRequest) => readonly number[],
    { calendar, draws, assumed }: { calendar: Calendar; draws: Draws; assumed: Assumed },
  ) {
    this.#calendar = calendar
    this.#draws = draws
    this.#assumed = assumed
    this.#stands = teams.map((team) => ({
      team,
      has: new Float64Array(perWeek),
      used: new Float64Array(perWeek),
      swing: 1,
      said: undefined,
    }))
    this.#share(requests, able)
  }

  /** Room follows what was asked of each team over the whole time, by the size of the teams that can. */
  #share(requests: readonly ReplayRequest[], able: (request: ReplayRequest) => readonly number[]): void {
    const weeks = this.#calendar.count / 7
    for (const request of requests) {
      const [pattern] = patternsOf(request)
      const teams = able(request).filter((team) => this.#works(team, pattern ?? []))
      const whole = teams.reduce((sum, team) => sum + this.#of(team).team.size, 0)
      const { slots, minutes } = this.#visits(request, request.wanted.startOn, pattern ?? [])
      for (const team of teams) {
        const stand = this.#of(team)
        const part = stand.team.size / whole / this.#assumed.load
        for (const slot of slots)
          stand.has[slot] = (stand.has[slot] ?? 0) + (part * minutes * this.daysInCare(request)) / 7 / weeks
      }
    }
    for (const { has, team } of this.#stands)
      for (let slot = 0; slot < perWeek; slot += 1)
        if (dayparts[slot % perDay] !== 'night' || team.worksAtNight)
          has[slot] = Math.max(has[slot] ?? 0, this.#assumed.smallestTeamMinutes)
  }

  daysInCare({ wanted, fromHospital }: ReplayRequest): number {
    const { shortCareDays, longCareDays, careDaysSpread, leastCareDays } = this.#assumed
    const median = fromHospital && wanted.careKinds.length === 1 ? shortCareDays : longCareDays
    return Math.max(leastCareDays, this.#draws.around(median, careDaysSpread, wanted.requestId, 'days in care'))
  }

  /** Minutes that a team has in a week, when nobody is ill. */
  weekOf(team: number): number {
    return this.#of(team).has.reduce((sum, minutes) => sum + minutes, 0)
  }

  /** A new week: illness and holidays of the week before are partly still there. */
  turnWeek(week: number): void {
    const { swing, swingStays, leastSwing } = this.#assumed
    for (const stand of this.#stands) {
      const fresh = this.#draws.normal(stand.team.teamId, week, 'swing') * swing * Math.sqrt(1 - swingStays ** 2)
      stand.swing = Math.max(leastSwing, 1 + (stand.swing - 1) * swingStays + fresh)
    }
  }

  /** What each team says in the morning, if it does: what it has, misjudged a little. */
  setLights(day: number): void {
    const { setsLight, misjudged, greenFrom, amberFrom, tellsMinutes } = this.#assumed
    for (const [team, stand] of this.#stands.entries()) {
      const { teamId } = stand.team
      if (this.#draws.of(teamId, day, 'sets') >= setsLight) continue
      const tells = this.#draws.of(teamId, 'tells') < tellsMinutes
      const lights: Light[] = []
      const minutes: (number | null)[] = []
      for (let slot = 0; slot < perWeek; slot += 1) {
        const judged = this.#free(team, slot) * this.#draws.around(1, misjudged, teamId, day, slot)
        const light = judged >= greenFrom ? 'green' : judged >= amberFrom ? 'amber' : 'red'
        lights.push(light)
        minutes.push(tells && light === 'green' ? Math.floor(judged / 30) * 30 : null)
      }
      stand.said = { day, lights, minutes }
    }
  }

  /** The lights of a team as others see them today; what is too old is grey. */
  lightOf(team: number, today: () => number): LightOf {
    return (on, daypart) => this.#said(team, today())?.lights[this.#slot({ on, daypart })] ?? 'unknown'
  }

  roomOf(team: number, cell: Cell, today: number): Room {
    const said = this.#said(team, today)
    const slot = this.#slot(cell)
    return roomOf(said?.lights[slot] ?? 'unknown', said?.minutes[slot] ?? null, null)
  }

  /**
   * What a team answers when it is asked and looks at its own plan: the parts of the day in which it takes the request, or nothing.
   * The same team says the same of the same request in every way of working, as long as its room is the same.
   */
  answer(team: number, request: ReplayRequest, startOn: LocalDate): readonly Daypart[] | undefined {
    if (!this.#isWilling(team, request)) return undefined
    const over = this.#over(team, request)
    return patternsOf(request).find((pattern) => {
      const { slots, minutes } = this.#visits(request, startOn, pattern)
      return this.#works(team, pattern) && slots.every((slot) => this.#free(team, slot) + over >= minutes)
    })
  }

  /** The same of its piece of a request that is divided. */
  canDoPiece(team: number, request: ReplayRequest, startOn: LocalDate, piece: Piece): boolean {
    if (!this.#isWilling(team, request) || !this.#works(team, piece.dayparts)) return false
    const over = this.#over(team, request)
    const { slots, minutes } = this.#visitsOf(piece, request, startOn)
    return slots.every((slot) => this.#free(team, slot) + over >= minutes)
  }

  takePiece(team: number, request: ReplayRequest, startOn: LocalDate, piece: Piece): Held {
    return this.#hold(team, this.#visitsOf(piece, request, startOn))
  }

  take(team: number, request: ReplayRequest, startOn: LocalDate, pattern: readonly Daypart[]): Held {
    return this.#hold(team, this.#visits(request, startOn, pattern))
  }

  #hold(team: number, { slots, minutes }: Omit<Held, 'team'>): Held {
    const { used } = this.#of(team)
    for (const slot of slots) used[slot] = (used[slot] ?? 0) + minutes
    return { team, slots, minutes }
  }

  giveBack({ team, slots, minutes }: Held): void {
    const { used } = this.#of(team)
    for (const slot of slots) used[slot] = (used[slot] ?? 0) - minutes
  }

  #isWilling(team: number, { wanted }: ReplayRequest): boolean {
    return this.#draws.of(wanted.requestId, this.#of(team).team.teamId, 'willing') >= this.#assumed.unwilling
  }

  /** Minutes over its room that a team may find for somebody it has heard of. */
  #over(team: number, { wanted }: ReplayRequest): number {
    const { squeeze, squeezeMinutes } = this.#assumed
    return this.#draws.of(wanted.requestId, this.#of(team).team.teamId, 'squeeze') < squeeze ? squeezeMinutes : 0
  }

  #works(team: number, pattern: readonly Daypart[]): boolean {
    return this.#of(team).team.worksAtNight || !pattern.includes('night')
  }

  #free(team: number, slot: number): number {
    const { has, used, swing } = this.#of(team)
    return (has[slot] ?? 0) * swing - (used[slot] ?? 0)
  }

  #said(team: number, today: number): Stand['said'] {
    const { said } = this.#of(team)
    return said && today - said.day <= this.#assumed.lightDays ? said : undefined
  }

  /** All visits of a request in these parts of the day, or of those only the ones of a piece. */
  #visits(request: ReplayRequest, startOn: LocalDate, pattern: readonly Daypart[], piece = pattern) {
    const { cells, minutes } = visitsOf(startOn, pattern, request.amount)
    return {
      slots: cells.filter(({ daypart }) => piece.includes(daypart)).map((cell) => this.#slot(cell)),
      minutes,
    }
  }

  #visitsOf({ dayparts: own, careKinds }: Piece, request: ReplayRequest, startOn: LocalDate) {
    const { slots, minutes } = this.#visits(request, startOn, request.wanted.dayparts, own)
    const share = careKinds ? careKinds.length / request.wanted.careKinds.length : 1
    return { slots, minutes: minutes * share }
  }

  #slot({ on, daypart }: Cell): number {
    return (this.#calendar.weekdayOn(on) - 1) * perDay + dayparts.indexOf(daypart)
  }

  #of(team: number): Stand {
    const found = this.#stands[team]
    if (!found) throw new RangeError(`There is no team ${team}`)
    return found
  }
}

/** In which parts of the day a request can have its visits: those it names, or any one of the usual ones. */
function patternsOf({ wanted }: ReplayRequest): readonly (readonly Daypart[])[] {
  return wanted.dayparts.length > 0 ? [wanted.dayparts] : [['morning'], ['afternoon'], ['evening']]
}

/** The day on which care can begin: as asked, and not before today. */
export function startFrom(asked: LocalDate, today: LocalDate, daysLater = 0): LocalDate {
  return addDays(asked > today ? asked : today, daysLater)
}
