import { followKeyHash, followKeyOf } from '#modules/requests/follow-key.ts'
import { matchKeysOf } from '#modules/requests/match-keys.ts'
import { searchableName } from '#modules/requests/store.ts'
import type { Seal } from '#platform/seal/seal.ts'
import { Json, type Row } from '../copy.ts'
import type { Random } from '../random.ts'
import type { Person } from '../region/practice-region.ts'
import { askedIn } from './asked-in.ts'
import { auditRowsOf } from './audit-rows.ts'
import type { Course } from './course.ts'

/** In the order in which they are written: what is pointed at comes first. */
export const historyTables = [
  'requests.care_request',
  'requests.patient_identity',
  'requests.match_key',
  'requests.unwanted_organization',
  'requests.history_entry',
  'requests.consent',
  'requests.supplement',
  'requests.follow_link',
  'coordination.assignment',
  'audit.event',
  'requests.callback',
  'platform.mail',
] as const
export type HistoryRows = Record<(typeof historyTables)[number], Row[]>

export function noRows(): HistoryRows {
  return Object.fromEntries(historyTables.map((table) => [table, [] as Row[]])) as HistoryRows
}

export type Writing = { random: Random; seal: Seal; peopleById: ReadonlyMap<string, Person> }

/** As the form of today asks it: the card to the nurses, the identity to the taker, and a call by the holder. */
const consentScope = ['card-to-team', 'identity-to-taker', 'holder-may-call']
const consentVersion = 'aanvragen-2026-11'
const linkLength = 365 * 86_400_000

/** Everything the database keeps of one request; answers its id and that of its private link. */
export function addRowsOf(
  rows: HistoryRows,
  course: Course,
  number: string,
  { random, seal, peopleById }: Writing,
): { id: string; linkId: string } {
  const { request, region } = course
  const { person } = request
  const { sentAt } = request
  const id = random.id(sentAt)
  const [linkId, consentId] = [random.id(sentAt), random.id(sentAt)]
  const base = { request_id: id, region_id: region.id }
  const isOpenToTaker = course.state === 'assigned' || course.state === 'started'
  const taker = course.taker
  const isLay = request.source === 'client' || request.source === 'informal-carer'

  rows['requests.care_request'].push(cardRow(course, id, number, random.id(sentAt)))
  rows['requests.patient_identity'].push({
    ...base,
    open_to: isOpenToTaker && taker ? [taker.provider.id] : [],
    requester_organization_id: request.referrer?.id ?? null,
    given_name: person.givenName,
    family_name: person.familyName,
    family_name_search: searchableName(person.familyName),
    birth_date: person.birthDate,
    bsn_sealed: isLay ? null : seal.close(person.bsn),
    bsn_checked_with: isLay ? null : 'identity-card',
    postcode: person.postcode,
    house_number: person.houseNumber,
    street: person.street,
    place: person.place,
    phone: person.phone,
    question: request.fullQuestion,
    contacts: new Json(request.contacts),
    requester: new Json({ ...request.requester, userId: undefined }),
    particulars: new Json(request.particulars),
  })
  for (const hash of matchKeysOf(seal, { ...person, bsn: isLay ? undefined : person.bsn })) {
    rows['requests.match_key'].push({ ...base, hash })
  }
  const unwanted = unwantedBy(random.split(`unwanted ${number}`), course)
  if (unwanted) rows['requests.unwanted_organization'].push({ ...base, organization_id: unwanted })
  for (const [place, entry] of course.entries.entries()) {
    rows['requests.history_entry'].push({
      // Sent and routed share a moment; their ids keep the order.
      id: random.id(new Date(entry.at.getTime() + place)),
      ...base,
      at: entry.at,
      code: entry.code,
      by_kind: entry.by,
      organization_id: entry.organizationId ?? null,
      coordinating_team_id: entry.teamId ?? null,
      act_by: entry.actBy ?? null,
      facts: new Json(entry.facts),
    })
  }
  rows['requests.consent'].push({
    id: consentId,
    ...base,
    given_at: sentAt,
    given_by: isLay ? (request.source === 'client' ? 'client' : 'informal-carer') : 'told-to-referrer',
    scope: consentScope,
    text_version: consentVersion,
  })
  if (course.supplement) {
    rows['requests.supplement'].push({
      id: random.id(course.supplement.at),
      ...base,
      at: course.supplement.at,
      by_kind: request.referrer ? 'user' : 'link',
      by_name: request.referrer ? `${request.requester.name}, ${request.referrer.name}` : null,
      text: course.supplement.text,
    })
  }
  rows['requests.follow_link'].push({
    id: linkId,
    ...base,
    key_hash: followKeyHash(seal, followKeyOf(seal, linkId)),
    created_at: sentAt,
    expires_at: new Date(sentAt.getTime() + linkLength),
  })
  for (const { provider, nurse, takenAt, startedOn, ended } of course.assignments) {
    rows['coordination.assignment'].push({
      id: random.id(takenAt),
      ...base,
      organization_id: provider.id,
      taken_by: nurse?.userId ?? null,
      taken_at: takenAt,
      started_on: startedOn ?? null,
      ended_at: ended?.at ?? null,
      ended_how: ended?.how ?? null,
      return_reason: ended?.reason ?? null,
    })
  }
  rows['audit.event'].push(...auditRowsOf(course, id, consentId, peopleById))
  return { id, linkId }
}

