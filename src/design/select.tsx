import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { dataAttributes } from './data-attributes.ts'
import { ariaOf, Field, type Question } from './field.tsx'
import { Icon } from './icon.tsx'

export type SelectProps = Question & {
  label: ReactNode
  options: ReadonlyArray<{ value: string; label: string }>
  value?: string
  /** The first, empty choice, such as 'Kies een team'; without it the first option is chosen. */
  placeholder?: string
  width?: 'short' | 'medium' | 'full'
  autoComplete?: string
  disabled?: boolean
}

/** For professionals, who know the list. The public gets `Radios`: everything in sight and one tap. */
export function Select(props: SelectProps) {
  const { name, label, options, value, placeholder, width = 'medium' } = props
  return (
    <Field label={label} question={props}>
      <div className={classes('select', `input--${width}`)}>
        <select
          className="input"
          id={name}
          name={name}
          defaultValue={value}
          autoComplete={props.autoComplete}
          disabled={props.disabled}
          {...ariaOf(props)}
          {...dataAttributes(props)}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </div>
    </Field>
  )
}
