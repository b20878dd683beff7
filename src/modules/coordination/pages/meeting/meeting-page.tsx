import {
  Actions,
  Button,
  Details,
  EmptyState,
  Heading,
  Keys,
  Link,
  LinkButton,
  List,
  Notice,
  PostForm,
  Screen,
  Stack,
  Stage,
  StageBar,
  StatusTag,
  Text,
} from '#design/index.ts'
import { formatDateShort, formatTime } from '#kernel/dates.ts'
import { inSentence } from '#kernel/sentence.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import type { Spoken } from '../../meeting/spoken.ts'
import { isRunning, type Table, toDecide } from '../../meeting/table.ts'
import { secondsPerItem } from '../../rules/meeting/days.ts'
import { AgendaPanel, neighboursOf, stageForm } from './agenda-panel.tsx'
import { CardPanel } from './card-panel.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { meetingPaths, wordOf } from './paths.ts'

export type MeetingPageProps = {
  table: Table
  /** What is looked at; nothing before the meeting begins, or when all was spoken about. */
  spoken: Spoken | undefined
  follows: boolean
  ownOrganizationId: string | undefined
  now: Date
  placeOf: (pc4: string) => string
  reasonLabel: (code: string) => string
  refused?: string
}

/** The one screen of a meeting: agenda, card, decision. It works by links and forms; script makes it live and quick. */
export function MeetingPage(props: MeetingPageProps) {
  const { table, spoken, follows, now, placeOf } = props
  const of = wordOf(table.gathering)
  const leads = follows && isRunning(table) && (table.own?.leads ?? false)
  const current = spoken?.card.id
  const { previous, next } = neighboursOf(table, current)
  const query = follows ? '' : `?zorgvraag=${current ?? ''}`
  return (
    <Screen
      title={`Overleg ${nameOf(table)}`}
      width="stage"
      density="professional"
      script
      error={props.refused !== undefined}
    >
      <turbo-stream-source src={meetingPaths.live(of) + query} />
      <PostForm action={meetingPaths.meeting(of)} id={stageForm}>
        {null}
      </PostForm>
      <Stage
        data-controller="meeting"
        data-action="keydown@document->meeting#key"
        bar={<Bar {...props} leads={leads} />}
        left={<AgendaPanel table={table} currentId={current} leads={leads} now={now} placeOf={placeOf} />}
        middle={
          spoken ? (
            <CardPanel
              spoken={spoken}
              item={table.agenda.find(({ facts }) => facts.id === current)}
              place={placeOf(spoken.card.pc4)}
              now={now}
              reasonLabel={props.reasonLabel}
              steps={<Steps of={of} leads={leads} previous={previous} next={next} />}
            />
          ) : (
            <Beginning {...props} />
          )
        }
        right={spoken ? <DecisionPanel {...props} spoken={spoken} /> : <Chairs table={table} />}
        foot={
          <Keys
            data-meeting-target="switch"
            data-action="meeting#switchKeys"
            items={[
              { keys: 'j', does: 'volgende' },
              { keys: 'k', does: 'vorige' },
              { keys: '1–9', does: 'kies organisatie, Enter besluit' },
              { keys: 'u', does: 'vraag iedereen' },
              { keys: 's', does: 'verdeel' },
              { keys: 'l', does: 'later' },
              { keys: 'p', does: 'eerst' },
            ]}
          />
        }
      />
    </Screen>
  )
}

export const nameOf = ({ gathering, teamName }: Pick<Table, 'gathering' | 'teamName'>) =>
  gathering.joint ? 'Gezamenlijke bespreking' : teamName

function Bar({ table, spoken, follows, leads, now }: MeetingPageProps & { leads: boolean }) {
  const of = wordOf(table.gathering)
  const running = isRunning(table)
  const { meeting } = table
  return (
    <StageBar
      title={
        <Heading level={1} size={2}>
          {nameOf(table)}, {formatDateShort(table.today)}
        </Heading>
      }
      facts={
        <>
          <StageFacts table={table} />
          {running && meeting?.shownAt && spoken?.card.id === meeting.shownRequestId && (
            <Clock table={table} shownAt={meeting.shownAt} now={now} />
          )}
          <span data-meeting-target="lost" hidden role="status">
            <StatusTag kind="urgent" label="Geen verbinding. Dit gaat vanzelf verder." />
          </span>
        </>
      }
      actions={
        <>
          {running && !follows && (
            <LinkButton small href={meetingPaths.meeting(of)}>
              Volg het overleg
            </LinkButton>
          )}
          {running && table.takesPart && <Roles table={table} leads={leads} />}
        </>
      }
      more={
        <>
          <StageWho table={table} />
          {table.setting.videoUrl && (
            <Link href={table.setting.videoUrl} external>
              Video
            </Link>
          )}
          <Link href={meetingPaths.attendance(of)}>Aanwezig</Link>
          <Link href={meetingPaths.print(of)}>Lijst op papier</Link>
          <Link href={meetingPaths.minutesOf(of)}>Verslagen</Link>
        </>
      }
    />
  )
}

