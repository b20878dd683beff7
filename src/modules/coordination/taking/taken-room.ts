import { sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { keepTakenRoom } from '#modules/capacity/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { DomainEvent } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Who has a part changes while the whole stays on the list. */
const ofParts = ['part-taken', 'part-returned', 'swapped']

/**
 * Tells the stoplight who has this request now, so that the teams of that organisation are asked whether their light is still
 * right; and whom it no longer concerns. A request that is closed stays: its client is still cared for.
 */
export async function followTakers(tx: Tx, { subjectId, payload }: DomainEvent): Promise<void> {
  const { code, from, to } = payload ?? {}
  const concerns =
    ofParts.includes(String(code)) || [from, to].some((state) => state === 'assigned' || state === 'started')
  if (!concerns || to === 'closed') return
  await asSystem(tx, 'follow-takers', (own) => tellWhoHasIt(own, subjectId))
}

type Taken = {
  organizationId: string
  takenAt: Date
  startsOn: LocalDate | null
  pc4: string
  dayparts: Daypart[]
  /** Of the care that was taken; null when nobody said. */
  hoursPerWeek: number | null
}

/** The same for one request, whatever moved it. Of a divided one each taker has its own parts of the day. As the system. */
export async function tellWhoHasIt(own: Pick<Tx, 'db'>, requestId: string): Promise<void> {
  const { rows } = await sql<Taken>`
    select a.organization_id as "organizationId", a.taken_at as "takenAt", coalesce(a.starts_on, r.start_on) as "startsOn",
      r.pc4, r.dayparts, r.hours_per_week::float as "hoursPerWeek"
    from coordination.assignment a join requests.care_request r on r.id = a.request_id
    where a.request_id = ${requestId} and a.ended_at is null and a.part = 'whole'
    union all
    select p.taker_organization_id, p.taken_at, coalesce(p.starts_on, r.start_on), r.pc4, p.dayparts,
      r.hours_per_week::float * cardinality(p.dayparts) / greatest(1, cardinality(r.dayparts))
        * cardinality(p.care_kinds) / cardinality(r.care_kinds)
    from requests.part p join requests.care_request r on r.id = p.request_id
    where p.request_id = ${requestId} and p.taker_organization_id is not null and p.ended_at is null`.execute(own.db)
  const clients = rows.map(({ hoursPerWeek, ...row }) => ({
    ...row,
    minutes: hoursPerWeek === null ? null : minutesEach(hoursPerWeek, row.dayparts.length),
  }))
  await keepTakenRoom(own, requestId, clients)
}

/** Hours a week, spread evenly over the days and the parts of the day: nobody says more than that beforehand. */
function minutesEach(hoursPerWeek: number, dayparts: number): number {
  return Math.min(1440, Math.round((hoursPerWeek * 60) / 7 / Math.max(1, dayparts)))
}
