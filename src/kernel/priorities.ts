/** How soon care must begin, the most urgent first: sort by the place in this list. */
export const priorities = ['today', 'within-24-hours', 'within-48-hours', 'this-week', 'planned'] as const

export type Priority = (typeof priorities)[number]

/**
 * FHIR R4 `request-priority` knows four steps and we know five, so the way back is not a copy: keep our own code beside
 * it. `stat` stays unused: what cannot wait an hour is for the GP or 112, not for a request.
 */
export const fhirPriority = {
  today: 'asap',
  'within-24-hours': 'urgent',
  'within-48-hours': 'urgent',
  'this-week': 'routine',
  planned: 'routine',
} as const satisfies Record<Priority, 'routine' | 'urgent' | 'asap' | 'stat'>

export function isPriority(text: string): text is Priority {
  return (priorities as readonly string[]).includes(text)
}
