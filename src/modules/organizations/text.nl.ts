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

/** The name of a language in Dutch, from its code of ISO 639-1. */
export function languageText(code: string): string {
  return new Intl.DisplayNames(['nl'], { type: 'language' }).of(code) ?? code
}
