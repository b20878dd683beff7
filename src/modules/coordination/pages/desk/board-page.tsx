import {
  Card,
  Columns,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  Heading,
  Lines,
  Link,
  LinkButton,
  List,
  Notice,
  PageHeading,
  Screen,
  Stack,
  StatusTag,
  Text,
} from '#design/index.ts'
import { formatMoment, formatTime } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import { type DeskFacts, deskStateAt } from '#modules/organizations/index.ts'
import { careWords, sourceText } from '#modules/requests/index.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import type { Board } from '../../desk/board.ts'
import type { Call } from '../../desk/calls.ts'
import { deskStateText } from '../../desk/desk.nl.ts'
import { actByText } from '../../text.nl.ts'
import { paths } from '../paths.ts'
import { CallForm } from './call-form.tsx'
import { deskPaths } from './paths.ts'
import { PromiseList } from './promise-list.tsx'

type Props = { board: Board; now: Date; values?: FormValues; errors?: FieldErrors }

/** The desk: what is heard now, what was promised, and what still has to find a place. */
export function BoardPage({ board, now, values, errors = {} }: Props) {
  const { desk, desks, takesCalls, promises } = board
  const wrong = Object.keys(errors).length > 0
  return (
    <Screen title="Balie" width="wide" density="professional" script error={wrong}>
      {!wrong && <turbo-stream-source src={deskPaths.live} />}
      <ErrorSummary errors={errors} />
      <PageHeading
        actions={
          <>
            <LinkButton kind="secondary" icon="search" href={deskPaths.search}>
              Zoek een zorgvraag
            </LinkButton>
            <LinkButton kind="quiet" icon="calendar-event" href={deskPaths.roster}>
              Rooster
            </LinkButton>
          </>
        }
      >
        <Heading level={1}>{desk ? desk.name : 'Balie'}</Heading>
        {desk && takesCalls && <OnDuty board={board} desk={desk} now={now} />}
      </PageHeading>
      {takesCalls && desk && desks.length > 1 && <OtherDesks desks={desks} current={desk} />}
      {!takesCalls && <NoDesk />}
      {takesCalls && !desk && <NotAtADesk />}
      <Columns>
        {takesCalls && desk && (
          <Stack>
            <Card title="Nieuw gesprek">
              <CallForm deskId={desk.id} values={values} errors={errors} />
            </Card>
          </Stack>
        )}
        <Stack>
          <Heading level={2}>{promises.length === 0 ? 'Beloften' : `Beloften (${promises.length})`}</Heading>
          <PromiseList promises={promises} now={now} manyDesks={desks.length > 1} />
          <Kept board={board} now={now} />
        </Stack>
      </Columns>
      {takesCalls && <Calls calls={board.calls} now={now} />}
      <Held board={board} now={now} />
    </Screen>
  )
}

function OnDuty({ board: { onDuty }, desk, now }: { board: Board; desk: DeskFacts; now: Date }) {
  const state = deskStateAt(desk, now)
  const [first] = onDuty
  return (
    <>
      <StatusTag kind={state === 'open' ? 'good' : 'attention'} label={capital(deskStateText[state])} />
      <Text kind="soft">
        {first
          ? `Dienst: ${first.name}, ${formatPhone(first.phone)}, tot ${formatMoment(first.untilAt, now)}`
          : `Niemand ingeroosterd. Aanvragers zien ${formatPhone(desk.phone)}.`}
        {state !== 'open' && desk.partnerName && ` ${desk.partnerName} neemt waar.`}
      </Text>
    </>
  )
}

function OtherDesks({ desks, current }: { desks: readonly DeskFacts[]; current: DeskFacts }) {
  return (
    <Text>
      Gesprekken komen bij {current.name}. Werkt u nu voor{' '}
      {desks
        .filter(({ id }) => id !== current.id)
        .map(({ id, name }) => (
          <Link key={id} href={deskPaths.boardOf(id)}>
            {name}
          </Link>
        ))}
      ?
    </Text>
  )
}

function NoDesk() {
  return (
    <Notice kind="info" title="Deze regio werkt zonder balie">
      <Text>
        Er worden geen gesprekken genoteerd. Wie op de website vraagt om te bellen, staat hieronder. Wat geen team op
        tijd oppakt, komt ook bij u: onderaan en op de lijst met zorgvragen. De regiomanager zet de balie aan bij de
        werkwijze.
      </Text>
    </Notice>
  )
}

