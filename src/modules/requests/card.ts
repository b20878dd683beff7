import type { RawBuilder } from 'kysely'
import type { AgeBand } from '#kernel/age-bands.ts'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Priority } from '#kernel/priorities.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { Channel, Gender, Location, NewCard, NursingAction, Source } from './new-request.ts'
import { type CardPart, partsColumn, type SplitBy } from './parts.ts'
import type { RequestState } from './rules/life.ts'

/** A request as the nurses of all organisations may see it: nothing here says who it is about. */
export type RequestCard = {
  id: string
  number: string
  source: Source
  channel: Channel
  requesterName: string | null
  state: RequestState
  stateSince: Date
  priority: Priority
  submittedAt: Date
  returnedAt: Date | null
  returnReason: string | null
  dateChangedAt: Date | null
  supplementedAt: Date | null
  startedOn: LocalDate | null
  pc4: string
  ageBand: AgeBand
  gender: Gender | null
  careKinds: CareKind[]
  dayparts: Daypart[]
  timesPerWeek: number | null
  hoursPerWeek: number | null
  startOn: LocalDate | null
  startCertainty: NewCard['startCertainty']
  dischargeOn: LocalDate | null
  location: Location
  expectedDuration: NonNullable<NewCard['expectedDuration']> | null
  financing: NonNullable<NewCard['financing']> | null
  insurer: string | null
  indication: NonNullable<NewCard['indication']> | null
  nursingActions: NursingAction[]
  twoCarers: boolean
  palliative: boolean
  alerts: string[]
  preferredName: string | null
  existingName: string | null
  languages: string[]
  /** The language of the form: 'nl', 'en'. */
  askedIn: string
  faith: string | null
  carerGender: NonNullable<NewCard['carerGender']> | null
  question: string
  /** Something in the free text looked personal and stands with the identity. */
  questionWithheld: boolean
  warmHandover: boolean
  /** How it is divided over several takers, with its parts; null when it is whole. */
  splitBy: SplitBy | null
  parts: CardPart[] | null
}

const allCards = 'requests.care_request as r' as const

/** Rows of the same shape, called `r`, from a function of the database that opens some to whom row-level security does not. */
export function cardsOf(rows: RawBuilder<unknown>): typeof allCards {
  return rows.as('r') as unknown as typeof allCards
}

/** The columns of a card, for a query that adds its own joins and conditions on `r`; row-level security says which rows. */
export function selectCards(from = allCards) {
  return build
    .selectFrom(from)
    .leftJoin('organizations.organization as requester', 'requester.id', 'r.requester_organization_id')
    .leftJoin('organizations.organization as preferred', 'preferred.id', 'r.preferred_organization_id')
    .leftJoin('organizations.organization as existing', 'existing.id', 'r.existing_organization_id')
    .select([
      'r.id',
      'r.number',
      'r.source',
      'r.channel',
      'requester.name as requesterName',
      'r.state',
      'r.state_since as stateSince',
      'r.priority',
      'r.submitted_at as submittedAt',
      'r.returned_at as returnedAt',
      'r.return_reason as returnReason',
      'r.date_changed_at as dateChangedAt',
      'r.supplemented_at as supplementedAt',
      'r.started_on as startedOn',
      'r.pc4',
      'r.age_band as ageBand',
      'r.gender',
      'r.care_kinds as careKinds',
      'r.dayparts',
      'r.times_per_week as timesPerWeek',
      'r.hours_per_week as hoursPerWeek',
      'r.start_on as startOn',
      'r.start_certainty as startCertainty',
      'r.discharge_on as dischargeOn',
      'r.location',
      'r.expected_duration as expectedDuration',
      'r.financing',
      'r.insurer',
      'r.indication',
      'r.nursing_actions as nursingActions',
      'r.two_carers as twoCarers',
      'r.palliative',
      'r.alerts',
      'preferred.name as preferredName',
      'existing.name as existingName',
      'r.languages',
      'r.asked_in as askedIn',
      'r.faith',
      'r.carer_gender as carerGender',
      'r.question',
      'r.question_withheld as questionWithheld',
      'r.warm_handover as warmHandover',
      'r.split_by as splitBy',
      partsColumn().as('parts'),
    ])
}
