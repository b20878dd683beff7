import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  FilterForm,
  Heading,
  HiddenField,
  LightField,
  LightWeek,
  Link,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  SaveBar,
  Screen,
  Select,
  Tabs,
  Text,
  TextField,
} from '#design/index.ts'
import { addDays, formatDateShort, formatMoment, formatTime, formatWeekday, type LocalDate } from '#kernel/dates.ts'
import { lights } from '#kernel/lights.ts'
import { careKindText, daypartText, lightText } from '#kernel/text.nl.ts'
import type { Reason } from '#modules/regions/index.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { freshUntil, goesStaleWithin } from '../rules/light.ts'
import type { Standing } from '../rules/setting.ts'
import { type Week, weekLength } from '../week.ts'
import { capital } from './capital.ts'
import { paths, weekPath } from './paths.ts'
import { names, type Place } from './week-form.ts'

export type WeekPageProps = {
  week: Week
  places: readonly Place[]
  reasons: readonly Reason[]
  now: Date
  today: LocalDate
  /** Made with the form, so that a second send finds the first. */
  formKey: string
  /** Where the form begins another time: with what was typed, or with what a colleague did. */
  values?: FormValues
  errors?: FieldErrors
  changed?: readonly Standing[]
  done?: 'saved' | 'confirmed' | 'undone'
  notUndone?: string
}

const form = 'week'
/** So long before a light turns grey the team is asked whether it is still right. */
const askBefore = 3
/** More teams than fit beside one another are a list to choose from. */
const mostTabs = 6

/** Sets the lights of a team for seven days: four taps and one save, or radios for who has no script. */
export function WeekPage(props: WeekPageProps) {
  const { week, places, now, today, errors = {}, done } = props
  const first = week.days[0] ?? today
  const href = (from: LocalDate, more = {}) => weekPath(week.team.id, from === today ? undefined : from, more)
  return (
    <Screen title={`Stoplicht van ${week.team.name}`} width="wide" density="professional" script error={hasAny(errors)}>
      <ErrorSummary errors={errors} />
      {props.changed && <ChangedMeanwhile changed={props.changed} now={now} />}
      {props.notUndone && <Notice kind="attention" title={props.notUndone} />}
      <PageHeading
        actions={
          <>
            <LinkButton kind="secondary" small href={paths.pattern(week.team.id)} icon="calendar-event">
              Vast patroon
            </LinkButton>
            <LinkButton kind="quiet" small href={paths.connections} icon="settings">
              Koppelingen
            </LinkButton>
          </>
        }
      >
        <Heading level={1} caption="Stoplicht zetten">
          {week.team.name}
        </Heading>
      </PageHeading>
      <TeamChoice week={week} />
      {done && <Done done={done} undo={week.undo} team={week.team.id} from={first} />}
      <GoesStale {...props} />
      <div
        data-controller="light-week"
        data-action="pointermove@window->light-week#move pointerup@window->light-week#release pointercancel@window->light-week#cancel"
      >
        <Actions align="between">
          <span className="actions">
            {first > today && <Link href={href(before(first, today))}>Vorige 7 dagen</Link>}
            <Link href={href(addDays(first, weekLength))}>Volgende 7 dagen</Link>
          </span>
          <span className="actions">
            <LinkButton
              kind="secondary"
              small
              icon="refresh"
              href={href(first, { vul: 'vorige-week' })}
              data-action="light-week#lastWeek"
            >
              Zelfde als vorige week
            </LinkButton>
            <span hidden data-light-week-target="scripted">
              <LinkButton kind="quiet" small icon="arrow-back-up" href={href(first)} data-action="light-week#reset">
                Zet terug
              </LinkButton>
            </span>
          </span>
        </Actions>
        <p className="visually-hidden" hidden data-light-week-target="scripted" id="week-help">
          Met de pijltjes gaat u van dagdeel naar dagdeel. De letters g, o, r en n zetten groen, oranje, rood en niet
          opgegeven. De spatiebalk neemt het volgende licht. Met shift en een pijltje neemt u het licht mee.
        </p>
        <PostForm action={paths.week} id={form}>
          <HiddenField name="team" value={week.team.id} />
          <HiddenField name="vanaf" value={first} />
          <HiddenField name="key" value={props.formKey} />
          <LightWeek
            days={week.days.map((on) => dayOf(on, places, props, href))}
            data-action="pointerdown->light-week#press click->light-week#click keydown->light-week#key"
          />
          <SaveBar>
            <Button name="actie" value="bewaar">
              Bewaar
            </Button>
            <p className="save-bar__count" aria-live="polite" data-light-week-target="count" />
            <Why {...props} />
          </SaveBar>
        </PostForm>
      </div>
    </Screen>
  )
}

