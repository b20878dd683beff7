import {
  Actions,
  Button,
  Card,
  DataTable,
  Details,
  EmptyState,
  FilterForm,
  Heading,
  HiddenField,
  Link,
  Notice,
  optionsOf,
  PageHeading,
  Pagination,
  PostForm,
  Screen,
  Select,
  Tabs,
  Text,
  TextField,
} from '#design/index.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { priorities } from '#kernel/priorities.ts'
import { careKindText, daypartText, priorityText } from '#kernel/text.nl.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import { mostCounted, type RequestList, type TeamChoice } from '../list/list.ts'
import { type ListQuestion, rowsPerPage, toQuery, type View } from '../list/list-question.ts'
import { viewText } from '../text.nl.ts'
import { columnsOf, rowOf, takeForm } from './list-row.tsx'
import { paths } from './paths.ts'

export type ListPageProps = {
  list: RequestList
  question: ListQuestion
  /** The views this actor has: who oversees has no organisation that takes. */
  views: readonly View[]
  now: Date
  placeOf: (pc4: string) => string
  /** What was just done: said once, above the list. */
  done?: unknown
}

const doneText = {
  teruggegeven: {
    title: 'De zorgvraag is teruggegeven',
    more: 'Zij staat weer bovenaan de lijst van het team. De gegevens van de cliënt zijn voor u gesloten.',
  },
  geantwoord: { title: 'Uw antwoord is verstuurd', more: 'Dank u wel. Wie zoekt, gaat er meteen mee verder.' },
} as const

export const listIds = { rows: 'zorgvragen', count: (view: View) => `aantal-${view}` }

/** The list of the team: what needs acting on first stands first. */
export function ListPage({ list, question, views, now, placeOf, done }: ListPageProps) {
  const said = done === 'teruggegeven' || done === 'geantwoord' ? doneText[done] : undefined
  const { view } = question
  const query = toQuery(question)
  const setting = { view, now, placeOf, takes: list.takes, query }
  return (
    <Screen title="Zorgvragen" width="wide" density="professional" script>
      <PageHeading>
        <Heading level={1}>Zorgvragen</Heading>
        <Text kind="soft">{teamsWords(list.teams, question.filters.teamId)}</Text>
      </PageHeading>
      {said && (
        <Notice kind="good" title={said.title}>
          <Text>{said.more}</Text>
        </Notice>
      )}
      <LiveSource question={question} />
      <Tabs
        label="Lijsten"
        items={views.map((one) => ({
          href: paths.requests + toQuery({ view: one, filters: teamOnly(question), page: 1 }),
          label: viewText[one],
          count: list.counts[one] < mostCounted ? list.counts[one] : `${mostCounted}+`,
          countId: listIds.count(one),
          current: one === view,
        }))}
      />
      {view === 'taken' && (
        <Text>
          <Link href={paths.outOfHours}>Lijst voor avond, nacht en weekend</Link>
        </Text>
      )}
      <Filters question={question} teams={list.teams} />
      {view === 'waiting' && views.includes('own') && list.teams.length > 0 && (
        <Link href={matchingPaths.division} icon="list-check" kind="strong">
          Stel een verdeling voor
        </Link>
      )}
      {view === 'waiting' && list.takes && (
        <PostForm action={paths.requests} id={takeForm}>
          {null}
        </PostForm>
      )}
      {list.rows.length === 0 && !isPlain(question) ? (
        <NothingFound question={question} />
      ) : (
        <Card kind="plain" data-controller={view === 'waiting' ? 'ordered-rows' : undefined}>
          <DataTable
            caption={viewText[view]}
            captionHidden
            columns={columnsOf(view)}
            rows={list.rows.map((row) => rowOf(row, setting))}
            bodyId={listIds.rows}
          />
          <NothingHere view={view} hidden={list.rows.length > 0} />
        </Card>
      )}
      <Pages question={question} list={list} />
    </Screen>
  )
}

/** Whole list, first page: the one place where new rows can be put in by themselves. */
export function isPlain({ filters, page }: ListQuestion): boolean {
  const { teamId: _, ...narrowing } = filters
  return page === 1 && Object.keys(narrowing).length === 0
}

function LiveSource({ question }: { question: ListQuestion }) {
  return <turbo-stream-source src={paths.live + toQuery(question)} />
}

