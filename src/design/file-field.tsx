import type { ReactNode } from 'react'
import { dataAttributes } from './data-attributes.ts'
import { ariaOf, Field, type Question } from './field.tsx'

export type FileFieldProps = Question & {
  label: ReactNode
  /** Which files the chooser shows, such as '.pdf,image/png'. The server checks the content. */
  accept?: string
  multiple?: boolean
  disabled?: boolean
}

/** Needs a `Form` with `multipart`. */
export function FileField(props: FileFieldProps) {
  return (
    <Field label={props.label} question={props}>
      <input
        className="input input--file"
        type="file"
        id={props.name}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        {...ariaOf(props)}
        {...dataAttributes(props)}
      />
    </Field>
  )
}
