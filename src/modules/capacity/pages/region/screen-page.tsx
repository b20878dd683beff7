import type { FastifyInstance } from 'fastify'
import { Heading, type HeatCellProps, HeatGrid, LightCounts, MapBeside, Screen } from '#design/index.ts'
import { formatDate, formatWeekday, type LocalDate } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { lights } from '#kernel/lights.ts'
import { capital } from '#kernel/sentence.ts'
import { daypartText } from '#kernel/text.nl.ts'
import { daypartOf, type RegionFilters, type RegionQuestion, toRegionQuestion } from '../../region-question.ts'
import { getRegionScreen, type MunicipalityLight, type RegionScreen } from '../../region-screen.ts'
import { roomText } from '../../region-text.nl.ts'
import { type RegionView, todayOf } from '../../region-view.ts'
import { municipalityId } from './light-cells.ts'
import { regionPaths } from './paths.ts'
import { AreaMap, LiveSource, standsId } from './region-parts.tsx'

/** For a screen on the wall of a meeting room: today, per municipality, large. It follows the parts of the day by itself. */
export function regionScreenPage(app: FastifyInstance): void {
  const who = ['requests.list', 'requests.refer', 'requests.oversee', 'organization.administer'] as const
  app.get(regionPaths.screen, { config: { who } }, async (request, reply) => {
    const { scope } = request
    const today = todayOf(scope)
    const { filters } = toRegionQuestion(request.query, today)
    const daypart = daypartOf({ on: today, filters }, scope.now())
    const found = await getRegionScreen(scope, today, daypart)
    const chosen = filters.daypart ? { daypart: filters.daypart } : {}
    return reply.page(200, <ScreenPage {...found} {...{ today, daypart, chosen }} now={scope.now()} />)
  })
}

type Props = RegionScreen & {
  today: LocalDate
  now: Date
  daypart: Daypart
  /** The part of the day that somebody chose; without one it follows the clock. */
  chosen: Pick<RegionFilters, 'daypart'>
}

function ScreenPage({ view, municipalities, today, now, daypart, chosen }: Props) {
  const question: RegionQuestion = { view: 'map', on: today, filters: { daypart }, page: 1 }
  return (
    <Screen title="Stoplicht op groot scherm" width="wide" density="professional" script>
      <Heading level={1} caption={`${capital(formatWeekday(today))} ${formatDate(today)}`}>
        Wie heeft ruimte?
      </Heading>
      <LiveSource question={{ ...question, filters: chosen }} now={now} more={{ scherm: 'ja' }} />
      <WallStands stands={view.stands} today={today} daypart={daypart} />
      <MapBeside even map={<AreaMap areas={view.areas} question={question} today={today} />}>
        <HeatGrid
          caption="Teams met ruimte per gemeente"
          size="large"
          rowLabel="Gemeente"
          groups={[
            {
              key: 'day',
              label: 'vandaag',
              columns: dayparts.map((part) => ({ key: part, label: daypartText[part] })),
            },
          ]}
          rows={rowsOf(municipalities)}
        />
      </MapBeside>
    </Screen>
  )
}

/** The counts of the day, read from across the room. */
export function WallStands({
  stands,
  today,
  daypart,
}: Pick<Props, 'today' | 'daypart'> & { stands: RegionView['stands'] }) {
  return (
    <LightCounts
      id={standsId(today)}
      size="large"
      items={stands.map(({ daypart: part, counts }) => ({
        key: part,
        label: capital(daypartText[part]),
        href: `${regionPaths.screen}?dagdeel=${part}`,
        current: part === daypart,
        counts: lights.map((value) => ({ value, count: counts[value], word: roomText[value] })),
      }))}
    />
  )
}

function rowsOf(all: readonly MunicipalityLight[]) {
  const names = [...new Set(all.map(({ municipality }) => municipality))]
  return names.map((name) => ({
    key: name,
    label: name,
    cells: Object.fromEntries(
      all
        .filter(({ municipality }) => municipality === name)
        .map((one) => [`day.${one.daypart}`, cellOfMunicipality(one)]),
    ),
  }))
}

export function cellOfMunicipality(one: MunicipalityLight): HeatCellProps & { id: string } {
  const { municipality, daypart, light, withRoom } = one
  const word = light === 'green' ? String(withRoom) : roomText[light]
  return { id: municipalityId(municipality, daypart), value: light, word }
}
