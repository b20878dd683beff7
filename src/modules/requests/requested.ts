import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { HistoryLine } from './history.ts'
import type { ContactPerson, NewAttachment, NewCard, NewIdentity, NursingAction, Source } from './new-request.ts'
import type { Particulars } from './particulars.ts'
import type { CardPart, SplitBy } from './parts.ts'
import type { RequestState } from './rules/life.ts'

/** A request as whoever asked for it sees it: where it stands, who holds it, what happened. */
export type Requested = {
  id: string
  number: string
  state: RequestState
  source: Source
  requesterOrganizationId: string | null
  priority: Priority
  submittedAt: Date
  actBy: Date | null
  endedAt: Date | null
  startOn: LocalDate | null
  startCertainty: NewCard['startCertainty']
  dischargeOn: LocalDate | null
  withdrawalReason: string | null
  /** Whose choice between offers is waited for. */
  choiceBy: 'referrer' | 'client' | null
  /** The team or desk that holds it, or the organisation that took it. */
  holder: { name: string; phone: string | null; hours: string | null; isTaker: boolean } | undefined
  /** Who gives which part, when it is divided over several organisations; null when it is whole, or nobody gives it. */
  splitBy: SplitBy | null
  parts: CardPart[] | null
  history: HistoryLine[]
  /** Nobody could give the care, and the insurer may help once the client's side says yes. */
  mayLetInsurerHelp: boolean
  /** It went to another region of this installation, and goes on there. */
  passedOn: PassedOn | undefined
}

/** Where it goes on: under which number, and how it is followed there. */
export type PassedOn = {
  regionName: string
  number: string
  href: string | undefined
  /** Who referred it is known there too, and has it on a list of their own. */
  onOwnList: boolean
}

/** Who looked at it or changed it: organisation and role, never a person (NEN 7513, chapter 9). */
export type Look = {
  at: Date
  event: string
  action: 'C' | 'R' | 'U' | 'D' | 'E'
  actorKind: string
  organizationName: string | null
  role: string | null
}

/** What opens for who asked: everything they sent. */
export type RequestedDetails = {
  card: {
    gender: NewCard['gender'] | null
    careKinds: CareKind[]
    dayparts: Daypart[]
    timesPerWeek: number | null
    hoursPerWeek: number | null
    location: NewCard['location']
    expectedDuration: NonNullable<NewCard['expectedDuration']> | null
    financing: NonNullable<NewCard['financing']> | null
    insurer: string | null
    indication: 'present' | 'to-do' | null
    nursingActions: NursingAction[]
    twoCarers: boolean
    palliative: boolean
    alerts: string[]
    preferredOrganization: string | null
    unwantedOrganizations: string[]
    existingOrganization: string | null
    languages: string[]
    faith: string | null
    carerGender: 'female' | 'male' | null
    warmHandover: boolean
    questionWithheld: boolean
  }
  identity: {
    givenName: string | null
    familyName: string
    birthDate: LocalDate
    /** Only its last three digits. */
    bsnEnd: string | null
    bsnCheckedWith: NonNullable<NewIdentity['bsnCheckedWith']> | null
    postcode: string
    houseNumber: string
    street: string | null
    place: string | null
    careAddress: string | null
    phone: string | null
    email: string | null
    question: string
    contacts: ContactPerson[]
    requester: NewIdentity['requester']
    particulars: Particulars
  }
  supplements: { id: string; at: Date; byName: string | null; text: string }[]
  attachments: { id: string; name: string; kind: NewAttachment['kind']; size: number; addedAt: Date }[]
  looks: Look[]
}
