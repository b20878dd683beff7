import { type ReactNode, useContext } from 'react'
import { dataAttributes } from './data-attributes.ts'
import { GroupField, isRequired, type Question } from './field.tsx'
import { FrameWordsContext } from './frame-words.ts'

export type DateParts = { day: string; month: string; year: string }

export type DateFieldProps = Question & {
  legend: ReactNode
  value?: Partial<DateParts>
  /** Lets the browser fill in the birth date it knows. */
  birthDate?: boolean
  disabled?: boolean
}

const parts = [
  { part: 'day', length: 2 },
  { part: 'month', length: 2 },
  { part: 'year', length: 4 },
] as const

/**
 * A date in three boxes, `${name}-day`, `${name}-month` and `${name}-year`: the browser's own date field shows the
 * order of the browser's language and not of the page. The first box has the name itself as id, for the error summary.
 */
export function DateField(props: DateFieldProps) {
  const { name, legend, value, birthDate, error } = props
  const words = useContext(FrameWordsContext).date
  return (
    <GroupField legend={legend} question={props}>
      <div className="date">
        {parts.map(({ part, length }) => {
          const id = part === 'day' ? name : `${name}-${part}`
          return (
            <div className="date__part" key={part}>
              <label className="date__label" htmlFor={id}>
                {words[part]}
              </label>
              <input
                className={`input input--digits-${length}`}
                id={id}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                maxLength={length}
                autoComplete={birthDate ? `bday-${part}` : 'off'}
                defaultValue={value?.[part]}
                disabled={props.disabled}
                aria-invalid={error === undefined ? undefined : true}
                aria-required={isRequired(props) || undefined}
                {...dataAttributes(props)}
              />
            </div>
          )
        })}
      </div>
    </GroupField>
  )
}
