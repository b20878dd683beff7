import { AreaLegend, AreaMap, type AreaState } from './area-map.tsx'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { GridTable } from './grid-table.tsx'
import { GroupedLights } from './grouped-lights.tsx'
import { HeatGrid } from './heat-grid.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Columns, Stack } from './layout.tsx'
import { Light, type LightValue } from './light.tsx'
import { LightCalendar } from './light-calendar.tsx'
import { LightCounts, LightLegend } from './light-counts.tsx'
import { LightField, LightWeek } from './light-week.tsx'
import { Lines } from './lines.tsx'
import { Pagination } from './pagination.tsx'
import { plotAreas } from './plots/areas.ts'
import { RegionMap } from './region-map.tsx'
import { StatusTag } from './status-tag.tsx'
import { Sample } from './style-page-sample.tsx'
import { SummaryList } from './summary-list.tsx'
import { Tabs } from './tabs.tsx'
import { Timeline } from './timeline.tsx'

const columns: Column[] = [
  { key: 'number', label: 'Zorgvraag', nowrap: true },
  { key: 'who', label: 'Wie' },
  { key: 'care', label: 'Zorg' },
  { key: 'area', label: 'Wijk' },
  { key: 'hours', label: 'Uren', numeric: true },
  { key: 'by', label: 'Uiterlijk' },
  { key: 'action', label: 'Wat u kunt doen', labelHidden: true },
]

const take = (number: string) => (
  <Button small kind="secondary" what={`zorgvraag ${number}`}>
    Oppakken
  </Button>
)

const rows = [
  {
    key: 'a',
    href: '#a',
    mark: 'urgent' as const,
    cells: {
      number: 'K7MX-4PQR',
      who: <Lines first="vrouw, 85 tot 94" then={['woont alleen']} />,
      care: 'Wondzorg, elke dag',
      area: '6811 Centrum',
      hours: '3,5',
      by: <StatusTag kind="urgent" label="te laat, 40 min" />,
      action: take('K7MX-4PQR'),
    },
  },
  {
    key: 'b',
    href: '#b',
    mark: 'attention' as const,
    cells: {
      number: 'C3GH-9TWA',
      who: 'man, 75 tot 84',
      care: 'Wassen en aankleden, ochtend en avond',
      area: '6832 Malburgen-Oost',
      hours: '10',
      by: <StatusTag kind="attention" label="vandaag 14:00" />,
      action: take('C3GH-9TWA'),
    },
  },
  {
    key: 'c',
    href: '#c',
    cells: {
      number: 'P6FJ-7NKD',
      who: 'vrouw, 65 tot 74',
      care: 'Medicatie, insuline',
      area: '6825 Presikhaaf',
      by: <StatusTag kind="info" label="morgen 9:30" />,
      action: take('P6FJ-7NKD'),
    },
  },
]

const days = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
const parts = ['och', 'mid', 'avo']
const lights: Array<[LightValue, string]> = [
  ['green', '6 u'],
  ['amber', '2 u'],
  ['red', 'vol'],
  ['green', '4 u'],
  ['unknown', '?'],
]

const groups = days.map((day) => ({
  key: day,
  label: day,
  columns: parts.map((part) => ({ key: part, label: part })),
}))

const lightCells = (start: number) =>
  Object.fromEntries(
    groups
      .flatMap((group) => group.columns.map((column) => `${group.key}.${column.key}`))
      .map((key, position) => {
        const [value, label] = lights[(start + position * 2) % lights.length] ?? ['unknown', '?']
        return [key, <Light key={key} value={value} label={label} />]
      }),
  )

const heat: Array<[LightValue, string, string]> = [
  ['green', 'ruimte', '6 uur vrij'],
  ['amber', 'in overleg', '2 uur geleden'],
  ['red', 'vol', 'tot morgen 12:00'],
  ['unknown', 'niet opgegeven', ''],
]

const heatCells = (start: number, days: readonly string[]) =>
  Object.fromEntries(
    days
      .flatMap((day) => dayparts.map(({ key }) => `${day}.${key}`))
      .map((key, position) => {
        const [value, word, note] = heat[(start + position * 3) % heat.length] ?? ['unknown', '?', '']
        return [key, { value, word, note: note || undefined, href: value === 'red' ? '#wie-wel' : undefined }]
      }),
  )

