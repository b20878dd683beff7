import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { getStanding } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, permit } from '#platform/http/faults.ts'
import { nextMeetingDay, usualSetting } from '../rules/meeting/days.ts'
import { canTakePart, type Gathering } from '../rules/meeting/gathering.ts'
import { findLastDecision, insertDecision } from './decisions.ts'
import { selectSetting } from './store.ts'
import { findToday, meetingChanged, tell } from './today.ts'

export const markings = ['pin', 'postpone', 'free'] as const
export type Marking = (typeof markings)[number]

/** Puts an item first, off until the next meeting, or back in its own place. */
export const markItem = command(
  async (
    tx,
    actor,
    { gathering, requestId, marking }: { gathering: Gathering; requestId: string; marking: Marking },
    now,
  ): Promise<void> => {
    permit(canTakePart(actor, gathering))
    const { version } = await getStanding(tx, requestId)
    const until = marking === 'postpone' ? await nextDay(tx, gathering) : undefined
    if (marking === 'free') await removeMark(tx, gathering, requestId)
    else
      await tx.db
        .insertInto('coordination.agenda_mark')
        .values({
          coordinating_team_id: gathering.teamId,
          joint: gathering.joint,
          request_id: requestId,
          region_id: actor.regionId,
          ...valuesOf(until, version),
          by_name: actor.kind === 'user' ? actor.name : '',
          at: now,
        })
        .onConflict((conflict) =>
          conflict.columns(['coordinating_team_id', 'joint', 'request_id']).doUpdateSet({
            ...valuesOf(until, version),
            by_name: actor.kind === 'user' ? actor.name : '',
            at: now,
          }),
        )
        .execute()
    if (until) await note(tx, gathering, requestId, 'postponed', { until })
    await tell(tx, gathering, meetingChanged, requestId)
  },
)

/** What was said about an item that nothing is done with now. What looks personal is left out. */
export const noteItem = command(
  async (
    tx,
    actor,
    { gathering, requestId, text }: { gathering: Gathering; requestId: string; text: string },
  ): Promise<Outcome<void, 'text-wanted' | 'not-running'>> => {
    permit(canTakePart(actor, gathering))
    await getStanding(tx, requestId)
    const said = withoutPersonal(text).text.trim()
    if (!said) return refused('text-wanted')
    if (!(await note(tx, gathering, requestId, 'noted', { text: said }))) return refused('not-running')
    await removeMark(tx, gathering, requestId)
    await tell(tx, gathering, meetingChanged, requestId)
    return done(undefined)
  },
)

/** Into the minutes, when there is a meeting to write it in. */
async function note(
  tx: Tx,
  gathering: Gathering,
  requestId: string,
  code: 'postponed' | 'noted',
  facts: { until?: LocalDate; text?: string },
): Promise<boolean> {
  const { actor } = tx.scope
  if (actor.kind !== 'user') throw new NotAllowed()
  const meeting = await findToday(tx, gathering)
  if (!meeting || meeting.closedAt) return false
  const { teamId, joint } = gathering
  await asSystem(tx, 'note-decision', async (own) => {
    const last = await findLastDecision(own, meeting.id, requestId)
    // Pressed twice is said once.
    const said = last?.code === code && last.facts.until === facts.until && last.facts.text === facts.text
    if (said && last.byName === actor.name) return
    const of = { id: meeting.id, coordinating_team_id: teamId, joint }
    await insertDecision(own, of, actor, { requestId, code, facts })
  })
  return true
}

async function nextDay(tx: Tx, gathering: Gathering): Promise<LocalDate> {
  const { rows } = await tx.db.executeQuery(selectSetting(gathering).compile())
  return nextMeetingDay(localDateOf(tx.scope.now()), rows[0]?.weekdays ?? usualSetting.weekdays)
}

function valuesOf(until: LocalDate | undefined, version: number) {
  return { kind: until ? 'postponed' : 'pinned', until_on: until ?? null, version }
}

async function removeMark(tx: Tx, { teamId, joint }: Gathering, requestId: string): Promise<void> {
  await tx.db
    .deleteFrom('coordination.agenda_mark')
    .where('coordinating_team_id', '=', teamId)
    .where('joint', '=', joint)
    .where('request_id', '=', requestId)
    .execute()
}
