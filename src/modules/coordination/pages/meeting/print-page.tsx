import type { FastifyInstance } from 'fastify'
import { Card, Facts, Heading, PaperField, Screen, Stack, Text } from '#design/index.ts'
import { formatDate, formatTime } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { cardLines, personWords } from '#modules/requests/index.ts'
import { getTable, type Table } from '../../meeting/table.ts'
import { reasonText, whyText } from '../../meeting/text.nl.ts'
import { actByText } from '../../text.nl.ts'
import { placesOf } from '../list-routes.tsx'
import { seatWords } from './beginning.tsx'
import { gatheringOf } from './gathering-of.ts'
import { meetingPaths, wordOf } from './paths.ts'
import { nameOf } from './stage-bar.tsx'

/** The whole agenda on paper, with room to write what is decided: for when nothing else works. */
export function printPage(app: FastifyInstance): void {
  app.get(meetingPaths.print(':gathering'), { config: { who: 'requests.list' } }, async (request, reply) => {
    const { scope } = request
    const table = await getTable(scope, await gatheringOf(request))
    return reply.page(200, <PrintPage table={table} now={scope.now()} placeOf={await placesOf(scope)} />)
  })
}

type Props = { table: Table; now: Date; placeOf: (pc4: string) => string }

function PrintPage({ table, now, placeOf }: Props) {
  const items = table.agenda.filter(({ postponedUntil }) => !postponedUntil)
  return (
    <Screen
      title={`Lijst ${nameOf(table)}`}
      width="reading"
      density="professional"
      script
      back={{ href: meetingPaths.meeting(wordOf(table.gathering)), label: 'Terug naar het overleg' }}
    >
      <Heading level={1} caption={`${formatDate(table.today)}, ${formatTime(now)}`}>
        Lijst voor het overleg van {nameOf(table)}
      </Heading>
      <Text>
        Kaarten zonder naam en adres. Druk de pagina af, schrijf op wat is besloten, en voer het in als alles weer
        werkt.
      </Text>
      <Text kind="soft">Aan tafel: {table.seats.map(seatWords).join('; ') || 'niemand'}.</Text>
      <Stack>
        {items.map((item) => (
          <Card
            key={item.facts.id}
            title={`${formatRequestNumber(item.facts.number)}: ${personWords(item.facts)}, ${item.facts.pc4} ${placeOf(item.facts.pc4)}`}
          >
            <Text>
              {reasonText[item.reason]}. {whyText(item, now)}.
              {item.facts.actBy && ` Aan zet: ${item.facts.holderName}, ${actByText(item.facts.actBy, now)}.`}
            </Text>
            <Facts
              items={cardLines(item.facts, placeOf(item.facts.pc4))
                .filter(({ label }) => !said.has(String(label)))
                .map((line) => ({ ...line, wide: line.label === 'Handelingen' }))}
            />
            {item.facts.question && <Text kind="typed">{item.facts.question}</Text>}
            <PaperField label="Besluit" />
          </Card>
        ))}
      </Stack>
    </Screen>
  )
}

/** In the title of the card already. */
const said = new Set(['Wijk', 'Cliënt', 'Via'])
