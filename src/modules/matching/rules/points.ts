import { addDays, type LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import { daysAhead } from './hard-rules.ts'
import { responseWorth } from './response.ts'
import { type Travel, travelBetween } from './travel.ts'
import type { CarerGender, ClientArea, Party, Response, Wanted } from './wanted.ts'
import { type Weights, worthOf } from './weights.ts'

/** One reason for a place on the list, with its points, the most it could give and the figures behind it. */
export type Factor = { points: number; most: number } & (
  | { code: 'room'; lights: { daypart: Daypart; light: Light }[] }
  | { code: 'room-later'; green: number; of: number }
  | { code: 'preferred'; holds: boolean }
  | { code: 'continuity'; holds: boolean; before: boolean }
  | { code: 'language'; met: string[]; missing: string[] }
  | { code: 'faith'; holds: boolean; faith: string }
  | { code: 'carer-gender'; holds: boolean; gender: CarerGender }
  | { code: 'travel'; travel: Travel | undefined }
  | { code: 'fair-share'; share: number | undefined; taken: { week: number; month: number } }
  | { code: 'response'; response: Response | undefined }
)

/** A request that names no part of the day can be planned in any of these. */
export const usualDayparts: readonly Daypart[] = ['morning', 'afternoon', 'evening']

/** All that counts for this request; a wish that nobody has is left out, so that nobody loses points on it. */
export function factorsOf(wanted: Wanted, party: Party, weights: Weights): Factor[] {
  const factors: Factor[] = [
    roomFactor(wanted, party, weights),
    laterFactor(wanted, party, weights),
    travelFactor(wanted, party, weights),
    shareFactor(party, weights),
    {
      code: 'response',
      response: party.response,
      points: part(responseWorth(party.response), weights.response),
      most: weights.response,
    },
  ]
  if (wanted.preferredOrganizationId) {
    const holds = wanted.preferredOrganizationId === party.organizationId
    factors.push({ code: 'preferred', holds, ...all(holds, weights.preferred) })
  }
  if (wanted.existingOrganizationId || wanted.earlierOrganizationIds.length > 0) {
    const holds = wanted.existingOrganizationId === party.organizationId
    const before = wanted.earlierOrganizationIds.includes(party.organizationId)
    const worth = holds ? 1 : before ? 0.5 : 0
    factors.push({
      code: 'continuity',
      holds,
      before,
      points: part(worth, weights.continuity),
      most: weights.continuity,
    })
  }
  if (wanted.languages.length > 0) {
    const met = wanted.languages.filter((language) => party.languages.includes(language))
    const missing = wanted.languages.filter((language) => !party.languages.includes(language))
    const points = part(met.length / wanted.languages.length, weights.language)
    factors.push({ code: 'language', met, missing, points, most: weights.language })
  }
  if (wanted.faith) {
    const holds = party.faiths.includes(wanted.faith)
    factors.push({ code: 'faith', holds, faith: wanted.faith, ...all(holds, weights.faith) })
  }
  if (wanted.carerGender) {
    const holds = party.carerGenders.includes(wanted.carerGender)
    factors.push({ code: 'carer-gender', holds, gender: wanted.carerGender, ...all(holds, weights.carerGender) })
  }
  return factors
}

function roomFactor(wanted: Wanted, party: Party, weights: Weights): Factor {
  const most = weights.room[wanted.priority]
  const lights = daypartsOf(wanted).map((daypart) => ({ daypart, light: party.lightOf(wanted.startOn, daypart) }))
  // The part of the day with the least room decides: one visit that cannot be made spoils the plan.
  const worth = lights.map(({ light }) => worthOf[light])
  const points = part(wanted.dayparts.length > 0 ? Math.min(...worth) : Math.max(...worth), most)
  return { code: 'room', lights, points, most }
}

function laterFactor(wanted: Wanted, party: Party, { roomLater }: Weights): Factor {
  const lights: Light[] = []
  for (const on of laterDaysOf(wanted))
    for (const daypart of daypartsOf(wanted)) lights.push(party.lightOf(on, daypart))
  const worth = lights.reduce((sum, light) => sum + worthOf[light], 0) / lights.length
  const green = lights.filter((light) => light === 'green').length
  return { code: 'room-later', green, of: lights.length, points: part(worth, roomLater), most: roomLater }
}

/** The days after the first, reckoned once per request: a list asks for them as often as there are teams. */
function laterDaysOf(wanted: Wanted): readonly LocalDate[] {
  const known = laterDays.get(wanted)
  if (known) return known
  const days = Array.from({ length: daysAhead - 1 }, (_, nth) => addDays(wanted.startOn, nth + 1))
  laterDays.set(wanted, days)
  return days
}

const laterDays = new WeakMap<Wanted, readonly LocalDate[]>()

function travelFactor(wanted: Wanted, party: Party, weights: Weights): Factor {
  const { travel: most, travelLimit } = weights
  const travel = travelTo(wanted, party, weights)
  // Unknown is worth half: neither an advantage nor a reason to stand last.
  const worth = travel ? Math.max(0, 1 - travel.minutes / travelLimit) : 0.5
  return { code: 'travel', travel, points: part(worth, most), most }
}

/** From the base; or from a postcode where the organisation has enough clients now, when that is nearer. */
function travelTo(wanted: Wanted, party: Party, { clientsThere }: Weights): Travel | undefined {
  const estimate = wanted.place && party.place && travelBetween(party.place, wanted.place, wanted.areaKind)
  const base = party.routes?.get(wanted.pc4) ?? estimate
  if (clientsThere === 0) return base
  let best = base
  for (const area of party.clientAreas ?? []) {
    const travel = area.clients >= clientsThere ? travelFrom(area, wanted) : undefined
    if (travel && (!best || travel.minutes < best.minutes))
      best = { ...travel, from: { pc4: area.pc4, clients: area.clients } }
  }
  return best
}

/** Reckoned once per request and postcode: many teams have clients in the same ones. */
function travelFrom({ pc4, place }: ClientArea, wanted: Wanted): Travel | undefined {
  if (!wanted.place) return undefined
  const known = travelsFrom.get(wanted) ?? new Map<string, Travel>()
  travelsFrom.set(wanted, known)
  const travel = known.get(pc4) ?? travelBetween(place, wanted.place, wanted.areaKind)
  known.set(pc4, travel)
  return travel
}

const travelsFrom = new WeakMap<Wanted, Map<string, Travel>>()

/** Even is the middle; half of its part gives all points, half more than its part gives none. */
function shareFactor({ fairShare, taken }: Party, { fairShare: most }: Weights): Factor {
  const worth = fairShare === undefined ? 0.5 : Math.min(1, Math.max(0, 0.5 - (fairShare - 1)))
  return { code: 'fair-share', share: fairShare, taken, points: part(worth, most), most }
}

export function daypartsOf({ dayparts }: Wanted): readonly Daypart[] {
  return dayparts.length > 0 ? dayparts : usualDayparts
}

/** In which parts of the day a request can have its visits: those it names, or any one of the usual ones. */
export function patternsOf(wanted: Wanted): (readonly Daypart[])[] {
  return wanted.dayparts.length > 0 ? [wanted.dayparts] : daypartsOf(wanted).map((daypart) => [daypart])
}

function all(holds: boolean, most: number): { points: number; most: number } {
  return { points: holds ? most : 0, most }
}

/** Whole points: a difference that nobody would defend is no difference. */
function part(share: number, most: number): number {
  return Math.round(share * most)
}
