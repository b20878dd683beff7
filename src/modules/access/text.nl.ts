import type { PasswordRefusal } from './rules/password.ts'

export const passwordRefusalText: Record<PasswordRefusal, string> = {
  'too-short': 'Kies een wachtwoord van 12 tekens of meer. Een zin is makkelijk te onthouden.',
  'too-long': 'Kies een wachtwoord van 128 tekens of minder',
  'too-simple': 'Dit wachtwoord is te makkelijk te raden. Kies een zin die alleen u kent.',
  'is-the-address': 'Dit wachtwoord lijkt te veel op uw e-mailadres. Kies een zin die alleen u kent.',
}

/** What there is to try, where the practice region gives no sentence of its own. */
export const hintOfRole: Record<string, string> = {
  nurse: 'Bekijk de lijst van uw team en pak een zorgvraag op.',
  'desk-worker': 'Neem een gesprek aan en vul samen een zorgvraag in.',
  specialist: 'Geef een collega advies over een zorgvraag.',
  referrer: 'Meld een cliënt aan en volg wie de zorg oppakt.',
  'organization-administrator': 'Houd teams, werkgebied en mensen van uw organisatie bij.',
  'region-manager': 'Kijk hoe zorgvragen verdeeld worden en wat blijft liggen.',
  'privacy-officer': 'Kijk wie welke gegevens heeft ingezien.',
}

/** The heading of each group on the page where one chooses who to be. */
export const groupOfRole: Record<string, string> = {
  nurse: 'Wijkverpleegkundigen in een coördinerend team',
  'desk-worker': 'Aan de balie: de telefoon en wat bleef liggen',
  specialist: 'Specialisten die advies geven',
  referrer: 'Verwijzers: huisarts en ziekenhuis',
  'organization-administrator': 'Beheerders van een organisatie',
  'region-manager': 'Regiomanager en privacyfunctionaris',
  'privacy-officer': 'Regiomanager en privacyfunctionaris',
}
