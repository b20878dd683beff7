import { type LightValue, lightShapes } from './light.tsx'

export type LightCalendarProps = {
  caption: string
  /** Monday first: the short name that is shown and the whole one that is read out. */
  weekdays: ReadonlyArray<{ short: string; long: string }>
  /** Weeks of seven days; nothing for a day of another month. */
  weeks: ReadonlyArray<ReadonlyArray<CalendarDay | undefined>>
}

export type CalendarDay = {
  key: string
  number: number
  current?: boolean
  parts: ReadonlyArray<{ key: string; value: LightValue; words: string }>
}

/** A month of lights: each day with the parts it has, from left to right. */
export function LightCalendar({ caption, weekdays, weeks }: LightCalendarProps) {
  return (
    <table className="calendar">
      <caption className="table__caption">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map(({ short, long }) => (
            <th key={long} scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day)?.key}>
            {week.map((day, place) => (
              <td key={day?.key ?? weekdays[place]?.long} className={day?.current ? 'calendar__current' : undefined}>
                {day && <Day day={day} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day: { number, parts } }: { day: CalendarDay }) {
  return (
    <>
      <span className="calendar__number">{number}</span>
      <span className="calendar__parts">
        {parts.map(({ key, value, words }) => (
          <span key={key} className={`calendar__part heat--${value}`} title={words}>
            <svg className="heat__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              {lightShapes[value]}
            </svg>
            <span className="visually-hidden">{words}. </span>
          </span>
        ))}
      </span>
    </>
  )
}
