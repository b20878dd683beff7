import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays, type LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Party, Refusal, Wanted } from './wanted.ts'

/** Why a team cannot take a request. In the order in which they are told: what can change soonest stands last. */
export type Barrier =
  | { code: 'outside-area'; pc4: string }
  | { code: 'care-not-given'; careKinds: CareKind[] }
  | { code: 'no-contract'; insurer: string }
  | { code: 'unwanted' }
  | { code: 'refused'; how: Refusal['how']; reason: string; on: LocalDate }
  | { code: 'no-room'; dayparts: Daypart[]; on: LocalDate; roomFrom: LocalDate | undefined }

/** The lights of this many days count, from the day on which care should begin. */
export const daysAhead = 7

/** Every rule that keeps this team off the list; none when it can. */
export function barriersOf(wanted: Wanted, party: Party): Barrier[] {
  const barriers: Barrier[] = []
  if (!party.pc4s.has(wanted.pc4)) barriers.push({ code: 'outside-area', pc4: wanted.pc4 })
  const lacking = wanted.careKinds.filter((kind) => !party.careKinds.includes(kind))
  if (lacking.length > 0) barriers.push({ code: 'care-not-given', careKinds: lacking })
  const { insurer } = wanted
  if (insurer && party.insurers.length > 0 && !party.insurers.includes(insurer))
    barriers.push({ code: 'no-contract', insurer })
  if (wanted.unwantedIds.includes(party.organizationId)) barriers.push({ code: 'unwanted' })
  const refused = wanted.refusedBy.find(({ organizationId }) => organizationId === party.organizationId)
  if (refused) barriers.push({ code: 'refused', how: refused.how, reason: refused.reason, on: refused.on })
  const full = wanted.dayparts.filter((daypart) => party.lightOf(wanted.startOn, daypart) === 'red')
  if (full.length > 0)
    barriers.push({ code: 'no-room', dayparts: full, on: wanted.startOn, roomFrom: roomFrom(wanted, party) })
  return barriers
}

/** The first later day on which none of the asked parts of the day is red; undefined when the coming week has none. */
function roomFrom(wanted: Wanted, party: Party): LocalDate | undefined {
  for (let day = 1; day < daysAhead; day += 1) {
    const on = addDays(wanted.startOn, day)
    const lights = wanted.dayparts.map((daypart) => party.lightOf(on, daypart))
    if (lights.every((light) => light === 'green' || light === 'amber')) return on
  }
  return undefined
}
