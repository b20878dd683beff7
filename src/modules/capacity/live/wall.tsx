import { HeatCell } from '#design/index.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import type { LiveEvent } from '#platform/live/hub.ts'
import { standsId } from '../pages/region/region-parts.tsx'
import { cellOfMunicipality, WallStands } from '../pages/region/screen-page.tsx'
import type { RegionQuestion } from '../region-question.ts'
import { screenQuery, toScreen } from '../region-screen.ts'
import { todayOf } from '../region-view.ts'
import { AreasOfMap, comesQuery, daysByTeam, Replace, toText } from './pieces.tsx'

/** What changed on the screen on the wall: the counts, and the municipalities and areas where these teams come. */
export async function renderWall(
  scope: Scope,
  daypart: Daypart,
  events: readonly LiveEvent[],
): Promise<string | undefined> {
  const today = todayOf(scope)
  const ids = [...daysByTeam([today], events).keys()]
  if (ids.length === 0) return undefined
  const { screen, comes } = await read(scope, { screen: screenQuery(scope, today, daypart), comes: comesQuery(ids) })
  const { view, municipalities } = toScreen(screen)
  const pc4s = new Set(comes.map(({ pc4 }) => pc4))
  const areas = view.areas.filter(({ pc4 }) => pc4s.has(pc4))
  const touched = new Set(areas.map(({ municipality }) => municipality))
  const question: RegionQuestion = { view: 'map', on: today, filters: { daypart }, page: 1 }
  return toText(
    <>
      <Replace target={standsId(today)}>
        <WallStands stands={view.stands} today={today} daypart={daypart} />
      </Replace>
      <AreasOfMap all={view.areas} changed={areas} question={question} today={today} />
      {municipalities
        .filter(({ municipality }) => touched.has(municipality))
        .map(cellOfMunicipality)
        .map((cell) => (
          <Replace key={cell.id} target={cell.id}>
            <HeatCell {...cell} />
          </Replace>
        ))}
    </>,
  )
}
