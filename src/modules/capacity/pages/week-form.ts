import { addDays, type LocalDate } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { isLight, isNotGreen, type Light } from '#kernel/lights.ts'
import type { RawForm } from '#platform/http/form-reader.ts'
import { isPast } from '../rules/cell.ts'
import type { Wish } from '../rules/setting.ts'
import { type Suggestion, suggestLight } from '../rules/suggestion.ts'
import type { LightRow } from '../store.ts'
import type { TakenRow } from '../taken-room.ts'
import { weekLength } from '../week.ts'

/** One place of the week grid: what stands there, and what the form says. */
export type Place = {
  on: LocalDate
  daypart: Daypart
  over: boolean
  /** What counts now, for all care together; nothing when nobody said anything. */
  row: LightRow | undefined
  /** The same for single kinds of care. */
  narrowed: LightRow[]
  /** The same daypart a week ago. */
  lastWeek: LightRow | undefined
  shown: Light
  /** What the nurse chose or what is proposed to her; differs from `shown` when something would be saved. */
  chosen: Light
  /** The day that a copied light comes from: its reason comes along. */
  from: LocalDate | ''
  /** What it could say now that clients were taken on since. */
  suggestion: Suggestion | undefined
}

export const names = {
  light: ({ on, daypart }: Pick<Place, 'on' | 'daypart'>) => `l-${on}-${daypart}`,
  seen: ({ on, daypart }: Pick<Place, 'on' | 'daypart'>) => `v-${on}-${daypart}`,
  from: ({ on, daypart }: Pick<Place, 'on' | 'daypart'>) => `b-${on}-${daypart}`,
}

/** The places of these days, as they stand. */
export function toPlaces(
  { days, lights, taken }: { days: readonly LocalDate[]; lights: readonly LightRow[]; taken: readonly TakenRow[] },
  now: Date,
): Place[] {
  const all = (on: LocalDate, daypart: Daypart) => lights.filter((one) => one.on === on && one.daypart === daypart)
  return days.flatMap((on) =>
    dayparts.map((daypart) => {
      const here = all(on, daypart)
      const row = here.find(({ careKind }) => careKind === '')
      const shown = row?.light ?? 'unknown'
      const over = isPast({ on, daypart }, now)
      const newClients = taken.filter((one) => one.on === on && one.daypart === daypart)
      return {
        on,
        daypart,
        over,
        row,
        narrowed: here.filter(({ careKind }) => careKind !== ''),
        lastWeek: all(addDays(on, -weekLength), daypart).find(({ careKind }) => careKind === ''),
        shown,
        chosen: shown,
        from: '',
        suggestion: row && !over ? suggestLight(row, newClients) : undefined,
      }
    }),
  )
}

/** Without script: the same lights as a week ago, proposed and not saved. */
export function proposeLastWeek(places: readonly Place[]): Place[] {
  return places.map((place) =>
    place.lastWeek && !place.over
      ? { ...place, chosen: place.lastWeek.said, from: addDays(place.on, -weekLength) }
      : place,
  )
}

/** Without script: the lights of one day for the days after it, proposed and not saved. */
export function proposeDay(places: readonly Place[], day: LocalDate): Place[] {
  return places.map((place) => {
    const source = places.find(({ on, daypart }) => on === day && daypart === place.daypart)
    return source && place.on > day && !source.over ? { ...place, chosen: source.chosen, from: day } : place
  })
}

/** What was posted, put over what stands; what cannot be read is left as it was shown. */
export function readPlaces(places: readonly Place[], raw: RawForm): (Place & { seen: number | undefined })[] {
  return places.map((place) => {
    const [version, shown] = textOf(raw[names.seen(place)]).split('.')
    const light = textOf(raw[names.light(place)])
    const from = textOf(raw[names.from(place)])
    const known = places.some(({ on }) => on === from || addDays(on, -weekLength) === from)
    return {
      ...place,
      shown: shown && isLight(shown) ? shown : place.shown,
      chosen: isLight(light) && !place.over ? light : place.shown,
      from: known ? from : '',
      seen: version && /^\d{1,15}$/.test(version) ? Number(version) : undefined,
    }
  })
}

type Reason = { reason: string | undefined; reasonText: string | undefined }

/** What is to be said: the places that differ from what was shown, each with the reason that came along or the one chosen. */
export function toWishes(
  teamId: string,
  places: readonly (Place & { seen: number | undefined })[],
  lights: readonly LightRow[],
  { reason, reasonText }: Reason,
): Wish[] {
  return places
    .filter(({ chosen, shown, over }) => chosen !== shown && !over)
    .map(({ on, daypart, chosen, from, seen, row }) => {
      const source = lights.find((one) => one.on === from && one.daypart === daypart && one.careKind === '')
      const copied = isNotGreen(chosen) && source?.said === chosen ? source : undefined
      // What had grown old and is said again as it was, keeps its reason.
      const same = isNotGreen(chosen) && row?.said === chosen ? row : undefined
      const explained = copied ?? (reason ? undefined : same)
      return {
        teamId,
        on,
        daypart,
        careKind: '',
        light: chosen,
        reason: explained ? explained.reason : (reason ?? null),
        reasonText: explained ? explained.reasonText : (reasonText ?? null),
        seen,
      }
    })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
