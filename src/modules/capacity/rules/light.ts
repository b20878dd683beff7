import { instantOf, type LocalDate } from '#kernel/dates.ts'
import type { Light } from '#kernel/lights.ts'

/** What somebody said about a cell, and when; `until` is when it stops counting by itself. */
export type Said = { light: Light; setAt: Date; until?: Date | null }

/**
 * How long what was said can be relied on: in hours for a light of today and for one of a later day, in days for a standing
 * pattern after somebody said that it is right.
 */
export type Expiry = { todayHours: number; laterHours: number; patternDays: number }

/** What holds for a region that agreed nothing else; the SQL functions of `capacity` have the same figures. */
export const firstExpiry: Expiry = { todayHours: 24, laterHours: 168, patternDays: 28 }

const hour = 3_600_000

/**
 * What a light still says at a moment. After its until, or when it is too old, nobody knows: grey, never green. A light for
 * a later day may be older than one for today, so on its own day it has to be said again.
 *
 * The SQL function `capacity.effective_light` is the same rule; a test holds the two together.
 */
export function effectiveLight(said: Said | undefined, on: LocalDate, at: Date, expiry: Expiry): Light {
  if (!said) return 'unknown'
  return freshUntil(said, on, expiry) <= at ? 'unknown' : said.light
}

/** The moment at which a light turns grey by itself. */
export function freshUntil({ setAt, until }: Said, on: LocalDate, { todayHours, laterHours }: Expiry): Date {
  const asLater = setAt.getTime() + laterHours * hour
  const asToday = setAt.getTime() + todayHours * hour
  const midnight = instantOf(on, '00:00').getTime()
  const aged = asLater <= midnight ? asLater : Math.max(midnight, asToday)
  return new Date(until ? Math.min(aged, until.getTime()) : aged)
}

/** Until when a standing pattern counts. */
export function patternFreshUntil(confirmedAt: Date, { patternDays }: Expiry): Date {
  return new Date(confirmedAt.getTime() + patternDays * 24 * hour)
}

/** So long before a light turns grey its team is asked whether it is still right. */
export const askBeforeHours = 3

/** Whether a light that still counts turns grey within these hours: the moment to ask whether it is still right. */
export function goesStaleWithin(hours: number, said: Said, on: LocalDate, at: Date, expiry: Expiry): boolean {
  const end = freshUntil(said, on, expiry).getTime()
  return said.light !== 'unknown' && end > at.getTime() && end <= at.getTime() + hours * hour
}