function NotAtADesk() {
  return (
    <EmptyState title="U werkt nog niet aan een loket" icon="phone">
      <Text>De beheerder van uw organisatie zet u bij een loket. Daarna neemt u hier gesprekken aan.</Text>
    </EmptyState>
  )
}

function Kept({ board: { kept }, now }: { board: Board; now: Date }) {
  if (kept.length === 0) return null
  return (
    <Details summary={`Nagekomen sinds gisteren (${kept.length})`}>
      <List
        items={kept.map(({ id, name, words, doneAt, doneByName }) => ({
          key: id,
          content: `${name}: ${words.toLowerCase()}${doneAt ? `, ${formatMoment(doneAt, now)}` : ''}${doneByName ? `, door ${doneByName}` : ''}`,
        }))}
      />
    </Details>
  )
}

function Calls({ calls, now }: { calls: readonly Call[]; now: Date }) {
  return (
    <>
      <Heading level={2}>Gesprekken sinds gisteren</Heading>
      <Card kind="plain">
        <DataTable
          caption="Gesprekken, het nieuwste eerst"
          captionHidden
          columns={[
            { key: 'at', label: 'Wanneer', nowrap: true },
            { key: 'who', label: 'Wie' },
            { key: 'note', label: 'Waarover' },
            { key: 'became', label: 'Zorgvraag' },
          ]}
          rows={calls.map((call) => ({
            key: call.id,
            href: deskPaths.call(call.id),
            cells: {
              at: formatMoment(call.takenAt, now),
              who: (
                <Lines
                  first={call.callerName}
                  then={[sourceText[call.callerKind], `aangenomen door ${call.takenByName}`]}
                />
              ),
              note: call.note ? shortened(call.note) : undefined,
              became: becameOf(call),
            },
          }))}
          empty={
            <EmptyState title="Nog geen gesprekken" icon="phone">
              <Text>Gaat de telefoon? Begin meteen met typen. Wat u bewaart, staat hier.</Text>
            </EmptyState>
          }
        />
      </Card>
    </>
  )
}

function becameOf({ requestId, intakeKeptAt }: Call) {
  if (requestId) return <StatusTag kind="good" label="gekoppeld" />
  return intakeKeptAt ? <StatusTag kind="attention" label={`concept van ${formatTime(intakeKeptAt)}`} /> : undefined
}

/** What the desk must place: with a party, by asking, or by sending on. */
function Held({ board: { held }, now }: { board: Board; now: Date }) {
  return (
    <>
      <Heading level={2}>Zorgvragen bij dit loket</Heading>
      <Card kind="plain">
        <DataTable
          caption="Zorgvragen bij dit loket, de dringendste eerst"
          captionHidden
          columns={[
            { key: 'number', label: 'Zorgvraag', nowrap: true },
            { key: 'care', label: 'Zorg' },
            { key: 'actBy', label: 'Vóór' },
            { key: 'do', label: 'Plaatsen' },
          ]}
          rows={held.map((row) => ({
            key: row.id,
            href: paths.request(row.id),
            mark: row.actBy && row.actBy <= now ? ('urgent' as const) : undefined,
            cells: {
              number: formatRequestNumber(row.number),
              care: <Lines first={careWords(row)} then={[`postcode ${row.pc4}`, `nu bij ${row.holderName}`]} />,
              actBy: row.actBy ? actByText(row.actBy, now) : undefined,
              do: (
                <Stack gap="small">
                  <Text>
                    <Link href={matchingPaths.shortlist(row.id)}>Wie kan dit?</Link>
                  </Text>
                  {row.toBed && (
                    <Text>
                      <Link href={paths.toBed(row.id)}>Naar tijdelijk verblijf</Link>
                    </Text>
                  )}
                </Stack>
              ),
            },
          }))}
          empty={<EmptyState title="Er ligt niets" icon="circle-check" />}
        />
      </Card>
      <Text>
        <Link href={paths.requests}>Alle zorgvragen van het loket</Link>
      </Text>
    </>
  )
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 120 ? `${line.slice(0, 117)}…` : line
}