/**
 * One in forty would rather not have one organisation of the neighbourhood, and more often of those that wait now, so that a list shows
 * one: never an organisation that was asked for or that had it.
 */
function unwantedBy(random: Random, { request, region, assignments, entries, holder }: Course): string | undefined {
  if (!random.chance(holder && 'teamId' in holder ? 0.15 : 0.025)) return undefined
  const near = region.providers.filter(({ id, pc4s }) => pc4s.has(request.person.pc4) && id !== request.preferred?.id)
  const had = new Set([
    ...assignments.map(({ provider }) => provider.id),
    ...entries.map((entry) => entry.organizationId),
  ])
  const free = near.filter(({ id }) => !had.has(id))
  return free.length > 0 ? random.pick(free).id : undefined
}

function cardRow(course: Course, id: string, number: string, sentKey: string): Row {
  const { request, holder } = course
  return {
    id,
    region_id: course.region.id,
    number,
    sent_key: sentKey,
    source: request.source,
    channel: request.channel,
    requester_organization_id: request.referrer?.id ?? null,
    requester_user_id: request.requester.userId ?? null,
    state: course.state,
    state_since: course.stateSince,
    priority: request.priority,
    coordinating_team_id: course.teamId,
    holder_coordinating_team_id: holder && 'teamId' in holder ? holder.teamId : null,
    holder_organization_id: holder && 'organizationId' in holder ? holder.organizationId : null,
    act_by: course.actBy ?? null,
    taker_organization_id: course.taker?.provider.id ?? null,
    escalation_level: course.escalationLevel,
    ...onLadder(course),
    list_rank: course.listRank,
    submitted_at: request.sentAt,
    returned_at: course.returned?.at ?? null,
    return_reason: course.returned?.reason ?? null,
    date_changed_at: course.dateChangedAt ?? null,
    supplemented_at: course.supplement?.at ?? null,
    withdrawal_reason: course.withdrawalReason ?? null,
    started_on: course.startedOn ?? null,
    ended_at: course.endedAt ?? null,
    version: course.entries.length - 1,
    pc4: request.person.pc4,
    age_band: request.ageBand,
    gender: request.person.gender,
    care_kinds: request.careKinds,
    dayparts: request.dayparts,
    times_per_week: request.timesPerWeek,
    hours_per_week: request.hoursPerWeek,
    start_on: course.startOn,
    start_certainty: request.startCertainty,
    discharge_on: request.dischargeOn ? course.startOn : null,
    location: request.location,
    expected_duration: request.expectedDuration,
    financing: request.financing,
    insurer: request.insurer,
    indication: request.indication ?? null,
    nursing_actions: new Json(request.nursingActions),
    two_carers: request.twoCarers,
    palliative: request.palliative,
    alerts: request.alerts,
    preferred_organization_id: request.preferred?.id ?? null,
    existing_organization_id: request.existing?.id ?? null,
    languages: request.languages,
    asked_in: askedIn(request),
    faith: request.faith ?? null,
    carer_gender: request.carerGender ?? null,
    question: request.question,
    question_withheld: request.question !== request.fullQuestion,
    warm_handover: request.warmHandover,
  }
}

/** The step it stands on, and who looks along from there. */
function onLadder({ region, state, escalationLevel }: Course): Row {
  const { steps } = region.wayOfWorking.ladder
  const step = state === 'listed' ? steps[Math.min(escalationLevel, steps.length) - 1]?.step : undefined
  const teams = step === 'joint-discussion' ? region.teams.filter(({ kind }) => kind === 'area') : []
  return { escalation_step: step ?? null, shown_to_teams: teams.map(({ id }) => id) }
}
