import { EmptyState, HeatGrid, Link, Text } from '#design/index.ts'
import type { LocalDate } from '#kernel/dates.ts'
import {
  daysOf,
  isOfRegion,
  mostInOneList,
  narrowing,
  type RegionQuestion,
  toRegionQuery,
} from '../../region-question.ts'
import type { RegionView } from '../../region-view.ts'
import { captionOf, gridRowOf, groupsOf } from './light-cells.ts'
import { regionPaths } from './paths.ts'
import { TeamList } from './team-list.tsx'
import { TeamsByMunicipality } from './teams-by-municipality.tsx'

/** For an open page on which teams come and go: it is sent these as a whole. */
export const teamsFoundId = 'teams'
export const teamsTotalId = 'teams-aantal'

export function TeamsTotal({ total }: { total: number }) {
  return (
    <span id={teamsTotalId}>
      {total} {total === 1 ? 'team' : 'teams'}
    </span>
  )
}

type Props = { view: RegionView; question: RegionQuestion; today: LocalDate; now: Date }

/** The teams that the filters leave: places to look at or a list to read. */
export function TeamsFound({ view, ...setting }: Props) {
  const { question, today } = setting
  return (
    <div id={teamsFoundId}>
      {view.total === 0 ? (
        <NothingFound question={question} today={today} />
      ) : question.view === 'list' ? (
        <TeamList teams={view.teams} {...setting} />
      ) : isOfRegion(question) && view.total > mostInOneList ? (
        <TeamsByMunicipality view={view} {...setting} />
      ) : (
        <TeamGrid view={view} {...setting} />
      )}
    </div>
  )
}

function TeamGrid({ view, question, today, now }: Props) {
  const groups = groupsOf(daysOf(question).from, question.view === 'week' ? 7 : 1, today)
  return (
    <HeatGrid
      caption={question.view === 'week' ? 'Wie heeft ruimte, zeven dagen' : captionOf(question.on, today)}
      captionHidden
      rowLabel="Team"
      groups={groups}
      rows={view.teams.map((team) => gridRowOf(team, { groups, today, now }))}
    />
  )
}

function NothingFound({ question, today }: Pick<Props, 'question' | 'today'>) {
  return narrowing(question.filters) > 0 ? (
    <EmptyState
      title="Geen team gevonden met deze filters"
      icon="filter"
      action={
        <Link href={regionPaths.region + toRegionQuery({ ...question, filters: {}, page: 1 }, today)}>Wis filters</Link>
      }
    />
  ) : (
    <EmptyState title="Hier is voor u nog geen stoplicht te zien" icon="eye">
      <Text>De organisaties in deze regio delen hun ruimte niet met uw rol, of er zijn nog geen teams.</Text>
    </EmptyState>
  )
}
