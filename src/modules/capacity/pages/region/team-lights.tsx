import {
  Actions,
  DataTable,
  EmptyState,
  Heading,
  HeatGrid,
  Light,
  LightCalendar,
  LightLegend,
  Lines,
  LinkButton,
  Notice,
  Stack,
  Text,
} from '#design/index.ts'
import {
  addDays,
  formatDate,
  formatDuration,
  formatMoment,
  formatWeekday,
  type LocalDate,
  weekdayOf,
} from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { lights } from '#kernel/lights.ts'
import { formatPhone } from '#kernel/phone.ts'
import { capital } from '#kernel/sentence.ts'
import { careKindText, daypartText } from '#kernel/text.nl.ts'
import type { Reason } from '#modules/regions/index.ts'
import type { Alternative } from '../../alternatives.ts'
import type { Month } from '../../region-question.ts'
import type { PastLight, TeamLights } from '../../region-team.ts'
import { amountWords, dayWords, roomText } from '../../region-text.nl.ts'
import type { ShownLight } from '../../shown-light.ts'
import type { LightRow } from '../../store.ts'
import { cellOf } from './light-cells.ts'
import { regionPaths } from './paths.ts'

export type TeamLightsProps = TeamLights & {
  reasons: readonly Reason[]
  on: LocalDate
  daypart: Daypart
  month: Month
  today: LocalDate
  now: Date
}

/** For an open page, which is sent it again when a light of the team changes. */
export const teamLightsId = 'lichten'
/** The same of who nearby has room, sent again when a light of another team changes. */
export const teamsNearbyId = 'ruimte-in-de-buurt'

/** The lights of a team: its days, who else has room when it has none, and what they were. */
export function TeamLightsBlock(props: TeamLightsProps) {
  const { team, lights: told, on, today, now } = props
  const days = Array.from({ length: 7 }, (_, index) => addDays(on, index))
  const general = told.filter(({ careKind }) => careKind === '').map(toShown)
  const narrowed = told.filter(({ careKind, light }) => careKind !== '' && light !== 'unknown').map(toShown)
  return (
    <Stack gap="large" id={teamLightsId}>
      {!hasRoom(props) && <TeamsNearby {...props} />}
      <Heading level={2}>De komende dagen</Heading>
      <HeatGrid
        caption={`Ruimte van ${team.name}`}
        captionHidden
        rowLabel="Dag"
        groups={[
          { key: 'day', label: 'dag', columns: dayparts.map((part) => ({ key: part, label: daypartText[part] })) },
        ]}
        rows={days.map((day) => ({
          key: day,
          label: capital(dayWords(day, today)),
          note: formatWeekday(day),
          cells: Object.fromEntries(
            dayparts.map((part) => [`day.${part}`, cellOf({ id: team.id, lights: general, narrowed }, day, part, now)]),
          ),
        }))}
      />
      <History {...props} />
    </Stack>
  )
}

const monthWords = ({ from }: Month) => formatDate(from).replace(/^1 /, '')

type Asked = Pick<TeamLightsProps, 'lights' | 'on' | 'daypart'>

/** What the team says of the part of the day that was asked about. */
const askedOf = ({ lights, on, daypart }: Asked) =>
  lights.find((light) => light.careKind === '' && light.on === on && light.daypart === daypart)

export const hasRoom = (asked: Asked): boolean => askedOf(asked)?.light === 'green'

