import type { ConnectionType } from './rules/endpoint-address.ts'
import type { OrganizationKind } from './rules/kinds.ts'

export const organizationKindText: Record<OrganizationKind, string> = {
  provider: 'zorgaanbieder',
  hospital: 'ziekenhuis',
  'gp-practice': 'huisartsenpraktijk',
  rehabilitation: 'revalidatiecentrum',
  'case-management': 'casemanagement dementie',
  'social-team': 'sociaal wijkteam',
  'region-office': 'regiobureau',
}

export const coordinatingTeamKindText: Record<string, string> = {
  area: 'wijkteam',
  specialised: 'gespecialiseerd team',
  desk: 'loket',
}

export const connectionTypeText: Record<ConnectionType, string> = {
  'hl7-fhir-rest': 'FHIR, opvragen (REST)',
  'hl7-fhir-msg': 'FHIR, berichten',
  'hl7v2-mllp': 'HL7 versie 2 (MLLP)',
  'secure-email': 'Beveiligde e-mail',
}

/** The name of a language in Dutch, from its code; the platform has no Dutch word for Berber. */
export function languageText(code: string): string {
  return code === 'ber' ? 'Berbers' : (new Intl.DisplayNames(['nl'], { type: 'language' }).of(code) ?? code)
}

/** Whom a team can send to who asks for it. */
export const carerGenderText = { female: 'een vrouw', male: 'een man' } as const
export const carerGenders = Object.keys(carerGenderText) as (keyof typeof carerGenderText)[]
