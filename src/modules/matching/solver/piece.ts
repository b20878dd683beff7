import type { Piece } from '../rules/division/model.ts'
import type { Problem } from '../rules/division/problem.ts'
import { solveBundled } from './bundles/solve-bundled.ts'
import type { Solve, Solved, Solving } from './highs.ts'
import { solveNarrowed } from './narrowing.ts'

/**
 * By how many columns: with fewer than `few` a solver does as well by itself and proves such a piece in seconds; from `many` on there are too
 * many teams to ask each of them round after round.
 */
const usualSizes = { few: 3_500, many: 10_000 }

/** A piece of a division with the way that suits its size. Whichever it is: a bound that is told holds. */
export function solvePiece(
  solve: Solve,
  problem: Problem,
  piece: Piece,
  solving: Solving & { start: readonly number[] },
  { few, many } = usualSizes,
): Solved {
  const { numCols } = piece.model
  if (numCols < few) return solve(piece.model, solving)
  if (numCols >= many) return solveNarrowed(solve, piece.model, solving)
  const until = performance.now() + solving.seconds * 1000
  const bundled = solveBundled(solve, problem, piece, solving)
  if (bundled.status !== 'node-limit' && bundled.status !== 'time-limit') return bundled
  solving.onProgress?.(bundled)
  const start = Array.from(bundled.columns ?? solving.start)
  const seconds = Math.max(0.1, (until - performance.now()) / 1000)
  const proved = solve(piece.model, { ...solving, start, seconds })
  if (proved.status === 'proven') return proved
  return {
    ...proved,
    columns: proved.columns ?? start,
    bound: Math.max(proved.bound ?? 0, bundled.bound ?? 0),
  }
}
