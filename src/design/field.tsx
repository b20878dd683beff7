import { type ReactNode, useContext } from 'react'
import { classes } from './classes.ts'
import { FrameWordsContext } from './frame-words.ts'
import { Icon } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Field name → what to do about it. Insertion order is the order on the page. */
export type FieldErrors = Record<string, string>

/** What every question has. The id of its first input is its name, so that the error summary can link to it. */
export type Question = {
  name: string
  hint?: ReactNode
  error?: string
  /** Says '(niet verplicht)' behind the label. */
  optional?: boolean
  /** `false` leaves a field unmarked altogether: search and filter fields, where nothing has to be filled in. */
  required?: boolean
}

export const hintId = (name: string) => `${name}-hint`
export const errorId = (name: string) => `${name}-error`

/** The ids that `aria-describedby` names: the hint first, then what is wrong. */
export function describedBy({ name, hint, error }: Question, ...more: Array<string | undefined>): string | undefined {
  const ids = [hint !== undefined && hintId(name), error !== undefined && errorId(name), ...more]
  return ids.filter(Boolean).join(' ') || undefined
}

export function isRequired({ optional, required }: Question): boolean {
  return required ?? !optional
}

/** The attributes that tell assistive technology how a question stands. */
export function ariaOf(question: Question, ...more: Array<string | undefined>) {
  return {
    'aria-describedby': describedBy(question, ...more),
    'aria-invalid': question.error === undefined ? undefined : true,
    'aria-required': isRequired(question) || undefined,
  } as const
}

export function LabelWords({ children, optional }: { children: ReactNode; optional?: boolean }) {
  const words = useContext(FrameWordsContext)
  return (
    <>
      {children}
      {optional && <span className="field__optional"> ({words.optional})</span>}
    </>
  )
}

export function Hint({ name, hint }: Question) {
  if (hint === undefined) return null
  return (
    <div className="field__hint" id={hintId(name)}>
      {hint}
    </div>
  )
}

export function FieldError({ name, error }: Question) {
  const { signs } = useContext(FrameWordsContext)
  if (error === undefined) return null
  return (
    <p className="field__error" id={errorId(name)}>
      <Icon name="alert-circle" />
      <span>
        <VisuallyHidden>{signs.error}: </VisuallyHidden>
        {error}
      </span>
    </p>
  )
}

/** One labelled input: label, hint, what is wrong, then the input itself. */
export function Field({ label, question, children }: { label: ReactNode; question: Question; children: ReactNode }) {
  return (
    <div className={classes('field', question.error !== undefined && 'field--error')}>
      <label className="field__label" htmlFor={question.name}>
        <LabelWords optional={question.optional}>{label}</LabelWords>
      </label>
      <Hint {...question} />
      <FieldError {...question} />
      {children}
    </div>
  )
}

type GroupFieldProps = { legend: ReactNode; question: Question; role?: 'radiogroup'; children: ReactNode }

/**
 * Several inputs under one legend. The rule beside an error belongs to the box around the fieldset: on the fieldset
 * itself a border starts halfway down the legend, and would not line up with it.
 */
export function GroupField({ legend, question, role, children }: GroupFieldProps) {
  const { 'aria-required': required, 'aria-invalid': invalid, ...aria } = ariaOf(question)
  return (
    <div className={classes('field', question.error !== undefined && 'field--error')}>
      <fieldset
        className="field__group"
        role={role}
        {...aria}
        {...(role === 'radiogroup' && { 'aria-required': required, 'aria-invalid': invalid })}
      >
        <legend className="field__label">
          <LabelWords optional={question.optional}>{legend}</LabelWords>
        </legend>
        <Hint {...question} />
        <FieldError {...question} />
        {children}
      </fieldset>
    </div>
  )
}
