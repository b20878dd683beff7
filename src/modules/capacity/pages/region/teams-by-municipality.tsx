import { Details, HeatGrid, Light, Link, Stack, Text } from '#design/index.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { lights } from '#kernel/lights.ts'
import { type RegionQuestion, toRegionQuery } from '../../region-question.ts'
import { roomText } from '../../region-text.nl.ts'
import type { RegionArea, RegionView } from '../../region-view.ts'
import { captionOf, gridRowOf, groupsOf, municipalityId } from './light-cells.ts'
import { regionPaths } from './paths.ts'

type Props = { view: RegionView; question: RegionQuestion; today: LocalDate; now: Date }

/** Too many teams for one list: per municipality its best light, and folded in it the few with most room. */
export function TeamsByMunicipality({ view, ...setting }: Props) {
  const { question, today } = setting
  const nowhere = view.teams.filter(({ municipality }) => municipality === null)
  return (
    <Stack gap="small">
      {municipalitiesOf(view.areas).map((name) => {
        const teams = view.teams.filter(({ municipality }) => municipality === name)
        const there = { ...question, filters: { ...question.filters, municipality: name } }
        return (
          <Details key={name} icon="map-pin" summary={<MunicipalityLine municipality={name} areas={view.areas} />}>
            {teams.length > 0 && <FewTeams caption={`in ${name}`} teams={teams} {...setting} />}
            <Text>
              <Link href={regionPaths.region + toRegionQuery(there, today)}>Alle teams die in {name} komen</Link>
            </Text>
          </Details>
        )
      })}
      {nowhere.length > 0 && (
        <Details icon="users" summary="Teams die nog geen werkgebied hebben">
          <FewTeams caption="zonder werkgebied" teams={nowhere} {...setting} />
        </Details>
      )}
    </Stack>
  )
}

type FewProps = Omit<Props, 'view'> & { caption: string; teams: RegionView['teams'] }

function FewTeams({ caption, teams, question, today, now }: FewProps) {
  const groups = groupsOf(question.on, 1, today)
  return (
    <HeatGrid
      caption={`${captionOf(question.on, today)}, ${caption}`}
      captionHidden
      rowLabel="Team"
      groups={groups}
      rows={teams.map((team) => gridRowOf(team, { groups, today, now }))}
    />
  )
}

export function municipalitiesOf(areas: readonly RegionArea[]): string[] {
  return [...new Set(areas.map(({ municipality }) => municipality))].sort((a, b) => a.localeCompare(b, 'nl'))
}

/** A municipality in a line: the best light of who comes there, and in how much of it somebody has room. */
export function MunicipalityLine({ municipality, areas }: { municipality: string; areas: readonly RegionArea[] }) {
  const own = areas.filter((area) => area.municipality === municipality)
  const light = lights.find((value) => own.some((area) => area.light === value)) ?? 'unknown'
  const withRoom = own.filter((area) => area.light === 'green').length
  return (
    <span id={municipalityId(municipality)}>
      {municipality} <Light value={light} label={roomText[light]} />
      {light === 'green' && withRoom < own.length && ` in ${withRoom} van ${own.length} postcodes`}
    </span>
  )
}
