import type { ReactNode } from 'react'
import { dataAttributes } from './data-attributes.ts'

export type FieldsetProps = { legend: ReactNode; hint?: ReactNode; disabled?: boolean; children: ReactNode }

/** Questions that belong together, under a legend as big as a heading. */
export function Fieldset({ legend, hint, disabled, children, ...rest }: FieldsetProps) {
  return (
    <fieldset className="fieldset" disabled={disabled} {...dataAttributes(rest)}>
      <legend className="fieldset__legend">{legend}</legend>
      {hint !== undefined && <div className="fieldset__hint">{hint}</div>}
      {children}
    </fieldset>
  )
}
