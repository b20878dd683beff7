import { isLocalDate } from '#kernel/dates.ts'
import { isDaypart } from '#kernel/dayparts.ts'
import type { RawForm } from '#platform/http/form-reader.ts'
import type { Suggested } from '../taken-room.ts'
import type { Place } from './week-form.ts'

/** A place as the value of its box: where it is, and what was looked at. */
export function placeName({ on, daypart, row, suggestion }: Place): string {
  return [on, daypart, row?.version ?? 0, suggestion?.clients ?? 0].join('.')
}

const box = /^(\d{4}-\d{2}-\d{2})\.([a-z]{5,9})\.(\d{1,15})\.(\d{1,4})$/

/** The places that were shown, and of these the ones that were ticked; what cannot be read is left out. */
export function readSuggestionForm(raw: RawForm): { chosen: Suggested[]; others: Suggested[] } {
  const ticked = new Set(Object.entries(raw).flatMap(([name, value]) => (/^plek(-\d{1,2})?$/.test(name) ? value : [])))
  const shown = [raw.getoond].flat().flatMap((value) => {
    const place = typeof value === 'string' ? readPlace(value) : undefined
    return place ? [{ place, wanted: ticked.has(value) }] : []
  })
  const only = (wanted: boolean) => shown.filter((one) => one.wanted === wanted).map(({ place }) => place)
  return { chosen: only(true), others: only(false) }
}

function readPlace(value: string): Suggested | undefined {
  const [, on, daypart, seen, clients] = box.exec(value) ?? []
  if (!on || !daypart || !isLocalDate(on) || !isDaypart(daypart)) return undefined
  return { on, daypart, seen: Number(seen), clients: Number(clients) }
}
