import type { FormValues } from '#platform/http/form-reader.ts'

/** What was typed in a field, to show again; of a field that came twice the first. */
export function typed(value: FormValues[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** What was ticked. */
export function ticked(value: FormValues[string] | undefined): string[] {
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value : [value]
}

/** What was typed in the three boxes of a date. */
export function typedDate(values: FormValues, name: string) {
  return {
    day: typed(values[`${name}-day`]),
    month: typed(values[`${name}-month`]),
    year: typed(values[`${name}-year`]),
  }
}
