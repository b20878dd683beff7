import { piecesOf, toColumns, withColumns } from '../rules/division/model.ts'
import { costAtLeast, costOf, type Division, open, type Problem } from '../rules/division/problem.ts'
import { byRegret, byRuin, usualRounds } from '../rules/division/search.ts'
import { verify } from '../rules/division/verify.ts'
import type { Solve, Solved } from './highs.ts'
import { solvePiece } from './piece.ts'

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

export type Divided = {
  division: Division
  quality: Quality
  /** What broke on the way: the division holds, and nothing more could be proven of it. */
  fault?: string
}

export type Dividing = {
  seconds: number
  /** Whoever asks it to stop gets the best so far. */
  stopped: () => boolean
  /** Each time when it is better or more is proven. */
  onProgress: (so: Divided) => void
}

/**
 * The best division that could be found and how far it is from the best possible. The search goes first and is always there; the
 * solver begins from its answer. Nothing that the checker does not pass is handed over, whichever engine made it.
 */
export function divide(problem: Problem, solve: Solve, { seconds, stopped, onProgress }: Dividing): Divided {
  const until = performance.now() + seconds * 1000
  const least = costAtLeast(problem)
  let bound = least
  let limitHit = false
  let engine: Quality['engine'] = 'search'
  let fault: string | undefined
  let best: Division = problem.asked.map(() => open)
  let cost = costOf(problem, best)
  // Whoever stops it wants the best so far: there is one as soon as the first of these is done.
  for (const [nth, search] of [() => byRegret(problem), () => byRuin(problem, best, usualRounds(problem))].entries()) {
    const steps = search()
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) best = step.value
      limitHit = !step.done && performance.now() > until
      if (step.done || limitHit || (nth > 0 && stopped())) break
    }
    assertSound(problem, best)
    cost = costOf(problem, best)
    onProgress(soFar())
  }
  if (cost <= least || limitHit || stopped()) return soFar()

  const { pieces, settled, instead } = piecesOf(problem)
  improve(best.map((at, request) => settled.get(request) ?? instead[at] ?? open))
  const alone = costAtLeast(problem, settled.keys())
  const bounds = pieces.map(({ requests }) => costAtLeast(problem, requests))
  learn()
  for (const [nth, piece] of pieces.entries()) {
    if (stopped() || cost <= bound) break
    const left = (until - performance.now()) / 1000
    const solving: Parameters<typeof solvePiece>[3] = {
      start: toColumns(piece, instead, best),
      // The last piece is the largest: whatever comes before leaves it half of the time.
      seconds: Math.max(0.1, nth === pieces.length - 1 ? left : left / 2),
      stopped,
      onProgress: ({ columns, bound: proven }) => {
        const better = columns !== undefined && improve(withColumns(problem, piece, columns, best))
        if (prove(nth, proven) || better) onProgress(soFar())
      },
    }
    const solved = orBroken(() => solvePiece(solve, problem, piece, solving))
    const found = solved.columns && withColumns(problem, piece, solved.columns, best)
    if (found) improve(found)
    // An answer that does not hold proves nothing, whatever is said of it.
    const proven = solved.status === 'proven' && found && verify(problem, found).length === 0
    prove(nth, proven ? costOf(problem, best, piece.requests) : solved.bound)
    limitHit ||= solved.status === 'time-limit'
    if (solved.status !== 'failed') continue
    fault = solved.message ?? 'The solver failed'
    break
  }
  return soFar()

  /** Equal is not better: the division of the search stays, so that the answer hangs on as little as can be. */
  function improve(found: Division): boolean {
    if (verify(problem, found).length > 0 || costOf(problem, found) >= cost) return false
    best = found
    cost = costOf(problem, found)
    engine = 'solver'
    return true
  }

  /** Costs are whole, so a proof of 99.01 is one of 100; a hair is left for what the solver rounds. */
  function prove(nth: number, proven: number | undefined): boolean {
    if (proven === undefined) return false
    bounds[nth] = Math.max(bounds[nth] ?? 0, Math.ceil(proven - 1e-4))
    const known = bound
    learn()
    return bound > known
  }

  function learn(): void {
    const proven = bounds.reduce((sum, one) => sum + one, alone)
    bound = Math.min(cost, Math.max(bound, proven))
  }

  function soFar(): Divided {
    const quality = qualityOf({ cost, bound, engine, limitHit, stopped: stopped() })
    return { division: best, quality, ...(fault === undefined ? {} : { fault }) }
  }
}

/** A solver can break on memory, or on a model it does not like: what was found until then stands. Never with the model, which is somebody's list. */
function orBroken(solving: () => Solved): Solved {
  try {
    return solving()
  } catch (error) {
    const message = String((error as Error)?.message ?? error).slice(0, 500)
    return { status: 'failed', columns: undefined, bound: undefined, message }
  }
}

/** What is proven was not cut short, whatever the clock or a person said meanwhile. */
export function qualityOf(so: Omit<Quality, 'proven'>): Quality {
  const proven = so.cost <= so.bound
  return { ...so, proven, limitHit: so.limitHit && !proven, stopped: so.stopped && !proven }
}

function assertSound(problem: Problem, division: Division): void {
  const [fault] = verify(problem, division)
  if (fault) throw new Error(`The search made a division that does not hold: ${fault}`)
}
