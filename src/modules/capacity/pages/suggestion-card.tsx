import {
  Actions,
  Button,
  Card,
  Checkboxes,
  Details,
  HiddenField,
  Light,
  Notice,
  PostForm,
  Select,
  Stack,
  Text,
} from '#design/index.ts'
import { formatDateShort, type LocalDate } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { capital, inSentence } from '#kernel/sentence.ts'
import { daypartText, lightText } from '#kernel/text.nl.ts'
import type { Reason } from '#modules/regions/index.ts'
import { type Suggestion, wantsReason } from '../rules/suggestion.ts'
import type { LightRow } from '../store.ts'
import type { Week } from '../week.ts'
import { paths } from './paths.ts'
import { placeName } from './suggestion-form.ts'
import type { Place } from './week-form.ts'

export type SuggestionCardProps = {
  week: Week
  places: readonly Place[]
  reasons: readonly Reason[]
  now: Date
  today: LocalDate
  /** Made with the form, so that a second send finds the first. */
  formKey: string
  /** Between showing and accepting, somebody else was taken on. */
  suggestionChanged?: boolean
}

type Suggesting = Place & { row: LightRow; suggestion: Suggestion }

/** Places of the week that say the same now and could say the same: one question, with a box for each day. */
type Group = { first: Suggesting; places: Suggesting[] }

/** The reason that fits a suggestion best, where the region has it: what was taken on fills the routes. */
const likelyReason = 'full-routes'

/** Asks whether the light is still right after clients were taken on. Nothing changes until the team says so. */
export function SuggestionCard({ week, places, reasons, now, today, formKey, suggestionChanged }: SuggestionCardProps) {
  const suggesting = places.filter(isSuggesting)
  const groups = groupsOf(suggesting)
  const [first] = week.days
  if (groups.length === 0)
    return suggestionChanged ? (
      <Notice kind="attention" title="Dit voorstel geldt niet meer">
        <Text>Intussen is er iets veranderd. Het stoplicht hieronder staat zoals het nu is.</Text>
      </Notice>
    ) : null
  const mayChange = suggesting.length === 1 ? 'Eén dagdeel kan anders' : `${suggesting.length} dagdelen kunnen anders`
  const asksReason = groups.some(({ first: one }) => wantsReason(one.row.light, one.suggestion.light))
  return (
    <PostForm action={paths.suggestion}>
      <Card id="voorstel">
        {/* Folded, so that the week itself is in sight on a phone. */}
        <Details summary={`Klopt het stoplicht nog? ${mayChange}`} open={suggestionChanged} icon="calendar-event">
          <Stack>
            {suggestionChanged && (
              <Notice
                kind="attention"
                level={3}
                title="Er is intussen iets veranderd. Kijk het voorstel nog eens na."
              />
            )}
            <Text>
              {`Sinds u het zette, nam uw organisatie nieuwe cliënten: ${inWords(suggesting)}. `}
              Vink uit wat niet klopt: dat blijft zoals het staat.
            </Text>
            <HiddenField name="team" value={week.team.id} />
            <HiddenField name="vanaf" value={first ?? today} />
            <HiddenField name="key" value={formKey} />
            <HiddenField name="getoond-op" value={now.toISOString()} />
            {suggesting.map((place) => (
              <HiddenField key={placeName(place)} name="getoond" value={placeName(place)} />
            ))}
            {groups.map(({ first: one, places: days }, index) => (
              <Checkboxes
                key={placeName(one)}
                name={index === 0 ? 'plek' : `plek-${index + 1}`}
                legend={<Question place={one} />}
                hint={whyOf(days)}
                inline
                options={days.map((place) => ({ value: placeName(place), label: labelOf(place, today) }))}
                values={days.map(placeName)}
              />
            ))}
            {asksReason && (
              <Select
                name="reden-voorstel"
                label="Reden bij wat u overneemt"
                required={false}
                value={reasons.some(({ code }) => code === likelyReason) ? likelyReason : undefined}
                options={reasons
                  .filter(({ wantsText }) => !wantsText)
                  .map(({ code, label }) => ({ value: code, label }))}
              />
            )}
            <Actions>
              <Button name="actie" value="neem-over" small>
                Neem het voorstel over
              </Button>
              <Button kind="secondary" name="actie" value="laat" small>
                Laat alles zoals het staat
              </Button>
            </Actions>
          </Stack>
        </Details>
      </Card>
    </PostForm>
  )
}

function Question({ place: { daypart, row, suggestion } }: { place: Suggesting }) {
  const part = capital(daypartText[daypart])
  const now = <Light value={row.light} label={lightText[row.light]} />
  if (row.light === suggestion.light)
    return (
      <>
        {part}: blijft {now} met minder plek
      </>
    )
  return (
    <>
      {part}: van {now} naar <Light value={suggestion.light} label={lightText[suggestion.light]} />
    </>
  )
}

/** '2 nieuwe cliënten genomen voor de ochtend', or '1 tot 2' where it differs by day. */
function whyOf(days: readonly Suggesting[]): string {
  const clients = days.map(({ suggestion }) => suggestion.clients)
  const [least, most] = [Math.min(...clients), Math.max(...clients)]
  const count = least === most ? String(most) : `${least} tot ${most}`
  const part = days[0] ? daypartText[days[0].daypart] : ''
  return `${count} ${most === 1 ? 'nieuwe cliënt' : 'nieuwe cliënten'} genomen voor de ${part}.`
}

/** 'wo 2 dec', and where room was counted what is left of it. */
function labelOf({ on, row, suggestion }: Suggesting, today: LocalDate): string {
  const day = on === today ? 'vandaag' : formatDateShort(on, today)
  return row.light === suggestion.light ? `${day}: nog ${roomOf(suggestion)}` : day
}

/** '2 voor de ochtend en 1 voor de avond'. */
function inWords(places: readonly Suggesting[]): string {
  const parts = dayparts.flatMap((daypart) => {
    const clients = places.filter((place) => place.daypart === daypart).map(({ suggestion }) => suggestion.clients)
    return clients.length === 0 ? [] : `${Math.max(...clients)} voor de ${daypartText[daypart]}`
  })
  return inSentence(parts)
}

function roomOf({ newClients, freeMinutes }: { newClients: number | null; freeMinutes: number | null }): string {
  const clients = newClients === null ? undefined : `${newClients} ${newClients === 1 ? 'cliënt' : 'cliënten'}`
  const hours = freeMinutes === null ? undefined : durationOf(freeMinutes)
  return [clients, hours].filter(Boolean).join(' of ')
}

function durationOf(minutes: number): string {
  if (minutes < 60) return `${minutes} minuten`
  return `${(Math.round(minutes / 6) / 10).toLocaleString('nl')} uur`
}

function isSuggesting(place: Place): place is Suggesting {
  return place.suggestion !== undefined && place.row !== undefined
}

function groupsOf(places: readonly Suggesting[]): Group[] {
  const groups = new Map<string, Suggesting[]>()
  for (const place of places) {
    const key = [place.daypart, place.row.light, place.suggestion.light].join()
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  return [...groups.values()]
    .flatMap((same) => (same[0] ? [{ first: same[0], places: same }] : []))
    .sort((one, other) => dayparts.indexOf(one.first.daypart) - dayparts.indexOf(other.first.daypart))
}
