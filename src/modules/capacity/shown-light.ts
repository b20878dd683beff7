import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'

/** One light of a team, as others see it: what it says, how old it is, and why. Who said it is the organisation. */
export type ShownLight = {
  on: LocalDate
  daypart: Daypart
  careKind: CareKind | ''
  light: Light
  setAt: string
  until: string | null
  freeMinutes: number | null
  newClients: number | null
  reason: string | null
  reasonText: string | null
}

/** A team with its lights, as others see it. */
export type RegionTeam = {
  id: string
  name: string
  organizationId: string
  organization: string
  phone: string | null
  expertises: string[]
  /** Where it comes most; only told when the teams are shown per municipality. */
  municipality: string | null
  lights: ShownLight[]
  /** What holds for one kind of care only. */
  narrowed: ShownLight[]
}
