import type { ConsultRefusal } from './consulting.ts'

export const consultRefusalText: Record<ConsultRefusal['code'], string> = {
  'consult-off': 'In deze regio wordt geen advies gevraagd via dit systeem. Bel de specialist.',
  'not-yours': 'Alleen wie aan zet is of de zorg heeft aangenomen, kan advies vragen.',
  'team-unknown': 'Kies aan wie u advies vraagt',
  'already-asked': 'Aan dit team is al advies gevraagd. Wacht op het antwoord, of trek de vraag eerst in.',
  'text-wanted': 'Vul de tekst in',
  'answered-already': 'Dit advies is al gegeven.',
  ended: 'Deze zorgvraag is afgelopen. Advies is niet meer nodig.',
}
