import type { ReactNode } from 'react'
import { dataAttributes } from './data-attributes.ts'
import { ariaOf, Field, type Question } from './field.tsx'

export type TextAreaProps = Question & {
  label: ReactNode
  value?: string
  rows?: number
  maxLength?: number
  spellCheck?: boolean
  autoComplete?: string
  disabled?: boolean
  readOnly?: boolean
}

export function TextArea(props: TextAreaProps) {
  const { name, label, value, rows = 4 } = props
  return (
    <Field label={label} question={props}>
      <textarea
        className="input input--area"
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        maxLength={props.maxLength}
        spellCheck={props.spellCheck}
        autoComplete={props.autoComplete}
        disabled={props.disabled}
        readOnly={props.readOnly}
        {...ariaOf(props)}
        {...dataAttributes(props)}
      />
    </Field>
  )
}
