import { formatDate } from '#kernel/dates.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import type { Particulars } from './particulars.ts'
import type {
  acuteLines,
  commonActions,
  directiveDecisions,
  excretions,
  executorLevels,
  homeKinds,
  keySafes,
  lifePhases,
  medicationHelps,
  medicationSystems,
  palliativeKits,
  placesOfDeath,
  treatments,
  woundKinds,
} from './rules/particular-codes.ts'

type Words<Codes extends readonly string[]> = Record<Codes[number], string>

export const woundKindText: Words<typeof woundKinds> = {
  '112633009': 'operatiewond',
  '416462003': 'verwonding',
  '95344007': 'ulcus aan het been',
  '371087003': 'diabetisch voetulcus',
  '428220001': 'skin tear',
  '421076008': 'decubitus graad 1',
  '420324007': 'decubitus graad 2',
  '421927004': 'decubitus graad 3',
  '420597008': 'decubitus graad 4',
}
export const medicationHelpText: Words<typeof medicationHelps> = {
  none: 'geen hulp nodig',
  reminding: 'herinneren en toezien',
  giving: 'aanreiken of toedienen',
}
export const medicationSystemText: Words<typeof medicationSystems> = {
  roll: 'medicatierol (baxter)',
  box: 'weekdoos',
  loose: 'losse doosjes',
}
export const lineText: Words<typeof acuteLines> = {
  'peripheral-iv': 'perifeer infuus',
  'central-line': 'PICC-lijn of port-a-cath',
  pump: 'medicatiepomp',
  'feeding-tube': 'voedingssonde',
  oxygen: 'zuurstof',
  'wound-drain': 'wonddrain',
  nephrostomy: 'nefrostomiekatheter',
}
export const excretionText: Words<typeof excretions> = {
  'urinary-catheter': 'blaaskatheter',
  'suprapubic-catheter': 'suprapubische katheter',
  stoma: 'stoma',
  incontinence: 'incontinentie',
}
export const executorLevelText: Words<typeof executorLevels> = {
  'level-3': 'verzorgende (niveau 3)',
  'level-4': 'mbo-verpleegkundige (niveau 4)',
  'level-5': 'hbo-verpleegkundige (niveau 5 of 6)',
  specialised: 'gespecialiseerd verpleegkundige',
}
export const lifePhaseText: Words<typeof lifePhases> = {
  'disease-directed': 'ziektegerichte palliatie',
  'symptom-directed': 'symptoomgerichte palliatie',
  dying: 'stervensfase',
}
export const palliativeKitText: Words<typeof palliativeKits> = {
  present: 'aanwezig',
  'to-order': 'moet nog besteld',
  'not-needed': 'niet nodig',
}
export const placeOfDeathText: Words<typeof placesOfDeath> = {
  home: 'thuis',
  hospice: 'hospice',
  'nursing-home': 'verpleeghuis',
  hospital: 'ziekenhuis',
  'not-discussed': 'niet besproken',
}
export const treatmentText: Words<typeof treatments> = {
  '89666000': 'reanimeren',
  '32485007': 'ziekenhuisopname',
  '305351004': 'opname op de intensive care',
  '40617009': 'beademen',
  '281789004': 'antibiotica',
}
export const directiveDecisionText: Words<typeof directiveDecisions> = {
  '0': 'wel',
  '1': 'anders, zie toelichting',
  '2': 'niet',
}
export const homeKindText: Words<typeof homeKinds> = {
  EENGEZW: 'eengezinswoning',
  FLATW: 'flat of appartement',
  AANLW: 'aanleunwoning',
  other: 'anders',
}
export const keySafeText: Words<typeof keySafes> = {
  present: 'sleutelkluis aanwezig',
  'to-arrange': 'sleutelkluis moet nog geregeld',
  'not-needed': 'niet nodig, cliënt doet zelf open',
}
export const actionText: Words<typeof commonActions> = {
  '386420003': 'ondersteunen bij wassen',
  '313332003': 'helpen bij aankleden',
  '710153008': 'begeleiden bij medicatie',
  '182531007': 'verband aanleggen',
  '18949003': 'verband vervangen',
  '225194008': 'stomazorg',
  '710978006': 'incontinentiezorg',
  '225286008': 'wisselen van houding',
  '113148007': 'vochtinname bewaken',
}
export type DescribedPart = {
  title: string
  rows: { label: string; value: string }[]
  /** On a page in another language. */
  isDutch?: boolean
}

