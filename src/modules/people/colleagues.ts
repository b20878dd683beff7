import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'

/** Somebody in one role at one organisation. `id` is that of the role. */
export type Colleague = {
  id: string
  organizationId: string
  practitionerId: string
  accountId: string
  name: string
  email: string
  role: string
  jobTitle: string
  /** May sign in, in this role. */
  active: boolean
  /** Has set a password and a code. */
  hasSignIn: boolean
  teamIds: string[]
}

const colleagues = () =>
  build
    .selectFrom('people.practitioner_role as r')
    .innerJoin('people.practitioner as p', 'p.id', 'r.practitioner_id')
    .innerJoin('people.user_account as u', 'u.practitioner_id', 'p.id')
    .select([
      'r.id',
      'r.organization_id as organizationId',
      'p.id as practitionerId',
      'u.id as accountId',
      'p.name',
      'u.email',
      'r.role',
      'r.job_title as jobTitle',
      sql<boolean>`r.active and u.active`.as('active'),
      sql<boolean>`u.password_hash is not null and u.totp_secret is not null`.as('hasSignIn'),
      sql<string[]>`array(select m.coordinating_team_id from people.coordinating_team_member m
        where m.practitioner_role_id = r.id order by 1)`.as('teamIds'),
    ])

/** The people of one organisation, those who may sign in first. */
export async function listColleagues(scope: Scope, organizationId: string): Promise<Colleague[]> {
  return (await read(scope, { found: colleaguesOf(organizationId) })).found
}

/** The same inside a transaction. */
export async function listColleaguesIn(tx: Tx, organizationId: string): Promise<Colleague[]> {
  return (await tx.db.executeQuery(colleaguesOf(organizationId).compile())).rows
}

function colleaguesOf(organizationId: string) {
  return colleagues()
    .where('r.organization_id', '=', organizationId)
    .orderBy(sql`r.active and u.active`, 'desc')
    .orderBy('p.name')
    .limit(2000)
}

/** One of them; who works elsewhere is not there. */
export async function getColleague(scope: Scope, organizationId: string, id: string): Promise<Colleague> {
  const { found } = await read(scope, {
    found: colleagues().where('r.id', '=', id).where('r.organization_id', '=', organizationId),
  })
  if (!found[0]) throw new NotFound()
  return found[0]
}

export async function getColleagueForUpdate(tx: Tx, organizationId: string, id: string): Promise<Colleague> {
  const query = colleagues().where('r.id', '=', id).where('r.organization_id', '=', organizationId)
  const { rows } = await tx.db.executeQuery(query.forUpdate(['r', 'p']).compile())
  if (!rows[0]) throw new NotFound()
  return rows[0]
}

/** Stands for what somebody looked at: another text when anything was changed. */
export function seenOf({ name, jobTitle, teamIds }: Pick<Colleague, 'name' | 'jobTitle' | 'teamIds'>): string {
  return createHash('sha256')
    .update(JSON.stringify([name, jobTitle, [...teamIds].sort()]))
    .digest('base64url')
    .slice(0, 22)
}
