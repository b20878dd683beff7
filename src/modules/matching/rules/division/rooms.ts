import type { Problem } from './problem.ts'

/** A limit that choices share: so much of it each of them uses, and so much there is. */
export type Limit = { uses: ReadonlyMap<number, number>; upper: number }

type Own = Limit & { teamId: string }

/**
 * What a division can still go wrong on, and the choices worth looking at. A team's week has far more rooms than limits: a room that holds
 * all who may come is none, nor is one that holds whenever another does. And a choice is of no use beside one of the same request that
 * costs no more and uses no limit more. Leaving out the one makes others superfluous, so it goes round until nothing changes.
 */
export function limitsOf(problem: Problem): { limits: Limit[]; worth: readonly boolean[]; instead: readonly number[] } {
  const instead = [...problem.choices.keys()]
  for (let limits = roomsOf(problem); ; ) {
    const worth = instead.map((other, choice) => other === choice)
    limits = tightest(binding(problem, limits, worth))
    if (!dropUseless(problem, limits, instead)) return { limits, worth, instead: instead.map((_, at) => last(at)) }
  }

  function last(choice: number): number {
    const other = instead[choice] ?? choice
    return other === choice ? choice : last(other)
  }
}

function roomsOf({ choices, slots, slotsOf }: Problem): Own[] {
  const takers = slots.map((): number[] => [])
  for (const [choice, own] of slotsOf.entries()) for (const slot of own) takers[slot]?.push(choice)
  return slots.flatMap(({ teamId, minutes, clients }, at) => {
    const own = takers[at] ?? []
    const found: Own[] = []
    if (minutes !== undefined) {
      const uses = new Map(own.map((choice) => [choice, choices[choice]?.minutes ?? 0]))
      found.push({ uses, upper: minutes, teamId })
    }
    if (clients !== undefined) found.push({ uses: new Map(own.map((choice) => [choice, 1])), upper: clients, teamId })
    return found
  })
}

/** Those that all who may come together would overflow, and of them what is worth looking at. */
function binding({ choices }: Problem, limits: readonly Own[], worth: readonly boolean[]): Own[] {
  return limits.flatMap((limit) => {
    const uses = new Map([...limit.uses].filter(([choice]) => worth[choice]))
    // Each request takes at most one of its choices.
    const per = new Map<string, number>()
    for (const [choice, use] of uses) {
      const requestId = choices[choice]?.requestId ?? ''
      per.set(requestId, Math.max(per.get(requestId) ?? 0, use))
    }
    const most = [...per.values()].reduce((sum, use) => sum + use, 0)
    return most > limit.upper ? [{ ...limit, uses }] : []
  })
}

function tightest(limits: readonly Own[]): Own[] {
  const kept = new Map<string, Own[]>()
  const strictest = [...limits].sort((one, other) => one.upper - other.upper || other.uses.size - one.uses.size)
  for (const limit of strictest) {
    const own = kept.get(limit.teamId) ?? []
    if (own.some((other) => follows(limit, other))) continue
    own.push(limit)
    kept.set(limit.teamId, own)
  }
  return [...kept.values()].flat()
}

/** Whether a limit holds whenever the other does. */
function follows(limit: Limit, other: Limit): boolean {
  if (limit.uses.size > other.uses.size) return false
  for (const [choice, use] of limit.uses)
    if (use * other.upper > (other.uses.get(choice) ?? 0) * limit.upper) return false
  return true
}

/** Writes with each useless choice which other one does instead of it, and answers whether it found one. */
function dropUseless({ choices, spans }: Problem, limits: readonly Limit[], instead: number[]): boolean {
  const usesOf = choices.map((): Map<number, number> => new Map())
  for (const [at, { uses }] of limits.entries()) for (const [choice, use] of uses) usesOf[choice]?.set(at, use)
  let dropped = false
  for (const [from, to] of spans) {
    const kept: number[] = []
    const own = Array.from({ length: to - from }, (_, nth) => from + nth)
      .filter((choice) => instead[choice] === choice)
      .sort((one, other) => costOf(one) - costOf(other) || one - other)
    for (const choice of own) {
      const mine = usesOf[choice] as Map<number, number>
      const better = kept.find((other) => usesNoMore(usesOf[other] as Map<number, number>, mine))
      if (better === undefined) kept.push(choice)
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
}

function usesNoMore(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): boolean {
  if (one.size > other.size) return false
  for (const [limit, use] of one) if ((other.get(limit) ?? 0) < use) return false
  return true
}
