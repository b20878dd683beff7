import { sql } from 'kysely'
import type { UserActor } from '#kernel/actor.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { permissionsOf, roles } from './rules/roles.ts'

export type Person = {
  accountId: string
  roleId: string
  regionId: string
  name: string
  role: string
  organizationId: string
  organizationName: string
  teamIds: string[]
  rightsVersion: number
}

/** Active accounts in their active roles at active organisations. */
export function people() {
  return build
    .selectFrom('people.user_account as u')
    .innerJoin('people.practitioner as p', 'p.id', 'u.practitioner_id')
    .innerJoin('people.practitioner_role as r', 'r.practitioner_id', 'p.id')
    .innerJoin('organizations.organization as o', 'o.id', 'r.organization_id')
    .select([
      'u.id as accountId',
      'r.id as roleId',
      'u.region_id as regionId',
      'p.name',
      'r.role',
      'o.id as organizationId',
      'o.name as organizationName',
      'u.rights_version as rightsVersion',
      teamIds.as('teamIds'),
    ])
    .where('u.active', '=', true)
    .where('r.active', '=', true)
}

const teamIds = sql<string[]>`array(select t.id from people.coordinating_team_member m
  join organizations.coordinating_team t on t.id = m.coordinating_team_id
  where m.practitioner_role_id = r.id and t.active order by t.name)`

export async function findPerson(tx: Tx, accountId: string, roleId: string): Promise<Person | undefined> {
  const rows = await tx.db.executeQuery(people().where('u.id', '=', accountId).where('r.id', '=', roleId).compile())
  return rows.rows[0]
}

/** The roles in which this account can work, the likeliest first. */
export async function listPersons(tx: Tx, accountId: string): Promise<Person[]> {
  const { rows } = await tx.db.executeQuery(people().where('u.id', '=', accountId).compile())
  return [...rows].sort((a, b) => rank(a.role) - rank(b.role) || a.organizationName.localeCompare(b.organizationName))
}

function rank(role: string): number {
  const place = (roles as readonly string[]).indexOf(role)
  return place < 0 ? roles.length : place
}

export function actorOf(person: Person): UserActor {
  return {
    kind: 'user',
    regionId: person.regionId,
    userId: person.accountId,
    name: person.name,
    role: person.role,
    organizationId: person.organizationId,
    organizationName: person.organizationName,
    coordinatingTeamIds: person.teamIds,
    permissions: permissionsOf(person.role),
  }
}
