import { newId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import type { NewCard, NewConsent, NewIdentity, NewRequest } from './new-request.ts'
import { type Sent, sendRequest } from './sending.ts'

export type Overrides = {
  sentKey?: string
  card?: Partial<NewCard>
  identity?: Partial<NewIdentity>
  consent?: Partial<NewConsent>
  attachments?: NewRequest['attachments']
}

/**
 * What a page, a letter or a stream would show of whom a request of the tests is about. Only words that no key and no id can
 * spell by chance: a bare year stands in one id of a few thousand.
 */
export const anyIdentity = /Geheimstra|van der Meer|Johanna|6811AB|maart 1941|3-1941|1941-03/

/** A request of mevrouw Van der Meer in Arnhem-centre, for help with washing every morning. */
export function aNewRequest(overrides: Overrides = {}): NewRequest {
  return {
    sentKey: overrides.sentKey ?? newId(),
    card: {
      source: 'client',
      channel: 'website',
      priority: 'this-week',
      gender: 'female',
      careKinds: ['personal-care'],
      dayparts: ['morning'],
      timesPerWeek: 7,
      startCertainty: 'expected',
      location: 'home',
      nursingActions: [],
      twoCarers: false,
      palliative: false,
      alerts: [],
      languages: [],
      warmHandover: false,
      ...overrides.card,
    },
    identity: {
      givenName: 'Johanna',
      familyName: 'van der Meer',
      birthDate: '1941-03-27',
      postcode: '6811AB',
      houseNumber: '12',
      phone: '+31612345678',
      question: 'Hulp bij wassen en aankleden in de ochtend.',
      contacts: [],
      requester: {},
      particulars: {},
      ...overrides.identity,
    },
    consent: { givenBy: 'client', scope: ['share-with-taker'], textVersion: '2026-11', ...overrides.consent },
    attachments: overrides.attachments ?? [],
  }
}

/** The same, sent by this actor. */
export async function aSentRequest(scope: Scope, overrides: Overrides = {}): Promise<Sent> {
  const outcome = await sendRequest(scope, aNewRequest(overrides))
  if (!outcome.ok) throw new Error(`The request was not sent: ${outcome.refusal.code}`)
  return outcome.value
}
