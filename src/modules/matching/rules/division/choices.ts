import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { addDays } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { type Barrier, barriersOf } from '../hard-rules.ts'
import { type Factor, factorsOf, patternsOf } from '../points.ts'
import type { LightOf, Party, Wanted } from '../wanted.ts'
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
export type Taker = Party & {
  roomOf: (cell: Cell) => Room
  /** Its lights when it gives only these kinds of care; left out where they are the same for all care. */
  lightsFor?: (careKinds: readonly CareKind[]) => LightOf
}

/** What one team does of a request that is divided over two: all care in these parts of the day, or these kinds of care in all of them. */
export type Part = {
  teamId: string
  dayparts: readonly Daypart[]
  /** Only where the kinds of care are divided. */
  careKinds?: readonly CareKind[]
  cells: readonly Cell[]
}

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

/** A day and parts of the day on which a request may begin, with its visits: the same for every team. */
type Way = Pick<Choice, 'startOn' | 'daysLater' | 'later' | 'dayparts' | 'cells' | 'minutes'> & { wanted: Wanted }

/** Why a team is no choice: rules of the shortlist, a nurse's word, or parts of the day with too little room. */
export type Barred = {
  teamId: string
  barriers: readonly Barrier[]
  forbidden: boolean
  short: readonly Cell[]
  /** Parts of the day in which it does have room for every visit. */
  fits: readonly (readonly Daypart[])[]
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
  const ways = waysOf(waiting)
  const asked: Asked = { waiting, unplaced: unplacedPrice(wanted.priority, waitedDays), choices: [], barred: [] }
  for (const taker of takers) {
    const forbidden =
      waiting.forbidden.includes(taker.teamId) || (waiting.pinnedTo !== undefined && waiting.pinnedTo !== taker.teamId)
    const found = forbidden ? [] : choicesOf(waiting, ways, taker, weights)
    if (found.length > 0) asked.choices.push(...found)
    else asked.barred.push(barredOf(waiting, ways, taker, forbidden))
  }
  asked.choices.push(...splitChoices(waiting, takers, weights))
  return asked
}

function waysOf(waiting: Waiting): Way[] {
  const { wanted, amount } = waiting
  const { days, price } = laterTerms(wanted.priority, waiting)
  return days.flatMap((daysLater) => {
    const startOn = addDays(wanted.startOn, daysLater)
    const later = daysLater * price
    return patternsOf(wanted).map((dayparts) => {
      const visits = visitsOf(startOn, dayparts, amount)
      return { wanted: { ...wanted, startOn, dayparts }, startOn, daysLater, later, dayparts, ...visits }
    })
  })
}

function choicesOf({ earlier }: Waiting, ways: readonly Way[], taker: Taker, weights: Weights): Choice[] {
  const moved = earlier !== undefined && earlier !== taker.teamId ? movePrice : 0
  return ways
    .filter(({ wanted }) => barriersOf(wanted, taker).length === 0)
    .filter(({ cells, minutes }) => cells.every((cell) => holds(taker.roomOf(cell), minutes)))
    .map(({ wanted, ...way }) => {
      const factors = factorsOf(wanted, taker, weights)
      const lost = factors.reduce((sum, { points, most }) => sum + most - points, 0)
      const cost = lost + way.later + moved
      return { requestId: wanted.requestId, teamId: taker.teamId, ...way, factors, lost, split: 0, moved, cost }
    })
}

/** Every team that may have a part of a request, beside who does the rest. */
export function teamsOf({ teamId, parts }: Pick<Choice, 'teamId' | 'parts'>): readonly string[] {
  return parts ? parts.map((part) => part.teamId) : [teamId]
}

function barredOf({ wanted }: Waiting, ways: readonly Way[], taker: Taker, forbidden: boolean): Barred {
  const barriers = barriersOf(wanted, taker)
  const asked = ways
    .filter(({ daysLater }) => daysLater === 0)
    .map(({ dayparts, cells, minutes }) => ({
      dayparts,
      short: cells.filter((cell) => !holds(taker.roomOf(cell), minutes)),
    }))
    .sort((one, other) => one.short.length - other.short.length)
  const fits = asked.filter(({ short }) => short.length === 0).map(({ dayparts }) => dayparts)
  return { teamId: taker.teamId, barriers, forbidden, short: asked[0]?.short ?? [], fits }
}
