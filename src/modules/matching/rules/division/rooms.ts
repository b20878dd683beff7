import type { Problem } from './problem.ts'

/** A limit of a team that choices share: which, in their order, how much of it each of them uses, and how much there is. */
export type Limit = { teamId: string; choices: readonly number[]; uses: readonly number[]; upper: number }

/**
 * What a division can still go wrong on, and the choices worth looking at. A team's week has far more rooms than limits: a room that holds
 * all who may come is none, nor is one that holds whenever another does. And a choice is of no use beside one of the same request that
 * costs no more and uses no limit more. Leaving out the one makes others superfluous, so it goes round until nothing changes.
 */
export function limitsOf(problem: Problem): { limits: Limit[]; worth: readonly boolean[]; instead: readonly number[] } {
  const instead = [...problem.choices.keys()]
  const requestOf = requestsOf(problem)
  for (let limits = roomsOf(problem); ; ) {
    const worth = instead.map((other, choice) => other === choice)
    limits = tightest(binding(limits, worth, requestOf))
    if (!dropUseless(problem, limits, instead)) return { limits, worth, instead: instead.map((_, at) => last(at)) }
  }

  function last(choice: number): number {
    const other = instead[choice] ?? choice
    return other === choice ? choice : last(other)
  }
}

/** Per choice its request. */
export function requestsOf({ spans }: Pick<Problem, 'spans'>): number[] {
  return spans.flatMap(([from, to], request) => Array<number>(to - from).fill(request))
}

function roomsOf({ choices, slots, slotsOf }: Problem): Limit[] {
  const takers = slots.map((): number[] => [])
  for (const [choice, own] of slotsOf.entries()) for (const slot of own) takers[slot]?.push(choice)
  return slots.flatMap(({ teamId, minutes, clients }, at) => {
    const own = takers[at] ?? []
    const found: Limit[] = []
    if (minutes !== undefined) {
      const uses = own.map((choice) => choices[choice]?.minutes ?? 0)
      found.push({ choices: own, uses, upper: minutes, teamId })
    }
    if (clients !== undefined) found.push({ choices: own, uses: own.map(() => 1), upper: clients, teamId })
    return found
  })
}

/** Those that all who may come together would overflow, and of them what is worth looking at. */
function binding(limits: readonly Limit[], worth: readonly boolean[], requestOf: readonly number[]): Limit[] {
  return limits.flatMap((limit) => {
    const kept = [...limit.choices.keys()].filter((nth) => worth[limit.choices[nth] ?? 0])
    const choices = kept.map((nth) => limit.choices[nth] ?? 0)
    const uses = kept.map((nth) => limit.uses[nth] ?? 0)
    return mostTogether(choices, uses, requestOf) > limit.upper ? [{ ...limit, choices, uses }] : []
  })
}

/** Each request takes at most one of its choices, and they stand together. */
function mostTogether(choices: readonly number[], uses: readonly number[], requestOf: readonly number[]): number {
  let sum = 0
  let most = 0
  for (let nth = 0; nth < choices.length; nth += 1) {
    const own = requestOf[choices[nth] ?? 0] === requestOf[choices[nth - 1] ?? -1]
    sum += own ? 0 : most
    most = Math.max(own ? most : 0, uses[nth] ?? 0)
  }
  return sum + most
}

function tightest(limits: readonly Limit[]): Limit[] {
  const kept = new Map<string, Limit[]>()
  const widest = [...limits].sort((one, other) => other.choices.length - one.choices.length || one.upper - other.upper)
  for (const limit of widest) {
    const own = kept.get(limit.teamId) ?? []
    if (own.some((other) => follows(limit, other))) continue
    own.push(limit)
    kept.set(limit.teamId, own)
  }
  return [...kept.values()].flat()
}

/** Whether a limit holds whenever the other does. */
function follows(limit: Limit, other: Limit): boolean {
  if (limit.choices.length > other.choices.length) return false
  let at = 0
  for (let nth = 0; nth < limit.choices.length; nth += 1) {
    const choice = limit.choices[nth] ?? 0
    while ((other.choices[at] ?? choice) < choice) at += 1
    if (other.choices[at] !== choice) return false
    if ((limit.uses[nth] ?? 0) * other.upper > (other.uses[at] ?? 0) * limit.upper) return false
  }
  return true
}

/** Of a choice which limits it uses, in their order, and how much of each. */
type Used = { limits: number[]; uses: number[] }

/** Writes with each useless choice which other one does instead of it, and answers whether it found one. */
function dropUseless({ choices, spans }: Problem, limits: readonly Limit[], instead: number[]): boolean {
  const used = choices.map((): Used => ({ limits: [], uses: [] }))
  for (const [at, limit] of limits.entries()) {
    for (const [nth, choice] of limit.choices.entries()) {
      used[choice]?.limits.push(at)
      used[choice]?.uses.push(limit.uses[nth] ?? 0)
    }
  }
  let dropped = false
  for (const [from, to] of spans) {
    // By the first limit they use: one that is better than another uses none that the other does not.
    const kept = new Map<number | undefined, number[]>()
    const own = Array.from({ length: to - from }, (_, nth) => from + nth)
      .filter((choice) => instead[choice] === choice)
      .sort((one, other) => costOf(one) - costOf(other) || one - other)
    for (const choice of own) {
      const mine = used[choice] as Used
      const better = betterThan(mine, kept)
      if (better === undefined) kept.set(mine.limits[0], [...(kept.get(mine.limits[0]) ?? []), choice])
      else {
        instead[choice] = better
        dropped = true
      }
    }
  }
  return dropped

  function costOf(choice: number): number {
    return choices[choice]?.cost ?? 0
  }

  function betterThan(mine: Used, kept: ReadonlyMap<number | undefined, readonly number[]>): number | undefined {
    for (const first of [undefined, ...mine.limits])
      for (const other of kept.get(first) ?? []) if (usesNoMore(used[other] as Used, mine)) return other
    return undefined
  }
}

function usesNoMore(one: Used, other: Used): boolean {
  if (one.limits.length > other.limits.length) return false
  let at = 0
  for (let nth = 0; nth < one.limits.length; nth += 1) {
    const limit = one.limits[nth] ?? 0
    while ((other.limits[at] ?? limit) < limit) at += 1
    if (other.limits[at] !== limit || (other.uses[at] ?? 0) < (one.uses[nth] ?? 0)) return false
  }
  return true
}
