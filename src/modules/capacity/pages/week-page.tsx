import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  FilterForm,
  Heading,
  HiddenField,
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
  TextField,
} from '#design/index.ts'
import { addDays, formatDateShort, formatWeekday, type LocalDate } from '#kernel/dates.ts'
import { capital } from '#kernel/sentence.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { Standing } from '../rules/setting.ts'
import { type Week, weekLength } from '../week.ts'
import { paths, weekPath } from './paths.ts'
import { SuggestionCard, type SuggestionCardProps } from './suggestion-card.tsx'
import type { Place } from './week-form.ts'
import { ChangedMeanwhile, Done, GoesStale } from './week-notices.tsx'
import { PlaceField, saidBy } from './week-place.tsx'

export type WeekPageProps = SuggestionCardProps & {
  /** Where the form begins another time: with what was typed, or with what a colleague did. */
  values?: FormValues
  errors?: FieldErrors
  changed?: readonly Standing[]
  done?: 'saved' | 'confirmed' | 'undone' | 'left'
  notUndone?: string
}

/** The id of the form: the button that confirms stands outside it. */
const form = 'week'
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
      <SuggestionCard {...props} />
      <GoesStale places={places} week={week} now={now} form={form} />
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

const hasAny = (errors: FieldErrors) => Object.keys(errors).length > 0
const before = (first: LocalDate, today: LocalDate) =>
  addDays(first, -weekLength) > today ? addDays(first, -weekLength) : today
