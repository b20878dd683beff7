import { randomUUID } from 'node:crypto'

/** A request as a program sends it; `marker` makes it findable in what comes back. */
export function aBody(marker: string, postcode = '6811AB') {
  return {
    sentKey: randomUUID(),
    card: {
      source: 'client',
      priority: 'within-48-hours',
      careKinds: ['personal-care'],
      dayparts: ['morning'],
      timesPerWeek: 7,
    },
    identity: {
      familyName: marker,
      birthDate: '1941-03-27',
      postcode,
      houseNumber: '12',
      phone: '0612345678',
      question: 'Hulp bij wassen en aankleden in de ochtend.',
    },
    consent: { givenBy: 'client', scope: ['care-request'], textVersion: '2026-11' },
  }
}
