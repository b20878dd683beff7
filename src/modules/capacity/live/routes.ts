import { isId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import type { Routes } from '#platform/http/house.ts'
import type { LiveEvent } from '#platform/live/hub.ts'
import { audienceChanged } from '../keeping.ts'
import { regionPaths } from '../pages/region/paths.ts'
import { clockIn, clockOf, daypartOf, monthIn, type RegionQuestion, toRegionQuestion } from '../region-question.ts'
import { todayOf } from '../region-view.ts'
import { renderBoard } from './board.tsx'
import { hearingOf } from './hearing.ts'
import { askAgain, daysByTeam } from './pieces.tsx'
import { renderNearby, renderTeam } from './team.tsx'
import { renderWall } from './wall.tsx'

/** A page that is open: what it shows, as a name that is the same for all who show it, and how a change of it is told. */
type Shown = {
  name: string
  render: (events: readonly LiveEvent[]) => Promise<string | undefined>
}

/**
 * The live changes of the region view, of the wall and of the page of a team. Each is sent only what changed on it, asked and
 * rendered once for all boards that show the same to viewers who see the same.
 */
export const liveRoutes: Routes = (app, house) => {
  const who = ['requests.list', 'requests.refer', 'requests.oversee', 'organization.administer'] as const
  app.get(regionPaths.live, { config: { who } }, async (request, reply) => {
    const { scope, query } = request
    const question = toRegionQuestion(query, todayOf(scope))
    const clock = clockIn(query)
    const hearing = await hearingOf(scope)
    const shown = shownBy(scope, question, query)
    const render = async (events: readonly LiveEvent[]) => {
      if (events.some(({ kind }) => kind === audienceChanged)) return askAgain
      // A picture of this morning has nothing to say in the afternoon.
      if (clock !== undefined && clock !== clockOf(question, scope.now())) return askAgain
      return shown.render(events)
    }
    return house.live.serve(request, reply, {
      topics: hearing.topics,
      audience: ['lights', hearing.key, clock, shown.name].join('|'),
      render: (event) => render([event]),
      renderTogether: render,
      stillAllowed: async () => (await hearingOf(scope)).key === hearing.key,
    })
  })
}

function shownBy(scope: Scope, question: RegionQuestion, query: unknown): Shown {
  const { team, scherm } = query as { team?: unknown; scherm?: unknown }
  const daypart = () => daypartOf(question, scope.now())
  const { on, filters } = question
  if (typeof team === 'string' && isId(team)) {
    const month = monthIn(query, todayOf(scope))
    return {
      name: JSON.stringify([team, on, filters.daypart, month.from]),
      render: async (events) => {
        const asked = { teamId: team, on, daypart: daypart(), month }
        if (events.some(({ subjectId }) => subjectId === team)) return renderTeam(scope, asked)
        return daysByTeam([on], events).size > 0 ? renderNearby(scope, asked) : undefined
      },
    }
  }
  if (scherm !== undefined)
    return { name: `wall ${filters.daypart ?? ''}`, render: (events) => renderWall(scope, daypart(), events) }
  return {
    // Which page of many teams it is only matters where teams come and go.
    name: JSON.stringify(filters.room ? question : { ...question, page: 1 }),
    render: (events) => {
      // As the page asks: a picture is of one part of the day, also when nobody chose one.
      const pictured = question.view === 'day' || question.view === 'map'
      const asked = pictured ? { ...question, filters: { ...filters, daypart: daypart() } } : question
      return renderBoard(scope, question, asked, events)
    },
  }
}