/** As it is read out; what is no number that we know stays as it was typed. */
function phoneWords(typed: string | undefined): string | undefined {
  const phone = typed && parsePhone(typed)
  return phone ? formatPhone(phone) : typed
}

/** The professional part in words, group by group; what was not filled in is not there. */
export function describeParticulars(given: Particulars): DescribedPart[] {
  const { wound = {}, medication = {}, executionRequest = {}, palliative = {}, home = {} } = given
  return [
    part('Opname en huisarts', [
      ['Afdeling', given.ward],
      ['Harde startdatum, reden', given.hardStart],
      ['Huisarts', joined([given.generalPractitioner, phoneWords(given.generalPractitionerPhone)])],
      ['Apotheek', given.pharmacy],
      ['Polisnummer', given.policyNumber],
      ['Indicatie door', joined([given.indicatedBy, given.indicatedOn && formatDate(given.indicatedOn)])],
    ]),
    part('Gezondheid', [
      ['Medische diagnoses', given.diagnoses],
      ['Verpleegkundige diagnoses', given.nursingDiagnoses],
      ['Voorgeschiedenis', given.history],
      ['Allergieën', given.allergies],
    ]),
    part('Wond', [
      ['Soort', wound.kind && woundKindText[wound.kind]],
      ['Plaats', wound.place],
      ['Grootte', wound.size],
      ['Wondbeleid', wound.policy],
    ]),
    part('Medicatie', [
      ['Hulp', medication.help && medicationHelpText[medication.help]],
      ['Verpakking', medication.system && medicationSystemText[medication.system]],
      [
        'Let op',
        joined([
          medication.doubleCheck && 'dubbele controle',
          medication.injections && 'injecties',
          medication.opiates && 'opiaten',
        ]),
      ],
      ['Toelichting', medication.notes],
    ]),
    part('Technische zorg', [
      ['Lijnen, sonde en zuurstof', joined(given.lines?.map((code) => lineText[code]) ?? [])],
      ['Uitscheiding', joined(given.excretion?.map((code) => excretionText[code]) ?? [])],
      ['Toelichting', given.technicalNotes],
    ]),
    part('Uitvoeringsverzoek', [
      ['Handeling', executionRequest.act],
      ['Uit te voeren door', executionRequest.executorLevel && executorLevelText[executionRequest.executorLevel]],
      ['Instructie', executionRequest.instructions],
      ['Arts', executionRequest.doctor],
      ['Datum', executionRequest.on && formatDate(executionRequest.on)],
      ['Geldig tot en met', executionRequest.validUntil && formatDate(executionRequest.validUntil)],
    ]),
    part('Palliatieve zorg', [
      ['Fase', palliative.phase && lifePhaseText[palliative.phase]],
      [
        'Levensverwachting',
        palliative.lifeExpectancyUnderThreeMonths && 'korter dan 3 maanden (verklaring van de arts)',
      ],
      ['Palliatieve kit', palliative.kit && palliativeKitText[palliative.kit]],
      ['PaTz', palliative.patz && 'besproken in de PaTz-groep'],
      ['Wens plaats van overlijden', palliative.placeOfDeath && placeOfDeathText[palliative.placeOfDeath]],
      ...(palliative.directives ?? []).map(
        ({ treatment, decision }): Row => [
          `Behandelgrens: ${treatmentText[treatment]}`,
          directiveDecisionText[decision],
        ],
      ),
      ['Toelichting', palliative.notes],
    ]),
    part('Thuis en naasten', [
      ['Mobiliteit en transfers', given.mobility],
      ['Toelichting bij risico’s', given.riskNotes],
      ['Vrijheidsbeperking (Wzd)', given.freedomRestriction],
      ['Hulpmiddelen', given.aids],
      ['Woning', joined([home.kind && homeKindText[home.kind], home.notes])],
      ['Toegang', given.keySafe && keySafeText[given.keySafe]],
      ['Huishouden', given.household],
      ['Mantelzorg', given.informalCare],
      ['Zorg die er al is', given.existingCare],
      ['Zien, horen, lezen', given.senses],
      ['Tolk', given.interpreter && 'nodig'],
    ]),
    part('Wensen', [
      ['Reden van de voorkeur', given.preferenceReason],
      ['Tweede keus', given.secondChoice],
      ['Al benaderd', given.alreadyTried],
    ]),
  ].filter(({ rows }) => rows.length > 0)
}

type Row = [label: string, value: string | false | undefined]

function part(title: string, rows: Row[]): DescribedPart {
  return { title, rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])) }
}

function joined(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(', ')
}