function dayOf(
  on: LocalDate,
  places: readonly Place[],
  { week, now, today }: WeekPageProps,
  href: (from: LocalDate, more: Record<string, string>) => string,
) {
  const here = places.filter((place) => place.on === on)
  const first = places[0]?.on ?? today
  const teamId = week.team.id
  const name = on === today ? 'Vandaag' : formatDateShort(on, today)
  return {
    key: on,
    label: capital(name),
    note: saidBy(here, now),
    actions: on !== places.at(-1)?.on && (
      <a
        className="link light-week__link"
        href={href(first, { kopieer: on })}
        data-action="light-week#copyDay"
        data-day={on}
      >
        Neem over<span className="visually-hidden"> van {formatWeekday(on)} voor de dagen erna</span>
      </a>
    ),
    lights: here.map((place) => <PlaceField key={place.daypart} place={place} teamId={teamId} now={now} />),
  }
}

function PlaceField({ place, teamId, now }: { place: Place; teamId: string; now: Date }) {
  const { on, daypart, row, shown, chosen, from, lastWeek } = place
  const part = daypartText[daypart]
  if (place.over) {
    return (
      <div className="light-field light-field--over">
        <span className="light-field__label">{part}</span>
        <span className="light-field__note">voorbij</span>
      </div>
    )
  }
  return (
    <LightField
      name={names.light(place)}
      legend={`${formatWeekday(on)} ${formatDateShort(on).slice(3)}, ${part}`}
      label={part}
      value={chosen}
      choices={lights.map((value) => ({ value, label: lightText[value] }))}
      note={noteOf(place, teamId, now)}
      faint={row !== undefined && (row.light !== row.said || row.origin !== 'set')}
      data-light-week-target="cell"
      data-initial={shown}
      data-day={on}
      data-part={daypart}
      data-last={lastWeek?.said}
      data-last-day={lastWeek?.on}
    >
      <HiddenField name={names.seen(place)} value={`${row?.version ?? 0}.${shown}`} />
      <input type="hidden" name={names.from(place)} defaultValue={from} data-from="" />
    </LightField>
  )
}

/** The few words that fit: what makes this light another than a plain one. */
function noteOf({ row, narrowed, on, daypart }: Place, teamId: string, now: Date) {
  const more = narrowed.map(({ careKind, light }) => `${careKind && careKindText[careKind]}: ${lightText[light]}`)
  const counted = [
    row?.newClients ? `${row.newClients} ${row.newClients === 1 ? 'cliënt' : 'cliënten'}` : undefined,
    row?.freeMinutes ? `${Math.floor(row.freeMinutes / 60)} uur` : undefined,
  ]
  const words = [
    row && row.light !== row.said ? `was ${lightText[row.said]}` : undefined,
    row?.origin === 'pattern' && row.light === row.said ? 'vast patroon' : undefined,
    row?.origin === 'exception' && row.light === row.said ? 'uitzondering' : undefined,
    row?.until && row.until > now ? `tot ${formatMoment(row.until, now)}` : undefined,
    ...counted,
    ...more,
  ].filter(Boolean)
  return (
    <>
      {words.join(', ')}
      {words.length > 0 && ' '}
      <a className="link" href={paths.cell(teamId, on, daypart)}>
        meer<span className="visually-hidden"> over {`${formatWeekday(on)} ${daypartText[daypart]}`}</span>
      </a>
    </>
  )
}

function saidBy(places: readonly Place[], now: Date): string | undefined {
  const said = places.flatMap(({ row }) => (row?.origin === 'set' ? [row] : []))
  const last = said.sort((one, other) => other.setAt.getTime() - one.setAt.getTime())[0]
  return last && `${last.setByName}, ${formatMoment(last.setAt, now)}`
}

