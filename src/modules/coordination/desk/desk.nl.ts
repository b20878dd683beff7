import type { DeskState, DutyRefusal } from '#modules/organizations/index.ts'
import type { CallRefusal, LinkRefusal } from './calls.ts'
import type { SendIntakeRefusal } from './intake.ts'

export const deskStateText: Record<DeskState, string> = { open: 'open', busy: 'druk', closed: 'dicht' }

/** Who is on the phone, as the desk says it. */
export const callRefusalText: Record<(CallRefusal | LinkRefusal)['code'], string> = {
  'desk-off': 'Deze regio werkt zonder loket dat telefoon aanneemt.',
  'no-such-desk': 'U werkt niet aan dit loket.',
  'number-unknown': 'Er is geen open zorgvraag met dit nummer. Controleer het nummer.',
}

export const dutyRefusalText: Record<DutyRefusal['code'], string> = {
  'ends-first': 'De dienst eindigt voor hij begint',
  'too-long': 'Een dienst duurt hoogstens zeven dagen',
  over: 'Deze dienst is al voorbij',
}

/** Beside which field of the intake a refusal of the sending stands, and what it says. */
export const sendRefusalText: Record<SendIntakeRefusal['code'], { field: string; words: string }> = {
  'outside-region': {
    field: 'postcode',
    words: 'Deze postcode ligt niet in onze regio. Verwijs de beller naar zijn eigen regio.',
  },
  'birth-date-ahead': { field: 'birthDate', words: 'De geboortedatum ligt in de toekomst' },
  'channel-closed': { field: 'question', words: 'Deze regio neemt zorgvragen niet telefonisch aan.' },
  'caller-unknown': { field: 'callerOrganization', words: 'Kies een organisatie uit de lijst' },
  'provider-unknown': { field: 'preferredOrganization', words: 'Kies een organisatie uit de lijst' },
  'wishes-contradict': {
    field: 'unwantedOrganization',
    words: 'Kies niet dezelfde organisatie als bij “Liefst van”',
  },
}

export const momentText = { any: undefined, morning: 'liefst in de ochtend', afternoon: 'liefst in de middag' } as const
