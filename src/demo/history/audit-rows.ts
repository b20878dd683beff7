import type { AuditEntry } from '#modules/audit/index.ts'
import type { Row } from '../copy.ts'
import type { Person } from '../region/practice-region.ts'
import type { Course, CourseEntry } from './course.ts'

/** The log of who read and changed a request, as the app would have written it at the time. */
export function auditRowsOf(
  course: Course,
  requestId: string,
  consentId: string,
  peopleById: ReadonlyMap<string, Person>,
): Row[] {
  const { request, region } = course
  const organizationNames = namesOf(region)
  const row = (at: Date, who: Who, entry: AuditEntry): Row => {
    const user = who.kind === 'user' ? who.person : undefined
    return {
      at,
      region_id: region.id,
      event_type: entry.event,
      action: entry.action,
      actor_kind: who.kind,
      user_id: user?.userId ?? null,
      user_name: user?.name ?? (who.kind === 'system' ? who.job : null),
      user_role: user?.role ?? null,
      organization_id: user?.organizationId ?? null,
      organization_name: user ? (organizationNames.get(user.organizationId) ?? null) : null,
      responsible_user_id: user?.userId ?? null,
      access_point: 'practice',
      care_request_id: requestId,
      object_type: entry.objectType,
      object_id: entry.objectId ?? null,
      fields: entry.fields ?? [],
      legal_basis: entry.legalBasis,
      authorization_rule: entry.rule,
      consent_id: entry.consentId ?? null,
      http_request_id: 'practice',
    }
  }
  const sender = peopleById.get(request.requester.userId ?? '')
  const cameOver = course.entries.some(({ code }) => code === 'came-from-region')
  const asker: Who = sender ? { kind: 'user', person: sender } : { kind: 'public' }
  const requester: Who = cameOver ? { kind: 'system', job: 'pass-to-region' } : asker
  const about = { careRequestId: requestId, objectType: 'care-request', objectId: requestId }
  const rows = [
    row(request.sentAt, requester, {
      ...about,
      event: 'request.send',
      action: 'C',
      fields: ['card', 'identity', 'consent'],
      legalBasis: sender ? 'referral' : 'own-data',
      rule: 'anyone-may-ask',
      consentId,
    }),
  ]
  for (const { nurse, takenAt } of course.assignments) {
    if (!nurse) continue
    const who: Who = { kind: 'user', person: nurse }
    rows.push(
      row(new Date(takenAt.getTime() - 90_000), who, {
        ...about,
        event: 'request.card.read',
        action: 'R',
        fields: ['card', 'history'],
        legalBasis: 'coordination',
        rule: 'canReadCard',
      }),
      row(takenAt, who, {
        ...about,
        event: 'request.take',
        action: 'U',
        fields: ['holder', 'act-by', 'identity-open-to'],
        legalBasis: 'treatment',
        rule: 'canTake',
      }),
      row(new Date(takenAt.getTime() + 20_000), who, {
        ...about,
        event: 'identity.read',
        action: 'R',
        objectType: 'patient-identity',
        fields: ['name', 'birth-date', 'address', 'contacts', 'question', 'particulars', 'attachment-names'],
        legalBasis: 'treatment',
        rule: 'identity_open_to_the_taker',
        consentId,
      }),
    )
  }
  for (const entry of course.entries) {
    const deed = deeds[entry.code]
    if (!deed) continue
    rows.push(row(entry.at, whoDid(course, entry, requester), { ...about, action: 'U', ...deed }))
  }
  return rows
}

type Who = { kind: 'user'; person: Person } | { kind: 'system'; job: string } | { kind: 'public' } | { kind: 'link' }

const deeds: Partial<Record<CourseEntry['code'], Pick<AuditEntry, 'event' | 'fields' | 'legalBasis' | 'rule'>>> = {
  returned: {
    event: 'request.return',
    fields: ['holder', 'act-by', 'identity-open-to', 'return-reason'],
    legalBasis: 'treatment',
    rule: 'canReturn',
  },
  started: { event: 'request.start', fields: ['started-on'], legalBasis: 'treatment', rule: 'canConfirmStart' },
  closed: {
    event: 'request.close',
    fields: ['state', 'identity-open-to'],
    legalBasis: 'administration',
    rule: 'close-after-days',
  },
  escalated: {
    event: 'request.escalate',
    fields: ['holder', 'act-by', 'escalation-level'],
    legalBasis: 'coordination',
    rule: 'act-by-passed',
  },
  withdrawn: {
    event: 'request.withdraw',
    fields: ['state', 'withdrawalReason'],
    legalBasis: 'referral',
    rule: 'canFollowUp',
  },
  'passed-to-region': {
    event: 'request.pass-to-region',
    fields: ['state', 'consent', 'card', 'identity'],
    legalBasis: 'coordination',
    rule: 'table-of-commands',
  },
  supplemented: { event: 'request.supplement', fields: ['supplement'], legalBasis: 'referral', rule: 'canFollowUp' },
  'date-changed': {
    event: 'request.change-date',
    fields: ['startOn', 'startCertainty', 'dischargeOn'],
    legalBasis: 'referral',
    rule: 'canFollowUp',
  },
}

const jobs: Partial<Record<CourseEntry['code'], string>> = { closed: 'close-started', escalated: 'escalate-overdue' }

function whoDid(course: Course, entry: CourseEntry, requester: Who): Who {
  if (entry.person) return { kind: 'user', person: entry.person }
  const job = jobs[entry.code]
  if (job) return { kind: 'system', job }
  if (entry.by === 'link') return { kind: 'link' }
  const nurse = course.assignments.find(({ provider }) => provider.id === entry.organizationId)?.nurse
  return nurse ? { kind: 'user', person: nurse } : requester
}

const known = new WeakMap<Course['region'], Map<string, string>>()

function namesOf(region: Course['region']): Map<string, string> {
  const names =
    known.get(region) ?? new Map([...region.providers, ...region.referrers].map(({ id, name }) => [id, name]))
  known.set(region, names)
  return names
}
