import type { LocalDate } from '#kernel/dates.ts'

/** What of its parts says how the whole stands. */
export type PartStanding = {
  keepsOverview: boolean
  takerId: string | null
  startsOn: LocalDate | null
  startedOn: LocalDate | null
}

/** Something is still to be taken; all is taken; all has begun. */
export function standingOfWhole(parts: readonly PartStanding[]): 'waiting' | 'taken' | 'started' {
  if (parts.some(({ takerId }) => takerId === null)) return 'waiting'
  return parts.every(({ startedOn }) => startedOn !== null) ? 'started' : 'taken'
}

/** Who answers for the whole once everything is taken. */
export function keeperOf(parts: readonly PartStanding[]): string | null {
  return parts.find(({ keepsOverview }) => keepsOverview)?.takerId ?? null
}

/** The day that has to be confirmed next: the first of the parts that did not begin yet, where `asked` is the day of the request. */
export function nextStart(parts: readonly PartStanding[], asked: LocalDate | null): LocalDate | null {
  const days = parts.flatMap(({ startsOn, startedOn }) => (startedOn ? [] : [startsOn ?? asked]))
  return days.some((day) => day === null) ? null : ([...(days as LocalDate[])].sort()[0] ?? null)
}

/** The day from which all of it is given. */
export function lastStart(parts: readonly PartStanding[]): LocalDate | null {
  return (
    parts
      .flatMap(({ startedOn }) => startedOn ?? [])
      .sort()
      .at(-1) ?? null
  )
}
