import { DataTableRow, GroupedLightRow, HeatCell } from '#design/index.ts'
import { dayparts } from '#kernel/dayparts.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import type { LiveEvent } from '#platform/live/hub.ts'
import { cellId, cellOf, municipalityId } from '../pages/region/light-cells.ts'
import { areaRowId, areaRowOf, Stands, standsId } from '../pages/region/region-parts.tsx'
import { teamColumns, teamRowId, teamRowOf } from '../pages/region/team-list.tsx'
import { MunicipalityLine, municipalitiesOf } from '../pages/region/teams-by-municipality.tsx'
import { TeamsFound, TeamsTotal, teamsFoundId, teamsTotalId } from '../pages/region/teams-found.tsx'
import { daysOf, listDays, type RegionQuestion } from '../region-question.ts'
import { teamsQuery } from '../region-store.ts'
import { type RegionArea, regionViewQuery, todayOf, toView } from '../region-view.ts'
import { AreasOfMap, comesQuery, daysByTeam, Replace, toText } from './pieces.tsx'

/**
 * What changed on a board of the region view: the places of the teams, in one query however many they are, and what follows
 * from them; nothing for days and teams that this board does not show.
 *
 * @param question what the page shows
 * @param asked the same, with the part of the day that its picture is about
 */
export async function renderBoard(
  scope: Scope,
  question: RegionQuestion,
  asked: RegionQuestion,
  events: readonly LiveEvent[],
): Promise<string | undefined> {
  const { from, to } = daysOf(question)
  const changed = daysByTeam(listDays(from, to), events)
  if (changed.size === 0) return undefined
  const ids = [...changed.keys()]
  // Who has room comes and goes: such a board is told all teams that it shows.
  if (question.filters.room) return renderWhoHasRoom(scope, question, asked, ids)
  const pictured = question.view === 'day' || question.view === 'map'
  const counted = question.view !== 'week'
  const { teams, view, comes } = await read(scope, {
    teams: teamsQuery(scope, ids, { from, to, filters: question.filters }),
    view: counted ? regionViewQuery(scope, { ...asked, view: pictured ? 'map' : 'list' }) : undefined,
    comes: pictured ? comesQuery(ids) : undefined,
  })
  // Only of teams that this viewer sees and that the filters leave: where another one comes is not told either.
  const seen = new Set(teams.map(({ team }) => team.id))
  if (seen.size === 0) return undefined
  const setting = { question, today: todayOf(scope), now: scope.now() }
  const found = counted ? toView(view) : undefined
  const pc4s = new Set(comes.filter(({ teamId }) => seen.has(teamId)).map(({ pc4 }) => pc4))
  const areas = found?.areas.filter(({ pc4 }) => pc4s.has(pc4)) ?? []
  return toText(
    <>
      {question.view === 'list'
        ? teams.map(({ team }) => (
            <Replace key={team.id} target={teamRowId(team.id)}>
              <DataTableRow columns={teamColumns(question)} row={teamRowOf(team, setting)} />
            </Replace>
          ))
        : teams.flatMap(({ team }) =>
            [...(changed.get(team.id) ?? [])].flatMap((on) =>
              dayparts.map((daypart) => (
                <Replace key={cellId(team.id, on, daypart)} target={cellId(team.id, on, daypart)}>
                  <HeatCell {...cellOf(team, on, daypart, setting.now)} />
                </Replace>
              )),
            ),
          )}
      {found && (
        <Replace target={standsId(question.on)}>
          <Stands stands={found.stands} question={asked} today={setting.today} />
        </Replace>
      )}
      {found && <AreasOfMap all={found.areas} changed={areas} question={asked} today={setting.today} />}
      {found && question.view === 'day' && <Municipalities all={found.areas} changed={areas} />}
      {question.view === 'map' &&
        areas.map((area) => {
          const { key, ...row } = areaRowOf(area, asked, setting.today)
          return (
            <Replace key={key} target={areaRowId(area.pc4)}>
              <GroupedLightRow {...row} />
            </Replace>
          )
        })}
    </>,
  )
}

/** On a board of many teams each municipality has a line. */
function Municipalities({ all, changed }: { all: readonly RegionArea[]; changed: readonly RegionArea[] }) {
  return municipalitiesOf(changed).map((name) => (
    <Replace key={name} target={municipalityId(name)}>
      <MunicipalityLine municipality={name} areas={all} />
    </Replace>
  ))
}

async function renderWhoHasRoom(
  scope: Scope,
  question: RegionQuestion,
  asked: RegionQuestion,
  ids: readonly string[],
): Promise<string> {
  const found = await read(scope, { view: regionViewQuery(scope, asked), comes: comesQuery(ids) })
  const view = toView(found.view)
  const pc4s = new Set(found.comes.map(({ pc4 }) => pc4))
  const areas = view.areas.filter(({ pc4 }) => pc4s.has(pc4))
  const today = todayOf(scope)
  return toText(
    <>
      <Replace target={teamsTotalId}>
        <TeamsTotal total={view.total} />
      </Replace>
      {question.view !== 'map' && (
        <Replace target={teamsFoundId} morph>
          <TeamsFound view={view} question={question} today={today} now={scope.now()} />
        </Replace>
      )}
      {question.view !== 'week' && (
        <Replace target={standsId(question.on)}>
          <Stands stands={view.stands} question={asked} today={today} />
        </Replace>
      )}
      <AreasOfMap all={view.areas} changed={areas} question={asked} today={today} />
      {question.view === 'map' &&
        areas.map((area) => {
          const { key, ...row } = areaRowOf(area, asked, today)
          return (
            <Replace key={key} target={areaRowId(area.pc4)}>
              <GroupedLightRow {...row} />
            </Replace>
          )
        })}
    </>,
  )
}
