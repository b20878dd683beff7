import { sql } from 'kysely'
import type { AgeBand } from '#kernel/age-bands.ts'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import type { RequestState } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read } from '#platform/database/transaction.ts'
import type { InvitedScope } from '../rules/invited/inviting.ts'
import { invitationCodeHash, invitationKeyHash } from './keys.ts'

/** What a link says before the code: for whom it is and until when; nothing about the request. */
export type Invited = { name: string; untilOn: LocalDate; regionName: string }

export async function findInvitation(scope: Scope, key: string): Promise<Invited | undefined> {
  if (!isKey(key)) return undefined
  const { links } = await read(scope, {
    links: build
      .selectFrom(
        sql<Invited>`(select name, until_on as "untilOn", region_name as "regionName"
          from coordination.invitation_of_link(${invitationKeyHash(scope.seal, key)}::bytea, ${scope.now()}::timestamptz))`.as(
          'link',
        ),
      )
      .selectAll(),
  })
  return links[0]
}

export type CodeAnswer = 'ok' | 'wrong' | 'too-many' | 'no-such-link'

/** The second factor: the code that was told by phone. The database counts the tries. */
export async function tryCode(scope: Scope, key: string, code: string): Promise<CodeAnswer> {
  if (!isKey(key)) return 'no-such-link'
  return inTransaction(scope, async (tx) => {
    const { rows } = await sql<{ answer: CodeAnswer }>`select coordination.try_invitation(
      ${invitationKeyHash(scope.seal, key)}::bytea, ${invitationCodeHash(scope.seal, key, code)}::bytea,
      ${scope.now()}::timestamptz) as answer`.execute(tx.db)
    return rows[0]?.answer ?? 'no-such-link'
  })
}

/** What the invitation names; what it does not name is not there. */
export type Shown = {
  number: string
  name: string
  kind: string
  role: string
  scope: InvitedScope[]
  untilOn: LocalDate
  invitedBy: string
  invitedByPhone: string | null
  care?: {
    careKinds: CareKind[]
    dayparts: Daypart[]
    timesPerWeek: number | null
    hoursPerWeek: number | null
    startOn: LocalDate | null
    pc4: string
    ageBand: AgeBand
    gender: 'female' | 'male' | 'other' | 'unknown' | null
  }
  progress?: {
    state: RequestState
    actBy: string | null
    holder: string | null
    holderPhone: string | null
    startedOn: LocalDate | null
  }
  takers?: { name: string; phone: string | null }[]
  client?: {
    givenName: string | null
    familyName: string
    street: string | null
    houseNumber: string
    place: string | null
    phone: string | null
  }
}

/** Looks, with the row of the log in the same round trip. Nothing when link and code do not open anything together. */
export async function lookAsInvited(scope: Scope, key: string, codeHash: Buffer): Promise<Shown | undefined> {
  const keyHash = invitationKeyHash(scope.seal, key)
  const at = scope.now()
  const request = sql<string>`coordination.request_of_invitation(${keyHash}::bytea, ${codeHash}::bytea, ${at}::timestamptz)`
  const told = auditingWhen(
    scope,
    {
      event: 'invitation.read',
      action: 'R',
      objectType: 'care-request',
      fields: ['what-the-invitation-names'],
      legalBasis: 'coordination',
      rule: 'what_invitation_shows',
    },
    sql`${request} is not null`,
    request,
  )
  const { shown } = await read(scope, {
    shown: build
      .selectFrom(
        sql<{ what: Shown | null }>`(select coordination.what_invitation_shows(${keyHash}::bytea, ${codeHash}::bytea,
          ${at}::timestamptz) as what)`.as('answer'),
      )
      .selectAll(),
    told: { compile: () => told.compile(build) },
  })
  return shown[0]?.what ?? undefined
}

const proofHours = 2

/** What a browser keeps after the code, for this link only: what is asked of the database again each time. */
export function invitationProof(scope: Scope, key: string, code: string): string {
  const until = scope.now().getTime() + proofHours * 3_600_000
  const keyHash = invitationKeyHash(scope.seal, key).toString('base64url')
  const codeHash = invitationCodeHash(scope.seal, key, code).toString('base64url')
  return scope.seal.sign('invitation-proof', `${keyHash}|${codeHash}|${until}`)
}

/** The code that was given for this link, as the database knows it; nothing when the proof is of another link or is over. */
export function provenCode(scope: Scope, key: string, proof: string | undefined): Buffer | undefined {
  const [keyHash, codeHash, until] = (proof && scope.seal.verify('invitation-proof', proof)?.split('|')) || []
  const own = keyHash === invitationKeyHash(scope.seal, key).toString('base64url')
  return own && codeHash && Number(until) > scope.now().getTime() ? Buffer.from(codeHash, 'base64url') : undefined
}

const isKey = (key: string) => /^[\w-]{32}$/.test(key)
