import type { InvitedScope } from '../../rules/invited/inviting.ts'

/** Kinds of others in the neighbourhood, as the region agreed to invite them. */
export const invitedKindText: Record<string, string> = {
  welfare: 'Welzijn',
  municipality: 'Gemeente',
  'case-manager': 'Casemanager dementie',
}

export const scopeText: Record<InvitedScope, { label: string; hint: string }> = {
  care: { label: 'Welke zorg er is gevraagd', hint: 'zorg, dagdelen, leeftijdsgroep en vier cijfers van de postcode' },
  progress: { label: 'Hoe het ermee staat', hint: 'de stand, en wie nu aan zet is met het telefoonnummer' },
  takers: { label: 'Wie de zorg geeft', hint: 'de organisatie met het telefoonnummer' },
  client: { label: 'Naam, adres en telefoon van de cliënt', hint: 'alleen als de cliënt dat goed vindt' },
}
