import {
  Actions,
  Button,
  Card,
  DateField,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  LightField,
  LightWeek,
  Notice,
  PostForm,
  SaveBar,
  Screen,
  Select,
  Text,
  TextField,
} from '#design/index.ts'
import { formatDateShort, formatMoment } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { lights } from '#kernel/lights.ts'
import { capital } from '#kernel/sentence.ts'
import { daypartText, lightText } from '#kernel/text.nl.ts'
import type { Reason } from '#modules/regions/index.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { Pattern } from '../pattern.ts'
import { type Expiry, patternFreshUntil } from '../rules/light.ts'
import { paths, weekPath } from './paths.ts'

export type PatternPageProps = {
  pattern: Pattern
  reasons: readonly Reason[]
  expiry: Expiry
  now: Date
  values?: FormValues
  errors?: FieldErrors
  /** Which of the two forms was sent wrong. */
  wrong?: 'pattern' | 'exception'
  changedMeanwhile?: boolean
  saved?: boolean
}

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
export const patternName = (weekday: number, daypart: Daypart) => `p-${weekday}-${daypart}`

/** The week that always comes back, and the days on which it does not. */
export function PatternPage(props: PatternPageProps) {
  const { pattern, expiry, now, errors = {} } = props
  const { team } = pattern
  return (
    <Screen
      title={`Vast patroon van ${team.name}`}
      width="wide"
      density="professional"
      script
      error={props.wrong !== undefined}
      back={{ href: weekPath(team.id), label: 'Stoplicht zetten' }}
    >
      <ErrorSummary errors={errors} />
      {props.saved && <Notice kind="good" title="Bewaard" />}
      {props.changedMeanwhile && (
        <Notice kind="attention" title="Een collega bewaarde dit patroon net voor u">
          <Text>Hieronder staat het patroon van uw collega. Pas het aan als dat nodig is, en bewaar.</Text>
        </Notice>
      )}
      <Heading level={1} caption={team.name}>
        Vast patroon
      </Heading>
      <Text kind="lead">
        Het patroon vult elk dagdeel waarvoor niemand iets heeft gezet. Wat u zelf zet, gaat voor. Het geldt{' '}
        {expiry.patternDays} dagen; bewaar het daarna opnieuw.
      </Text>
      {pattern.confirmedAt && <Freshness pattern={pattern} expiry={expiry} now={now} />}
      <WeekForm {...props} />
      <Heading level={2}>Uitzonderingen</Heading>
      <Exceptions {...props} />
    </Screen>
  )
}

function Freshness({
  pattern: { confirmedAt, confirmedByName },
  expiry,
  now,
}: Pick<PatternPageProps, 'pattern' | 'expiry' | 'now'>) {
  if (!confirmedAt) return null
  const until = patternFreshUntil(confirmedAt, expiry)
  const by = `Voor het laatst bewaard door ${confirmedByName}, ${formatMoment(confirmedAt, now)}.`
  if (until > now)
    return (
      <Text kind="soft">
        {by} Het geldt tot {formatMoment(until, now)}.
      </Text>
    )
  return (
    <Notice kind="attention" title="Dit patroon is te oud en telt niet meer mee">
      <Text>{by} Klopt het nog? Bewaar het dan opnieuw.</Text>
    </Notice>
  )
}

