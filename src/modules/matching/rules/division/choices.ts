import type { LocalDate } from '#kernel/dates.ts'
import { addDays } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { type Barrier, barriersOf } from '../hard-rules.ts'
import { daypartsOf, type Factor, factorsOf } from '../points.ts'
import type { Party, Wanted } from '../wanted.ts'
import type { Weights } from '../weights.ts'
import { laterTerms, movePrice, unplacedPrice } from './prices.ts'
import { splitChoices } from './split-choices.ts'
import { type Amount, type Cell, holds, type Room, visitsOf } from './week.ts'

/** A request that waits for a team. */
export type Waiting = {
  wanted: Wanted
  amount: Amount
  waitedDays: number
  /** The client or the hospital named the day: no other is proposed. */
  dayIsCertain: boolean
  /** The client is in a hospital or a rehabilitation centre until care begins. */
  inBed: boolean
  /** Only this team, said a nurse. */
  pinnedTo?: string
  /** Not these teams, said a nurse. */
  forbidden: readonly string[]
  /** The team of the proposal before. */
  earlier?: string
}

/** A team with its room per cell. */
export type Taker = Party & { roomOf: (cell: Cell) => Room }

/** What one team does of a request that is divided over two. */
export type Part = { teamId: string; dayparts: readonly Daypart[]; cells: readonly Cell[] }

/** One way to give a request to a team: on which day it begins and in which parts of the day. */
export type Choice = {
  requestId: string
  teamId: string
  startOn: LocalDate
  daysLater: number
  dayparts: readonly Daypart[]
  cells: readonly Cell[]
  minutes: number
  /** Two teams, the first of which is `teamId` and keeps the overview. */
  parts?: readonly Part[]
  /** Of the team, or of the one of two that suits least. */
  factors: readonly Factor[]
  /** Points that the team lacks, for a second team, for a later day, and for another team than before; the cost is their sum. */
  lost: number
  split: number
  later: number
  moved: number
  cost: number
}

/** Why a team is no choice: rules of the shortlist, a nurse's word, or parts of the day with too little room. */
export type Barred = {
  teamId: string
  barriers: readonly Barrier[]
  forbidden: boolean
  short: readonly Cell[]
}

export type Asked = {
  waiting: Waiting
  /** What it costs to leave it open. */
  unplaced: number
  choices: Choice[]
  barred: Barred[]
}

/** All choices of one request, and for every other team why it is none. The same hard rules and points as the shortlist. */
export function askedOf(waiting: Waiting, takers: readonly Taker[], weights: Weights): Asked {
  const { wanted, waitedDays } = waiting
  const asked: Asked = { waiting, unplaced: unplacedPrice(wanted.priority, waitedDays), choices: [], barred: [] }
  for (const taker of takers) {
    const forbidden =
      waiting.forbidden.includes(taker.teamId) || (waiting.pinnedTo !== undefined && waiting.pinnedTo !== taker.teamId)
    const found = forbidden ? [] : choicesOf(waiting, taker, weights)
    if (found.length > 0) asked.choices.push(...found)
    else asked.barred.push(barredOf(waiting, taker, forbidden))
  }
  asked.choices.push(...splitChoices(waiting, takers, weights))
  return asked
}

function choicesOf(waiting: Waiting, taker: Taker, weights: Weights): Choice[] {
  const { wanted, amount, earlier } = waiting
  const { days, price } = laterTerms(wanted.priority, waiting)
  const found: Choice[] = []
  for (const daysLater of days) {
    const startOn = addDays(wanted.startOn, daysLater)
    for (const dayparts of patternsOf(wanted)) {
      const narrowed = { ...wanted, startOn, dayparts }
      if (barriersOf(narrowed, taker).length > 0) continue
      const { cells, minutes } = visitsOf(startOn, dayparts, amount)
      if (cells.some((cell) => !holds(taker.roomOf(cell), minutes))) continue
      const factors = factorsOf(narrowed, taker, weights)
      const lost = factors.reduce((sum, { points, most }) => sum + most - points, 0)
      const later = daysLater * price
      const moved = earlier !== undefined && earlier !== taker.teamId ? movePrice : 0
      found.push({
        requestId: wanted.requestId,
        teamId: taker.teamId,
        startOn,
        daysLater,
        dayparts,
        cells,
        minutes,
        factors,
        lost,
        split: 0,
        later,
        moved,
        cost: lost + later + moved,
      })
    }
  }
  return found
}

/** Every team that may have a part of a request, beside who does the rest. */
export function teamsOf({ teamId, parts }: Pick<Choice, 'teamId' | 'parts'>): readonly string[] {
  return parts ? parts.map((part) => part.teamId) : [teamId]
}

/** A request that names no part of the day can have its visits in any one of the usual parts. */
function patternsOf(wanted: Wanted): (readonly Daypart[])[] {
  return wanted.dayparts.length > 0 ? [wanted.dayparts] : daypartsOf(wanted).map((daypart) => [daypart])
}

function barredOf({ wanted, amount }: Waiting, taker: Taker, forbidden: boolean): Barred {
  const barriers = barriersOf(wanted, taker)
  const short = patternsOf(wanted)
    .map((dayparts) => {
      const { cells, minutes } = visitsOf(wanted.startOn, dayparts, amount)
      return cells.filter((cell) => !holds(taker.roomOf(cell), minutes))
    })
    .sort((one, other) => one.length - other.length)[0]
  return { teamId: taker.teamId, barriers, forbidden, short: short ?? [] }
}
