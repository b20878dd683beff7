/** What an organisation shows of itself, as far as one can see from outside whether it is all there. */
export type Shown = {
  phone: string | null
  email: string | null
  website: string | null
  qualityUrl: string | null
  description: string
  careKinds: readonly string[]
  languages: readonly string[]
  insurers: readonly string[]
  teams: readonly { active: boolean; pc4s: readonly string[] }[]
  locations: number
  contacts: number
}

export type Missing =
  | 'phone'
  | 'email'
  | 'website'
  | 'quality'
  | 'description'
  | 'care-kinds'
  | 'languages'
  | 'insurers'
  | 'teams'
  | 'team-areas'
  | 'locations'
  | 'contacts'

/** A sentence or two; less says nothing to somebody who has to choose. */
const shortestDescription = 40

/** What somebody who looks for care would miss, what they need first first. Only for organisations that give care. */
export function missingOf(shown: Shown): Missing[] {
  const working = shown.teams.filter(({ active }) => active)
  const all: [Missing, boolean][] = [
    ['phone', !shown.phone],
    ['teams', working.length === 0],
    ['team-areas', working.some(({ pc4s }) => pc4s.length === 0)],
    ['care-kinds', shown.careKinds.length === 0],
    ['description', shown.description.trim().length < shortestDescription],
    ['insurers', shown.insurers.length === 0],
    ['languages', shown.languages.length === 0],
    ['contacts', shown.contacts === 0],
    ['website', !shown.website],
    ['email', !shown.email],
    ['locations', shown.locations === 0],
    ['quality', !shown.qualityUrl],
  ]
  return all.filter(([, missing]) => missing).map(([code]) => code)
}

/** Half a year: long enough not to nag, short enough that a contract that ended does not mislead for long. */
export const confirmAfterDays = 182

/** Whether somebody of the organisation is to look at its facts again. */
export function isDue(lastLooked: Date, now: Date): boolean {
  return now.getTime() - lastLooked.getTime() >= confirmAfterDays * 86_400_000
}
