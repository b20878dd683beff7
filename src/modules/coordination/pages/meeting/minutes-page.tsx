import type { FastifyInstance } from 'fastify'
import {
  Card,
  DataTable,
  EmptyState,
  Heading,
  Link,
  LinkButton,
  List,
  PageHeading,
  Screen,
  Text,
} from '#design/index.ts'
import { formatDateShort, formatTime, localDateOf } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import { getRegion } from '#modules/regions/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { fileNameOf, getMinutes, type HeldMeeting, listHeld, type Minutes } from '../../meeting/minutes.ts'
import { wordsOf } from '../../meeting/minutes-lines.ts'
import { minutesPdf } from '../../meeting/minutes-pdf.ts'
import { paths } from '../paths.ts'
import { gatheringOf } from './gathering-of.ts'
import { meetingPaths, wordOf } from './paths.ts'

const readers = { config: { who: ['requests.list', 'requests.oversee'] as const } }

/** What was decided, by whom, and what remains: on a page, on paper, and per team from day to day. */
export function minutesPages(app: FastifyInstance): void {
  app.get(meetingPaths.minutesOf(':gathering'), { config: { who: 'requests.list' } }, async (request, reply) => {
    const gathering = await gatheringOf(request)
    const found = await listHeld(request.scope, gathering)
    const title = gathering.joint ? 'Gezamenlijke bespreking' : found.teamName
    const today = localDateOf(request.scope.now())
    return reply.page(200, <HeldPage of={wordOf(gathering)} title={title} held={found.held} today={today} />)
  })

  app.get(meetingPaths.minutes(':meetingId'), readers, async (request, reply) =>
    reply.page(200, <MinutesPage minutes={await getMinutes(request.scope, meetingIdOf(request.params))} />),
  )

  app.get(meetingPaths.minutesPdf(':meetingId'), readers, async (request, reply) => {
    const minutes = await getMinutes(request.scope, meetingIdOf(request.params))
    const { name } = await getRegion(request.scope)
    const { meeting } = minutes
    const file = await minutesPdf(wordsOf(minutes), name, meeting.closedAt ?? meeting.openedAt)
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${fileNameOf(meeting)}"`)
      .send(file)
  })
}

function meetingIdOf(params: unknown): string {
  const { meetingId } = params as { meetingId: string }
  if (!isId(meetingId)) throw new NotFound()
  return meetingId
}

function MinutesPage({ minutes }: { minutes: Minutes }) {
  const words = wordsOf(minutes)
  const of = wordOf(minutes.gathering)
  return (
    <Screen
      title={`Verslag ${words.title}`}
      width="reading"
      density="professional"
      script
      back={{ href: meetingPaths.minutesOf(of), label: 'Alle verslagen' }}
    >
      <PageHeading
        actions={
          <LinkButton href={meetingPaths.minutesPdf(minutes.meeting.id)} icon="download" kind="secondary" download>
            Download als PDF
          </LinkButton>
        }
      >
        <Heading level={1} caption="Verslag">
          {words.title}
        </Heading>
        <Text kind="soft">{words.when}</Text>
      </PageHeading>
      <Heading level={2}>Besloten</Heading>
      {words.decisions.length === 0 ? (
        <Text>Er is niets besloten.</Text>
      ) : (
        <DataTable
          caption="Besloten"
          captionHidden
          columns={[
            { key: 'number', label: 'Zorgvraag', nowrap: true },
            { key: 'words', label: 'Besluit' },
            { key: 'by', label: 'Wanneer en door wie' },
          ]}
          rows={words.decisions.map(({ id, requestId, number, words: what, by }) => ({
            key: id,
            href: paths.request(requestId),
            cells: { number, words: what, by },
          }))}
        />
      )}
      <Heading level={2}>Wat open bleef</Heading>
      {words.leftOpen.length === 0 ? (
        <Text>
          {minutes.meeting.closedAt ? 'Alles is besproken.' : 'Dat staat hier als het overleg is afgesloten.'}
        </Text>
      ) : (
        <List
          items={words.leftOpen.map(({ requestId, number, words: why }) => ({
            key: requestId,
            content: (
              <>
                <Link href={paths.request(requestId)}>{number}</Link>: {why}
              </>
            ),
          }))}
        />
      )}
      <Heading level={2}>Wie er was</Heading>
      {words.present.length === 0 ? (
        <Text>Niemand is aangevinkt.</Text>
      ) : (
        <List items={words.present.map((line) => ({ key: line, content: line }))} />
      )}
      {words.absent && <Text>Afwezig: {words.absent}.</Text>}
    </Screen>
  )
}

type HeldProps = { of: string; title: string; held: readonly HeldMeeting[]; today: string }

function HeldPage({ of, title, held, today }: HeldProps) {
  return (
    <Screen
      title={`Verslagen ${title}`}
      width="wide"
      density="professional"
      script
      back={{ href: meetingPaths.meeting(of), label: 'Naar het overleg' }}
    >
      <Heading level={1} caption={title}>
        Verslagen
      </Heading>
      {held.length === 0 ? (
        <EmptyState title="Er is nog geen overleg gehouden" icon="file-text">
          <Text>Van elk overleg staat hier straks wat is besloten.</Text>
        </EmptyState>
      ) : (
        <Card kind="plain">
          <DataTable
            caption="Verslagen"
            captionHidden
            columns={[
              { key: 'day', label: 'Dag' },
              { key: 'time', label: 'Tijd', nowrap: true },
              { key: 'present', label: 'Aanwezig' },
              { key: 'decided', label: 'Besproken' },
              { key: 'left', label: 'Bleef open' },
            ]}
            rows={held.map((meeting) => ({
              key: meeting.id,
              href: meetingPaths.minutes(meeting.id),
              cells: {
                day: formatDateShort(meeting.heldOn, today),
                time: [meeting.openedAt, meeting.closedAt].map((at) => (at ? formatTime(at) : 'bezig')).join(' – '),
                present: meeting.present,
                decided: meeting.decided,
                left: meeting.left,
              },
            }))}
          />
        </Card>
      )}
    </Screen>
  )
}
