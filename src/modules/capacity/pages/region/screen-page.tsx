import type { FastifyInstance } from 'fastify'
import { Heading, HeatGrid, LightCounts, MapBeside, Screen } from '#design/index.ts'
import { formatDate, formatWeekday, type LocalDate } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { lights } from '#kernel/lights.ts'
import { capital } from '#kernel/sentence.ts'
import { daypartText } from '#kernel/text.nl.ts'
import { daypartOf, type RegionQuestion, toRegionQuestion } from '../../region-question.ts'
import { getRegionScreen, type MunicipalityLight } from '../../region-screen.ts'
import { roomText } from '../../region-text.nl.ts'
import { type RegionView, todayOf } from '../../region-view.ts'
import { regionPaths } from './paths.ts'
import { AreaMap } from './region-parts.tsx'

/** For a screen on the wall of a meeting room: today, per municipality, large. It follows the parts of the day by itself. */
export function regionScreenPage(app: FastifyInstance): void {
  const who = ['requests.list', 'requests.refer', 'requests.oversee', 'organization.administer'] as const
  app.get(regionPaths.screen, { config: { who } }, async (request, reply) => {
    const { scope } = request
    const today = todayOf(scope)
    const { filters } = toRegionQuestion(request.query, today)
    const daypart = daypartOf({ on: today, filters }, scope.now())
    const found = await getRegionScreen(scope, today, daypart)
    return reply.page(200, <ScreenPage {...found} today={today} daypart={daypart} />)
  })
}

type Props = { view: RegionView; municipalities: readonly MunicipalityLight[]; today: LocalDate; daypart: Daypart }

function ScreenPage({ view, municipalities, today, daypart }: Props) {
  const question: RegionQuestion = { view: 'map', on: today, filters: { daypart }, page: 1 }
  return (
    <Screen title="Stoplicht op groot scherm" width="wide" density="professional" script>
      <Heading level={1} caption={`${capital(formatWeekday(today))} ${formatDate(today)}`}>
        Wie heeft ruimte?
      </Heading>
      <turbo-stream-source src={`${regionPaths.live}?scherm=ja`} />
      <LightCounts
        size="large"
        items={view.stands.map(({ daypart: part, counts }) => ({
          key: part,
          label: capital(daypartText[part]),
          href: `${regionPaths.screen}?dagdeel=${part}`,
          current: part === daypart,
          counts: lights.map((value) => ({ value, count: counts[value], word: roomText[value] })),
        }))}
      />
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

function rowsOf(all: readonly MunicipalityLight[]) {
  const names = [...new Set(all.map(({ municipality }) => municipality))]
  return names.map((name) => ({
    key: name,
    label: name,
    cells: Object.fromEntries(
      all
        .filter(({ municipality }) => municipality === name)
        .map(({ daypart, light, withRoom }) => [
          `day.${daypart}`,
          {
            value: light,
            word: light === 'green' ? String(withRoom) : roomText[light],
          },
        ]),
    ),
  }))
}
