import {
  Actions,
  Button,
  Details,
  EmptyState,
  Heading,
  Link,
  List,
  Notice,
  PostForm,
  Stack,
  Text,
} from '#design/index.ts'
import { inSentence } from '#kernel/sentence.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import { isRunning, type Table } from '../../meeting/table.ts'
import { meetingPaths, wordOf } from './paths.ts'

/** Before it begins, and when all was spoken about. */
export function Beginning({ table, refused }: { table: Table; refused?: string }) {
  const of = wordOf(table.gathering)
  const running = isRunning(table)
  const { meeting } = table
  return (
    <Stack>
      {refused && (
        <Notice kind="attention" title="Dit kon niet">
          <Text>{refused}</Text>
        </Notice>
      )}
      {table.agenda.length === 0 ? (
        <EmptyState title="Er staat niets op de agenda" icon="list-check">
          <Text>Wat binnenkomt of terugkomt, verschijnt hier vanzelf.</Text>
        </EmptyState>
      ) : (
        <>
          <Heading level={2}>{running ? 'Alles is besproken' : 'De agenda staat klaar'}</Heading>
          <Text kind="lead">
            {running
              ? 'Wat nog komt, verschijnt links vanzelf. Sluit het overleg af voor het verslag.'
              : 'Links staat wat vandaag op tafel ligt, met de reden. U kunt elke zorgvraag nu al bekijken.'}
          </Text>
        </>
      )}
      {table.takesPart && (
        <PostForm action={running ? meetingPaths.close(of) : meetingPaths.open(of)}>
          <Actions>
            <Button icon={running ? 'check' : undefined}>
              {running ? 'Sluit het overleg af' : meeting ? 'Ga verder met het overleg' : 'Begin het overleg'}
            </Button>
            {!table.gathering.joint && (
              <Link href={matchingPaths.divisionOf(table.gathering.teamId)} icon="list-check">
                Stel een verdeling voor
              </Link>
            )}
          </Actions>
        </PostForm>
      )}
      {meeting?.closedAt && (
        <Text>
          <Link href={meetingPaths.minutes(meeting.id)} icon="file-text" kind="strong">
            Verslag van vandaag
          </Link>
        </Text>
      )}
      {!table.gathering.joint && (
        <Details summary="Wanneer en hoe dit team overlegt" icon="settings">
          <Text>
            <Link href={meetingPaths.setting(of)}>Dagen, tijd, rooster en videoverbinding</Link>
          </Text>
        </Details>
      )}
    </Stack>
  )
}

/** Who is expected, who is there: before there is a request to look at. */
export function Chairs({ table: { seats } }: { table: Table }) {
  return (
    <Stack>
      <Heading level={2}>Wie zit aan tafel?</Heading>
      {seats.length === 0 ? (
        <Text>In dit team zit nog niemand.</Text>
      ) : (
        <List items={seats.map((seat) => ({ key: seat.organizationId, content: seatWords(seat) }))} />
      )}
    </Stack>
  )
}

export function seatWords({ organizationName, present, expected, standIn }: Table['seats'][number]): string {
  if (present.length > 0) {
    const names = present.map(({ name, standsInFor }) => (standsInFor ? `${name} voor ${standsInFor}` : name))
    return `${organizationName}: ${inSentence(names)}`
  }
  if (!expected) return `${organizationName}: niemand`
  return `${organizationName}: ${expected} wordt verwacht${standIn ? `, anders ${standIn}` : ''}`
}
