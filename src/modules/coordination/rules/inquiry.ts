import { addDays, instantOf, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { type Deadline, dueAt } from '#kernel/deadline.ts'
import { isOpen, type Opening } from '#kernel/working-time.ts'

/** What a party can answer. The first three are an offer. */
export const answers = ['can-take', 'other-date', 'part', 'need-to-know', 'cannot'] as const
export type Answer = (typeof answers)[number]

/** Who settles an inquiry: the first yes has it, the holder weighs, or the requester's side chooses. */
export type Settles = 'first-yes' | 'holder' | 'requester'

/** One party that was asked, with what it said so far. */
export type Given = {
  organizationId: string
  answer: Answer | null
  startOn: LocalDate | null
  answeredAt: Date | null
}

export type Verdict =
  | { do: 'wait' }
  | { do: 'take'; organizationId: string }
  /** Offers lie on the table for whoever settles. */
  | { do: 'offers' }
  | { do: 'back' }

export function isOffer({ answer }: Pick<Given, 'answer'>): boolean {
  return answer === 'can-take' || answer === 'other-date' || answer === 'part'
}

/** What follows from the answers so far. Asking for more to know is no last word: it is waited for until the inquiry closes. */
export function afterAnswer(settles: Settles, given: readonly Given[]): Verdict {
  const yes = settles === 'first-yes' && earliest(given.filter(({ answer }) => answer === 'can-take'))
  if (yes) return { do: 'take', organizationId: yes.organizationId }
  const everyoneSpoke = given.every((one) => isOffer(one) || one.answer === 'cannot')
  return everyoneSpoke ? atClosing(given) : { do: 'wait' }
}

/** When the last moment to answer has come. */
export function atClosing(given: readonly Given[]): Verdict {
  return given.some(isOffer) ? { do: 'offers' } : { do: 'back' }
}

/**
 * The offer that wins when nobody chose: the whole before a part, the asked date before another, then the earliest date, then
 * who answered first, then the id, so that it never depends on the order of rows. A part by itself wins nothing.
 */
export function bestOffer(given: readonly Given[]): Given | undefined {
  return earliest(given.filter(({ answer }) => answer === 'can-take' || answer === 'other-date'))
}

function earliest(offers: readonly Given[]): Given | undefined {
  const rank = ({ answer, startOn, answeredAt, organizationId }: Given) => [
    answer === 'can-take' ? '0' : '1',
    startOn ?? '',
    answeredAt?.toISOString() ?? '',
    organizationId,
  ]
  return [...offers].sort((one, other) => compare(rank(one), rank(other)))[0]
}

function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
}

/** What of the way of working says until when is asked. */
export type InquiryTerms = {
  inquiry: Deadline
  rounds: readonly { postUntil: string; answerAt: string }[]
  opening: Opening
}

/**
 * The last moment to answer what is asked now: the answer moment of the first round that still takes it, on a day that
 * somebody is there; without rounds the term of an inquiry.
 */
export function answerBy(terms: InquiryTerms, now: Date): Date {
  if (terms.rounds.length === 0) return dueAt(now, terms.inquiry, terms.opening)
  for (let date = localDateOf(now), days = 0; days < 366; date = addDays(date, 1), days += 1) {
    for (const { postUntil, answerAt } of terms.rounds) {
      const answered = instantOf(date, answerAt)
      if (now < instantOf(date, postUntil) && isOpen(instantOf(date, terms.opening.from), terms.opening))
        return answered
    }
  }
  throw new RangeError('No round within a year')
}

/** Whose choice it is: a referrer only where one asked, the client's side always, and otherwise who holds it. */
export function chooserOf(by: 'nobody' | 'referrer' | 'client', referred: boolean): 'referrer' | 'client' | undefined {
  if (by === 'nobody') return undefined
  if (by === 'referrer') return referred ? 'referrer' : undefined
  return 'client'
}
