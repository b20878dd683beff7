import { fieldsOf } from '#platform/http/fields.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import { ticked } from '../typed.ts'

/** What was typed and what is wrong with it: the state of the form that came back. */
export type FormState = { values: FormValues; errors: FieldErrors }

/** Spread into a question: its name, what was typed and what is wrong. */
export function one({ values, errors }: FormState, name: string) {
  return fieldsOf(values, errors).one(name)
}

export function date({ values, errors }: FormState, name: string) {
  return fieldsOf(values, errors).date(name)
}

export function ticks({ values, errors }: FormState, name: string) {
  return fieldsOf(values, errors).many(name)
}

/** Whether something was filled in or is wrong among these: then their section stands open. */
export function isTouched({ values, errors }: FormState, names: readonly string[]): boolean {
  return names.some((name) =>
    [name, `${name}-day`, `${name}-month`, `${name}-year`].some(
      (key) => errors[key] !== undefined || ticked(values[key]).some((value) => value.trim() !== ''),
    ),
  )
}
