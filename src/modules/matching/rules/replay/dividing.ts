import { costAtLeast, costOf, type Division, type Problem } from '../division/problem.ts'
import { byRegret, byRuin } from '../division/search.ts'

/** About as many as the product makes for the list of one day before it asks its solver (`usualRounds`). */
const rounds = 400

/** The product's search alone: for whoever may not wait for the solver; the report says how seldom that costs anything. */
export function bySearch(problem: Problem): Division {
  const division = drain(byRegret(problem))
  return costOf(problem, division) > costAtLeast(problem) ? drain(byRuin(problem, division, rounds)) : division
}

function drain(search: Generator<void, Division>): Division {
  for (let step = search.next(); ; step = search.next()) if (step.done) return step.value
}