function WeekForm({ pattern, reasons, values = {}, errors = {}, wrong }: PatternPageProps) {
  const typed = wrong === 'pattern' ? values : {}
  const text = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const lightOf = (weekday: number, daypart: Daypart) => {
    const chosen = lights.find((light) => light === text(patternName(weekday, daypart)))
    const known = pattern.lights.find((one) => one.weekday === weekday && one.daypart === daypart)
    return chosen ?? known?.light ?? 'unknown'
  }
  return (
    <div
      data-controller="light-week"
      data-action="pointermove@window->light-week#move pointerup@window->light-week#release pointercancel@window->light-week#cancel"
    >
      <PostForm action={paths.pattern(pattern.team.id)}>
        <HiddenField name="gezien" value={String(pattern.version)} />
        <LightWeek
          data-action="pointerdown->light-week#press click->light-week#click keydown->light-week#key"
          days={weekdays.map((name, place) => ({
            key: name,
            label: capital(name),
            lights: dayparts.map((daypart) => {
              const light = lightOf(place + 1, daypart)
              return (
                <LightField
                  key={daypart}
                  name={patternName(place + 1, daypart)}
                  legend={`${name}, ${daypartText[daypart]}`}
                  label={daypartText[daypart]}
                  value={light}
                  choices={lights.map((value) => ({
                    value,
                    label: value === 'unknown' ? 'niet vast' : lightText[value],
                  }))}
                  data-light-week-target="cell"
                  data-initial={light}
                  data-day={String(place + 1)}
                  data-part={daypart}
                />
              )
            }),
          }))}
        />
        <SaveBar>
          <Button>Bewaar patroon</Button>
          <p className="save-bar__count" aria-live="polite" data-light-week-target="count" />
          <div className="filter" data-light-week-target="why">
            <Reasons
              reasons={reasons}
              name="reden"
              note="toelichting"
              text={text}
              errors={wrong === 'pattern' ? errors : {}}
            />
          </div>
        </SaveBar>
      </PostForm>
    </div>
  )
}

type ReasonsProps = {
  reasons: readonly Reason[]
  name: string
  note: string
  text: (name: string) => string | undefined
  errors: FieldErrors
}

function Reasons({ reasons, name, note, text, errors }: ReasonsProps) {
  return (
    <>
      <Select
        name={name}
        label="Waarom niet groen?"
        placeholder="Kies een reden"
        required={false}
        value={text(name)}
        error={errors[name]}
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
      />
      <TextField name={note} label="Toelichting" optional maxLength={200} value={text(note)} error={errors[note]} />
    </>
  )
}

function Exceptions(props: PatternPageProps) {
  const { pattern, reasons, values = {}, errors = {}, wrong } = props
  const typed = wrong === 'exception' ? values : {}
  const mine = wrong === 'exception' ? errors : {}
  const text = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const date = (name: string) => ({
    day: text(`${name}-day`),
    month: text(`${name}-month`),
    year: text(`${name}-year`),
  })
  return (
    <>
      {pattern.exceptions.length === 0 ? (
        <EmptyState title="Geen uitzonderingen" icon="calendar-event">
          Zet hier dagen waarop het patroon niet klopt, zoals een feestdag of een scholing.
        </EmptyState>
      ) : (
        <ul className="list">
          {pattern.exceptions.map((one) => (
            <li key={one.id}>
              <PostForm action={paths.exception(pattern.team.id)} inline>
                <HiddenField name="weg" value={one.id} />
                {formatDateShort(one.firstOn)} tot en met {formatDateShort(one.lastOn)}: {lightText[one.light]}
                {one.reason && ` (${reasons.find(({ code }) => code === one.reason)?.label ?? one.reason})`}{' '}
                <Button kind="quiet" small icon="trash" what={`uitzondering van ${formatDateShort(one.firstOn)}`}>
                  Haal weg
                </Button>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
      <Card>
        <PostForm action={paths.exception(pattern.team.id)}>
          <Heading level={3}>Uitzondering toevoegen</Heading>
          <DateField name="eerste" legend="Eerste dag" value={date('eerste')} error={mine.eerste} />
          <DateField
            name="laatste"
            legend="Laatste dag"
            hint="Leeg is alleen de eerste dag."
            optional
            value={date('laatste')}
            error={mine.laatste}
          />
          <Select
            name="licht"
            label="Wat geldt er dan?"
            value={text('licht') ?? 'unknown'}
            error={mine.licht}
            options={lights.map((value) => ({ value, label: lightText[value] }))}
          />
          <Reasons reasons={reasons} name="waarom" note="uitleg" text={text} errors={mine} />
          <Actions>
            <Button kind="secondary">Voeg toe</Button>
          </Actions>
        </PostForm>
      </Card>
    </>
  )
}
