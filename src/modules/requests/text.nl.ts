import type { HistoryCode } from './history.ts'
import type {
  Channel,
  ContactPerson,
  Gender,
  Location,
  NewAttachment,
  NewCard,
  NewIdentity,
  Source,
} from './new-request.ts'
import type { RequestState } from './rules/life.ts'

/**
 * Dutch for every code of a request. Without a capital, as in a list or in the middle of a sentence, unless said otherwise.
 * Every list is a `Record` over the code's own type: a code without its word does not compile.
 */
export const stateText: Record<RequestState, string> = {
  submitted: 'ingediend',
  triage: 'in beoordeling',
  listed: 'te verdelen',
  offered: 'uitgevraagd',
  proposed: 'voorstel',
  assigned: 'genomen',
  started: 'gestart',
  closed: 'afgesloten',
  redirected: 'doorverwezen',
  withdrawn: 'ingetrokken',
}

export const sourceText: Record<Source, string> = {
  client: 'cliënt zelf',
  'informal-carer': 'mantelzorger',
  gp: 'huisarts',
  hospital: 'ziekenhuis',
  rehabilitation: 'revalidatiecentrum',
  'home-care': 'thuiszorgorganisatie',
  'case-manager': 'casemanager dementie',
  'social-team': 'sociaal wijkteam',
}

export const channelText: Record<Channel, string> = {
  website: 'website',
  phone: 'telefoon',
  portal: 'verwijsformulier',
  api: 'gekoppeld systeem',
}

export const genderText: Record<Gender, string> = {
  female: 'vrouw',
  male: 'man',
  other: 'anders',
  unknown: 'geslacht onbekend',
}

/** Where the client is now. */
export const locationText: Record<Location, string> = {
  home: 'thuis',
  hospital: 'in het ziekenhuis',
  rehabilitation: 'in een revalidatiecentrum',
  'nursing-home': 'in een verpleeghuis',
  hospice: 'in een hospice',
}

export const startCertaintyText: Record<NewCard['startCertainty'], string> = {
  certain: 'zeker',
  expected: 'verwacht',
  unknown: 'nog niet bekend',
}

export const durationText: Record<NonNullable<NewCard['expectedDuration']>, string> = {
  short: 'korter dan 3 maanden',
  long: 'langer dan 3 maanden',
  terminal: 'laatste levensfase',
  unknown: 'nog niet bekend',
}

export const financingText: Record<NonNullable<NewCard['financing']>, string> = {
  zvw: 'Zorgverzekeringswet (Zvw)',
  wlz: 'Wet langdurige zorg (Wlz)',
  wmo: 'Wet maatschappelijke ondersteuning (Wmo)',
  youth: 'Jeugdwet',
  private: 'eigen rekening',
  unknown: 'nog niet bekend',
}

export const indicationText: Record<NonNullable<NewCard['indication']>, string> = {
  present: 'is gesteld',
  'to-do': 'moet nog',
}

export const carerGenderText: Record<NonNullable<NewCard['carerGender']>, string> = {
  female: 'liever een vrouw',
  male: 'liever een man',
}

/** What who goes there should know beforehand. */
export const alerts = [
  'fall',
  'delirium',
  'wandering',
  'aggression',
  'smoking-with-oxygen',
  'mrsa',
  'vre',
  'cre',
] as const
export type Alert = (typeof alerts)[number]

export const alertText: Record<Alert, string> = {
  fall: 'valgevaar',
  delirium: 'delier',
  wandering: 'dwaalt',
  aggression: 'agressie',
  'smoking-with-oxygen': 'rookt bij zuurstof',
  mrsa: 'MRSA',
  vre: 'VRE',
  cre: 'CRE',
}

/** An alert that this version does not know is shown by its code: leaving it out could harm someone. */
export function toAlertText(code: string): string {
  return (alertText as Record<string, string>)[code] ?? code
}

/** With a capital: the title of a line of the history. */
export const historyText: Record<HistoryCode, string> = {
  submitted: 'Aanvraag ontvangen',
  routed: 'Naar het team gestuurd',
  taken: 'Genomen',
  returned: 'Teruggegeven',
  started: 'Zorg gestart',
  closed: 'Afgesloten',
  withdrawn: 'Ingetrokken',
  supplemented: 'Aanvulling ontvangen',
  corrected: 'Gegevens verbeterd',
  'wishes-changed': 'Wensen aangepast',
  'date-changed': 'Datum gewijzigd',
  escalated: 'Doorgeschoven: de tijd was om',
  reminded: 'Herinnering gestuurd',
  asked: 'Organisaties gevraagd',
  'asked-back': 'Uitvraag gesloten zonder aanbod',
  'to-be-asked': 'Wordt later vanzelf gevraagd',
  'offers-made': 'Er is een aanbod',
  'wish-not-met': 'De voorkeur kon niet worden gevolgd',
  'question-asked': 'Vraag aan de aanvrager',
  'question-answered': 'De aanvrager gaf antwoord',
  'question-unanswered': 'Geen antwoord van de aanvrager',
  redirected: 'Doorverwezen',
  lapsed: 'Vervallen',
  reopened: 'Heropend',
  'date-to-confirm': 'Nieuwe datum te bevestigen',
  'date-confirmed': 'Nieuwe datum bevestigd',
  'sent-on': 'Doorgestuurd naar een ander team',
  'passed-to-region': 'Overgedragen aan een andere regio',
  'came-from-region': 'Gekomen van een andere regio',
  'partner-answers': 'Het partnerloket neemt waar',
  'desk-answers': 'Het loket is weer aan zet',
  'consult-asked': 'Advies gevraagd',
  'consult-answered': 'Advies gegeven',
  split: 'Verdeeld in delen',
  joined: 'Weer één geheel',
  'part-asked': 'Voor een deel gevraagd',
  'part-refused': 'Kan een deel niet doen',
  'part-taken': 'Een deel genomen',
  'part-returned': 'Een deel teruggegeven',
  'part-started': 'Zorg van een deel gestart',
  swapped: 'Overgenomen door een andere organisatie',
  'party-invited': 'Iemand anders uitgenodigd om mee te kijken',
}

export const attachmentKindText: Record<NewAttachment['kind'], string> = {
  'discharge-letter': 'ontslagbrief',
  'medication-list': 'medicatieoverzicht',
  'wound-plan': 'wondplan',
  'wound-photo': 'wondfoto',
  'execution-request': 'uitvoeringsverzoek',
  other: 'ander document',
}

export const contactRoleText: Record<NonNullable<ContactPerson['role']>, string> = {
  'informal-carer': 'mantelzorger',
  representative: 'wettelijk vertegenwoordiger',
  contact: 'contactpersoon',
}

export const bsnCheckedWithText: Record<NonNullable<NewIdentity['bsnCheckedWith']>, string> = {
  passport: 'paspoort',
  'identity-card': 'identiteitskaart',
  'driving-licence': 'rijbewijs',
  'residence-permit': 'verblijfsdocument',
}
