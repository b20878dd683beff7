import type { Divide } from '../rules/replay/simulate.ts'
import { divide } from './divide.ts'
import type { Solve } from './highs.ts'

/** What came of all lists that were divided. */
export type Proofs = {
  lists: number
  /** The search could not tell by itself that nothing better exists, so the solver was asked. */
  asked: number
  /** The solver found something that costs less than what the search had. */
  improved: number
  /** The clock struck before it was proven. */
  unproven: number
}

/** Divides as the product does, search first and the solver until it is proven, and keeps count of what each of them did. */
export function provenBy(
  solve: Solve,
  { seconds, stopped = () => false }: { seconds: number; stopped?: () => boolean },
): { divide: Divide; proofs: Proofs } {
  const proofs: Proofs = { lists: 0, asked: 0, improved: 0, unproven: 0 }
  const counted: Solve = (model, solving) => {
    proofs.asked += 1
    return solve(model, solving)
  }
  return {
    proofs,
    divide(problem) {
      const { division, quality } = divide(problem, counted, { seconds, stopped, onProgress: () => undefined })
      proofs.lists += 1
      if (quality.engine === 'solver') proofs.improved += 1
      if (!quality.proven) proofs.unproven += 1
      return division
    },
  }
}
