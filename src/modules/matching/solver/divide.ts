import { setImmediate as others } from 'node:timers/promises'
import { toColumns, toDivision, toModel } from '../rules/division/model.ts'
import { costAtLeast, costOf, type Division, open, type Problem } from '../rules/division/problem.ts'
import { byRegret, byRuin } from '../rules/division/search.ts'
import { verify } from '../rules/division/verify.ts'
import type { SolverPool } from './pool.ts'

/** How good a division is, and what stopped the search for a better one. */
export type Quality = {
  cost: number
  /** Nothing costs less than this: proven. */
  bound: number
  proven: boolean
  /** The clock struck: on a faster machine the division may be another. */
  limitHit: boolean
  stopped: boolean
  /** What made it: the search by itself, or the solver. */
  engine: 'search' | 'solver'
}

export type Divided = { division: Division; quality: Quality }

export type DivideOptions = {
  seconds: number
  signal?: AbortSignal
  /** The best so far, each time when it is better or more is proven. */
  onProgress?: (progress: { cost: number; bound: number }) => void
}

/** Enough for the search to come within some percents; the solver proves the rest. */
const rounds = 400

/**
 * The best division that could be found and how far it is from the best possible. The search goes first and is always there; the
 * solver begins from its answer. Nothing that the checker does not pass is handed over, whichever engine made it.
 */
export async function divide(problem: Problem, pool: SolverPool, options: DivideOptions): Promise<Divided> {
  const { signal, onProgress } = options
  const until = performance.now() + options.seconds * 1000
  const least = costAtLeast(problem)
  let limitHit = false
  let best: Division = problem.asked.map(() => open)
  // Whoever stops it wants the best so far: there is one as soon as the first of these is done.
  for (const [nth, search] of [() => byRegret(problem), () => byRuin(problem, best, rounds)].entries()) {
    const steps = search()
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) best = step.value
      limitHit = !step.done && performance.now() > until
      if (step.done || limitHit || (nth > 0 && signal?.aborted)) break
      await others()
    }
  }
  assertSound(problem, best)
  let cost = costOf(problem, best)
  const answer = (bound: number, more: Partial<Quality> = {}): Divided => {
    const stopped = cost > bound && (signal?.aborted ?? false)
    const struck = cost > bound && limitHit
    const quality = {
      cost,
      bound,
      proven: cost <= bound,
      limitHit: struck,
      stopped,
      engine: 'search' as const,
      ...more,
    }
    return { division: best, quality }
  }
  if (cost <= least || limitHit || signal?.aborted) return answer(least)

  let bound = least
  let engine: Quality['engine'] = 'search'
  const learn = (columns: ArrayLike<number> | undefined, proven: number | undefined) => {
    // Costs are whole, so a proof of 99.01 is one of 100; a hair is left for what the solver rounds.
    if (proven !== undefined) bound = Math.min(cost, Math.max(bound, Math.ceil(proven - 1e-4)))
    const found = columns && toDivision(problem, columns)
    if (!found || verify(problem, found).length > 0) return
    // Equal is not better: the division of the search stays, so that the answer hangs on as little as can be.
    if (costOf(problem, found) >= cost) return
    best = found
    cost = costOf(problem, found)
    engine = 'solver'
  }
  const solved = await pool.solve(toModel(problem), {
    start: toColumns(problem, best),
    seconds: Math.max(0.1, (until - performance.now()) / 1000),
    signal,
    onProgress: (progress) => {
      learn(progress.columns, progress.bound)
      onProgress?.({ cost, bound })
    },
  })
  learn(solved.columns, solved.bound)
  if (solved.status === 'proven') bound = cost
  limitHit = solved.status === 'time-limit'
  return answer(bound, { engine })
}

function assertSound(problem: Problem, division: Division): void {
  const [fault] = verify(problem, division)
  if (fault) throw new Error(`The search made a division that does not hold: ${fault}`)
}
