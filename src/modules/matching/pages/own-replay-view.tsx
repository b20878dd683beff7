import { DataTable, Heading, KeyFigures, Link, List, Text } from '#design/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import type { Ending } from '../own-months/store.ts'
import { assumptions } from '../rules/replay/assumptions.ts'
import type { Estimate } from '../rules/replay/compare.ts'
import type { Figures } from '../rules/replay/figures.ts'
import type { Compared } from '../rules/replay/own-months.ts'

type Told = { result: Extract<Ending, { state: 'ready' }>['result']; compared: Compared }

/** The figures of both ways beside each other, and what of it is real. */
export function OwnReplayView({ result, compared }: Told) {
  const { days, requests, played, ways, gain } = compared
  const [meeting, atOnce] = ways
  return (
    <>
      <Text kind="lead">
        Wij speelden {count(requests)} eigen zorgvragen van {days} dagen op twee manieren na: met alleen een overleg, en
        met eerst meteen vragen en een overleg voor de rest.
      </Text>
      <KeyFigures
        items={headlines.map(({ key, more, less, same, scale = 1, unit }) => {
          const [was, would, found] = [meeting?.figures[key], atOnce?.figures[key], gain[key]]
          const write = (value: number) => `${decimal(scale * value)}${unit}`
          return {
            label: found ? (found.mean > 0 ? more : less) : same,
            value: found ? decimal(Math.abs(scale * found.mean)) : 'Geen verschil',
            note:
              was &&
              would &&
              `${found ? '' : 'Kan toeval zijn: '}${write(would.mean)}, met alleen een overleg ${write(was.mean)}`,
          }
        })}
      />
      <DataTable
        caption="Alle cijfers. Achter ± staat hoeveel het door toeval kan schelen."
        columns={[
          { key: 'what', label: 'Wat' },
          { key: 'meeting', label: 'Alleen overleg', numeric: true, nowrap: true },
          { key: 'atOnce', label: 'Meteen vragen', numeric: true, nowrap: true },
          { key: 'gain', label: 'Verschil', numeric: true, nowrap: true },
        ]}
        rows={lines.map(({ key, what, unit, scale = 1 }) => ({
          key,
          cells: {
            what,
            meeting: told(meeting?.figures[key], scale, unit),
            atOnce: told(atOnce?.figures[key], scale, unit),
            gain: changed(gain[key], scale, unit),
          },
        }))}
      />
      <Heading level={2}>Wat echt is en wat niet</Heading>
      <Text>
        Echt is wat er in die tijd werd gevraagd: waar, welke zorg, wanneer en hoe dringend. Ook de teams en hun wijken
        zijn echt. De rest is aangenomen. Kijk dus naar het verschil, niet naar de getallen zelf. Kan toeval een
        verschil verklaren, dan staat er ‘geen verschil’.
      </Text>
      <List
        items={[
          `Teams zijn voor ${Math.round(100 * assumptions.load.value)}% vol, en elk team is even groot.`,
          `Een team antwoordt overdag meestal binnen ${assumptions.replyMinutes.value} minuten.`,
          `Van de teams met plek zegt ${Math.round(100 * assumptions.unwilling.value)}% toch nee.`,
          `Het overleg is elke werkdag om ${assumptions.meetingHour.value}.00 uur. Wij verdelen de lijst zoals het voorstel dat doet.`,
          'Meteen vragen ging zoals u dat afsprak, of anders zoals gebruikelijk, en steeds bij één team tegelijk.',
          'In het begin lopen de teams nog vol. Die dagen tellen niet mee.',
          `Elke manier speelden wij ${played} keer na. Steeds antwoordt een ander team snel of zegt een ander team nee.`,
        ].map((content) => ({ key: content, content }))}
      />
      <Remarks {...result} />
      <Text>
        <Link href={paths.changeWayOfWorking}>Meteen vragen afspreken</Link>
      </Text>
    </>
  )
}

function Remarks({ requests, ofAll, unproven }: Told['result']) {
  return (
    <>
      {ofAll > requests && (
        <Text>
          Er waren in die tijd {count(ofAll)} zorgvragen. Alles naspelen duurt te lang: wij namen er {count(requests)},
          verdeeld over alle dagen, en maakten de teams even veel kleiner.
        </Text>
      )}
      {unproven > 0 && (
        <Text>
          Bij {unproven === 1 ? 'één lijst' : `${unproven} lijsten`} was de tijd om voordat de beste verdeling bewezen
          was. Een volgende keer kan daar iets anders uitkomen.
        </Text>
      )}
    </>
  )
}

/** What a manager wants to know first. */
const headlines: readonly {
  key: keyof Figures
  more: string
  less: string
  same: string
  scale?: number
  unit: string
}[] = [
  {
    key: 'medianHours',
    more: 'Uren later een organisatie, voor de helft',
    less: 'Uren eerder een organisatie, voor de helft',
    same: 'Tijd tot een organisatie, voor de helft',
    unit: ' uur',
  },
  {
    key: 'within24',
    more: 'Meer zorgvragen binnen 24 uur, van elke 100',
    less: 'Minder zorgvragen binnen 24 uur, van elke 100',
    same: 'Binnen 24 uur een organisatie',
    scale: 100,
    unit: '%',
  },
  {
    key: 'hospitalDays',
    more: 'Nachten langer wachten, per 100 uit ziekenhuis of revalidatie',
    less: 'Nachten minder wachten, per 100 uit ziekenhuis of revalidatie',
    same: 'Nachten wachten, per 100 uit ziekenhuis of revalidatie',
    unit: ' nachten',
  },
]

const lines: readonly { key: keyof Figures; what: string; unit: string; scale?: number }[] = [
  { key: 'medianHours', what: 'De helft heeft een organisatie binnen', unit: ' uur' },
  { key: 'within24', what: 'Binnen 24 uur een organisatie', unit: '%', scale: 100 },
  { key: 'within48', what: 'Binnen 48 uur een organisatie', unit: '%', scale: 100 },
  { key: 'hospitalDays', what: 'Nachten wachten per 100 zorgvragen uit ziekenhuis of revalidatie', unit: '' },
  { key: 'messages', what: 'Berichten per zorgvraag', unit: '' },
  { key: 'travel', what: 'Reistijd per bezoek, enkele reis', unit: ' min' },
  { key: 'preferred', what: 'Kreeg de organisatie van voorkeur', unit: '%', scale: 100 },
  { key: 'continuity', what: 'Hield de organisatie die al zorg gaf', unit: '%', scale: 100 },
]

function told(value: Estimate | undefined, scale: number, unit: string): string {
  return value ? `${decimal(scale * value.mean)} ± ${decimal(scale * value.margin)}${unit}` : '–'
}

function changed(value: Estimate | undefined, scale: number, unit: string): string {
  if (!value) return 'geen verschil'
  const size = told({ ...value, mean: Math.abs(value.mean) }, scale, unit === '%' ? ' van de 100' : unit)
  return `${value.mean > 0 ? '+' : '−'}${size}`
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',')
}

function count(value: number): string {
  return value.toLocaleString('nl-NL')
}
