import { Actions, Button, HiddenField, Notice, PostForm, Text } from '#design/index.ts'
import { formatMoment, formatTime, formatWeekday, type LocalDate } from '#kernel/dates.ts'
import { daypartText, lightText } from '#kernel/text.nl.ts'
import { askBeforeHours, freshUntil, goesStaleWithin } from '../rules/light.ts'
import type { Standing } from '../rules/setting.ts'
import type { Week } from '../week.ts'
import { paths } from './paths.ts'
import type { Place } from './week-form.ts'

type GoesStaleProps = { places: readonly Place[]; week: Week; now: Date; form: string }

/** Asks whether it is still right, when lights turned grey or soon will. */
export function GoesStale({ places, week, now, form }: GoesStaleProps) {
  const rows = places.flatMap(({ row, over }) => (row?.origin === 'set' && !over ? [row] : []))
  const old = rows.filter(({ light, said }) => light !== said)
  const soon = rows.filter((row) =>
    goesStaleWithin(askBeforeHours, { light: row.said, setAt: row.setAt, until: row.until }, row.on, now, week.expiry),
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

/** What was done, and how to take it back. */
export function Done({ done, undo, team, from }: { done: string; undo: Week['undo']; team: string; from: LocalDate }) {
  const title = {
    saved: 'Bewaard. Iedereen ziet het nu.',
    confirmed: 'Bevestigd. Alles staat er weer vers op.',
    undone: 'Teruggezet. Het staat weer zoals het was.',
    left: 'Het stoplicht blijft zoals het staat.',
  }[done]
  return (
    <Notice kind="good" title={title}>
      {undo && done !== 'left' && (
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

/** What a colleague said in between. */
export function ChangedMeanwhile({ changed, now }: { changed: readonly Standing[]; now: Date }) {
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

function count(lights: number): string {
  return lights === 1 ? 'Eén stoplicht is' : `${lights} stoplichten zijn`
}
