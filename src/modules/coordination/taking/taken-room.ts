import type { Daypart } from '#kernel/dayparts.ts'
import { keepTakenRoom } from '#modules/capacity/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { DomainEvent } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'

/**
 * Tells the stoplight who has this request now, so that the teams of that organisation are asked whether their light is still
 * right; and whom it no longer concerns. A request that is closed stays: its client is still cared for.
 */
export async function followTakers(tx: Tx, { subjectId, payload }: DomainEvent): Promise<void> {
  const { from, to } = payload ?? {}
  const concerns = [from, to].some((state) => state === 'assigned' || state === 'started')
  if (!concerns || to === 'closed') return
  await asSystem(tx, 'follow-takers', (own) => tellWhoHasIt(own, subjectId))
}

/** The same for one request, whatever moved it. As the system. */
export async function tellWhoHasIt(own: Pick<Tx, 'db'>, requestId: string): Promise<void> {
  const rows = await own.db
    .selectFrom('coordination.assignment as a')
    .innerJoin('requests.care_request as r', 'r.id', 'a.request_id')
    .select((eb) => [
      'a.organization_id as organizationId',
      'a.taken_at as takenAt',
      eb.fn.coalesce('a.starts_on', 'r.start_on').as('startsOn'),
      'r.pc4',
      'r.dayparts',
      'r.hours_per_week as hoursPerWeek',
    ])
    .where('a.request_id', '=', requestId)
    .where('a.ended_at', 'is', null)
    .execute()
  const clients = rows.map(({ hoursPerWeek, ...row }) => ({
    ...row,
    dayparts: row.dayparts as Daypart[],
    minutes: hoursPerWeek === null ? null : minutesEach(Number(hoursPerWeek), row.dayparts.length),
  }))
  await keepTakenRoom(own, requestId, clients)
}

/** Hours a week, spread evenly over the days and the parts of the day: nobody says more than that beforehand. */
function minutesEach(hoursPerWeek: number, dayparts: number): number {
  return Math.min(1440, Math.round((hoursPerWeek * 60) / 7 / Math.max(1, dayparts)))
}
