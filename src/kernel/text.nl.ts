import type { AgeBand } from './age-bands.ts'
import type { CareKind } from './care-kinds.ts'
import type { Daypart } from './dayparts.ts'
import type { Light } from './lights.ts'
import type { PersonalKind } from './personal-text/words.ts'
import type { Priority } from './priorities.ts'

/** Dutch for the words every module shares. In the middle of a sentence as in a list: without a capital. */

export const daypartText: Record<Daypart, string> = {
  morning: 'ochtend',
  afternoon: 'middag',
  evening: 'avond',
  night: 'nacht',
}

export const lightText: Record<Light, string> = {
  green: 'groen',
  amber: 'oranje',
  red: 'rood',
  unknown: 'niet opgegeven',
}

export const priorityText: Record<Priority, string> = {
  today: 'vandaag',
  'within-24-hours': 'binnen 24 uur',
  'within-48-hours': 'binnen 48 uur',
  'this-week': 'deze week',
  planned: 'gepland',
}

/** For professionals; the form for clients has plainer words. */
export const careKindText: Record<CareKind, string> = {
  'personal-care': 'persoonlijke verzorging',
  nursing: 'verpleging',
  'medical-technical': 'medisch-specialistische verpleging (MSVT)',
  advice: 'advies, instructie en voorlichting (AIV)',
  palliative: 'palliatieve zorg',
  wound: 'wondzorg',
  technical: 'technische handelingen',
  respiratory: 'longzorg',
  'dementia-casemanagement': 'casemanagement dementie',
  child: 'kinderzorg',
  unplanned: 'ongeplande zorg, ook avond, nacht en weekend (ANW)',
  'short-stay': 'tijdelijk verblijf',
}

export const ageBandText: Record<AgeBand, string> = {
  '0-17': '0 tot en met 17 jaar',
  '18-64': '18 tot en met 64 jaar',
  '65-74': '65 tot en met 74 jaar',
  '75-84': '75 tot en met 84 jaar',
  '85-94': '85 tot en met 94 jaar',
  '95+': '95 jaar of ouder',
}

export const personalText: Record<PersonalKind, string> = {
  name: 'naam',
  phone: 'telefoonnummer',
  bsn: 'burgerservicenummer',
  email: 'e-mailadres',
  postcode: 'postcode',
  address: 'adres',
  'birth-date': 'geboortedatum',
}
