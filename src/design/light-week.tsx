import type { ReactNode } from 'react'
import { dataAttributes } from './data-attributes.ts'
import { type LightValue, lightShapes } from './light.tsx'

export type LightChoice = { value: LightValue; label: string }

export type LightFieldProps = {
  name: string
  /** What is read out: 'maandag 23 november, ochtend'. */
  legend: string
  /** What is seen, when the place tells the rest: 'ochtend'. */
  label: string
  value: LightValue
  choices: readonly LightChoice[]
  /** A few words below the light: 'verlopen', 'vast'. */
  note?: ReactNode
  /** Looks less sure: it was said too long ago, or by nobody in particular. */
  faint?: boolean
  children?: ReactNode
}

/** One light to choose: four radios, each with its shape and word. With script the chosen one fills the place. */
export function LightField(props: LightFieldProps) {
  const { name, legend, label, value, choices, note, faint } = props
  return (
    <fieldset className="light-field" data-faint={faint ? '' : undefined} {...dataAttributes(props)}>
      <legend className="visually-hidden">{legend}</legend>
      <span className="light-field__label" aria-hidden="true">
        {label}
      </span>
      <span className="light-field__choices">
        {choices.map((choice) => (
          <label key={choice.value} className={`light-field__choice light-field__choice--${choice.value}`}>
            <input
              type="radio"
              id={choice.value === choices[0]?.value ? name : undefined}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === value}
            />
            <svg className="light__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              {lightShapes[choice.value]}
            </svg>
            <span className="light-field__word">{choice.label}</span>
          </label>
        ))}
      </span>
      <span className="light-field__note">{note}</span>
      {props.children}
    </fieldset>
  )
}

export type LightWeekProps = {
  days: ReadonlyArray<{
    key: string
    label: ReactNode
    /** Who said it and how long ago; beside the day. */
    note?: ReactNode
    /** What can be done with this day as a whole. */
    actions?: ReactNode
    lights: ReactNode
  }>
}

/** Days with their lights: below one another on a phone, beside one another where there is room. */
export function LightWeek(props: LightWeekProps) {
  return (
    <div className="light-week" {...dataAttributes(props)}>
      {props.days.map((day) => (
        <section key={day.key} className="light-week__day">
          <div className="light-week__head">
            <h2 className="light-week__name">{day.label}</h2>
            {day.note !== undefined && <p className="light-week__note">{day.note}</p>}
            {day.actions}
          </div>
          <div className="light-week__lights">{day.lights}</div>
        </section>
      ))}
    </div>
  )
}

/** What stays in sight at the foot of a long form: its button, and how much would be saved. */
export function SaveBar({ children, ...rest }: { children: ReactNode }) {
  return (
    <div className="save-bar" {...dataAttributes(rest)}>
      {children}
    </div>
  )
}
