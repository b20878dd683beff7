import { Button, Heading, Link, LinkButton, PostForm, StageBar, StatusTag } from '#design/index.ts'
import { formatDateShort, formatTime } from '#kernel/dates.ts'
import { inSentence } from '#kernel/sentence.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import type { Spoken } from '../../meeting/spoken.ts'
import { isRunning, type Table, toDecide } from '../../meeting/table.ts'
import { secondsPerItem } from '../../rules/meeting/days.ts'
import { meetingPaths, wordOf } from './paths.ts'

type Props = { table: Table; spoken: Spoken | undefined; follows: boolean; leads: boolean; now: Date }

export const nameOf = ({ gathering, teamName }: Pick<Table, 'gathering' | 'teamName'>) =>
  gathering.joint ? 'Gezamenlijke bespreking' : teamName

/** Who meets, how far it is, and what can be done with the meeting itself. */
export function TopBar({ table, spoken, follows, leads, now }: Props) {
  const of = wordOf(table.gathering)
  const running = isRunning(table)
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
          <StageClock table={table} spoken={spoken} now={now} />
          <span data-live-lost="" hidden role="status">
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
          {table.takesPart && !table.gathering.joint && (
            <Link href={matchingPaths.divisionOf(table.gathering.teamId)}>Voorstel voor een verdeling</Link>
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

export const clockId = 'overleg-klok'

/** How long the item is spoken about that everyone looks at; nothing beside a look of one's own at another. */
export function StageClock({ table, spoken, now }: Pick<Props, 'table' | 'spoken' | 'now'>) {
  const { meeting } = table
  const runs = isRunning(table) && meeting?.shownAt && spoken?.card.id === meeting.shownRequestId
  return (
    <span id={clockId} className="stage-bar__clock">
      {runs && <Clock table={table} shownAt={meeting.shownAt ?? now} now={now} />}
    </span>
  )
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
