import { addDays, instantOf, localDateOf } from '#kernel/dates.ts'
import type { Priority } from '#kernel/priorities.ts'

/** What of the way of working says how is asked at once. */
export type AskTerms = {
  minutes: Record<Priority, number>
  together: number
  mostParties: number
  mostPerTeam: number
  from: string
  to: string
  wishedFirst: boolean
}

/** A team of the shortlist, in its order, with how often it was asked today. */
export type Ranked = { teamId: string; organizationId: string; wished: boolean; askedToday: number }

export type Next =
  | { do: 'ask'; teams: Ranked[]; answerBy: Date }
  /** Quiet hours: from this moment on it may be asked. */
  | { do: 'wait'; from: Date }
  /** The rest is for the people whose list it is on. */
  | { do: 'leave'; why: 'nobody-left' | 'enough-asked' | 'term-over' }

/**
 * What follows now: who is asked next, or not yet, or nobody any more. One question per organisation: of several teams of one
 * organisation the best-ranked counts. What was asked before is not asked again.
 *
 * @param actBy the end of the term of the request: nobody is asked past it
 */
export function nextToAsk(
  terms: AskTerms,
  request: { priority: Priority; actBy: Date },
  ranked: readonly Ranked[],
  asked: ReadonlySet<string>,
  now: Date,
): Next {
  if (request.actBy <= now) return { do: 'leave', why: 'term-over' }
  const left = terms.mostParties - asked.size
  if (left <= 0) return { do: 'leave', why: 'enough-asked' }
  const teams = inTurn(terms, ranked, asked).slice(0, Math.min(left, terms.together))
  if (teams.length === 0) return { do: 'leave', why: 'nobody-left' }
  const from = firstAwake(terms, now)
  if (from > now) return from < request.actBy ? { do: 'wait', from } : { do: 'leave', why: 'term-over' }
  const until = new Date(now.getTime() + terms.minutes[request.priority] * 60_000)
  return { do: 'ask', teams, answerBy: until < request.actBy ? until : request.actBy }
}

function inTurn({ mostPerTeam, wishedFirst }: AskTerms, ranked: readonly Ranked[], asked: ReadonlySet<string>) {
  const seen = new Set(asked)
  const free = ranked.filter(({ organizationId, askedToday }) => {
    if (askedToday >= mostPerTeam || seen.has(organizationId)) return false
    seen.add(organizationId)
    return true
  })
  return wishedFirst ? [...free.filter(({ wished }) => wished), ...free.filter(({ wished }) => !wished)] : free
}

/** Now, or the first moment after it outside the quiet hours. */
export function firstAwake({ from, to }: Pick<AskTerms, 'from' | 'to'>, now: Date): Date {
  const today = localDateOf(now)
  const begins = instantOf(today, from)
  if (now < begins) return begins
  return now < instantOf(today, to) ? now : instantOf(addDays(today, 1), from)
}
