import type { UserActor } from '#kernel/actor.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, permit } from '#platform/http/faults.ts'
import { canTakePart, type Gathering } from '../rules/meeting/gathering.ts'
import { selectMembers } from './store.ts'
import { getToday, meetingChanged, tell } from './today.ts'

/** Says that one is there, or no longer. */
export const sitHere = command(
  async (tx, actor, { gathering, here }: { gathering: Gathering; here: boolean }): Promise<void> => {
    permit(canTakePart(actor, gathering))
    const meeting = await getToday(tx, gathering)
    if (here) await sitDown(tx, gathering, meeting.id, false)
    else await standUp(tx, meeting.id)
    await tell(tx, gathering, meetingChanged, meeting.id)
  },
)

/** Takes the lead beside who leads already, or leaves it to the others. */
export const lead = command(
  async (tx, actor, { gathering, on }: { gathering: Gathering; on: boolean }): Promise<void> => {
    permit(canTakePart(actor, gathering))
    const meeting = await getToday(tx, gathering)
    await sitDown(tx, gathering, meeting.id, on)
    if (!on)
      await tx.db
        .updateTable('coordination.meeting_attendance')
        .set({ leads: false })
        .where('meeting_id', '=', meeting.id)
        .where('user_id', '=', userOf(tx).userId)
        .execute()
    await tell(tx, gathering, meetingChanged, meeting.id)
  },
)

/** Ticks off who is there, all at once: whoever is not among them is not there. Only people of the team count. */
export const takeAttendance = command(
  async (
    tx,
    actor,
    { gathering, roleIds }: { gathering: Gathering; roleIds: readonly string[] },
    now,
  ): Promise<void> => {
    permit(canTakePart(actor, gathering))
    const meeting = await getToday(tx, gathering)
    const { rows: members } = await tx.db.executeQuery(selectMembers(gathering).compile())
    const there = members.filter(({ roleId }) => roleIds.includes(roleId))
    const gone = members.filter(({ roleId }) => !roleIds.includes(roleId)).map(({ roleId }) => roleId)
    if (gone.length > 0)
      await tx.db
        .deleteFrom('coordination.meeting_attendance')
        .where('meeting_id', '=', meeting.id)
        .where('practitioner_role_id', 'in', gone)
        .execute()
    if (there.length > 0)
      await tx.db
        .insertInto('coordination.meeting_attendance')
        .values(
          there.map(({ roleId, name, organizationId }) => ({
            ...keyOf(tx, gathering, meeting.id),
            practitioner_role_id: roleId,
            organization_id: organizationId,
            name,
            came_at: now,
          })),
        )
        .onConflict((conflict) => conflict.columns(['meeting_id', 'practitioner_role_id']).doNothing())
        .execute()
    await tell(tx, gathering, meetingChanged, meeting.id)
  },
)

/** This actor's own seat, by who signed in or by whom another ticked off. */
export async function seatOf(tx: Tx, meetingId: string): Promise<{ leads: boolean } | undefined> {
  return tx.db
    .selectFrom('coordination.meeting_attendance')
    .select('leads')
    .where('meeting_id', '=', meetingId)
    .where('user_id', '=', userOf(tx).userId)
    .executeTakeFirst()
}

/** Takes a seat in one's own name; a lead that one has is not lost by it. */
export async function sitDown(tx: Tx, gathering: Gathering, meetingId: string, leads: boolean): Promise<void> {
  const user = userOf(tx)
  const role = await asSystem(tx, 'find-own-role', (own) => findRole(own, user))
  if (!role) throw new NotAllowed()
  await tx.db
    .insertInto('coordination.meeting_attendance')
    .values({
      ...keyOf(tx, gathering, meetingId),
      practitioner_role_id: role.id,
      organization_id: user.organizationId,
      name: user.name,
      user_id: user.userId,
      leads,
      came_at: tx.scope.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['meeting_id', 'practitioner_role_id'])
        .doUpdateSet({ user_id: user.userId, ...(leads ? { leads } : {}) }),
    )
    .execute()
}

async function standUp(tx: Tx, meetingId: string): Promise<void> {
  await tx.db
    .deleteFrom('coordination.meeting_attendance')
    .where('meeting_id', '=', meetingId)
    .where('user_id', '=', userOf(tx).userId)
    .execute()
}

function findRole(own: Tx, { userId, organizationId }: UserActor) {
  return own.db
    .selectFrom('people.user_account as u')
    .innerJoin('people.practitioner_role as p', 'p.practitioner_id', 'u.practitioner_id')
    .select('p.id')
    .where('u.id', '=', userId)
    .where('p.organization_id', '=', organizationId)
    .where('p.active', '=', true)
    .where('p.role', '=', 'nurse')
    .executeTakeFirst()
}

function userOf({ scope: { actor } }: Tx): UserActor {
  if (actor.kind !== 'user') throw new NotAllowed()
  return actor
}

function keyOf(tx: Tx, { teamId, joint }: Gathering, meetingId: string) {
  return { meeting_id: meetingId, region_id: tx.scope.actor.regionId, coordinating_team_id: teamId, joint }
}
