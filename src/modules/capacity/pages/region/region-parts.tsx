import {
  Actions,
  Button,
  Checkboxes,
  Details,
  FilterForm,
  type GroupedLight,
  GroupedLights,
  HiddenField,
  LightCounts,
  Link,
  LinkButton,
  type MapArea,
  type MapShare,
  optionsOf,
  plotAreas,
  RegionMap,
  Select,
  ShareLegend,
  TextField,
} from '#design/index.ts'
import { careKinds, expertises } from '#kernel/care-kinds.ts'
import { addDays, type LocalDate } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { insurers } from '#kernel/insurers.ts'
import { lights } from '#kernel/lights.ts'
import { capital } from '#kernel/sentence.ts'
import { careKindText, daypartText } from '#kernel/text.nl.ts'
import { languages, languageText } from '#modules/organizations/index.ts'
import { narrowing, type RegionQuestion, toLiveQuery, toRegionQuery } from '../../region-question.ts'
import { dayWords, roomText } from '../../region-text.nl.ts'
import type { RegionArea, Stand } from '../../region-view.ts'
import { regionPaths } from './paths.ts'

type Setting = { question: RegionQuestion; today: LocalDate; now: Date }

const hrefOf = (question: RegionQuestion, today: LocalDate, more: Partial<RegionQuestion>) =>
  regionPaths.region + toRegionQuery({ ...question, page: 1, ...more }, today)

/** The day before, the day after, and back to today. */
export function DaySteps({ question, today }: Omit<Setting, 'now'>) {
  const step = question.view === 'week' ? 7 : 1
  const words = question.view === 'week' ? '7 dagen' : 'dag'
  return (
    <Actions>
      {(question.view !== 'week' || question.on > today) && (
        <LinkButton
          kind="secondary"
          small
          icon="chevron-left"
          href={hrefOf(question, today, { on: addDays(question.on, -step) })}
        >
          Vorige {words}
        </LinkButton>
      )}
      {question.on !== today && (
        <LinkButton kind="secondary" small href={hrefOf(question, today, { on: today })}>
          Vandaag
        </LinkButton>
      )}
      <LinkButton
        kind="secondary"
        small
        icon="chevron-right"
        href={hrefOf(question, today, { on: addDays(question.on, step) })}
      >
        Volgende {words}
      </LinkButton>
      <LinkButton kind="quiet" small icon="eye" href={regionPaths.screen}>
        Groot scherm
      </LinkButton>
    </Actions>
  )
}

/** Where this page hears what changes on it. Another question is another element: so a page that asks again hears that one. */
export function LiveSource({ question, now, more }: LiveSourceProps) {
  const query = toLiveQuery(question, now, more)
  return <turbo-stream-source id={`live${query}`} src={regionPaths.live + query} />
}

type LiveSourceProps = { question: RegionQuestion; now: Date; more?: Record<string, string> }

export const standsId = (on: LocalDate) => `stand-${on}`

/** How many teams have room in each part of the day; each leads to only those. */
export function Stands({ stands, question, today }: Omit<Setting, 'now'> & { stands: readonly Stand[] }) {
  return (
    <LightCounts
      id={standsId(question.on)}
      items={stands.map(({ daypart, counts }) => ({
        key: daypart,
        label: capital(daypartText[daypart]),
        href: hrefOf(question, today, { filters: { ...question.filters, daypart } }),
        current: question.filters.daypart === daypart,
        counts: lights.map((value) => ({ value, count: counts[value], word: roomText[value] })),
      }))}
    />
  )
}

