import { z } from 'zod'
import { isLocalDate } from '#kernel/dates.ts'
import { cleanLine, cleanText } from '#kernel/text.ts'
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
} from './rules/particular-codes.ts'

const line = (max = 200) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => cleanLine(text) !== undefined, 'Hier staat een teken dat wij niet kunnen lezen')
const text = (max = 4000) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((words) => cleanText(words) !== undefined, 'Hier staat een teken dat wij niet kunnen lezen')
const date = z.string().refine(isLocalDate, 'Dit is geen datum die bestaat')
const codeOf = <Code extends string>(codes: readonly Code[]) => z.enum(codes as [Code, ...Code[]])

/**
 * The professional part of a request that opens with the identity, after taking. Kept as it was checked here; fields that
 * were not filled in are left out. Coded after SNOMED CT or zib where a code exists (see rules/particular-codes.ts).
 */
export const particularsSchema = z
  .strictObject({
    ward: line(),
    hardStart: text(500),
    generalPractitioner: line(),
    generalPractitionerPhone: line(40),
    pharmacy: line(),
    policyNumber: line(40),
    indicatedBy: line(),
    indicatedOn: date,
    diagnoses: text(),
    nursingDiagnoses: text(),
    history: text(),
    allergies: text(1000),
    wound: z.strictObject({ kind: codeOf(woundKinds), place: line(), size: line(), policy: text(2000) }).partial(),
    medication: z
      .strictObject({
        help: codeOf(medicationHelps),
        system: codeOf(medicationSystems),
        doubleCheck: z.boolean(),
        injections: z.boolean(),
        opiates: z.boolean(),
        notes: text(2000),
      })
      .partial(),
    lines: z.array(codeOf(acuteLines)).max(acuteLines.length),
    excretion: z.array(codeOf(excretions)).max(excretions.length),
    technicalNotes: text(2000),
    executionRequest: z
      .strictObject({
        act: line(),
        executorLevel: codeOf(executorLevels),
        instructions: text(),
        doctor: line(),
        on: date,
        validUntil: date,
      })
      .partial(),
    palliative: z
      .strictObject({
        phase: codeOf(lifePhases),
        lifeExpectancyUnderThreeMonths: z.boolean(),
        kit: codeOf(palliativeKits),
        patz: z.boolean(),
        placeOfDeath: codeOf(placesOfDeath),
        directives: z
          .array(z.strictObject({ treatment: codeOf(treatments), decision: codeOf(directiveDecisions) }))
          .max(treatments.length),
        notes: text(2000),
      })
      .partial(),
    mobility: text(1000),
    riskNotes: text(1000),
    freedomRestriction: text(1000),
    aids: text(1000),
    home: z.strictObject({ kind: codeOf(homeKinds), notes: text(1000) }).partial(),
    keySafe: codeOf(keySafes),
    household: text(1000),
    informalCare: text(1000),
    existingCare: text(1000),
    interpreter: z.boolean(),
    senses: text(500),
    preferenceReason: text(1000),
    secondChoice: line(),
    alreadyTried: text(1000),
  })
  .partial()

export type Particulars = z.output<typeof particularsSchema>

/** What stands in the database, read back; what an older form wrote differently is left out rather than shown wrong. */
export function toParticulars(kept: unknown): Particulars {
  const all = particularsSchema.safeParse(kept)
  if (all.success) return all.data
  const wrong = new Set(all.error.issues.map((issue) => issue.path[0]))
  const entries = Object.entries((kept ?? {}) as Record<string, unknown>)
  const rest = particularsSchema.safeParse(
    Object.fromEntries(entries.filter(([name]) => !wrong.has(name) && name in particularsSchema.shape)),
  )
  return rest.success ? rest.data : {}
}