export const factsId = 'overleg-stand'

/** How far it is and who is there: the same for everyone who looks along. */
export function StageFacts({ table }: { table: Table }) {
  const { meeting, decisions } = table
  const decided = new Set(decisions.filter(({ code }) => code !== 'postponed').map(({ requestId }) => requestId)).size
  return (
    <span id={factsId} className="stage-bar__facts">
      {!meeting ? (
        <StatusTag kind="neutral" label={`begint om ${table.setting.startsAt.replace(/^0/, '')}`} />
      ) : meeting.closedAt ? (
        <StatusTag kind="neutral" label={`afgesloten om ${formatTime(meeting.closedAt)}`} />
      ) : (
        <StatusTag kind="good" label={`bezig sinds ${formatTime(meeting.openedAt)}`} />
      )}
      <span>
        {toDecide(table)} te gaan{decided > 0 && `, ${decided} besproken`}
      </span>
    </span>
  )
}

export const whoId = 'overleg-wie'

/** Who leads, and which organisations have nobody here. */
export function StageWho({ table }: { table: Table }) {
  const leaders = table.attendance.filter((one) => one.leads).map(({ name }) => name)
  const absent = table.seats.filter(({ present }) => present.length === 0).map((seat) => seat.organizationName)
  const words = [
    leaders.length > 0 && `${inSentence(leaders)} ${leaders.length > 1 ? 'leiden' : 'leidt'}`,
    absent.length > 0 && `afwezig: ${absent.length > 4 ? `${absent.length} organisaties` : inSentence(absent)}`,
  ]
  return <span id={whoId}>{isRunning(table) ? words.filter(Boolean).join(' · ') : ''}</span>
}

/** Counts up beside the share of time that is left; full is full, and nothing happens. */
function Clock({ table, shownAt, now }: { table: Table; shownAt: Date; now: Date }) {
  const gone = table.meeting ? (now.getTime() - table.meeting.openedAt.getTime()) / 1000 : 0
  const share = secondsPerItem(table.setting.minutes, gone, toDecide(table))
  const since = Math.max(0, Math.round((now.getTime() - shownAt.getTime()) / 1000))
  return (
    <span className="stage-clock" data-meeting-target="clock" data-seconds={since}>
      <span data-meeting-target="time">sinds {formatTime(shownAt)}</span>
      <progress max={share} value={Math.min(since, share)} aria-label={`Deel van ${share} seconden`} />
    </span>
  )
}

function Roles({ table, leads }: { table: Table; leads: boolean }) {
  const of = wordOf(table.gathering)
  return (
    <PostForm action={meetingPaths.lead(of)} inline>
      {!table.own && (
        <Button small kind="secondary" formAction={meetingPaths.sit(of)} name="er" value="ja">
          Ik ben er
        </Button>
      )}
      {table.own?.leads ? (
        <Button small kind="quiet" name="leid" value="nee">
          Leid niet meer
        </Button>
      ) : (
        <Button small kind="quiet" name="leid" value="ja">
          Leid mee
        </Button>
      )}
      {leads && (
        <Button small kind="secondary" formAction={meetingPaths.close(of)}>
          Sluit af
        </Button>
      )}
    </PostForm>
  )
}

function Steps({ of, leads, previous, next }: { of: string; leads: boolean; previous?: string; next?: string }) {
  const step = (id: string | undefined, label: string, key: string) =>
    id &&
    (leads ? (
      <Button small form={stageForm} formAction={meetingPaths.show(of, id)} kind="secondary" data-key={key}>
        {label}
      </Button>
    ) : (
      <LinkButton small href={meetingPaths.item(of, id)} kind="secondary" data-key={key}>
        {label}
      </LinkButton>
    ))
  return (
    <>
      {step(previous, 'Vorige', 'k')}
      {step(next, 'Volgende', 'j')}
    </>
  )
}

/** Before it begins, and when all was spoken about. */
function Beginning({ table, refused }: MeetingPageProps) {
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
function Chairs({ table: { seats } }: { table: Table }) {
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
