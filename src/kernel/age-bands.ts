import { ageOn, type LocalDate } from './dates.ts'

/** The age of someone as a card without identity shows it. From 95 on there are too few people to be exact. */
export const ageBands = ['0-17', '18-64', '65-74', '75-84', '85-94', '95+'] as const

export type AgeBand = (typeof ageBands)[number]

/** The band of someone born on one date, on another. Throws a RangeError when that is before the birth. */
export function ageBandOf(birthDate: LocalDate, on: LocalDate): AgeBand {
  const age = ageOn(birthDate, on)
  if (age < 0) throw new RangeError('Nobody has an age before the day of birth')
  if (age < 18) return '0-17'
  if (age < 65) return '18-64'
  if (age < 75) return '65-74'
  if (age < 85) return '75-84'
  if (age < 95) return '85-94'
  return '95+'
}
