/** The parts of a day, in the order of the day. The night is the one that follows the evening. */
export const dayparts = ['morning', 'afternoon', 'evening', 'night'] as const

export type Daypart = (typeof dayparts)[number]

/** FHIR R4 `Timing.repeat.when` (http://hl7.org/fhir/event-timing). */
export const fhirDaypart = {
  morning: 'MORN',
  afternoon: 'AFT',
  evening: 'EVE',
  night: 'NIGHT',
} as const satisfies Record<Daypart, string>

export function isDaypart(text: string): text is Daypart {
  return (dayparts as readonly string[]).includes(text)
}
