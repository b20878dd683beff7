import type { RegionFacts } from '#modules/regions/index.ts'
import type { FormReader } from '#platform/http/form-reader.ts'
import { readAreas } from './rules/lists.ts'

/** Reads postcode areas as people type them, and refuses what is no postcode of this region. */
export function readAreasOf(form: FormReader, key: string, region: RegionFacts): string[] {
  const typed = form.text(key, { max: 4000 }) ?? ''
  const { pc4s, unreadable } = readAreas(typed)
  if (unreadable.length > 0) {
    form.refuse(key, `Dit is geen postcode van vier cijfers: ${unreadable.slice(0, 5).join(', ')}`)
  }
  // A range such as 6811-6849 may run over numbers that are not given out; a single number may not.
  const alone = pc4s.filter((pc4) => !region.areas.has(pc4) && new RegExp(`(^|[^-\\d])${pc4}($|[^-\\d])`).test(typed))
  if (alone.length > 0) {
    form.refuse(key, `Deze postcodes liggen niet in ${region.name}: ${alone.slice(0, 5).join(', ')}`)
  }
  return pc4s.filter((pc4) => region.areas.has(pc4))
}
