import { careKinds } from '#kernel/care-kinds.ts'
import { readAreasOf, writeAreas } from '#modules/organizations/index.ts'
import type { RegionFacts } from '#modules/regions/index.ts'
import { type Source, sourceText } from '#modules/requests/index.ts'
import type { FormReader, FormValues } from '#platform/http/form-reader.ts'
import type { RouteFacts } from '../routing/keeping-routes.ts'

const sources = Object.keys(sourceText) as Source[]

/** What is left empty asks for nothing: every postcode, every kind of care, everyone. */
export function readRoute(form: FormReader, teamIds: readonly string[], region: RegionFacts): RouteFacts {
  const coordinatingTeamId = form.choice('coordinatingTeamId', teamIds, { required: 'Kies een team' }) ?? ''
  const priority = form.integer('priority', { min: 1, max: 999, required: 'Vul de volgorde in, zoals 100' }) ?? 100
  const pc4s = readAreasOf(form, 'pc4s', region)
  return {
    coordinatingTeamId,
    priority,
    pc4s: orNull(pc4s),
    careKinds: orNull(form.choices('careKinds', careKinds)),
    sources: orNull(form.choices('sources', sources)),
    remark: form.line('remark', { max: 120 }) ?? '',
  }
}

export function toValues(route: RouteFacts): FormValues {
  return {
    coordinatingTeamId: route.coordinatingTeamId,
    priority: String(route.priority),
    pc4s: route.pc4s ? writeAreas(route.pc4s) : '',
    careKinds: [...(route.careKinds ?? [])],
    sources: [...(route.sources ?? [])],
    remark: route.remark,
  }
}

function orNull(list: string[]): string[] | null {
  return list.length === 0 ? null : list
}
