import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'

/** A team that may help when another has no room. */
export type Neighbour = {
  id: string
  light: Light
  /** How many of the postcodes of the other team it serves too. */
  shared: number
  /** From the middle of one service area to that of the other; unknown when one of them serves no area. */
  kilometres: number | null
  /** What both are specialised in. */
  expertises: readonly string[]
}

/**
 * Who nearby has room, best first: who has room before who wants to talk, then who serves the same postcodes, then who is
 * specialised in the same, then who is nearest. Who has no room, or told nothing, is not in it.
 */
export function nearestWithRoom<Team extends Neighbour>(teams: readonly Team[], most: number): Team[] {
  return teams
    .filter(({ light }) => light === 'green' || light === 'amber')
    .sort(
      (one, other) =>
        Number(one.light === 'amber') - Number(other.light === 'amber') ||
        Math.sign(other.shared) - Math.sign(one.shared) ||
        other.expertises.length - one.expertises.length ||
        other.shared - one.shared ||
        (one.kilometres ?? Number.POSITIVE_INFINITY) - (other.kilometres ?? Number.POSITIVE_INFINITY) ||
        (one.id < other.id ? -1 : 1),
    )
    .slice(0, most)
}

export type Expected = { on: LocalDate; daypart: Daypart; light: 'green' | 'amber' }

/**
 * When a team that has no room now expects to have some: the first later place of the same daypart that says so, as it is
 * told now. Nothing when it tells of none.
 */
export function expectsRoom(
  after: { on: LocalDate; daypart: Daypart },
  told: readonly { on: LocalDate; daypart: Daypart; light: Light }[],
): Expected | undefined {
  const later = told
    .filter(({ on, daypart }) => on > after.on && daypart === after.daypart)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
  const first = later.find(({ light }) => light === 'green') ?? later.find(({ light }) => light === 'amber')
  return first && { on: first.on, daypart: first.daypart, light: first.light as Expected['light'] }
}
