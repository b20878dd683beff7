import type { FastifyInstance } from 'fastify'
import { Heading, LightLegend, Link, MapBeside, PageHeading, Pagination, Screen, Tabs, Text } from '#design/index.ts'
import { formatDateShort, type LocalDate } from '#kernel/dates.ts'
import { lights } from '#kernel/lights.ts'
import { capital } from '#kernel/sentence.ts'
import { getRegion } from '#modules/regions/index.ts'
import { NotSignedIn } from '#platform/http/faults.ts'
import {
  daypartOf,
  daysOf,
  isOfRegion,
  mostInOneList,
  narrowing,
  type RegionQuestion,
  teamsPerPage,
  toRegionQuery,
  toRegionQuestion,
  views,
} from '../../region-question.ts'
import { dayWords, roomText, viewText } from '../../region-text.nl.ts'
import { getRegionView, type RegionView, todayOf } from '../../region-view.ts'
import { circleOf } from '../../rules/audience.ts'
import { regionPaths } from './paths.ts'
import { AreaMap, AreaTable, DaySteps, Filters, LiveSource, Stands } from './region-parts.tsx'
import { TeamsFound, TeamsTotal } from './teams-found.tsx'

/** Open to everyone, because a region may show its lights to everyone; who sees which is asked of the audience. */
export const config = { who: 'everyone', noStore: true } as const

export function regionViewPage(app: FastifyInstance): void {
  app.get(regionPaths.region, { config }, async (request, reply) => {
    const { scope } = request
    const today = todayOf(scope)
    const question = toRegionQuestion(request.query, today)
    // A map of a whole day would be green all over: somebody always has room at some moment.
    const asked = isPicture(question) ? withDaypart(question, scope.now()) : question
    const view = await getRegionView(scope, asked)
    const signedIn = scope.actor.kind === 'user'
    if (!signedIn && view.total === 0 && narrowing(question.filters) === 0) throw new NotSignedIn()
    const { areas } = await getRegion(scope)
    const municipalities = [...new Set([...areas.values()].map(({ municipality }) => municipality))].sort()
    const amongTeams = ['region', 'professionals'].includes(circleOf(scope.actor))
    const setting = { question, asked, today, now: scope.now(), signedIn, amongTeams }
    return reply.page(200, <RegionPage view={view} municipalities={municipalities} {...setting} />)
  })
}

const isPicture = ({ view }: RegionQuestion) => view === 'day' || view === 'map'

function withDaypart(question: RegionQuestion, now: Date): RegionQuestion {
  return { ...question, filters: { ...question.filters, daypart: daypartOf(question, now) } }
}

type Props = {
  view: RegionView
  question: RegionQuestion
  /** The same, with the part of the day that the picture is about. */
  asked: RegionQuestion
  today: LocalDate
  now: Date
  municipalities: readonly string[]
  signedIn: boolean
  /** Only teams are shown how much each of them tells. */
  amongTeams: boolean
}

function RegionPage(props: Props) {
  const { view, question, asked, today, municipalities, signedIn, amongTeams } = props
  return (
    <Screen title="Stoplicht" width="wide" plots density={signedIn ? 'professional' : 'public'} script={signedIn}>
      <PageHeading actions={<DaySteps question={question} today={today} />}>
        <Heading level={1}>Wie heeft ruimte?</Heading>
        <Text kind="soft">
          {periodWords(question, today)} · <TeamsTotal total={view.total} />
        </Text>
      </PageHeading>
      {signedIn && <LiveSource question={question} now={props.now} />}
      <Tabs
        label="Beelden"
        items={views.map((one) => ({
          href: regionPaths.region + toRegionQuery({ ...question, view: one, page: 1 }, today),
          label: viewText[one],
          current: one === question.view,
        }))}
      />
      <Filters question={question} today={today} municipalities={municipalities} />
      {question.view !== 'week' && <Stands stands={view.stands} question={asked} today={today} />}
      <Picture {...props} />
      {view.total > 0 && question.view !== 'list' && (
        <LightLegend items={lights.map((value) => ({ value, word: roomText[value] }))} />
      )}
      {amongTeams && (
        <Text kind="soft">
          <Link href={regionPaths.freshness}>Hoe actueel is dit, per organisatie?</Link>
        </Text>
      )}
      <Pages question={question} today={today} total={view.total} />
    </Screen>
  )
}

function Picture({ view, question, asked, today, now }: Props) {
  const setting = { question, today, now }
  const teams = <TeamsFound view={view} {...setting} />
  if (view.total === 0 || question.view === 'list' || question.view === 'week') return teams
  if (question.view === 'map')
    return (
      <MapBeside map={<AreaMap areas={view.areas} question={asked} today={today} />}>
        <AreaTable areas={view.areas} question={asked} today={today} />
      </MapBeside>
    )
  return (
    <MapBeside map={teams}>
      <AreaMap areas={view.areas} question={asked} today={today} />
    </MapBeside>
  )
}

function Pages({ question, today, total }: Pick<Props, 'question' | 'today'> & { total: number }) {
  const perPage = teamsPerPage[question.view]
  if (isOfRegion(question) && total > mostInOneList) return null
  if (perPage === 0 || (total <= perPage && question.page === 1)) return null
  const hrefOf = (page: number) => regionPaths.region + toRegionQuery({ ...question, page }, today)
  const from = (question.page - 1) * perPage
  return (
    <Pagination
      label="teams"
      summary={`${Math.min(from + 1, total)} tot en met ${Math.min(from + perPage, total)} van ${total}`}
      previous={question.page > 1 ? hrefOf(question.page - 1) : undefined}
      next={from + perPage < total ? hrefOf(question.page + 1) : undefined}
    />
  )
}

function periodWords(question: RegionQuestion, today: LocalDate): string {
  if (question.view !== 'week') {
    const words = dayWords(question.on, today)
    const date = formatDateShort(question.on, today)
    return words === date ? capital(date) : `${capital(words)}, ${date}`
  }
  const { from, to } = daysOf(question)
  return `${capital(formatDateShort(from, today))} tot en met ${formatDateShort(to, today)}`
}
