import type { HistoryLine } from './history.ts'
import type { Requested } from './requested.ts'

/**
 * Who is asked at this moment, when that is one organisation, or from when one will be; nothing when people look for one. Read from
 * what the requester is told anyway.
 *
 * @param history oldest first
 */
export function askedNow(
  { state, history }: Pick<Requested, 'state' | 'history'>,
  now: Date,
): { name?: string; from?: Date } | undefined {
  const last = history.findLast(({ code }) => tellsOfAsking.has(code))
  if (state === 'offered' && last?.code === 'asked' && last.organizationName) return { name: last.organizationName }
  if (state !== 'listed' || last?.code !== 'to-be-asked') return undefined
  const from = new Date(String(last.facts.from))
  return from > now ? { from } : undefined
}

/** A line of any of these ends what an earlier one told. */
const tellsOfAsking: ReadonlySet<HistoryLine['code']> = new Set([
  'asked',
  'asked-back',
  'to-be-asked',
  'sent-on',
  'returned',
  'reopened',
  'split',
  'joined',
])
