import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Language } from '#kernel/languages.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { FoundReferrer } from './rules/same-referrer.ts'

export const sources = [
  'client',
  'informal-carer',
  'gp',
  'hospital',
  'rehabilitation',
  'home-care',
  'case-manager',
  'social-team',
] as const
export type Source = (typeof sources)[number]
export type Channel = 'website' | 'phone' | 'portal' | 'api'
export type Gender = 'female' | 'male' | 'other' | 'unknown'
export type Location = 'home' | 'hospital' | 'rehabilitation' | 'nursing-home' | 'hospice'

/** A nursing action that is asked for, with how often; `code` is a SNOMED CT code where we know one. */
export type NursingAction = { code?: string; text: string; frequency?: string }

/** Somebody to call: a family carer, a neighbour, a legal representative. Phone in E.164. */
export type ContactPerson = {
  name: string
  phone?: string
  relation?: string
  role?: 'informal-carer' | 'representative' | 'contact'
}

/** What every nurse of the coordinating team may see: no identity. */
export type NewCard = {
  source: Source
  channel: Channel
  priority: Priority
  gender?: Gender
  careKinds: readonly CareKind[]
  dayparts: readonly Daypart[]
  timesPerWeek?: number
  hoursPerWeek?: number
  /** When care should begin. */
  startOn?: LocalDate
  startCertainty: 'certain' | 'expected' | 'unknown'
  dischargeOn?: LocalDate
  location: Location
  expectedDuration?: 'short' | 'long' | 'terminal' | 'unknown'
  financing?: 'zvw' | 'wlz' | 'wmo' | 'youth' | 'private' | 'unknown'
  /** UZOVI code, four digits. */
  insurer?: string
  indication?: 'present' | 'to-do'
  nursingActions: readonly NursingAction[]
  twoCarers: boolean
  palliative: boolean
  /** Codes: fall, delirium, wandering, aggression, smoking-with-oxygen, mrsa, vre, cre. */
  alerts: readonly string[]
  preferredOrganizationId?: string
  existingOrganizationId?: string
  /** ISO 639-1. */
  languages: readonly string[]
  /** The language of the form; Dutch when left out. */
  askedIn?: Language
  faith?: string
  carerGender?: 'female' | 'male'
  /** Organisations that the client does not want; never asked, and not told so. */
  unwantedOrganizationIds?: readonly string[]
  warmHandover: boolean
}

/** What opens for the taker only. */
export type NewIdentity = {
  givenName?: string
  familyName: string
  birthDate: LocalDate
  bsn?: string
  bsnCheckedWith?: 'passport' | 'identity-card' | 'driving-licence' | 'residence-permit'
  /** '6811AB' */
  postcode: string
  houseNumber: string
  street?: string
  place?: string
  careAddress?: string
  phone?: string
  email?: string
  /** The question to the letter, before anything personal was taken out for the card. */
  question: string
  contacts: readonly ContactPerson[]
  requester: { name?: string; phone?: string; email?: string; reachable?: string; relation?: string }
  /** Professional particulars: see `particulars.ts`. */
  particulars: Readonly<Record<string, unknown>>
}

export type NewConsent = {
  givenBy: 'client' | 'representative' | 'informal-carer' | 'told-to-referrer'
  scope: readonly string[]
  textVersion: string
}

export type NewAttachment = {
  name: string
  kind: 'discharge-letter' | 'medication-list' | 'wound-plan' | 'wound-photo' | 'execution-request' | 'other'
  contentType: 'application/pdf' | 'image/jpeg' | 'image/png' | 'text/plain'
  content: Buffer
}

/** A request as the forms, the API and the practice region hand it in: checked, complete, not yet sent. */
export type NewRequest = {
  /** One per form that was opened: a double send finds the request of the first. */
  sentKey: string
  /** Whose it is too: the organisation that a desk hears it from on the phone. A professional who sends is of their own. */
  callerOrganizationId?: string
  /** Whose it is in this region, of a request that another region sent on: only the product itself says so. */
  referrer?: FoundReferrer
  card: NewCard
  identity: NewIdentity
  consent: NewConsent
  attachments: readonly NewAttachment[]
}