const dayparts = [
  { key: 'morning', label: 'ochtend', short: 'o' },
  { key: 'afternoon', label: 'middag', short: 'm' },
  { key: 'evening', label: 'avond', short: 'a' },
  { key: 'night', label: 'nacht', short: 'n' },
]

const heatRows = (wanted: readonly string[]) =>
  ['Team Singels', 'Team Oost', 'Team Veluwezoom'].map((label, position) => ({
    key: label,
    label,
    note: 'Thuiszorg De Linde',
    href: `#${label}`,
    cells: heatCells(position, wanted),
  }))

const samplePlot = plotAreas(
  ['6811', '6812', '6813', '6814', '6821', '6822', '6823', '6824', '6831', '6832', '6841', '6842'].map(
    (key, place) => ({
      key,
      group: key.slice(0, 2) === '68' && place < 6 ? 'Noord' : 'Zuid',
      latitude: 51.96 + ((place * 7) % 12) / 150,
      longitude: 5.86 + ((place * 5) % 12) / 80,
    }),
  ),
)

const ownerStates: readonly AreaState[] = ['own', 'other', 'double', 'missing']
const sampleOwners = new Map(
  samplePlot.areas.map(({ key }, position) => [
    key,
    { state: ownerStates[position % 4] ?? 'other', words: key, changes: position === 2 },
  ]),
)
const sampleAreas = new Map(
  samplePlot.areas.map(({ key }, place) => {
    const [light, word] = heat[place % heat.length] ?? ['unknown', '?']
    return [key, { light, words: `${key}: ${word}`, href: `#${key}` }] as const
  }),
)

