import { DataTable, Heading, Link, List, Text } from '#design/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { assumptions } from '../rules/replay/assumptions.ts'
import type { Estimate } from '../rules/replay/compare.ts'
import type { Figures } from '../rules/replay/figures.ts'
import { type Compared, measuredDays, replayedDays } from '../rules/replay/own-months.ts'

/** The figures of both ways beside each other, and what of it is real. */
export function OwnReplayView({ compared, unproven }: { compared: Compared; unproven: number }) {
  const { requests, played, ways, gain } = compared
  const [meeting, atOnce] = ways
  return (
    <>
      <Text kind="lead">
        Wij speelden {requests} eigen zorgvragen van {measuredDays} dagen opnieuw na: met alleen een overleg, en met
        meteen vragen en een overleg voor de rest. Elk {played} keer, met steeds andere toevalligheden. De lijst van het
        overleg verdeelden wij zoals het voorstel dat doet.
      </Text>
      <DataTable
        caption="Per zorgvraag, met de marge waarbinnen toeval kan liggen"
        columns={[
          { key: 'what', label: 'Wat' },
          { key: 'meeting', label: 'Overleg', numeric: true },
          { key: 'atOnce', label: 'Meteen vragen', numeric: true },
          { key: 'gain', label: 'Verschil', numeric: true },
        ]}
        rows={lines.map(({ key, what, write }) => ({
          key,
          cells: {
            what,
            meeting: told(meeting?.figures[key], write),
            atOnce: told(atOnce?.figures[key], write),
            gain: changed(gain[key], write),
          },
        }))}
      />
      <Heading level={2}>Wat echt is en wat niet</Heading>
      <Text>
        Echt is wat er de afgelopen {replayedDays} dagen werd gevraagd: waar, welke zorg, wanneer en hoe dringend. Ook
        de teams en hun wijken zijn echt. De rest is aangenomen. Kijk dus naar het verschil, niet naar de getallen zelf.
        Is het verschil kleiner dan de marge, dan staat er ‘geen verschil’.
      </Text>
      <List
        items={[
          `Teams zijn voor ${Math.round(100 * assumptions.load.value)}% vol, en elk team is even groot.`,
          `Een team antwoordt overdag meestal binnen ${assumptions.replyMinutes.value} minuten.`,
          `Van de teams met plek zegt ${Math.round(100 * assumptions.unwilling.value)}% toch nee.`,
          `Het overleg is elke werkdag om ${assumptions.meetingHour.value}.00 uur.`,
        ].map((content) => ({ key: content, content }))}
      />
      {unproven > 0 && (
        <Text>
          Bij {unproven === 1 ? 'één lijst' : `${unproven} lijsten`} was de tijd om voordat de beste verdeling bewezen
          was. Een volgende keer kan daar iets anders uitkomen.
        </Text>
      )}
      <Text>
        <Link href={paths.changeWayOfWorking}>Meteen vragen afspreken</Link>
      </Text>
    </>
  )
}

const hours = (value: number) => `${decimal(value)} uur`
const share = (value: number) => `${decimal(100 * value)}%`
const lines: readonly { key: keyof Figures; what: string; write: (value: number) => string }[] = [
  { key: 'medianHours', what: 'De helft heeft een organisatie binnen', write: hours },
  { key: 'within24', what: 'Binnen 24 uur', write: share },
  { key: 'within48', what: 'Binnen 48 uur', write: share },
  { key: 'hospitalDays', what: 'Nachten gewacht, per 100 zorgvragen uit ziekenhuis of revalidatie', write: decimal },
  { key: 'messages', what: 'Berichten per zorgvraag', write: decimal },
  { key: 'travel', what: 'Reistijd per bezoek, enkele reis', write: (value) => `${decimal(value)} min` },
  { key: 'preferred', what: 'Kreeg de organisatie van voorkeur', write: share },
  { key: 'continuity', what: 'Hield de organisatie die al zorg gaf', write: share },
]

function told(value: Estimate | undefined, write: (value: number) => string): string {
  return value ? `${write(value.mean)} ± ${write(value.margin)}` : '–'
}

function changed(value: Estimate | undefined, write: (value: number) => string): string {
  if (!value) return 'geen verschil'
  return `${value.mean > 0 ? '+' : '−'}${write(Math.abs(value.mean)).replace('%', ' procentpunt')}`
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',')
}
