import { type Deadline, dueAt } from '#kernel/deadline.ts'
import type { Opening } from '#kernel/working-time.ts'

/** The steps by name, as a region may agree on them; who holds a request at each stands in `holderAt`. */
export type Step = 'wider-circle' | 'joint-discussion' | 'neighbouring-areas' | 'region-manager' | 'insurer-mediation'

/** What of the way of working a ladder needs. */
export type LadderTerms = {
  ladder: { remindAt: number; steps: readonly { step: Step; after: Deadline }[] }
  escalation: Deadline
  opening: Opening
}

/** Where a request is on the ladder. */
export type Rung = {
  level: number
  /** From here the moments of the steps are counted; later by as long as the clock rested. */
  clockStartedAt: Date
  /** The end of the term that its urgency promised. */
  promisedBy: Date
}

export type Climb = { level: number; step: Step; actBy: Date }

/**
 * The next step up, now. The new holder has the term of an escalation, or until the following step comes when that is sooner.
 * Above the last step it stays there, a level higher each time, so that it never lies still.
 */
export function climb(rung: Rung, terms: LadderTerms, now: Date): Climb {
  const { steps } = terms.ladder
  const level = rung.level + 1
  const step = steps[Math.min(level, steps.length) - 1]
  if (!step) throw new RangeError('A ladder has steps')
  const given = dueAt(now, terms.escalation, terms.opening)
  const following = steps[level]
  const comes = following && momentOf(following.after, rung, terms.opening)
  return { level, step: step.step, actBy: comes && comes > now && comes < given ? comes : given }
}

/** A step never comes before the promised term has run out. */
function momentOf(after: Deadline, { clockStartedAt, promisedBy }: Rung, opening: Opening): Date {
  const moment = dueAt(clockStartedAt, after, opening)
  return moment > promisedBy ? moment : promisedBy
}

/** Who holds a request at a step: the desk of the region, or the office of its manager. */
export function holderAt(step: Step): 'desk' | 'region-office' {
  return step === 'region-manager' || step === 'insurer-mediation' ? 'region-office' : 'desk'
}

/** Who sees the card from this step on: the organisations that serve the postcode, the teams around, all teams. */
export function circleAt(step: Step): 'serving-organizations' | 'neighbouring-teams' | 'all-teams' | undefined {
  switch (step) {
    case 'wider-circle':
      return 'serving-organizations'
    case 'joint-discussion':
      return 'all-teams'
    case 'neighbouring-areas':
      return 'neighbouring-teams'
    default:
      return undefined
  }
}

/** When the holder of a term is reminded: after the agreed share of it, as time really passes. */
export function remindAt(from: Date, actBy: Date, { ladder }: LadderTerms): Date {
  return new Date(from.getTime() + Math.max(0, actBy.getTime() - from.getTime()) * ladder.remindAt)
}
