import { addDays, instantOf, localDateOf } from '#kernel/dates.ts'
import { isOpen, type Opening } from '#kernel/working-time.ts'

/** What a region agreed on: until when is posted, and when all have answered. */
export type RoundTerms = { rounds: readonly { postUntil: string; answerAt: string }[]; opening: Opening }

/** The round that runs: until when something can still be posted in it, and when it closes by itself. */
export type Round = { postUntil: Date; answerAt: Date }

/**
 * The first round that is not over, on a day that somebody is there; undefined in a region without rounds. Between the two moments
 * nothing is posted any more and everyone answers.
 */
export function roundAt({ rounds, opening }: RoundTerms, now: Date): Round | undefined {
  if (rounds.length === 0) return undefined
  for (let date = localDateOf(now), days = 0; days < 366; date = addDays(date, 1), days += 1) {
    if (!isOpen(instantOf(date, opening.from), opening)) continue
    const found = [...rounds]
      .map((one) => ({ postUntil: instantOf(date, one.postUntil), answerAt: instantOf(date, one.answerAt) }))
      .sort((one, other) => one.answerAt.getTime() - other.answerAt.getTime())
      .find(({ answerAt }) => now < answerAt)
    if (found) return found
  }
  return undefined
}

export const isPosting = ({ postUntil }: Round, now: Date): boolean => now < postUntil
