import { costAtLeast, costOf, type Division, type Problem } from '../division/problem.ts'
import { byRegret, byRuin } from '../division/search.ts'

/** About as many as the product makes for the list of one day before it asks its solver (`usualRounds`). */
const rounds = 400

/** The product's search alone: for whoever may not wait for the solver; the report says how seldom that costs anything. */
export function bySearch(problem: Problem): Division {
  const division = toEnd(byRegret(problem))
  return costOf(problem, division) > costAtLeast(problem) ? toEnd(byRuin(problem, division, rounds)) : division
}

/** Without letting others go first: for whoever has a thread or a program of its own. */
export function toEnd<Found>(steps: Generator<unknown, Found>): Found {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
