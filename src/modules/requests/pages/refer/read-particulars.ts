import type { FormReader } from '#platform/http/form-reader.ts'
import type { Particulars } from '../../particulars.ts'
import {
  acuteLines,
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
} from '../../rules/particular-codes.ts'

/** The sections of the form below what is always asked, each in the order of the page. */
export function readIndication(form: FormReader): Particulars {
  return filled({
    indicatedBy: form.line('indicatedBy'),
    indicatedOn: form.date('indicatedOn'),
    generalPractitioner: form.line('generalPractitioner'),
    generalPractitionerPhone: form.line('generalPractitionerPhone', { max: 40 }),
    pharmacy: form.line('pharmacy'),
    policyNumber: form.line('policyNumber', { max: 40 }),
  })
}

export function readHealth(form: FormReader): Particulars {
  return filled({
    diagnoses: form.text('diagnoses'),
    nursingDiagnoses: form.text('nursingDiagnoses'),
    history: form.text('history'),
    allergies: form.text('allergies', { max: 1000 }),
  })
}

export function readTreatment(form: FormReader): Particulars {
  return filled({
    wound: group({
      kind: form.choice('woundKind', woundKinds),
      place: form.line('woundPlace'),
      size: form.line('woundSize'),
      policy: form.text('woundPolicy', { max: 2000 }),
    }),
    medication: group({
      help: form.choice('medicationHelp', medicationHelps),
      system: form.choice('medicationSystem', medicationSystems),
      ...ticks(form, 'medicationMore', ['doubleCheck', 'injections', 'opiates']),
      notes: form.text('medicationNotes', { max: 2000 }),
    }),
    lines: some(form.choices('lines', acuteLines)),
    excretion: some(form.choices('excretion', excretions)),
    technicalNotes: form.text('technicalNotes', { max: 2000 }),
  })
}

export function readExecutionRequest(form: FormReader): Particulars {
  const executionRequest = group({
    act: form.line('executionAct'),
    executorLevel: form.choice('executorLevel', executorLevels),
    instructions: form.text('executionInstructions'),
    doctor: form.line('executionDoctor'),
    on: form.date('executionOn'),
    validUntil: form.date('executionUntil'),
  })
  // Who carries out a reserved act must know which act, how, and which doctor asked for it (Wet BIG, art. 35 and 38).
  if (executionRequest) {
    if (!executionRequest.act) form.refuse('executionAct', 'Vul in welke handeling wordt gevraagd')
    if (!executionRequest.instructions) form.refuse('executionInstructions', 'Vul de instructie in')
    if (!executionRequest.doctor) form.refuse('executionDoctor', 'Vul in welke arts het verzoek doet')
    const { on, validUntil } = executionRequest
    if (on && validUntil && validUntil < on)
      form.refuse('executionUntil', 'Het einde ligt voor de datum van het verzoek')
  }
  return filled({ executionRequest })
}

export function readPalliative(form: FormReader): Particulars {
  const phase = form.choice('palliativePhase', lifePhases)
  const more = ticks(form, 'palliativeMore', ['lifeExpectancyUnderThreeMonths', 'patz'])
  const kit = form.choice('palliativeKit', palliativeKits)
  const placeOfDeath = form.choice('placeOfDeath', placesOfDeath)
  const directives = treatments.flatMap((treatment) => {
    const decision = form.choice(`directive-${treatment}`, directiveDecisions)
    return decision ? [{ treatment, decision }] : []
  })
  const notes = form.text('palliativeNotes', { max: 2000 })
  return filled({ palliative: group({ phase, ...more, kit, placeOfDeath, directives: some(directives), notes }) })
}

export function readHome(form: FormReader): Particulars {
  return filled({
    mobility: form.text('mobility', { max: 1000 }),
    riskNotes: form.text('riskNotes', { max: 1000 }),
    freedomRestriction: form.text('freedomRestriction', { max: 1000 }),
    aids: form.text('aids', { max: 1000 }),
    home: group({ kind: form.choice('homeKind', homeKinds), notes: form.text('homeNotes', { max: 1000 }) }),
    keySafe: form.choice('keySafe', keySafes),
    household: form.text('household', { max: 1000 }),
    informalCare: form.text('informalCare', { max: 1000 }),
    existingCare: form.text('existingCare', { max: 1000 }),
    senses: form.text('senses', { max: 500 }),
  })
}

export function readWishes(form: FormReader): Particulars {
  return filled({
    ...ticks(form, 'interpreter', ['interpreter']),
    preferenceReason: form.text('preferenceReason', { max: 1000 }),
    secondChoice: form.line('secondChoice'),
    alreadyTried: form.text('alreadyTried', { max: 1000 }),
  })
}

function ticks<Code extends string>(form: FormReader, name: string, codes: readonly Code[]): { [C in Code]?: true } {
  return Object.fromEntries(form.choices(name, codes).map((code) => [code, true])) as { [C in Code]?: true }
}

/** Without what was not filled in. */
function filled<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}

/** A group in which nothing was filled in is not there at all. */
function group<Fields extends object>(fields: Fields): Fields | undefined {
  const kept = filled(fields)
  return Object.keys(kept).length > 0 ? kept : undefined
}

function some<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined
}
