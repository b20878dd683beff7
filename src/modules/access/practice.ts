import { sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read } from '#platform/database/transaction.ts'
import { isRole, roles } from './rules/roles.ts'
import type { SessionKind } from './rules/session-life.ts'
import { type NewSession, startSessionIn } from './sessions.ts'
import { listPersons, people } from './store.ts'
import { hintOfRole } from './text.nl.ts'

export type PracticePerson = {
  id: string
  name: string
  role: string
  organization: string
  teams: string[]
  /** What there is to try as this person. */
  hint: string
}

const teamNames = sql<string[]>`array(select t.name from people.coordinating_team_member m
  join organizations.coordinating_team t on t.id = m.coordinating_team_id
  where m.practitioner_role_id = r.id and t.active order by t.name)`

/**
 * The people one can be, role by role, in the order in which the practice region made them: those it has a sentence for,
 * or all of them when it has none. Acts as the system.
 */
export async function listPracticePeople(scope: Scope): Promise<PracticePerson[]> {
  const { found } = await read(scope, {
    found: people()
      .select(['u.practice_hint as hint', 'p.created_at as createdAt', teamNames.as('teams')])
      .orderBy('p.created_at')
      .orderBy('p.name')
      .orderBy('u.id')
      .limit(2000),
  })
  const hinted = found.filter((person) => person.hint !== null)
  const shown = hinted.length > 0 ? hinted : found
  const seen = new Set<string>()
  return roles
    .flatMap((role) => shown.filter((person) => person.role === role))
    .filter(({ accountId }) => !seen.has(accountId) && seen.add(accountId))
    .map((person) => ({
      id: person.accountId,
      name: person.name,
      role: person.role,
      organization: person.organizationName,
      teams: person.teams,
      hint: person.hint ?? (isRole(person.role) ? (hintOfRole[person.role] ?? '') : ''),
    }))
}

/** Be someone of the practice region, without a password. The routes that call this exist in practice mode only. */
export function bePracticePerson(
  scope: Scope,
  { accountId, kind, instead }: { accountId: string; kind: SessionKind; instead?: string },
): Promise<NewSession | undefined> {
  return inTransaction(scope, async (tx) => {
    const installation = await tx.db.selectFrom('platform.installation').select('practice').executeTakeFirst()
    if (!installation?.practice) return undefined
    const [person] = await listPersons(tx, accountId)
    if (!person) return undefined
    const input = { accountId, roleId: person.roleId, kind, by: 'practice' as const }
    return startSessionIn(tx, instead === undefined ? input : { ...input, instead })
  })
}

export type CaughtLetter = { id: string; to: string; subject: string; body: string; at: Date }

/** The newest mail of the practice region, which never leaves. Acts as the system. */
export async function listCaughtMail(scope: Scope): Promise<CaughtLetter[]> {
  const { letters } = await read(scope, {
    letters: build
      .selectFrom('platform.mail')
      .select(['id', 'to_address as to', 'subject', 'body', 'created_at as at'])
      .where('region_id', '=', scope.actor.regionId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(50),
  })
  return letters
}
