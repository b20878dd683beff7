import { parseDate } from '#kernel/dates.ts'
import { parseRequestNumber } from '#kernel/request-number.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { LogFilter } from '../log.ts'
import { eventText } from '../text.nl.ts'

export type AskedFilter = {
  filter: LogFilter
  values: FormValues
  errors: Record<string, string>
  before: number | undefined
}

/** Reads the filter from the address of the page. */
export function readFilter(query: unknown): AskedFilter {
  const form = new FormReader(query)
  const wrongDate = 'Vul een datum in die bestaat, zoals 3-8-2026'
  const filter: LogFilter = {
    from: form.parsed('van', parseDate, wrongDate),
    until: form.parsed('tot', parseDate, wrongDate),
    user: form.line('wie', { max: 120 }),
    organization: form.line('organisatie', { max: 120 }),
    requestNumber: form.parsed('nummer', parseRequestNumber, 'Dit is geen nummer van een zorgvraag, zoals ABCD-EFGH'),
    event: form.choice('wat', Object.keys(eventText)),
  }
  if (filter.from && filter.until && filter.from > filter.until) form.refuse('tot', 'Kies een datum na de eerste')
  const before = form.parsed('voor', (line) => (/^\d{1,15}$/.test(line) ? Number(line) : undefined), 'Begin opnieuw')
  const { voor: _place, ...values } = form.values
  return { filter: withoutEmpty(filter), values, errors: form.errors, before }
}

/** The same question in an address, from another place. */
export function filterQuery(values: FormValues, before?: number): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value !== '') query.set(name, value)
  }
  if (before !== undefined) query.set('voor', String(before))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

function withoutEmpty(filter: LogFilter): LogFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}
