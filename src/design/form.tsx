import type { ReactNode } from 'react'
import { dataAttributes } from './data-attributes.ts'

export type FormProps = {
  action: string
  /** The token that proves the form came from our own page; sent as `_csrf`. */
  csrf: string
  id?: string
  /** Needed for a `FileField`. */
  multipart?: boolean
  /** A form of one button that stands between words or in a table. */
  inline?: boolean
  children: ReactNode
}

/**
 * Posts. `noValidate`: the browser's own messages are in its own language, vanish after seconds and are not read out
 * by every screen reader; the server answers with the same page and an error summary.
 */
export function Form({ action, csrf, id, multipart, inline, children, ...rest }: FormProps) {
  return (
    <form
      className={inline ? 'form form--inline' : 'form'}
      method="post"
      action={action}
      id={id}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate
      {...dataAttributes(rest)}
    >
      <HiddenField name="_csrf" value={csrf} />
      {children}
    </form>
  )
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

export type FilterFormProps = { action: string; label: string; children: ReactNode }

/** Asks with GET, so that the answer has an address that can be kept, shared and come back to. */
export function FilterForm({ action, label, children, ...rest }: FilterFormProps) {
  return (
    <search>
      <form className="filter" method="get" action={action} aria-label={label} {...dataAttributes(rest)}>
        {children}
      </form>
    </search>
  )
}

/** Fields and their button on one line where there is room: a search that posts. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="filter">{children}</div>
}
