import type { Response } from './wanted.ts'

/** What was counted of one organisation, over the days that count. */
export type Counted = {
  organizationId: string
  yes: number
  noRoom: number
  silent: number
  answers: number
  minutes: number
}

/** With fewer than these in all, an organisation gets what is usual: a handful says nothing. */
const weightOfUsual = 8
/** An answer that takes longer than this is worth nothing for being fast. */
const slowest = 240

/** Of each organisation that was asked at all, what it did; beside the share of yes of all together. */
export function responses(counted: readonly Counted[]): Map<string, Response> {
  const all = counted.reduce((sum, one) => sum + one.yes + one.noRoom + one.silent, 0)
  const yes = counted.reduce((sum, one) => sum + one.yes, 0)
  const found = new Map<string, Response>()
  if (all === 0) return found
  for (const one of counted) {
    const of = one.yes + one.noRoom + one.silent
    if (of === 0) continue
    const minutes = one.answers > 0 ? Math.round(one.minutes / one.answers) : undefined
    found.set(one.organizationId, { yes: one.yes, of, usual: yes / all, ...(minutes === undefined ? {} : { minutes }) })
  }
  return found
}

/**
 * From 0 to 1: two thirds for how often it says yes, drawn towards what is usual while it was asked seldom, so that one no is not
 * held against it for months; one third for how fast. Half when nothing is known.
 */
export function responseWorth(response: Response | undefined): number {
  if (!response) return 0.5
  const { yes, of, usual, minutes } = response
  const often = (yes + weightOfUsual * usual) / (of + weightOfUsual)
  const fast = minutes === undefined ? 0.5 : Math.max(0, 1 - minutes / slowest)
  return (2 * often + fast) / 3
}
