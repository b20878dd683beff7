import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, inTransaction, type Tx } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { type Colleague, getColleagueForUpdate, seenOf } from './colleagues.ts'
import { canKeepPeople, canKeepRole } from './policy.ts'
import { type OwnRole, sitsInTeams } from './rules/roles.ts'

export type NewColleague = {
  organizationId: string
  name: string
  email: string
  jobTitle: string
  role: OwnRole
  teamIds: readonly string[]
}

/** Adds somebody to an organisation and mails an invitation; answers the id of the role. */
export async function addColleague(scope: Scope, input: NewColleague): Promise<Outcome<string, 'email-taken'>> {
  try {
    return done(await inTransaction(scope, (tx) => addColleagueIn(tx, input)))
  } catch (error) {
    if (isEmailTaken(error)) return refused('email-taken')
    throw error
  }
}

/** Throws when the mail address is in use: whose account it is need not be visible to whoever adds. */
export async function addColleagueIn(tx: Tx, input: NewColleague): Promise<string> {
  const { actor } = tx.scope
  permit(canKeepPeople(actor, input.organizationId) && canKeepRole(actor, input.role))
  const [practitionerId, roleId, accountId] = [newId(), newId(), newId()]
  const region_id = actor.regionId
  await tx.db.insertInto('people.practitioner').values({ id: practitionerId, region_id, name: input.name }).execute()
  await tx.db
    .insertInto('people.practitioner_role')
    .values({
      id: roleId,
      region_id,
      practitioner_id: practitionerId,
      organization_id: input.organizationId,
      role: input.role,
      job_title: input.jobTitle,
    })
    .execute()
  await tx.db
    .insertInto('people.user_account')
    .values({ id: accountId, region_id, practitioner_id: practitionerId, email: input.email })
    .execute()
  if (sitsInTeams(input.role)) await addMemberships(tx, roleId, input.teamIds)
  await auditPerson(tx, 'person.add', 'C', accountId, ['name', 'email', 'jobTitle', 'role', 'teams'])
  await record(tx, { kind: 'person-invited', topics: [], subjectId: accountId })
  return roleId
}

export function isEmailTaken(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown }
  return code === '23505' && constraint === 'user_account_email_once'
}

export type ColleagueFacts = Pick<Colleague, 'name' | 'jobTitle' | 'teamIds'>
export type ChangeColleague = { organizationId: string; id: string; seen: string; facts: ColleagueFacts }
export type ColleagueChanged = { code: 'changed-meanwhile'; now: Colleague }

export const changeColleague = command((tx, _actor, input: ChangeColleague) => changeColleagueIn(tx, input))

/** The same inside a transaction that saves more. */
export async function changeColleagueIn(tx: Tx, input: ChangeColleague): Promise<Outcome<void, ColleagueChanged>> {
  const known = await getKept(tx, input.organizationId, input.id)
  if (seenOf(known) !== input.seen) return refused({ code: 'changed-meanwhile', now: known })
  const { name, jobTitle, teamIds } = input.facts
  await tx.db.updateTable('people.practitioner').set({ name }).where('id', '=', known.practitionerId).execute()
  if (jobTitle !== known.jobTitle) {
    await tx.db
      .updateTable('people.practitioner_role')
      .set({ job_title: jobTitle })
      .where('id', '=', known.id)
      .execute()
  }
  if (sitsInTeams(known.role)) {
    await addMemberships(
      tx,
      known.id,
      teamIds.filter((id) => !known.teamIds.includes(id)),
    )
    await endMemberships(
      tx,
      known.id,
      known.teamIds.filter((id) => !teamIds.includes(id)),
    )
  }
  await auditPerson(tx, 'person.update', 'U', known.accountId, ['name', 'jobTitle', 'teams'])
  return done(undefined)
}

export type OneColleague = { organizationId: string; id: string }

/** Ends or reopens somebody's access in this role; open sessions end with it. */
export const setAccess = command(
  async (tx, actor, input: OneColleague & { active: boolean }): Promise<Outcome<void, 'is-oneself'>> => {
    const known = await getKept(tx, input.organizationId, input.id)
    if (actor.kind === 'user' && known.accountId === actor.userId) return refused('is-oneself')
    await tx.db
      .updateTable('people.practitioner_role')
      .set({ active: input.active })
      .where('id', '=', known.id)
      .execute()
    if (!(await worksElsewhere(tx, known))) await setAccountActive(tx, known.accountId, input.active)
    await auditPerson(tx, input.active ? 'person.reopen' : 'person.end-access', 'U', known.accountId, ['active'])
    return done(undefined)
  },
)

/** Empties password and code and mails a new invitation: for who never came in, or lost their phone. */
export const inviteAgain = command(
  async (tx, actor, input: OneColleague): Promise<Outcome<void, 'is-oneself' | 'has-work-elsewhere'>> => {
    const known = await getKept(tx, input.organizationId, input.id)
    if (actor.kind === 'user' && known.accountId === actor.userId) return refused('is-oneself')
    const { numUpdatedRows } = await tx.db
      .updateTable('people.user_account')
      .set({ password_hash: null, totp_secret: null, totp_last_step: null })
      .where('id', '=', known.accountId)
      .executeTakeFirst()
    // Row-level security leaves the account of somebody who works elsewhere too as it is.
    if (numUpdatedRows === 0n) return refused('has-work-elsewhere')
    await auditPerson(tx, 'person.invite', 'U', known.accountId, ['password', 'code'])
    await record(tx, { kind: 'person-invited', topics: [], subjectId: known.accountId })
    return done(undefined)
  },
)

async function getKept(tx: Tx, organizationId: string, id: string): Promise<Colleague> {
  const { actor } = tx.scope
  permit(canKeepPeople(actor, organizationId))
  const known = await getColleagueForUpdate(tx, organizationId, id)
  permit(canKeepRole(actor, known.role))
  return known
}

async function worksElsewhere(tx: Tx, { practitionerId, id }: Colleague): Promise<boolean> {
  const other = await tx.db
    .selectFrom('people.practitioner_role')
    .select('id')
    .where('practitioner_id', '=', practitionerId)
    .where('id', '!=', id)
    .where('active', '=', true)
    .executeTakeFirst()
  return other !== undefined
}

async function setAccountActive(tx: Tx, accountId: string, active: boolean): Promise<void> {
  await tx.db.updateTable('people.user_account').set({ active }).where('id', '=', accountId).execute()
}

async function addMemberships(tx: Tx, roleId: string, teamIds: readonly string[]): Promise<void> {
  if (teamIds.length === 0) return
  await tx.db
    .insertInto('people.coordinating_team_member')
    .values(teamIds.map((id) => ({ coordinating_team_id: id, practitioner_role_id: roleId })))
    .execute()
}

async function endMemberships(tx: Tx, roleId: string, teamIds: readonly string[]): Promise<void> {
  if (teamIds.length === 0) return
  await tx.db
    .deleteFrom('people.coordinating_team_member')
    .where('practitioner_role_id', '=', roleId)
    .where('coordinating_team_id', 'in', [...teamIds])
    .execute()
}

function auditPerson(tx: Tx, event: string, action: 'C' | 'U', accountId: string, fields: string[]): Promise<void> {
  return audit(tx, {
    event,
    action,
    objectType: 'account',
    objectId: accountId,
    fields,
    legalBasis: 'administration',
    rule: 'canKeepPeople',
  })
}
