import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { AreaKind, Travel } from './travel.ts'

export type Place = { latitude: number; longitude: number }

export type CarerGender = 'female' | 'male'

/** What a request asks of a team; all of it stands on the card, nothing says who it is about. */
export type Wanted = {
  requestId: string
  pc4: string
  /** The middle of the postcode, when the region's table knows it. */
  place?: Place
  /** What the streets there are like; in town when nothing is known. */
  areaKind?: AreaKind
  careKinds: readonly CareKind[]
  dayparts: readonly Daypart[]
  priority: Priority
  /** The day on which care should begin; the lights of that day and the six after it count. */
  startOn: LocalDate
  /** UZOVI code, when the insurer pays and it matters who has a contract. */
  insurer?: string
  preferredOrganizationId?: string
  existingOrganizationId?: string
  /** Organisations that gave care to the same client before. */
  earlierOrganizationIds: readonly string[]
  /** ISO 639-1; only what the client asked for, never derived. */
  languages: readonly string[]
  faith?: string
  /** Whom the client would rather have at the door; a wish, never a rule. */
  carerGender?: CarerGender
  /** Organisations that the client does not want. */
  unwantedIds: readonly string[]
  /** Organisations that said no already or gave it back, or after which the client chose another. */
  refusedBy: readonly Refusal[]
}

export type Refusal = {
  organizationId: string
  how: 'refused' | 'returned' | 'client'
  /** A code of the region's list of refusals, or of returns. */
  reason: string
  on: LocalDate
}

/** What an organisation did with what it was asked in the last months, and the same of all together. */
export type Response = {
  /** Of so many that it could have taken, it said yes to so many; care that it does not give is left out. */
  yes: number
  of: number
  /** From asking to answering, on average; undefined when it never answered. */
  minutes?: number
  /** The share of yes of all organisations together. */
  usual: number
}

export type ClientArea = { pc4: string; clients: number; place: Place }

/** A light of one part of a day, seven days long from the day on which care should begin. */
export type LightOf = (on: LocalDate, daypart: Daypart) => Light

/** A team that may take a request, with what the region knows of it. */
export type Party = {
  teamId: string
  teamName: string
  organizationId: string
  organizationName: string
  pc4s: ReadonlySet<string>
  careKinds: readonly CareKind[]
  /** UZOVI codes with a contract; empty when the organisation did not tell. */
  insurers: readonly string[]
  languages: readonly string[]
  faiths: readonly string[]
  /** Whom the team says it can send to who asks for that; empty when it did not tell. */
  carerGenders: readonly CarerGender[]
  /** Its base, or the middle of its service area. */
  place?: Place
  /** Measured along roads, by postcode; what is not in it is estimated. */
  routes?: ReadonlyMap<string, Travel>
  /** Postcodes it serves where its organisation has clients now, in order; of fewer than three nothing is known. */
  clientAreas?: readonly ClientArea[]
  lightOf: LightOf
  /** Requests its organisation took in the last 7 and 30 days. */
  taken: { week: number; month: number }
  /** Its organisation's part of all that was taken in 7 and 30 days against its part of all teams: 1 is even; undefined when neither is known. */
  fairShare?: number
  /** Undefined when it was asked too seldom to tell. */
  response?: Response
}
