import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import type { RoleCode } from './rules/roles.ts'
import { roleText } from './text.nl.ts'

/** Whom a region cannot begin without, in the roles they have at the region's office; the first one is what they are called. */
const firstRoles = {
  manager: ['region-manager', 'organization-administrator'],
  'privacy-officer': ['privacy-officer'],
} as const satisfies Record<string, readonly RoleCode[]>

export type FirstPerson = keyof typeof firstRoles

/**
 * Invites the first person of a new installation, as long as nobody in that role has ever set a password: so a letter that
 * was lost is sent again at the next start, and nothing happens once somebody can sign in. Answers the account that was
 * invited. Acts as the system.
 */
export function inviteFirst(scope: Scope, person: FirstPerson, email: string): Promise<string | undefined> {
  return inTransaction(scope, async (tx) => {
    // Two processes that start at once take turns; the second finds the account of the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`first-${person}`}, 0))`.execute(tx.db)
    const [role] = firstRoles[person]
    const accounts = await listAccountsIn(tx, role)
    if (accounts.some(({ hasPassword }) => hasPassword)) return undefined
    const known = accounts.find((account) => account.email.toLowerCase() === email.toLowerCase())
    const accountId = known?.id ?? (await addPerson(tx, person, email))
    await audit(tx, {
      event: 'person.invite',
      action: known ? 'U' : 'C',
      objectType: 'account',
      objectId: accountId,
      fields: ['email', 'role'],
      legalBasis: 'administration',
      rule: 'nobody-in-this-role-yet',
    })
    await record(tx, { kind: 'person-invited', topics: [], subjectId: accountId })
    return accountId
  })
}

function listAccountsIn(tx: Tx, role: RoleCode) {
  return tx.db
    .selectFrom('people.user_account as u')
    .innerJoin('people.practitioner_role as r', 'r.practitioner_id', 'u.practitioner_id')
    .where('r.role', '=', role)
    .select(['u.id', 'u.email', sql<boolean>`u.password_hash is not null`.as('hasPassword')])
    .execute()
}

async function addPerson(tx: Tx, person: FirstPerson, email: string): Promise<string> {
  const region_id = tx.scope.actor.regionId
  const [practitionerId, accountId] = [newId(), newId()]
  const roles = firstRoles[person]
  const title = roleText[roles[0]]
  const office = await tx.db
    .selectFrom('organizations.organization')
    .select('id')
    .where('kind', '=', 'region-office')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('people.practitioner')
    .values({ id: practitionerId, region_id, name: title.replace(/^./, (letter) => letter.toUpperCase()) })
    .execute()
  await tx.db
    .insertInto('people.practitioner_role')
    .values(
      roles.map((role) => ({
        id: newId(),
        region_id,
        practitioner_id: practitionerId,
        organization_id: office.id,
        role,
        job_title: title,
      })),
    )
    .execute()
  await tx.db
    .insertInto('people.user_account')
    .values({ id: accountId, region_id, practitioner_id: practitionerId, email })
    .execute()
  return accountId
}