function TeamChoice({ week }: { week: Week }) {
  if (week.teams.length === 1) return null
  if (week.teams.length <= mostTabs) {
    const items = week.teams.map(({ id, name }) => ({ href: weekPath(id), label: name, current: id === week.team.id }))
    return <Tabs label="Teams van uw organisatie" items={items} />
  }
  return (
    <FilterForm action={paths.week} label="Ander team">
      <Select
        name="team"
        label="Team"
        value={week.team.id}
        required={false}
        options={week.teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button kind="secondary">Kies</Button>
    </FilterForm>
  )
}

/** Asked once per save: everything that turned amber or red in it has this reason. */
function Why({ reasons, values = {}, errors = {} }: WeekPageProps) {
  const textOf = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined)
  return (
    <div className="filter" data-light-week-target="why">
      <Select
        name="reden"
        label="Waarom niet groen?"
        placeholder="Kies een reden"
        hint="Voor alles wat u nu op oranje of rood zet."
        required={false}
        value={textOf('reden')}
        error={errors.reden}
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
      />
      <TextField
        name="toelichting"
        label="Toelichting"
        optional
        maxLength={200}
        value={textOf('toelichting')}
        error={errors.toelichting}
      />
    </div>
  )
}

function GoesStale({ places, week, now }: WeekPageProps) {
  const rows = places.flatMap(({ row, over }) => (row?.origin === 'set' && !over ? [row] : []))
  const old = rows.filter(({ light, said }) => light !== said)
  const soon = rows.filter((row) =>
    goesStaleWithin(askBefore, { light: row.said, setAt: row.setAt, until: row.until }, row.on, now, week.expiry),
  )
  if (old.length + soon.length === 0) return null
  const end = soon
    .map((row) => freshUntil({ light: row.said, setAt: row.setAt, until: row.until }, row.on, week.expiry))
    .sort((one, other) => one.getTime() - other.getTime())[0]
  const title =
    old.length > 0
      ? `${count(old.length)} te oud en staat voor anderen op ‘niet opgegeven’`
      : `${count(soon.length)} om ${end && formatTime(end)} te oud`
  return (
    <Notice kind="attention" title={title}>
      <Actions>
        <Text>Klopt alles nog? Dan staat het weer goed, met uw naam en de tijd van nu.</Text>
        <Button small form={form} name="actie" value="bevestig">
          Alles klopt nog
        </Button>
      </Actions>
    </Notice>
  )
}

function Done({ done, undo, team, from }: { done: string; undo: Week['undo']; team: string; from: LocalDate }) {
  const title = {
    saved: 'Bewaard. Iedereen ziet het nu.',
    confirmed: 'Bevestigd. Alles staat er weer vers op.',
    undone: 'Teruggezet. Het staat weer zoals het was.',
  }[done]
  return (
    <Notice kind="good" title={title}>
      {undo && (
        <PostForm action={paths.undo} inline>
          <HiddenField name="team" value={team} />
          <HiddenField name="vanaf" value={from} />
          <HiddenField name="wijziging" value={undo.id} />
          <Button kind="secondary" small icon="arrow-back-up">
            Maak ongedaan
          </Button>
        </PostForm>
      )}
    </Notice>
  )
}

function ChangedMeanwhile({ changed, now }: { changed: readonly Standing[]; now: Date }) {
  return (
    <Notice kind="attention" title="Een collega was u net voor">
      <Text>Hieronder staat uw keuze. Bewaart u opnieuw, dan geldt die. De collega zette:</Text>
      <ul className="list">
        {changed.map((one) => (
          <li key={`${one.on}${one.daypart}`}>
            {formatWeekday(one.on)} {daypartText[one.daypart]}: {lightText[one.light]}
            {one.setByName && `, door ${one.setByName} ${formatMoment(one.setAt, now)}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** For an organisation whose administrator has not made teams yet. */
export function NoTeamPage() {
  return (
    <Screen title="Stoplicht zetten" width="wide" density="professional" script>
      <Heading level={1}>Stoplicht zetten</Heading>
      <EmptyState title="Uw organisatie heeft nog geen team" icon="users">
        De beheerder van uw organisatie maakt teams aan, met de postcodes waar ze komen.
      </EmptyState>
    </Screen>
  )
}

function count(lights: number): string {
  return lights === 1 ? 'Eén stoplicht is' : `${lights} stoplichten zijn`
}

const hasAny = (errors: FieldErrors) => Object.keys(errors).length > 0
const before = (first: LocalDate, today: LocalDate) =>
  addDays(first, -weekLength) > today ? addDays(first, -weekLength) : today
