import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { GridTable } from './grid-table.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Columns, Stack } from './layout.tsx'
import { Light, type LightValue } from './light.tsx'
import { Lines } from './lines.tsx'
import { Pagination } from './pagination.tsx'
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
