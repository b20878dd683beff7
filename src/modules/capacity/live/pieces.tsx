import { type Compilable, sql } from 'kysely'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { AreaOfMap } from '#design/index.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { LiveEvent } from '#platform/live/hub.ts'
import { areaOfMap, mapId, plotOf } from '../pages/region/region-parts.tsx'
import type { RegionQuestion } from '../region-question.ts'
import type { RegionArea } from '../region-view.ts'

/** What a page does that cannot be told place by place: it asks for itself again and changes only what differs. */
export const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

/** What a page without that id leaves as it is. `morph` changes only what differs, for what one may be reading. */
export function Replace({ target, morph, children }: { target: string; morph?: boolean; children: ReactNode }) {
  return (
    <turbo-stream action="replace" method={morph ? 'morph' : undefined} target={target}>
      <template>{children}</template>
    </turbo-stream>
  )
}

/** The pieces as they are sent. */
export const toText = (pieces: ReactNode): string => renderToStaticMarkup(pieces)

/** The days of each team that changed and that are shown; an event that names no day is about all of them. */
export function daysByTeam(shown: readonly LocalDate[], events: readonly LiveEvent[]): Map<string, Set<LocalDate>> {
  const changed = new Map<string, Set<LocalDate>>()
  for (const { subjectId, payload } of events) {
    const told = (payload as { days?: readonly LocalDate[] }).days ?? []
    const days = told.length > 0 ? shown.filter((on) => told.includes(on)) : shown
    if (subjectId && days.length > 0) changed.set(subjectId, new Set([...(changed.get(subjectId) ?? []), ...days]))
  }
  return changed
}

/** Where these teams come, of those whose lights this viewer may see; goes along with the other queries of a change. */
export function comesQuery(teamIds: readonly string[]): Compilable<{ teamId: string; pc4: string }> {
  const query = sql<{ teamId: string; pc4: string }>`
    select a.team_id as "teamId", a.pc4 from organizations.service_area a join organizations.team t on t.id = a.team_id
    where a.team_id = any (${[...teamIds]}::uuid[]) and t.organization_id in (select capacity.visible_organizations())`
  return { compile: () => query.compile(build) }
}

type Areas = { all: readonly RegionArea[]; changed: readonly RegionArea[]; question: RegionQuestion; today: LocalDate }

/** The areas of the map that changed; their shapes follow from all of them. */
export function AreasOfMap({ all, changed, question, today }: Areas) {
  const shapes = new Map(changed.length > 0 ? plotOf(all).areas.map((area) => [area.key, area]) : [])
  return changed.map((area) => {
    const shape = shapes.get(area.pc4)
    const id = `${mapId}-${area.pc4}`
    if (!shape) return undefined
    return (
      <Replace key={id} target={id}>
        <AreaOfMap id={id} area={shape} known={areaOfMap(area, question, today)} />
      </Replace>
    )
  })
}
