import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { DataTable, Heading, Link, List, Notice, Screen, Text } from '#design/index.ts'
import { RegionTabs } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { type OwnReplay, ownReplay, replayedDays } from '../own-replay.ts'
import { assumptions } from '../rules/replay/assumptions.ts'
import type { Estimate } from '../rules/replay/compare.ts'
import type { Figures } from '../rules/replay/figures.ts'

const config = { who: 'region.manage' } as const

/** What would have happened with the region's own requests of the last months, had teams been asked at once. */
export function ownReplayPage(app: FastifyInstance): void {
  app.get(paths.replayWays, { config }, async ({ scope }, reply) => {
    const replay = await Promise.race([ownReplay(scope), wait(patience, 'busy' as const, { ref: false })])
    if (replay === 'busy') reply.header('refresh', '5')
    return reply.page(200, <OwnReplayPage replay={replay} />)
  })
}

/** As long as people wait for a page; the figures come meanwhile. */
const patience = 2_000

function OwnReplayPage({ replay }: { replay: OwnReplay | 'busy' | undefined }) {
  return (
    <Screen
      title="Wat was er gebeurd?"
      width="wide"
      density="professional"
      script
      back={{ href: paths.wayOfWorking, label: 'Terug naar de werkwijze' }}
      tabs={<RegionTabs current={paths.wayOfWorking} />}
    >
      <Heading level={1}>Wat was er gebeurd als wij meteen vroegen?</Heading>
      {replay === 'busy' ? (
        <>
          <Notice kind="info" title="Wij rekenen nog">
            Dit duurt ongeveer een halve minuut. U kunt intussen iets anders doen.
          </Notice>
          <Text>
            <Link href={paths.replayWays}>Kijk of het klaar is</Link>
          </Text>
        </>
      ) : replay ? (
        <Compared replay={replay} />
      ) : (
        <Notice kind="info" title="Er zijn nog te weinig zorgvragen om na te spelen" />
      )}
    </Screen>
  )
}

function Compared({ replay: { requests, measuredDays, ways, gain } }: { replay: OwnReplay }) {
  const [meeting, atOnce] = ways
  return (
    <>
      <Text kind="lead">
        Wij speelden {requests} eigen zorgvragen van {measuredDays} dagen opnieuw na: met alleen een overleg, en met
        meteen vragen en een overleg voor de rest.
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
