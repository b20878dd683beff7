const prefixes = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] as const
export type DateQuestion = { prefix: (typeof prefixes)[number]; from: Date; until: Date }

/**
 * A date as FHIR asks for it: `2026`, `2026-11`, `2026-11-22` or a moment, perhaps with a prefix. It stands for the whole time that
 * it leaves open, from `from` up to `until`. A moment without a zone counts as UTC.
 */
export function parseFhirDate(text: string): DateQuestion | undefined {
  const [, given, value = ''] = /^([a-z]{2})?(.*)$/.exec(text) ?? []
  const prefix = prefixes.find((one) => one === (given ?? 'eq'))
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(value)
  if (!prefix || !parts) return undefined
  const [, year = '', month, day, minutes, seconds, zone = 'Z'] = parts
  const from = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T${minutes ?? '00:00'}${seconds ?? ':00'}${zone}`)
  if (Number.isNaN(from.getTime()) || (day && !zoned(from, zone).startsWith(`${year}-${month}-${day}`)))
    return undefined
  const until = new Date(from)
  if (!month) until.setUTCFullYear(until.getUTCFullYear() + 1)
  else if (!day) until.setUTCMonth(until.getUTCMonth() + 1)
  else if (!minutes) until.setUTCDate(until.getUTCDate() + 1)
  else until.setTime(from.getTime() + (!seconds ? 60_000 : seconds.includes('.') ? 1 : 1000))
  return { prefix, from, until }
}

/** A day that does not exist (31 February) runs over into another. */
function zoned(moment: Date, zone: string): string {
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000)
  return new Date(moment.getTime() + offset).toISOString()
}

/** `a,b` is two values; `a\,b` is one with a comma in it. */
export function splitValues(text: string): string[] {
  return [...text.matchAll(/(?:\\.|[^,\\])+/g)].map(([value]) => value.replace(/\\([\\,$|])/g, '$1'))
}