/** When there is no room here: why, until when, and who nearby has. */
export function TeamsNearby(props: TeamLightsProps) {
  const { team, nearby, expected, reasons, on, daypart, today, now } = props
  const asked = askedOf(props)
  const when = `${dayWords(on, today)}, ${daypartText[daypart]}`
  const light = asked?.light ?? 'unknown'
  const reason = reasons.find(({ code }) => code === asked?.reason)?.label
  const why = [reason, asked?.reasonText].filter(Boolean).join(': ')
  return (
    <section aria-labelledby="wie-wel" id={teamsNearbyId}>
      <Stack>
        <Notice kind="info" title={`${capital(when)}: ${roomText[light]}`}>
          <Text>
            {why && `${why}. `}
            {asked?.until && `Dit geldt tot ${formatMoment(asked.until, now)}. `}
            {expected
              ? `${team.name} verwacht ${expected.light === 'green' ? 'weer ruimte' : 'weer te kunnen overleggen'} op ${dayWords(expected.on, today)}, ${daypartText[expected.daypart]}.`
              : `${team.name} zegt nog niet wanneer er in de ${daypartText[daypart]} weer ruimte is.`}
          </Text>
        </Notice>
        <Heading level={2} id="wie-wel">
          Wie in de buurt heeft wel ruimte?
        </Heading>
        <DataTable
          caption={`Teams met ruimte, ${when}`}
          captionHidden
          columns={[
            { key: 'team', label: 'Team' },
            { key: 'light', label: capital(daypartText[daypart]) },
            { key: 'near', label: 'Waarom dit team' },
            { key: 'phone', label: 'Telefoon', nowrap: true },
          ]}
          rows={nearby.map((one) => ({
            key: one.id,
            href: `${regionPaths.team(one.id)}?dag=${on}&dagdeel=${daypart}`,
            cells: {
              team: <Lines first={one.name} then={[one.organization]} />,
              light: (
                <Lines
                  first={<Light value={one.light} label={roomText[one.light]} />}
                  then={[amountWords(one), formatDuration(one.setAt, now)]}
                />
              ),
              near: nearWords(one),
              phone: one.phone ? formatPhone(one.phone) : '–',
            },
          }))}
          empty={
            <EmptyState title={`Niemand in de regio geeft ruimte op: ${when}`} level={3} icon="users">
              <Text>Bel het team of het regioloket; zij weten wie er toch iets kan.</Text>
            </EmptyState>
          }
        />
      </Stack>
    </section>
  )
}

function nearWords({ shared, kilometres, expertises }: Alternative): string {
  return [
    shared > 0 && (shared === 1 ? 'komt in 1 dezelfde postcode' : `komt in ${shared} dezelfde postcodes`),
    shared === 0 && kilometres !== null && `ongeveer ${Math.max(1, Math.round(kilometres))} km verder`,
    expertises.length > 0 &&
      `ook ${expertises.map((code) => careKindText[code as keyof typeof careKindText] ?? code).join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function toShown(row: LightRow): ShownLight {
  return { ...row, setAt: row.setAt.toISOString(), until: row.until?.toISOString() ?? null }
}

/** A month as a calendar: what each place said when it was over. */
function History({ team, past, month, today }: TeamLightsProps) {
  const { from, to } = month
  const hrefOf = (day: LocalDate) => `${regionPaths.team(team.id)}?maand=${day.slice(0, 7)}#geschiedenis`
  return (
    <section aria-labelledby="geschiedenis">
      <Stack>
        <Heading level={2} id="geschiedenis">
          Geschiedenis
        </Heading>
        <Actions>
          <LinkButton kind="secondary" small icon="chevron-left" href={hrefOf(addDays(from, -1))}>
            Vorige maand
          </LinkButton>
          <LinkButton kind="secondary" small icon="chevron-right" href={hrefOf(addDays(to, 1))}>
            Volgende maand
          </LinkButton>
        </Actions>
        <LightCalendar
          caption={`${capital(monthWords(month))}: wat het licht zei aan het eind van elk dagdeel`}
          weekdays={weekdays}
          weeks={weeksOf(past, month, today)}
        />
        <LightLegend items={lights.map((value) => ({ value, word: roomText[value] }))} />
      </Stack>
    </section>
  )
}

const weekdays = Array.from({ length: 7 }, (_, index) => formatWeekday(addDays('2026-11-23', index))).map((long) => ({
  short: long.slice(0, 2),
  long,
}))

function weeksOf(past: readonly PastLight[], { from, to }: Month, today: LocalDate) {
  const first = addDays(from, 1 - weekdayOf(from))
  const weeks = Math.ceil((Number(to.slice(8)) + weekdayOf(from) - 1) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const day = addDays(first, week * 7 + place)
      if (day < from || day > to) return undefined
      const parts = past
        .filter(({ on }) => on === day)
        .map(({ daypart, light }) => ({
          key: daypart,
          value: light,
          words: `${daypartText[daypart]}: ${roomText[light]}`,
        }))
      return { key: day, number: Number(day.slice(8)), current: day === today, parts }
    }),
  )
}
