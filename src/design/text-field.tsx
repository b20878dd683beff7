import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { classes } from './classes.ts'
import { dataAttributes } from './data-attributes.ts'
import { ariaOf, Field, type Question } from './field.tsx'

export type TextFieldProps = Question & {
  label: ReactNode
  value?: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number' | 'date' | 'time' | 'datetime-local'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** As wide as its answer: it tells how much is expected. */
  width?: 'short' | 'medium' | 'full'
  maxLength?: number
  spellCheck?: boolean
  /** The unit behind the box, such as 'uur'; read out with the field. */
  suffix?: string
  disabled?: boolean
  readOnly?: boolean
}

export function TextField(props: TextFieldProps) {
  const { name, label, value, type = 'text', width = 'full', suffix } = props
  const suffixId = suffix === undefined ? undefined : `${name}-suffix`
  return (
    <Field label={label} question={props}>
      <div className="field__line">
        <input
          className={classes('input', `input--${width}`)}
          id={name}
          name={name}
          type={type}
          // What was typed comes back after a mistake; a password never does.
          defaultValue={type === 'password' ? undefined : value}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete}
          maxLength={props.maxLength}
          spellCheck={props.spellCheck}
          disabled={props.disabled}
          readOnly={props.readOnly}
          {...ariaOf(props, suffixId)}
          {...dataAttributes(props)}
        />
        {suffix !== undefined && (
          <span className="field__suffix" id={suffixId}>
            {suffix}
          </span>
        )}
      </div>
    </Field>
  )
}