function Filters({ question, teams }: { question: ListQuestion; teams: readonly TeamChoice[] }) {
  const { filters, view } = question
  const active = Object.keys(filters).length
  return (
    <Details icon="filter" summary={active > 0 ? `Filters (${active} aan)` : 'Filters'} open={active > 0}>
      <FilterForm action={paths.requests} label="Filters">
        {view !== 'waiting' && <HiddenField name="lijst" value={view === 'taken' ? 'genomen' : 'van-ons'} />}
        {teams.length > 1 && view !== 'own' && (
          <Select
            name="team"
            label="Team"
            placeholder="Alle teams"
            value={filters.teamId}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Select
          name="zorg"
          label="Soort zorg"
          placeholder="Alle zorg"
          value={filters.careKind}
          options={optionsOf(careKinds, careKindText)}
        />
        <Select
          name="dagdeel"
          label="Dagdeel"
          placeholder="Hele dag"
          value={filters.daypart}
          options={optionsOf(dayparts, daypartText)}
        />
        <Select
          name="urgentie"
          label="Hoe snel"
          placeholder="Alles"
          value={filters.priority}
          options={optionsOf(priorities, priorityText)}
        />
        <TextField
          name="postcode"
          label="Postcode"
          value={filters.pc4}
          inputMode="numeric"
          width="short"
          maxLength={7}
        />
        <Actions>
          <Button kind="secondary">Toon</Button>
          {active > 0 && <Link href={paths.requests + toQuery({ view, filters: {}, page: 1 })}>Wis filters</Link>}
        </Actions>
      </FilterForm>
    </Details>
  )
}

const emptyText: Record<View, { title: string; words: string }> = {
  waiting: { title: 'Alles is verdeeld', words: 'Nieuwe zorgvragen verschijnen hier vanzelf.' },
  taken: {
    title: 'Er staat niets open',
    words: 'Hier staat wat een organisatie heeft genomen en nog niet is gestart.',
  },
  own: {
    title: 'Uw organisatie heeft niets openstaan',
    words: 'Wat uw organisatie neemt, staat hier tot het is afgesloten.',
  },
  asked: {
    title: 'Aan uw organisatie is niets gevraagd',
    words: 'Vraagt een team of loket of uw organisatie zorg kan geven, dan staat dat hier.',
  },
}

/** Always there, so that the page can show it when the last row goes by itself. */
function NothingHere({ view, hidden }: { view: View; hidden: boolean }) {
  return (
    <div data-ordered-rows-target="empty" hidden={hidden}>
      <EmptyState title={emptyText[view].title} icon="list-check">
        <Text>{emptyText[view].words}</Text>
      </EmptyState>
    </div>
  )
}

function NothingFound({ question: { view } }: { question: ListQuestion }) {
  return (
    <EmptyState
      title="Geen zorgvraag gevonden met deze filters"
      icon="filter"
      action={<Link href={paths.requests + toQuery({ view, filters: {}, page: 1 })}>Wis filters</Link>}
    />
  )
}

function Pages({ question, list: { total } }: { question: ListQuestion; list: RequestList }) {
  const last = Math.max(1, Math.ceil(total / rowsPerPage))
  if (last === 1 && question.page === 1) return null
  const hrefOf = (page: number) => paths.requests + toQuery({ ...question, page })
  const from = (question.page - 1) * rowsPerPage
  return (
    <Pagination
      label={viewText[question.view]}
      summary={`${Math.min(from + 1, total)} tot en met ${Math.min(from + rowsPerPage, total)} van ${total}`}
      previous={question.page > 1 ? hrefOf(question.page - 1) : undefined}
      next={question.page < last ? hrefOf(question.page + 1) : undefined}
    />
  )
}

function teamsWords(teams: readonly TeamChoice[], chosen: string | undefined): string {
  const shown = teams.filter(({ id }) => chosen === undefined || id === chosen)
  if (shown.length > 3) return `${shown.length} teams`
  return (
    shown.map(({ name }) => name).join(', ') || 'U zit nog in geen team. De beheerder van uw organisatie regelt dat.'
  )
}

const teamOnly = ({ filters }: ListQuestion) => (filters.teamId ? { teamId: filters.teamId } : {})
