import { HiddenField, LightField } from '#design/index.ts'
import { formatDateShort, formatMoment, formatWeekday } from '#kernel/dates.ts'
import { lights } from '#kernel/lights.ts'
import { careKindText, daypartText, lightText } from '#kernel/text.nl.ts'
import { paths } from './paths.ts'
import { names, type Place } from './week-form.ts'

/** One light of the week, with the few words that make it another than a plain one. */
export function PlaceField({ place, teamId, now }: { place: Place; teamId: string; now: Date }) {
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
function noteOf({ row, narrowed, on, daypart, suggestion }: Place, teamId: string, now: Date) {
  const more = narrowed.map(({ careKind, light }) => `${careKind && careKindText[careKind]}: ${lightText[light]}`)
  const counted = [
    row?.newClients ? `${row.newClients} ${row.newClients === 1 ? 'cliënt' : 'cliënten'}` : undefined,
    row?.freeMinutes ? `${Math.floor(row.freeMinutes / 60)} uur` : undefined,
  ]
  const words = [
    row && row.light !== row.said ? `was ${lightText[row.said]}` : undefined,
    row?.origin === 'pattern' && row.light === row.said ? 'vast patroon' : undefined,
    row?.origin === 'exception' && row.light === row.said ? 'uitzondering' : undefined,
    suggestion && `voorstel: ${suggestion.light === row?.light ? 'minder plek' : lightText[suggestion.light]}`,
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

/** Who said something of a day last, and when. */
export function saidBy(places: readonly Place[], now: Date): string | undefined {
  const said = places.flatMap(({ row }) => (row?.origin === 'set' ? [row] : []))
  const last = said.sort((one, other) => other.setAt.getTime() - one.setAt.getTime())[0]
  return last && `${last.setByName}, ${formatMoment(last.setAt, now)}`
}
