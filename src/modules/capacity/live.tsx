import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { AreaOfMap, GroupedLightRow, HeatCell } from '#design/index.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { isId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import type { Routes } from '#platform/http/house.ts'
import type { LiveEvent } from '#platform/live/hub.ts'
import { audienceChanged } from './keeping.ts'
import { cellId, cellOf } from './pages/region/light-cells.ts'
import { regionPaths } from './pages/region/paths.ts'
import { areaOfMap, areaRowId, areaRowOf, mapId, plotOf, Stands, standsId } from './pages/region/region-parts.tsx'
import { daypartOf, daysOf, listDays, narrowing, type RegionQuestion, toRegionQuestion } from './region-question.ts'
import { teamsQuery } from './region-store.ts'
import { regionViewQuery, todayOf, toView } from './region-view.ts'
import { type Audience, circleOf, lightsTopics, ownLightsTopic, reachOf } from './rules/audience.ts'

/** What a page does that cannot be told place by place: it asks for itself again and changes only what differs. */
const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

/**
 * The live changes of the region view. A board without filters is sent the places of the team that changed, the counts and
 * the areas where it comes; a filtered one, the wall and the page of a team ask for themselves again.
 */
export const liveRoutes: Routes = (app, house) => {
  const who = ['requests.list', 'requests.refer', 'requests.oversee', 'organization.administer'] as const
  app.get(regionPaths.live, { config: { who } }, async (request, reply) => {
    const { scope } = request
    const today = todayOf(scope)
    const question = toRegionQuestion(request.query, today)
    const { team, scherm } = request.query as { team?: unknown; scherm?: unknown }
    const hearing = await hearingOf(scope)
    const stillAllowed = async () => (await hearingOf(scope)).key === hearing.key
    if (typeof team === 'string' && isId(team)) {
      return house.live.serve(request, reply, {
        topics: hearing.topics,
        audience: `light-team:${team}`,
        render: async ({ subjectId, kind }) => (subjectId === team || kind === audienceChanged ? askAgain : undefined),
        stillAllowed,
      })
    }
    const plain = scherm === undefined && narrowing(question.filters) === 0 && question.view !== 'list'
    const asked = { ...question, filters: { daypart: daypartOf(question, scope.now()) } }
    return house.live.serve(request, reply, {
      topics: hearing.topics,
      // Who sees the same organisations sees the same counts; what is rendered for them is rendered once.
      audience: plain ? ['lights', hearing.key, asked.view, asked.on, asked.filters.daypart].join(':') : 'ask-again',
      render: (event) => (plain ? renderChanges(scope, asked, [event]) : Promise.resolve(askAgain)),
      renderTogether: (events) => (plain ? renderChanges(scope, asked, events) : Promise.resolve(askAgain)),
      stillAllowed,
    })
  })
}

type Seen = { id: string; region: Audience; own: Audience | null }

/** What this viewer may hear of: the topic of the own circle, and the organisations that keep to a nearer one it stands in. */
async function hearingOf(scope: Scope): Promise<{ topics: string[]; key: string }> {
  const { actor } = scope
  const query = sql<Seen>`
    select v.id, capacity.region_audience() as region, s.audience as own
    from capacity.visible_organizations() v(id)
    left join capacity.organization_setting s on s.organization_id = v.id order by v.id`
  const { seen } = await read(scope, { seen: { compile: () => query.compile(build) } })
  const circle = circleOf(actor)
  const ownId = actor.kind === 'user' ? actor.organizationId : undefined
  const wide =
    circle === 'referrers' ? [lightsTopics.referrers] : circle === 'public' ? [] : [lightsTopics.professionals]
  const keptNear = seen.filter(({ region, own }) => reachOf(region, own) === 'team').map(({ id }) => id)
  // Also one's own while it is told to all: when it is kept to itself from a moment on, its own people go on hearing of it.
  const near = new Set(ownId && seen.some(({ id }) => id === ownId) ? [...keptNear, ownId] : keptNear)
  const same = [circle, ...keptNear, ...seen.map(({ id }) => id)].join()
  return {
    topics: [...wide, ...[...near].map(ownLightsTopic)],
    key: createHash('sha256').update(same).digest('base64url').slice(0, 22),
  }
}

