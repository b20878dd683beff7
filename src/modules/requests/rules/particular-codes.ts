/**
 * The code lists of the professional part of a request, in the order of the form. Numbers are SNOMED CT concepts as Nictiz
 * uses them in zib and eOverdracht; the decisions of a treatment directive are those of zib BehandelBesluit.
 */
export const woundKinds = [
  '112633009',
  '416462003',
  '95344007',
  '371087003',
  '428220001',
  '421076008',
  '420324007',
  '421927004',
  '420597008',
] as const
export const medicationHelps = ['none', 'reminding', 'giving'] as const
export const medicationSystems = ['roll', 'box', 'loose'] as const
export const acuteLines = [
  'peripheral-iv',
  'central-line',
  'pump',
  'feeding-tube',
  'oxygen',
  'wound-drain',
  'nephrostomy',
] as const
export const excretions = ['urinary-catheter', 'suprapubic-catheter', 'stoma', 'incontinence'] as const
export const executorLevels = ['level-3', 'level-4', 'level-5', 'specialised'] as const
export const lifePhases = ['disease-directed', 'symptom-directed', 'dying'] as const
export const palliativeKits = ['present', 'to-order', 'not-needed'] as const
export const placesOfDeath = ['home', 'hospice', 'nursing-home', 'hospital', 'not-discussed'] as const
/** Resuscitation, admission to hospital, intensive care, ventilation, antibiotics. */
export const treatments = ['89666000', '32485007', '305351004', '40617009', '281789004'] as const
/** Do, other, do not. */
export const directiveDecisions = ['0', '1', '2'] as const
/** zib LivingSituation; `other` where none fits. */
export const homeKinds = ['EENGEZW', 'FLATW', 'AANLW', 'other'] as const
/** The code itself is never written down here. */
export const keySafes = ['present', 'to-arrange', 'not-needed'] as const

/** The nursing actions that are asked for most, as SNOMED CT concepts in the order of the form. */
export const commonActions = [
  '386420003',
  '313332003',
  '710153008',
  '182531007',
  '18949003',
  '225194008',
  '710978006',
  '225286008',
  '113148007',
] as const
