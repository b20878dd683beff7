import type { Asked, Choice, Taker } from './choices.ts'
import type { Cell, Room } from './week.ts'

/** A team's room in one part of one day, of which every choice takes its share. */
export type Slot = Room & Cell & { teamId: string }

/** Requests × teams, everything in whole numbers, requests and teams in the order of their ids: the same input is the same problem. */
export type Problem = {
  asked: readonly Asked[]
  /** All choices, of the first request first. */
  choices: readonly Choice[]
  /** Per request the places of its choices: from, up to. */
  spans: readonly (readonly [number, number])[]
  slots: readonly Slot[]
  /** Per choice the slots it takes from. */
  slotsOf: readonly (readonly number[])[]
  /** Per request what leaving it open costs, pins included. */
  unplaced: readonly number[]
}

/** Per request the place of its choice, or `open`. */
export type Division = readonly number[]
export const open = -1

export function toProblem(all: readonly Asked[], takers: readonly Taker[]): Problem {
  const asked = [...all].sort((one, other) => byText(one.waiting.wanted.requestId, other.waiting.wanted.requestId))
  const takerOf = new Map(takers.map((taker) => [taker.teamId, taker]))
  const choices: Choice[] = []
  const spans: [number, number][] = []
  const slots: Slot[] = []
  const slotsOf: number[][] = []
  const placeOf = new Map<string, number>()
  for (const { choices: own } of asked) {
    const sorted = [...own].sort(
      (one, other) =>
        byText(one.teamId, other.teamId) ||
        one.daysLater - other.daysLater ||
        byText(one.dayparts.join(), other.dayparts.join()) ||
        byText(partsText(one), partsText(other)),
    )
    spans.push([choices.length, choices.length + sorted.length])
    for (const choice of sorted) {
      choices.push(choice)
      const parts = choice.parts ?? [choice]
      slotsOf.push(parts.flatMap((part) => part.cells.map((cell) => slotOf(part.teamId, cell))))
    }
  }
  return { asked, choices, spans, slots, slotsOf, unplaced: pricesOf(asked) }

  function slotOf(teamId: string, cell: Cell): number {
    const key = `${teamId} ${cell.on} ${cell.daypart}`
    const known = placeOf.get(key)
    if (known !== undefined) return known
    const taker = takerOf.get(teamId)
    if (!taker) throw new Error('A choice is of a team that takes part')
    slots.push({ teamId, ...cell, ...taker.roomOf(cell) })
    placeOf.set(key, slots.length - 1)
    return slots.length - 1
  }
}

/**
 * A pin goes before everything that is not pinned: leaving it open costs more than all of that together. Nothing costs more than staying
 * open (`prices.ts`), so that is known without looking at who has room: more room changes no price.
 */
function pricesOf(asked: readonly Asked[]): number[] {
  const everything = asked.reduce((sum, { unplaced }) => sum + unplaced, 1)
  return asked.map(({ unplaced, waiting }) => (waiting.pinnedTo === undefined ? unplaced : unplaced + everything))
}

/** What a division costs, or these requests of it; the less, the better. */
export function costOf(problem: Problem, division: Division, requests: Iterable<number> = division.keys()): number {
  let sum = 0
  for (const request of requests) {
    const choice = division[request] ?? open
    sum += (choice === open ? problem.unplaced[request] : problem.choices[choice]?.cost) ?? 0
  }
  return sum
}

/** Nothing can cost less: every request its cheapest choice, as if it were alone. */
export function costAtLeast({ choices, spans, unplaced }: Problem, requests: Iterable<number> = spans.keys()): number {
  let sum = 0
  for (const request of requests) {
    const [from, to] = spans[request] ?? [0, 0]
    let least = unplaced[request] ?? 0
    for (let at = from; at < to; at += 1) least = Math.min(least, choices[at]?.cost ?? least)
    sum += least
  }
  return sum
}

function partsText({ parts = [] }: Choice): string {
  return parts.map(({ teamId, dayparts, careKinds = [] }) => `${teamId} ${dayparts.join()} ${careKinds.join()}`).join()
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
