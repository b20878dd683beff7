import type { RoleCode } from './rules/roles.ts'

/** What somebody is called in each role, as it stands under their name. */
export const roleText: Record<RoleCode, string> = {
  nurse: 'wijkverpleegkundige',
  'desk-worker': 'medewerker van het loket',
  specialist: 'specialist die advies geeft',
  referrer: 'verwijzer',
  'organization-administrator': 'beheerder van de organisatie',
  'region-manager': 'regiomanager',
  'privacy-officer': 'privacyfunctionaris',
}

export const refusalText = {
  'email-taken': 'Er is al een account met dit e-mailadres. Gebruik een ander adres.',
  'has-work-elsewhere':
    'Deze persoon werkt ook bij een andere organisatie of voor de regio. Vraag de regiomanager om dit te wijzigen.',
  'is-oneself': 'U kunt uw eigen toegang niet stoppen. Vraag een collega-beheerder of de regiomanager.',
  'not-a-nurse':
    'Alleen wijkverpleegkundigen, medewerkers van het loket en specialisten zitten in een coördinerend team.',
} as const
