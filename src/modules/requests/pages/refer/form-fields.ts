import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import { ticked, typed, typedDate } from '../typed.ts'

/** What was typed and what is wrong with it: the state of the form that came back. */
export type FormState = { values: FormValues; errors: FieldErrors }

/** Spread into a question: its name, what was typed and what is wrong. */
export function one({ values, errors }: FormState, name: string) {
  return { name, value: typed(values[name]), error: errors[name] }
}

export function date({ values, errors }: FormState, name: string) {
  return { name, value: typedDate(values, name), error: errors[name] }
}

export function ticks({ values, errors }: FormState, name: string) {
  return { name, values: ticked(values[name]), error: errors[name] }
}

/** Whether something was filled in or is wrong among these: then their section stands open. */
export function isTouched({ values, errors }: FormState, names: readonly string[]): boolean {
  return names.some((name) =>
    [name, `${name}-day`, `${name}-month`, `${name}-year`].some(
      (key) => errors[key] !== undefined || ticked(values[key]).some((value) => value.trim() !== ''),
    ),
  )
}
