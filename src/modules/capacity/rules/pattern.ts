import { daysBetween, type LocalDate, localDateOf } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { isNotGreen, type Light } from '#kernel/lights.ts'
import { longestText } from './setting.ts'

/** What a team always says on a weekday (1 for Monday to 7 for Sunday); a daypart that is not in it is not filled in. */
export type PatternLight = {
  weekday: number
  daypart: Daypart
  light: Exclude<Light, 'unknown'>
  reason: string | null
  reasonText: string | null
}

/** Days on which the pattern does not hold; 'unknown' says only that. */
export type PatternException = {
  firstOn: LocalDate
  lastOn: LocalDate
  light: Light
  reason: string | null
  reasonText: string | null
}

export type PatternRefusal = 'no-reason' | 'unknown-reason' | 'reason-wants-text' | 'text-too-long'
export type ExceptionRefusal = PatternRefusal | 'ends-before-it-begins' | 'over' | 'too-long'

type Reasons = readonly { code: string; wantsText: boolean }[]
type Explained = { light: Light; reason: string | null; reasonText: string | null }

/** Why this cannot stand in a pattern; undefined when it can. */
export function patternRefusal({ light, reason, reasonText }: Explained, reasons: Reasons): PatternRefusal | undefined {
  if ((reasonText ?? '').length > longestText) return 'text-too-long'
  if (!isNotGreen(light)) return undefined
  if (!reason) return 'no-reason'
  const known = reasons.find(({ code }) => code === reason)
  if (!known) return 'unknown-reason'
  return known.wantsText && !reasonText ? 'reason-wants-text' : undefined
}

export function exceptionRefusal(one: PatternException, reasons: Reasons, now: Date): ExceptionRefusal | undefined {
  if (one.lastOn < one.firstOn) return 'ends-before-it-begins'
  if (one.lastOn < localDateOf(now)) return 'over'
  if (daysBetween(one.firstOn, one.lastOn) > 366) return 'too-long'
  return patternRefusal(one, reasons)
}
