import { z } from 'zod'
import { parseBsn } from '#kernel/bsn.ts'
import { isLocalDate } from '#kernel/dates.ts'
import { parsePostcode } from '#kernel/postcode.ts'
import { cleanLine, cleanText, isPersonName } from '#kernel/text.ts'
import { refusalAnswer } from './api-schema.ts'
import { requestStates } from './rules/life.ts'
import { referralGroups, referralPeriods } from './rules/referral.ts'

const date = z.string().refine(isLocalDate, 'Dit is geen datum die bestaat (JJJJ-MM-DD)').describe('YYYY-MM-DD')
const moment = z.iso.datetime()
const state = z.enum(requestStates)
const holder = z.object({ name: z.string(), phone: z.string().nullable() }).nullable()
const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => cleanText(text) !== undefined, 'Hier staat een teken dat wij niet kunnen lezen')

export const referralParams = z.strictObject({ id: z.uuid() })
export const attachmentParams = z.strictObject({ id: z.uuid(), attachmentId: z.uuid() })
export const followParams = z.strictObject({ number: z.string().max(40), key: z.string().max(64) })

export const listQuery = z.strictObject({
  group: z.enum(referralGroups).default('open'),
  period: z.enum(referralPeriods).default('all'),
  page: z.coerce.number().int().min(1).max(200).default(1),
})

/** Asked in a body, never in an address: a BSN or the four others together. */
export const checkBody = z
  .strictObject({
    bsn: z
      .string()
      .max(30)
      .refine((text) => parseBsn(text) !== undefined, 'Dit is geen BSN')
      .optional(),
    birthDate: date.optional(),
    postcode: z
      .string()
      .max(20)
      .refine((text) => parsePostcode(text) !== undefined, 'Dit is geen postcode')
      .optional(),
    houseNumber: z
      .string()
      .trim()
      .min(1)
      .max(20)
      .refine((text) => cleanLine(text) !== undefined)
      .optional(),
    familyName: z.string().trim().max(100).refine(isPersonName, 'Gebruik in een naam alleen letters').optional(),
  })
  .refine(
    ({ bsn, birthDate, postcode, houseNumber, familyName }) =>
      Boolean(bsn) || Boolean(birthDate && postcode && houseNumber && familyName),
    'Geef het BSN, of de geboortedatum, postcode, huisnummer en achternaam samen',
  )

export const checkAnswer = z.object({
  open: z
    .object({
      number: z.string().nullable().describe('Only of a request of your own organisation'),
      state,
      submittedAt: moment,
      holder,
      own: z.boolean(),
    })
    .nullable(),
})

export const sentAnswer = z.object({ id: z.uuid(), number: z.string() })

export const listAnswer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      state,
      givenName: z.string().nullable(),
      familyName: z.string(),
      birthDate: z.string(),
      dischargeOn: z.string().nullable(),
      startOn: z.string().nullable(),
      actBy: moment.nullable(),
      submittedAt: moment,
      holder,
    }),
  ),
  more: z.boolean(),
})

const historyLine = z.object({
  at: moment,
  code: z.string(),
  organization: z.string().nullable(),
  team: z.string().nullable(),
})

export const followAnswer = z.object({
  number: z.string(),
  state,
  submittedAt: moment,
  actBy: moment.nullable(),
  holder,
  history: z.array(historyLine),
})

export const referralAnswer = followAnswer.extend({
  id: z.uuid(),
  priority: z.string(),
  startOn: z.string().nullable(),
  startCertainty: z.string(),
  dischargeOn: z.string().nullable(),
  card: z.record(z.string(), z.unknown()).describe('As it was sent, without identity'),
  identity: z.record(z.string(), z.unknown()).describe('As it was sent; of the BSN only its last three digits'),
  supplements: z.array(z.object({ at: moment, by: z.string().nullable(), text: z.string() })),
  attachments: z.array(
    z.object({ id: z.uuid(), name: z.string(), kind: z.string(), size: z.number(), addedAt: moment }),
  ),
})

export const withdrawBody = z.strictObject({
  reason: z.string().min(1).max(60).describe('A code of the region’s list of withdrawal reasons'),
  text: words(1000).optional(),
})
export const supplementBody = z.strictObject({ text: words(4000) })
export const dateBody = z.strictObject({
  dischargeOn: date.optional(),
  startOn: date,
  certainty: z.enum(['certain', 'expected', 'unknown']).default('expected'),
})
export const doneAnswer = z.object({ done: z.literal(true) })
export const refusals = { 404: refusalAnswer, 409: refusalAnswer, 422: refusalAnswer }
