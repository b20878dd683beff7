import { sql } from 'kysely'
import type { Outcome } from '#kernel/outcome.ts'
import { auditing } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { takePending } from './attachments.ts'
import { bsnKeyOf, type Matchable, personKeyOf } from './match-keys.ts'
import type { NewRequest } from './new-request.ts'
import { canRefer } from './policy.ts'
import type { RequestState } from './rules/life.ts'
import { type SendRefusal, type Sent, sendIn } from './sending.ts'

/** Whom a referrer asks after: a BSN, or all four of birth date, postcode, house number and family name, or both. */
export type Sought = { bsn?: string; person?: Omit<Matchable, 'bsn'> }

/** What is told of a request that is open already: who holds it, never who it is about. */
export type OpenRequest = {
  /** Only of the asker's own organisation. */
  number: string | null
  submittedAt: Date
  state: RequestState
  holderName: string | null
  holderPhone: string | null
  own: boolean
}

/**
 * Is there an open request for this person? Asked before the form is filled. Two keyed hashes are always looked for, of
 * nobody where one is not known, so that neither the answer's form nor its time tells what was found by what.
 */
export async function findOpenRequest(scope: Scope, sought: Sought): Promise<OpenRequest | undefined> {
  permit(canRefer(scope.actor))
  const nobody = scope.seal.hash('match-nobody', '')
  const hashes = [
    sought.bsn ? bsnKeyOf(scope.seal, sought.bsn) : nobody,
    sought.person ? personKeyOf(scope.seal, sought.person) : nobody,
  ]
  const { found } = await read(scope, {
    found: build
      .selectFrom(
        sql<OpenRequest>`(select number, submitted_at as "submittedAt", state, holder_name as "holderName",
          holder_phone as "holderPhone", own from requests.find_open_for(${hashes}::bytea[]))`.as('open'),
      )
      .selectAll(),
    audit: auditing(scope, {
      event: 'request.search',
      action: 'E',
      objectType: 'care-request',
      fields: [...(sought.bsn ? ['bsn'] : []), ...(sought.person ? personFields : [])],
      legalBasis: 'referral',
      rule: canRefer.name,
    }),
  })
  return found[0]
}

const personFields = ['birthDate', 'postcode', 'houseNumber', 'familyName']

/**
 * Sends a professional's request, with the files that waited while its form was mended. The sender's key is made the
 * organisation's own, so that a key of somebody else never answers with their request.
 */
export const referPatient = command(async (tx, actor, request: NewRequest): Promise<Outcome<Sent, SendRefusal>> => {
  permit(canRefer(actor))
  const pending = await takePending(tx, request.sentKey)
  const sentKey = ownKeyOf(tx.scope, request.sentKey)
  return sendIn(tx, { ...request, sentKey, attachments: [...pending, ...request.attachments] })
})

function ownKeyOf({ actor, seal }: Scope, sentKey: string): string {
  const sender = actor.kind === 'user' ? actor.organizationId : ''
  const hash = seal.hash('referral-key', `${sender}|${sentKey}`).toString('hex')
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`]
  return [...parts, hash.slice(20, 32)].join('-')
}

/** What the form knows before anything was typed. */
export type FormFacts = {
  organizationKind: string
  phone: string | null
  email: string | null
  providers: { id: string; name: string }[]
  /** The region shows its lights to who refers. */
  showsRoom: boolean
}

export async function getFormFacts(scope: Scope): Promise<FormFacts> {
  const { actor } = scope
  const userId = actor.kind === 'user' ? actor.userId : null
  const organizationId = actor.kind === 'user' ? actor.organizationId : null
  const { self, providers } = await read(scope, {
    self: build
      .selectFrom('organizations.organization as o')
      .leftJoin('people.user_account as u', (join) => join.on('u.id', '=', userId))
      .leftJoin('people.practitioner as p', 'p.id', 'u.practitioner_id')
      .select(['o.kind', 'o.phone as organizationPhone', 'p.phone', 'u.email'])
      .where('o.id', '=', organizationId),
    providers: build
      .selectFrom('organizations.organization')
      .select(['id', 'name'])
      .where('kind', '=', 'provider')
      .where('active', '=', true)
      .orderBy('name'),
  })
  const { wayOfWorking } = await getRegion(scope)
  return {
    showsRoom: wayOfWorking.lightAudience === 'referrers' || wayOfWorking.lightAudience === 'everyone',
    organizationKind: self[0]?.kind ?? '',
    phone: self[0]?.phone ?? self[0]?.organizationPhone ?? null,
    email: self[0]?.email ?? null,
    providers,
  }
}

/** What was sent from this form already by one's own organisation: a second click goes to the same request. */
export async function findOwnSent(scope: Scope, sentKey: string): Promise<string | undefined> {
  const { actor } = scope
  if (actor.kind !== 'user') return undefined
  const { sent } = await read(scope, {
    sent: build
      .selectFrom('requests.care_request')
      .select('id')
      .where('sent_key', '=', ownKeyOf(scope, sentKey))
      .where('requester_organization_id', '=', actor.organizationId),
  })
  return sent[0]?.id
}
