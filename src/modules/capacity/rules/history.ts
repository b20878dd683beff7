import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import { type Expiry, effectiveLight, patternFreshUntil } from './light.ts'

/** One thing that was ever said about a cell; a null light emptied it. */
export type Change = { at: Date; light: Light | null; setAt: Date | null; until: Date | null }

/** What the standing week says about a cell, and since when it was known to be right. */
export type Standing = { light: Light; confirmedAt: Date }

export type CellHistory = { on: LocalDate; daypart: Daypart; changes: readonly Change[]; standing?: Standing }

/**
 * What the light of a cell was at a moment, as anyone could have seen it then: the last thing that was said before it, if that
 * still counted. Of the standing week only its newest confirmation is kept, so what it said before that is not known: grey.
 */
export function lightAtMoment({ on, changes, standing }: CellHistory, at: Date, expiry: Expiry): Light {
  const last = changes
    .filter((change) => change.at <= at)
    .sort((one, other) => Number(one.at) - Number(other.at))
    .at(-1)
  if (last?.light && last.setAt)
    return effectiveLight({ light: last.light, setAt: last.setAt, until: last.until }, on, at, expiry)
  if (standing && standing.confirmedAt <= at && at < patternFreshUntil(standing.confirmedAt, expiry))
    return standing.light
  return 'unknown'
}
