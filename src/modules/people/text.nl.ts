import type { FactChange } from './changes.ts'
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

export const changedObjectText: Record<FactChange['objectType'], string> = {
  organization: 'Organisatie',
  team: 'Team',
  'coordinating-team': 'Coördinerend team',
  'contact-person': 'Contactpersoon',
  location: 'Locatie',
  endpoint: 'Elektronisch adres',
}

export const changeText: Record<FactChange['action'], string> = { C: 'toegevoegd', U: 'gewijzigd', D: 'verwijderd' }

/** Columns in words; one that is not here is shown by its name. */
export const changedFieldText: Record<string, string> = {
  active: 'in gebruik',
  address: 'adres',
  agb_code: 'AGB-code',
  care_kinds: 'soorten zorg',
  connection_type: 'soort verbinding',
  coordinating_team_id: 'team',
  description: 'omschrijving',
  email: 'e-mail',
  expertises: 'specialismen',
  faiths: 'geloof of cultuur',
  first_name: 'voornaam',
  insurers: 'verzekeraars',
  job_title: 'functie',
  languages: 'talen',
  latitude: 'plek op de kaart',
  longitude: 'plek op de kaart',
  name: 'naam',
  opening_hours: 'openingstijden',
  organization_id: 'organisatie',
  payload_types: 'soorten berichten',
  pc4s: 'postcodes',
  phone: 'telefoon',
  photo: 'foto',
  place: 'plaats',
  position: 'plaats in de rij',
  postcode: 'postcode',
  quality_url: 'link naar kwaliteit',
  street: 'straat',
  team_id: 'team',
  ura: 'URA-nummer',
  website: 'website',
}
