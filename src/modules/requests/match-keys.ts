import type { LocalDate } from '#kernel/dates.ts'
import { fold } from '#kernel/personal-text/words.ts'
import type { Seal } from '#platform/seal/seal.ts'

/** What is known of somebody when we ask whether a request for them is open already. */
export type Matchable = {
  bsn?: string
  birthDate: LocalDate
  /** '6811AB' */
  postcode: string
  houseNumber: string
  familyName: string
}

/**
 * Keyed hashes by which two requests for one person find each other without either telling who that is: one of the BSN,
 * one of birth date, home and family name. Nobody can search with them who does not know all of it.
 */
export function matchKeysOf(seal: Seal, person: Matchable): Buffer[] {
  return person.bsn ? [bsnKeyOf(seal, person.bsn), personKeyOf(seal, person)] : [personKeyOf(seal, person)]
}

export function bsnKeyOf(seal: Seal, bsn: string): Buffer {
  return seal.hash('match-bsn', bsn)
}

export function personKeyOf(seal: Seal, person: Omit<Matchable, 'bsn'>): Buffer {
  const home = [person.birthDate, person.postcode, plain(person.houseNumber), plain(person.familyName)].join('|')
  return seal.hash('match-person', home)
}

/** '12 A', '12-a' and '12a' are one door; "O'Brien" and 'o brien' one name. */
function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}
