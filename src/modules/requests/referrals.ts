import { sql } from 'kysely'
import { parseRequestNumber } from '#kernel/request-number.ts'
import { auditing } from '#modules/audit/index.ts'
import { phoneNow } from '#modules/organizations/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { findRequestedInFull } from './finding-requested.ts'
import { canFollowUp, canRefer } from './policy.ts'
import type { Requested, RequestedDetails } from './requested.ts'
import { openStates, type RequestState, waitingStates } from './rules/life.ts'
import { daysOf, type ReferralGroup, type ReferralPeriod } from './rules/referral.ts'
import { searchableName } from './store.ts'

export type ReferralRow = {
  id: string
  number: string
  state: RequestState
  givenName: string | null
  familyName: string
  birthDate: string
  dischargeOn: string | null
  startOn: string | null
  actBy: Date | null
  submittedAt: Date
  holderName: string | null
  holderPhone: string | null
}

export type ReferralFilter = { group: ReferralGroup; period: ReferralPeriod; page: number }

export const pageSize = 25
/** Nobody leafs further; a search or a shorter period finds it. */
export const lastPage = 200

/** The clients that one's own practice or transfer desk referred, newest first. */
export async function listReferrals(
  scope: Scope,
  { group, period, page }: ReferralFilter,
): Promise<{ rows: ReferralRow[]; more: boolean }> {
  permit(canRefer(scope.actor))
  let query = referralRows(scope)
  if (group === 'open') query = query.where('r.state', 'in', [...waitingStates])
  if (group === 'taken') query = query.where('r.state', '=', 'assigned')
  if (group === 'ended') query = query.where('r.state', 'not in', [...openStates])
  if (period !== 'all') query = query.where('r.submitted_at', '>=', daysBefore(scope.now(), daysOf[period]))
  const { rows } = await read(scope, {
    rows: query.limit(pageSize + 1).offset((page - 1) * pageSize),
    audit: auditing(scope, {
      event: 'referral.list',
      action: 'R',
      objectType: 'care-request',
      fields: ['group', 'period'],
      legalBasis: 'referral',
      rule: canRefer.name,
    }),
  })
  return { rows: rows.slice(0, pageSize) as ReferralRow[], more: rows.length > pageSize }
}

/** By request number, or by the start of a family name; asked in a post, so that no name stands in an address. */
export async function searchReferrals(scope: Scope, sought: string): Promise<ReferralRow[]> {
  permit(canRefer(scope.actor))
  const number = parseRequestNumber(sought)
  const found = number
    ? referralRows(scope).where('r.number', '=', number)
    : referralRows(scope).where(sql<boolean>`r.id in (select requests.referred_by_name(${searchableName(sought)}))`)
  const { rows } = await read(scope, {
    rows: found.limit(50),
    audit: auditing(scope, {
      event: 'referral.search',
      action: 'E',
      objectType: 'care-request',
      fields: [number ? 'number' : 'familyName'],
      legalBasis: 'referral',
      rule: canRefer.name,
    }),
  })
  return rows as ReferralRow[]
}

/** Whose they are is part of the query; row-level security stands behind it. */
function referralRows(scope: Scope) {
  const { actor } = scope
  const organizationId = actor.kind === 'user' ? actor.organizationId : null
  return build
    .selectFrom('requests.care_request as r')
    .innerJoin('requests.patient_identity as i', 'i.request_id', 'r.id')
    .leftJoin('organizations.coordinating_team as t', 't.id', 'r.holder_coordinating_team_id')
    .leftJoin('organizations.organization as o', (join) =>
      join.on((eb) => eb('o.id', '=', eb.fn.coalesce('r.holder_organization_id', 'r.taker_organization_id'))),
    )
    .where('r.requester_organization_id', '=', organizationId)
    .where('i.requester_organization_id', '=', organizationId)
    .select((eb) => [
      'r.id',
      'r.number',
      'r.state',
      'i.given_name as givenName',
      'i.family_name as familyName',
      'i.birth_date as birthDate',
      'r.discharge_on as dischargeOn',
      'r.start_on as startOn',
      'r.act_by as actBy',
      'r.submitted_at as submittedAt',
      eb.fn.coalesce('t.name', 'o.name').as('holderName'),
      eb.fn.coalesce(phoneNow('t', scope.now()), 'o.phone').as('holderPhone'),
    ])
    .orderBy('r.submitted_at', 'desc')
    .orderBy('r.id', 'desc')
}

/** Everything of one referral of one's own organisation. Throws `NotFound` for anything else. */
export async function getReferral(scope: Scope, id: string, since: Date): Promise<Requested & RequestedDetails> {
  permit(canRefer(scope.actor))
  const found = await findRequestedInFull(scope, id, since, {
    event: 'referral.read',
    action: 'R',
    careRequestId: id,
    objectType: 'care-request',
    objectId: id,
    fields: ['card', 'identity', 'supplements', 'attachment-names', 'log'],
    legalBasis: 'referral',
    rule: canFollowUp.name,
  })
  if (!found || !canFollowUp(scope.actor, found)) throw new NotFound()
  return found
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
