import { Actions, Button, Card, Checkboxes, HiddenField, Light, Notice, PostForm, Select, Text } from '#design/index.ts'
import { formatDateShort } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { daypartText, lightText } from '#kernel/text.nl.ts'
import { type Suggestion, wantsReason } from '../rules/suggestion.ts'
import type { LightRow } from '../store.ts'
import { capital } from './capital.ts'
import { paths } from './paths.ts'
import { placeName } from './suggestion-form.ts'
import type { Place } from './week-form.ts'
import type { WeekPageProps } from './week-page.tsx'

type Suggesting = Place & { row: LightRow; suggestion: Suggestion }

/** Places of the week that say the same now and could say the same: one question, with a box for each day. */
type Group = { first: Suggesting; places: Suggesting[] }

/** The reason that fits a suggestion best, where the region has it: what was taken on fills the routes. */
const likelyReason = 'full-routes'

/** Asks whether the light is still right after clients were taken on. Nothing changes until the team says so. */
export function SuggestionCard({ week, places, reasons, now, today, formKey, suggestionChanged }: WeekPageProps) {
  const suggesting = places.filter(isSuggesting)
  const groups = groupsOf(suggesting)
  const [first] = week.days
  if (groups.length === 0)
    return suggestionChanged ? (
      <Notice kind="attention" title="Dit voorstel geldt niet meer">
        <Text>Intussen is er iets veranderd. Het stoplicht hieronder staat zoals het nu is.</Text>
      </Notice>
    ) : null
  const asksReason = groups.some(({ first: one }) => wantsReason(one.row.light, one.suggestion.light))
  return (
    <PostForm action={paths.suggestion}>
      <Card title="Klopt het stoplicht nog?" id="voorstel">
        {suggestionChanged && (
          <Notice kind="attention" level={3} title="Er is intussen iets veranderd. Kijk het voorstel nog eens na." />
        )}
        <Text>
          Sinds u het stoplicht zette, kwamen er cliënten bij. Vink uit wat niet klopt: dat blijft zoals het staat.
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
            hint={whyOf(one)}
            inline
            options={days.map((place) => ({
              value: placeName(place),
              label: place.on === today ? 'vandaag' : formatDateShort(place.on, today),
            }))}
            values={days.map(placeName)}
          />
        ))}
        {asksReason && (
          <Select
            name="reden-voorstel"
            label="Waarom niet groen?"
            required={false}
            value={reasons.some(({ code }) => code === likelyReason) ? likelyReason : undefined}
            options={reasons.filter(({ wantsText }) => !wantsText).map(({ code, label }) => ({ value: code, label }))}
          />
        )}
        <Actions>
          <Button name="actie" value="neem-over">
            Zet wat is aangevinkt
          </Button>
          <Button kind="secondary" name="actie" value="laat">
            Laat alles zoals het staat
          </Button>
        </Actions>
      </Card>
    </PostForm>
  )
}

function Question({ place: { daypart, row, suggestion } }: { place: Suggesting }) {
  const part = capital(daypartText[daypart])
  if (row.light === suggestion.light)
    return (
      <>
        {part}: blijft <Light value={row.light} label={lightText[row.light]} />, plek voor {roomOf(suggestion)}
      </>
    )
  return (
    <>
      {part}: van <Light value={row.light} label={lightText[row.light]} /> naar{' '}
      <Light value={suggestion.light} label={lightText[suggestion.light]} />
    </>
  )
}

function whyOf({ daypart, row, suggestion: { clients } }: Suggesting): string {
  const came = clients === 1 ? '1 nieuwe cliënt' : `${clients} nieuwe cliënten`
  const counted = roomOf(row)
  return `${came} genomen voor de ${daypartText[daypart]}${counted ? `; er stond plek voor ${counted}` : ''}.`
}

function roomOf({ newClients, freeMinutes }: { newClients: number | null; freeMinutes: number | null }): string {
  const clients = newClients === null ? undefined : `${newClients} ${newClients === 1 ? 'cliënt' : 'cliënten'}`
  const hours =
    freeMinutes === null ? undefined : `${(freeMinutes / 60).toFixed(1).replace('.0', '').replace('.', ',')} uur`
  return [clients, hours].filter(Boolean).join(' of ')
}

function isSuggesting(place: Place): place is Suggesting {
  return place.suggestion !== undefined && place.row !== undefined
}

function groupsOf(places: readonly Suggesting[]): Group[] {
  const groups = new Map<string, Suggesting[]>()
  for (const place of places) {
    const key = [
      place.daypart,
      place.row.light,
      roomOf(place.row),
      place.suggestion.light,
      place.suggestion.clients,
    ].join()
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  return [...groups.values()]
    .flatMap((same) => (same[0] ? [{ first: same[0], places: same }] : []))
    .sort((one, other) => dayparts.indexOf(one.first.daypart) - dayparts.indexOf(other.first.daypart))
}