/** Much at once: figures, tables, lists. */
export function TableSamples({ prefix }: { prefix: string }) {
  return (
    <>
      <Sample name="Kerncijfers en tabbladen">
        <Stack>
          <Tabs
            label={`Werklijst (${prefix})`}
            items={[
              { href: '#team', label: 'Ons team', count: 12, current: true },
              { href: '#alles', label: 'Alle teams', count: 230 },
              { href: '#klaar', label: 'Toegewezen' },
            ]}
          />
          <KeyFigures
            items={[
              { label: 'Open zorgvragen', value: 12, note: '3 meer dan gisteren' },
              { label: 'Binnen 24 uur aangenomen', value: '87 %', note: 'doel: 90 %', mark: 'attention' },
              { label: 'Te laat', value: 1, href: '#laat', mark: 'urgent' },
              { label: 'Wachttijd', value: '–', note: 'nog te weinig gegevens' },
            ]}
          />
        </Stack>
      </Sample>
      <Sample name="Tabel">
        <Stack>
          <Card kind="plain">
            <DataTable caption={`Werklijst van Team Noord (${prefix})`} columns={columns} rows={rows} />
          </Card>
          <Pagination
            label={`werklijst (${prefix})`}
            summary="1 tot en met 3 van 9"
            previous="#vorige"
            next="#volgende"
            pages={[
              { number: 1, href: '#1', current: true },
              { number: 2, href: '#2' },
              { number: 3, href: '#3' },
            ]}
          />
          <DataTable
            caption="Lege tabel"
            columns={columns}
            rows={[]}
            empty={
              <EmptyState title="Geen zorgvragen" level={4}>
                Er past niets bij deze keuze.
              </EmptyState>
            }
          />
        </Stack>
      </Sample>
      <Sample name="Rooster">
        <Card kind="plain">
          <GridTable
            caption={`Ruimte per team (${prefix})`}
            rowLabel="Team"
            groups={groups}
            rows={['Noord', 'Zuid', 'Oost', 'Spijkerkwartier'].map((label, position) => ({
              key: label,
              label,
              href: `#${label.toLowerCase()}`,
              cells: lightCells(position),
            }))}
          />
        </Card>
      </Sample>
      <Sample name="Een week stoplichten zetten">
        <LightWeek
          days={['Maandag', 'Dinsdag'].map((label, day) => ({
            key: label,
            label,
            note: 'Sanne de Wit, vandaag 7:30',
            lights: dayparts.map(({ key, label: part }, place) => {
              const [value] = heat[(day + place) % heat.length] ?? ['unknown']
              return (
                <LightField
                  key={key}
                  name={`${prefix}-${label}-${key}`}
                  legend={`${label}, ${part}`}
                  label={part}
                  value={value}
                  choices={heat.map(([choice, word]) => ({ value: choice, label: word }))}
                  note={place === 2 ? 'was groen' : undefined}
                  faint={place === 2}
                />
              )
            }),
          }))}
        />
      </Sample>
      <Sample name="Lichten van een dag en van een week">
        <Stack>
          <HeatGrid
            caption={`Lichten van vandaag (${prefix})`}
            rowLabel="Team"
            groups={[{ key: 'today', label: 'vandaag', columns: dayparts }]}
            rows={heatRows(['today'])}
          />
          <HeatGrid
            caption={`Lichten van de week (${prefix})`}
            rowLabel="Team"
            groups={days.map((day) => ({ key: day, label: day, columns: dayparts }))}
            rows={heatRows(days)}
          />
        </Stack>
      </Sample>
      <Sample name="Lichten geteld, in een smalle kolom en per maand">
        <Stack>
          <LightCounts
            items={dayparts.map(({ key, label }, place) => ({
              key,
              label,
              href: `#${key}`,
              current: place === 1,
              counts: heat.map(([value, word], index) => ({ value, word, count: (place * 5 + index * 7) % 12 })),
            }))}
          />
          <LightLegend items={heat.map(([value, word]) => ({ value, word }))} />
          <Columns>
            <GroupedLights
              caption={`Waar is ruimte? (${prefix})`}
              columns={{ what: 'Gebied', light: 'Beste licht', count: 'Teams' }}
              groups={[
                {
                  key: 'noord',
                  label: 'Noord',
                  rows: heat.map(([light, word], place) => ({
                    key: word,
                    label: `68${11 + place} Centrum`,
                    href: `#68${11 + place}`,
                    light,
                    word,
                    count: `${place} van 4`,
                  })),
                },
              ]}
            />
            <LightCalendar
              caption={`November (${prefix})`}
              weekdays={['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'].map(
                (long) => ({
                  short: long.slice(0, 2),
                  long,
                }),
              )}
              weeks={[0, 1].map((week) =>
                days.map((day, place) => ({
                  key: `${week}-${day}`,
                  number: week * 7 + place + 2,
                  current: week === 1 && place === 2,
                  parts: dayparts.map(({ key, label }, part) => {
                    const [value, word] = heat[(week + place + part * 3) % heat.length] ?? ['unknown', '?']
                    return { key, value, words: `${label}: ${word}` }
                  }),
                })),
              )}
            />
          </Columns>
        </Stack>
      </Sample>
      <Sample name="Kaart">
        <RegionMap
          id={`kaart-${prefix}`}
          title="Waar is ruimte?"
          description="Elk gebied heeft de kleur en de vorm van het beste licht."
          plot={samplePlot}
          areas={sampleAreas}
          current="6824"
        />
      </Sample>
      <Sample name="Kaart van wie waar werkt">
        <Stack>
          <AreaMap
            id={`gebieden-${prefix}`}
            title="Wie werkt waar?"
            description="Een dikke lijn scheidt teams."
            plot={samplePlot}
            areas={sampleOwners}
          />
          <AreaLegend
            items={[
              { state: 'own', label: 'dit team' },
              { state: 'other', label: 'een ander team' },
              { state: 'double', label: 'twee teams' },
              { state: 'missing', label: 'geen team' },
            ]}
            changes="verandert"
          />
        </Stack>
      </Sample>
      <Sample name="Overzicht en tijdlijn">
        <Columns>
          <SummaryList
            rows={[
              { label: 'Naam', value: 'J. Jansen', change: { href: '#naam', what: 'uw naam' } },
              {
                label: 'Geboortedatum',
                value: '27 maart 1941',
                change: { href: '#geboren', what: 'uw geboortedatum' },
              },
              {
                label: 'Toelichting',
                value: 'Woont op de derde verdieping, er is een lift. De sleutel ligt bij de buren.',
              },
            ]}
          />
          <Timeline
            items={[
              { at: 'maandag 3 augustus 9:12', dateTime: '2026-08-03T09:12+02:00', title: 'Aangevraagd' },
              { at: 'vandaag 8:40', title: 'Besproken door Team Noord', children: 'Twee organisaties hebben ruimte.' },
              { at: 'uiterlijk vandaag 14:00', title: 'Wij bellen u', current: true },
            ]}
          />
        </Columns>
      </Sample>
    </>
  )
}