/**
 * The places of the teams that changed as they are now, with what follows from them, in one query however many they are;
 * nothing for days that this board does not show.
 */
async function renderChanges(
  scope: Scope,
  question: RegionQuestion,
  events: readonly LiveEvent[],
): Promise<string | undefined> {
  if (events.some(({ kind }) => kind === audienceChanged)) return askAgain
  const changed = daysByTeam(question, events)
  if (changed.size === 0) return undefined
  const { from, to } = daysOf(question)
  const ids = [...changed.keys()]
  const pictured = question.view !== 'week'
  const { teams, view, comes } = await read(scope, {
    teams: teamsQuery(scope, ids, from, to),
    view: pictured ? regionViewQuery(scope, { ...question, view: 'map' }) : undefined,
    comes: pictured
      ? build.selectFrom('organizations.service_area').select(['team_id as teamId', 'pc4']).where('team_id', 'in', ids)
      : undefined,
  })
  // Only of teams that this viewer sees: where another one comes is not told either.
  const seen = new Set(teams.map(({ team }) => team.id))
  if (seen.size === 0) return undefined
  const pc4s = new Set(comes.filter(({ teamId }) => seen.has(teamId)).map(({ pc4 }) => pc4))
  const now = scope.now()
  const today = todayOf(scope)
  const found = pictured ? toView(view) : undefined
  const areas = found?.areas.filter(({ pc4 }) => pc4s.has(pc4)) ?? []
  const shapes = new Map(found && areas.length > 0 ? plotOf(found.areas).areas.map((area) => [area.key, area]) : [])
  return renderToStaticMarkup(
    <>
      {teams.flatMap(({ team }) =>
        [...(changed.get(team.id) ?? [])].flatMap((on) =>
          dayparts.map((daypart) => (
            <Replace key={cellId(team.id, on, daypart)} target={cellId(team.id, on, daypart)}>
              <HeatCell {...cellOf(team, on, daypart, now)} />
            </Replace>
          )),
        ),
      )}
      {found && (
        <Replace target={standsId(question.on)}>
          <Stands stands={found.stands} question={question} today={today} />
        </Replace>
      )}
      {areas.map((area) => {
        const shape = shapes.get(area.pc4)
        const id = `${mapId}-${area.pc4}`
        if (!shape) return undefined
        return (
          <Replace key={id} target={id}>
            <AreaOfMap id={id} area={shape} known={areaOfMap(area, question, today)} />
          </Replace>
        )
      })}
      {question.view === 'map' &&
        areas.map((area) => {
          const { key, ...row } = areaRowOf(area, question, today)
          return (
            <Replace key={key} target={areaRowId(area.pc4)}>
              <GroupedLightRow {...row} />
            </Replace>
          )
        })}
    </>,
  )
}

/** The days of each team that changed and that this board shows; an event that names no day is about all of them. */
function daysByTeam(question: RegionQuestion, events: readonly LiveEvent[]): Map<string, Set<LocalDate>> {
  const { from, to } = daysOf(question)
  const shown = listDays(from, to)
  const changed = new Map<string, Set<LocalDate>>()
  for (const { subjectId, payload } of events) {
    const told = (payload as { days?: readonly LocalDate[] }).days ?? []
    const days = told.length > 0 ? shown.filter((on) => told.includes(on)) : shown
    if (subjectId && days.length > 0) changed.set(subjectId, new Set([...(changed.get(subjectId) ?? []), ...days]))
  }
  return changed
}

/** What a page without that id leaves as it is. */
function Replace({ target, children }: { target: string; children: ReactNode }) {
  return (
    <turbo-stream action="replace" target={target}>
      <template>{children}</template>
    </turbo-stream>
  )
}
