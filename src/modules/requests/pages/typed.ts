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
