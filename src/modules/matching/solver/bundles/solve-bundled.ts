import { type Piece, toColumns, withColumns } from '../../rules/division/model.ts'
import { costOf, type Division, open, type Problem } from '../../rules/division/problem.ts'
import { byRuin, dice, usualRounds } from '../../rules/division/search.ts'
import type { Solve, Solved, Solving } from '../highs.ts'
import { fieldOf } from './field.ts'
import { MainModel } from './main-model.ts'
import { Rounds } from './rounds.ts'

/** Where rows per room already prove an answer to be this near to the best, a solver goes on from there by itself, and sooner. */
const near = 0.1
/** So much of the time is for finding bundles and beginning from them: they say where to begin, and the proof comes after. */
const [finding, beginning] = [0.3, 0.4]
/** From so many places the search begins anew. */
const beginnings = 3

/**
 * A place to begin from for a large piece in which room is scarce, and what is proven on the way; where it is not scarce, what it began with. It looks at the piece as a choice between
 * bundles (Dantzig and Wolfe): all that one team would do together, of which each team does one. What does not fit together is in no
 * bundle, so even parts of bundles say more of who should do what than parts of single choices do. There are too many bundles to write
 * down: teams are asked which would help, until none would or it was asked often enough. What most of each team's bundles say
 * is then taken, and the search goes on from there. The same each time, unless the clock struck.
 */
export function solveBundled(
  solve: Solve,
  problem: Problem,
  piece: Piece,
  { start, seconds, stopped, onProgress }: Solving & { start: readonly number[] },
): Solved {
  const since = performance.now()
  const isOver = (part: number) => performance.now() > since + part * seconds * 1000
  const linear = solve({ ...piece.model, integrality: piece.model.integrality.map(() => 0) }, { seconds, stopped })
  if (linear.status !== 'proven' || !linear.duals) return { ...linear, columns: start, bound: undefined }
  onProgress?.({ bound: linear.bound })
  const base: Division = problem.asked.map(() => open)
  const priceOf = (division: Division) => costOf(problem, division, piece.requests)
  let best = withColumns(problem, piece, start, base)
  if (priceOf(best) * (1 - near) <= (linear.bound ?? 0)) return { ...linear, status: 'node-limit', columns: start }

  const main = new MainModel(fieldOf(problem, piece), start)
  const rounds = new Rounds(main, () => isOver(finding))
  rounds.begin(linear.duals)
  const found = solve(main.model(), { seconds, stopped, grow: (duals) => rounds.next(duals) })
  const bound = Math.max(rounds.bound, linear.bound ?? 0)
  if (found.status !== 'proven' || !found.columns) return { ...found, columns: start, bound }

  const draw = dice(piece.requests.length)
  let cut = rounds.cut
  for (let nth = 0; nth < beginnings && !stopped?.(); nth += 1) {
    cut ||= nth > 0 && isOver(beginning)
    if (cut && nth > 0) break
    const begun = withColumns(problem, piece, main.rounded(found.columns, nth === 0 ? undefined : draw), base)
    const searched = ended(byRuin(problem, begun, usualRounds(problem)))
    if (priceOf(searched) < priceOf(best)) best = searched
  }
  const itself = problem.choices.map((_, choice) => choice)
  return { status: cut ? 'time-limit' : 'node-limit', columns: toColumns(piece, itself, best), bound }
}

function ended<Answer>(steps: Generator<void, Answer>): Answer {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
