import { sql } from 'kysely'
import { auditing } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read, type Tx } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { bsnKeyOf, personKeyOf } from './match-keys.ts'
import { canFindForCaller } from './policy.ts'
import type { Sought } from './referring.ts'
import type { RequestState } from './rules/life.ts'

/** Where an open request stands, for who calls about it; never who it is about. Phone in E.164. */
export type FoundAtDesk = {
  id: string
  number: string
  submittedAt: Date
  state: RequestState
  actBy: Date | null
  holderName: string | null
  holderPhone: string | null
  /** It is on a list of this desk, so its page can be opened. */
  mine: boolean
}

/** What is asked after: a request number, or what a referrer asks after a person with. */
export type SoughtAtDesk = Sought & { number?: string }

/**
 * The open requests under a number or for a person. Of a person two keyed hashes are always looked for, of nobody where one is not
 * known, as for a referrer.
 */
export async function findAtDesk(scope: Scope, sought: SoughtAtDesk): Promise<FoundAtDesk[]> {
  permit(canFindForCaller(scope.actor))
  const { found } = await read(scope, {
    found: build.selectFrom(foundBy(scope, sought).as('open')).selectAll(),
    audit: auditing(scope, {
      event: 'request.search',
      action: 'E',
      objectType: 'care-request',
      fields: Object.keys(sought).filter((field) => sought[field as keyof SoughtAtDesk] !== undefined),
      legalBasis: 'coordination',
      rule: canFindForCaller.name,
    }),
  })
  return found
}

/** The one under a number, within a transaction that does something with it. */
export async function findNumberAtDesk(tx: Tx, number: string): Promise<FoundAtDesk | undefined> {
  permit(canFindForCaller(tx.scope.actor))
  const rows = await tx.db.selectFrom(foundBy(tx.scope, { number }).as('open')).selectAll().execute()
  return rows[0]
}

function foundBy({ seal }: Scope, { number, bsn, person }: SoughtAtDesk) {
  const nobody = seal.hash('match-nobody', '')
  const hashes = [bsn ? bsnKeyOf(seal, bsn) : nobody, person ? personKeyOf(seal, person) : nobody]
  return sql<FoundAtDesk>`(select id, number, submitted_at as "submittedAt", state, act_by as "actBy",
    holder_name as "holderName", holder_phone as "holderPhone", mine
    from requests.find_open_at_desk(${hashes}::bytea[], ${number ?? null}::text))`
}
