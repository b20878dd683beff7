import { sql } from 'kysely'
import { localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { getRegion } from '#modules/regions/index.ts'
import { getStanding } from '#modules/requests/index.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { toldOnly } from '../rules/meeting/agenda.ts'
import { canTakePart, type Gathering, jointSteps } from '../rules/meeting/gathering.ts'
import { type AgendaRow, selectAgenda, sinceOf, toAgenda } from './agenda.ts'
import { seatOf, sitDown } from './attending.ts'
import { auditMeeting, findToday, getToday, meetingShown, meetingTurned, tell } from './today.ts'

/** Opens the meeting of today, or goes on with one that was closed, and answers which. Who opens it sits there and leads. */
export const openMeeting = command(async (tx, actor, gathering: Gathering, now): Promise<string> => {
  permit(canTakePart(actor, gathering))
  const name = actor.kind === 'user' ? actor.name : ''
  const known = await findToday(tx, gathering)
  const id = known?.id ?? newId()
  if (known) {
    await tx.db
      .updateTable('coordination.meeting')
      .set({ closed_at: null, closed_by_name: null })
      .where('id', '=', id)
      .execute()
    await tx.db.deleteFrom('coordination.meeting_left_open').where('meeting_id', '=', id).execute()
  } else {
    const [first] = await agendaIn(tx, gathering)
    await tx.db
      .insertInto('coordination.meeting')
      .values({
        id,
        region_id: actor.regionId,
        coordinating_team_id: gathering.teamId,
        joint: gathering.joint,
        held_on: localDateOf(now),
        opened_at: now,
        opened_by_name: name,
        shown_request_id: first?.facts.id ?? null,
        shown_at: first ? now : null,
      })
      // Two who press at once open one meeting.
      .onConflict((conflict) => conflict.columns(['coordinating_team_id', 'joint', 'held_on']).doNothing())
      .execute()
  }
  const meeting = await getToday(tx, gathering)
  await sitDown(tx, gathering, meeting.id, true)
  await tell(tx, gathering, meetingTurned, meeting.id)
  await auditMeeting(tx, gathering, meeting.id, 'meeting.open')
  return meeting.id
})

/** Closes it; what was on the agenda and not decided is kept as what remains. */
export const closeMeeting = command(async (tx, actor, gathering: Gathering): Promise<string> => {
  permit(canTakePart(actor, gathering))
  const meeting = await getToday(tx, gathering)
  if (!meeting.closedAt) await endMeeting(tx, gathering, meeting.id, actor.kind === 'user' ? actor.name : '')
  return meeting.id
})

/** The night closes what nobody closed: minutes have an end. Answers how many there were. */
export const closeForgotten = command(async (tx, _actor, _input: undefined, now): Promise<number> => {
  const rows = await tx.db
    .selectFrom('coordination.meeting')
    .select(['id', 'coordinating_team_id as teamId', 'joint'])
    .where('region_id', '=', tx.scope.actor.regionId)
    .where('closed_at', 'is', null)
    .where('held_on', '<', localDateOf(now))
    .execute()
  for (const { id, ...gathering } of rows) await endMeeting(tx, gathering, id, '')
  return rows.length
})

/** Shows an item to everyone who follows. Two may lead: who pressed last is looked at. */
export const showItem = command(
  async (tx, actor, { gathering, requestId }: { gathering: Gathering; requestId: string }, now): Promise<void> => {
    permit(canTakePart(actor, gathering))
    await getStanding(tx, requestId)
    const meeting = await getToday(tx, gathering)
    const seat = await seatOf(tx, meeting.id)
    permit(seat?.leads ?? false)
    await tx.db
      .updateTable('coordination.meeting')
      .set({ shown_request_id: requestId, shown_at: now })
      .where('id', '=', meeting.id)
      .execute()
    await tell(tx, gathering, meetingShown, requestId)
  },
)

async function endMeeting(tx: Tx, gathering: Gathering, id: string, byName: string): Promise<void> {
  const now = tx.scope.now()
  const open = await agendaIn(tx, gathering)
  const decided = await tx.db
    .selectFrom('coordination.meeting_decision')
    .select('request_id')
    .where('meeting_id', '=', id)
    .where('code', 'in', ['noted', 'taken', 'assigned', 'asked', 'question-asked'])
    .execute()
  const settled = new Set(decided.map((row) => row.request_id))
  const left = open.filter(({ reason, facts }) => !toldOnly.includes(reason) && !settled.has(facts.id))
  await tx.db
    .updateTable('coordination.meeting')
    .set({ closed_at: now, closed_by_name: byName })
    .where('id', '=', id)
    .execute()
  if (left.length > 0)
    await tx.db
      .insertInto('coordination.meeting_left_open')
      .values(
        left.map(({ facts, reason }, place) => ({
          meeting_id: id,
          request_id: facts.id,
          region_id: tx.scope.actor.regionId,
          coordinating_team_id: gathering.teamId,
          joint: gathering.joint,
          place,
          reason,
        })),
      )
      .execute()
  await tell(tx, gathering, meetingTurned, id)
  await auditMeeting(tx, gathering, id, 'meeting.close')
}

async function agendaIn(tx: Tx, gathering: Gathering) {
  const now = tx.scope.now()
  const today = localDateOf(now)
  const { wayOfWorking } = await getRegion(tx)
  const { rows } = await sql<{ since: Date }>`select ${sinceOf(gathering, today, now)} as since`.execute(tx.db)
  const cards = await tx.db.executeQuery(
    selectAgenda(gathering, { today, now }, jointSteps(wayOfWorking.ladder)).compile(),
  )
  return toAgenda(cards.rows as unknown as AgendaRow[], { now, today, since: rows[0]?.since ?? now })
}
