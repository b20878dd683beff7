import type { FieldErrors, FormValues } from './form-reader.ts'

/** Gives each field of a page its name, what was typed or is known, and what is wrong with it. */
export function fieldsOf(values: FormValues = {}, errors: FieldErrors = {}) {
  /** For a field with one value. */
  function one(name: string): { name: string; value: string | undefined; error: string | undefined } {
    const value = values[name]
    return { name, value: typeof value === 'string' ? value : value?.[0], error: errors[name] }
  }
  /** For a field with several values. */
  function many(name: string): { name: string; values: readonly string[]; error: string | undefined } {
    const value = values[name]
    return { name, values: value === undefined ? [] : [value].flat(), error: errors[name] }
  }
  /** For a date, typed in three boxes. */
  function date(name: string) {
    const [day, month, year] = ['day', 'month', 'year'].map((box) => one(`${name}-${box}`).value)
    return { name, value: { day, month, year }, error: errors[name] }
  }
  return { one, many, date, wrong: Object.keys(errors).length > 0 }
}