/** What one can look for; all of it goes into the address. */
export function Filters({
  question,
  today,
  municipalities,
}: Omit<Setting, 'now'> & { municipalities: readonly string[] }) {
  const { view, on, filters } = question
  const active = narrowing(filters)
  return (
    <Details icon="filter" summary={active > 0 ? `Filters (${active} aan)` : 'Filters'} open={active > 0}>
      <FilterForm action={regionPaths.region} label="Filters">
        {view !== 'day' && <HiddenField name="beeld" value={viewWord[view]} />}
        {on !== today && <HiddenField name="dag" value={on} />}
        <TextField
          name="postcode"
          label="Postcode"
          value={filters.pc4}
          inputMode="numeric"
          width="short"
          maxLength={7}
        />
        <Select
          name="gemeente"
          label="Gemeente"
          placeholder="Hele regio"
          value={filters.municipality}
          options={municipalities.map((name) => ({ value: name, label: name }))}
        />
        <Select
          name="zorg"
          label="Soort zorg"
          placeholder="Alle zorg"
          value={filters.careKind}
          options={optionsOf(careKinds, careKindText)}
        />
        <Select
          name="deskundigheid"
          label="Deskundigheid"
          placeholder="Alle teams"
          value={filters.expertise}
          options={optionsOf(expertises, careKindText)}
        />
        <Select
          name="taal"
          label="Taal"
          placeholder="Alle talen"
          value={filters.language}
          options={languages.map((code) => ({ value: code, label: capital(languageText(code)) }))}
        />
        <Select
          name="verzekeraar"
          label="Contract met"
          placeholder="Alle verzekeraars"
          value={filters.insurer}
          options={insurers.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="dagdeel"
          label="Dagdeel"
          placeholder="Hele dag"
          value={filters.daypart}
          options={optionsOf(dayparts, daypartText)}
        />
        <Checkboxes
          name="ruimte"
          legend="Ruimte"
          required={false}
          options={[{ value: 'ja', label: 'Alleen teams met ruimte' }]}
          values={filters.room ? ['ja'] : []}
        />
        <Actions>
          <Button kind="secondary">Toon</Button>
          {active > 0 && <Link href={hrefOf(question, today, { filters: {} })}>Wis filters</Link>}
        </Actions>
      </FilterForm>
    </Details>
  )
}

const viewWord = { week: 'week', map: 'kaart', list: 'lijst' } as const

export const mapId = 'kaart'

/** An area in words, with a link to the teams that come there. */
export function areaOfMap(area: RegionArea, question: RegionQuestion, today: LocalDate): MapArea {
  return {
    light: area.light,
    count: area.light === 'green' ? area.withRoom : undefined,
    share: area.light === 'green' ? shareOf(area) : undefined,
    words: `${area.pc4} ${area.place}: ${roomText[area.light]}${area.teams > 0 ? `, ${roomWords(area)}` : ''}`,
    href: hrefOf(question, today, { view: 'list', filters: { ...question.filters, pc4: area.pc4 } }),
  }
}

function shareOf({ teams, withRoom }: Pick<RegionArea, 'teams' | 'withRoom'>): MapShare {
  if (withRoom * 3 <= teams) return 'few'
  return withRoom * 3 <= teams * 2 ? 'some' : 'most'
}

/** The shades of the green areas. */
function MapLegend() {
  const words: Record<MapShare, string> = {
    most: 'de meeste teams hebben ruimte',
    some: 'ongeveer de helft',
    few: 'een derde of minder',
  }
  const items = (['most', 'some', 'few'] as const).map((share) => ({ share, word: words[share] }))
  return <ShareLegend label="Tint van een gebied met ruimte" items={items} />
}

function roomWords({ teams, withRoom }: Pick<RegionArea, 'teams' | 'withRoom'>): string {
  return `${withRoom} van ${teams} ${teams === 1 ? 'team' : 'teams'} met ruimte`
}

/** The region as a map: each area in the colour of the best light of who comes there. */
export function AreaMap({ areas, question, today }: Omit<Setting, 'now'> & { areas: readonly RegionArea[] }) {
  const when = question.filters.daypart ? `, ${daypartText[question.filters.daypart]}` : ''
  return (
    <>
      <RegionMap
        id={mapId}
        title={`Waar is ruimte? ${capital(dayWords(question.on, today))}${when}`}
        description="Elk postcodegebied heeft de kleur en de vorm van het beste licht van de teams die er komen; hoe lichter het groen, hoe minder van hen ruimte hebben. Alles staat ook in de tabel."
        plot={plotOf(areas)}
        areas={new Map(areas.map((area) => [area.pc4, areaOfMap(area, question, today)]))}
        current={question.filters.pc4}
      />
      <MapLegend />
    </>
  )
}

/** The shapes of a region change as rarely as its postcodes; drawing them again takes some milliseconds. */
let drawn: { of: string; plot: ReturnType<typeof plotAreas> } | undefined

export function plotOf(areas: readonly RegionArea[]) {
  const of = areas
    .map(({ pc4, latitude, longitude, municipality }) => `${pc4} ${latitude} ${longitude} ${municipality}`)
    .join()
  if (drawn?.of !== of)
    drawn = { of, plot: plotAreas(areas.map((area) => ({ ...area, key: area.pc4, group: area.municipality }))) }
  return drawn.plot
}

export const areaRowId = (pc4: string) => `gebied-${pc4}`

export function areaRowOf(area: RegionArea, question: RegionQuestion, today: LocalDate): GroupedLight {
  return {
    key: area.pc4,
    id: areaRowId(area.pc4),
    label: `${area.pc4} ${area.place}`,
    href: areaOfMap(area, question, today).href,
    light: area.light,
    word: roomText[area.light],
    count: `${area.withRoom} van ${area.teams}`,
  }
}

/** The same as the map, in words. */
export function AreaTable({ areas, question, today }: Omit<Setting, 'now'> & { areas: readonly RegionArea[] }) {
  const municipalities = [...new Set(areas.map(({ municipality }) => municipality))].sort()
  return (
    <GroupedLights
      caption="Waar is ruimte?"
      columns={{ what: 'Gebied', light: 'Beste licht', count: 'Teams met ruimte' }}
      groups={municipalities.map((name) => ({
        key: name,
        label: name,
        rows: areas.filter(({ municipality }) => municipality === name).map((area) => areaRowOf(area, question, today)),
      }))}
    />
  )
}
