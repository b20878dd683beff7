import { z } from 'zod'
import { careKinds } from '#kernel/care-kinds.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { isId } from '#kernel/ids.ts'
import { priorities } from '#kernel/priorities.ts'
import { cleanText } from '#kernel/text.ts'
import { requestStates } from '#modules/requests/index.ts'
import { views } from '../list/list-question.ts'

/** The shapes of the API of the list and of one request; the same rules and commands as the pages stand behind them. */
const id = z.string().refine(isId, 'Not an id')
const moment = z.iso.datetime()
const date = z.iso.date()

export const requestId = z.strictObject({ id })

export const listQuery = z.strictObject({
  view: z.enum(views).default('waiting'),
  team: id.optional(),
  careKind: z.enum(careKinds).optional(),
  daypart: z.enum(dayparts).optional(),
  priority: z.enum(priorities).optional(),
  pc4: z
    .string()
    .regex(/^[1-9]\d{3}$/)
    .optional(),
  page: z.coerce.number().int().min(1).max(400).default(1),
})

export const countsQuery = z.strictObject({ team: id.optional() })

/** The card: nothing in it says who it is about. */
export const cardAnswer = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(requestStates),
  priority: z.enum(priorities),
  source: z.string(),
  requester: z.string().nullable(),
  coordinatingTeam: z.string().nullable(),
  holder: z.string().nullable(),
  actBy: moment.nullable(),
  takenBy: z.string().nullable(),
  escalationLevel: z.number(),
  returned: z.boolean(),
  submittedAt: moment,
  pc4: z.string(),
  ageBand: z.string(),
  gender: z.string().nullable(),
  careKinds: z.array(z.string()),
  dayparts: z.array(z.string()),
  timesPerWeek: z.number().nullable(),
  hoursPerWeek: z.number().nullable(),
  startOn: date.nullable(),
  startCertainty: z.string(),
  dischargeOn: date.nullable(),
  location: z.string(),
  expectedDuration: z.string().nullable(),
  financing: z.string().nullable(),
  insurer: z.string().nullable(),
  indication: z.string().nullable(),
  nursingActions: z.array(
    z.object({ code: z.string().optional(), text: z.string(), frequency: z.string().optional() }),
  ),
  twoCarers: z.boolean(),
  palliative: z.boolean(),
  alerts: z.array(z.string()),
  preferredOrganization: z.string().nullable(),
  existingOrganization: z.string().nullable(),
  languages: z.array(z.string()),
  faith: z.string().nullable(),
  carerGender: z.string().nullable(),
  question: z.string(),
  questionWithheld: z.boolean(),
  warmHandover: z.boolean(),
  startedOn: date.nullable(),
  /** How it is divided over several takers, with its parts; null when it is whole. */
  splitBy: z.enum(['daypart', 'care-kind']).nullable(),
  parts: z
    .array(
      z.strictObject({
        id,
        dayparts: z.array(z.string()),
        careKinds: z.array(z.string()),
        keepsOverview: z.boolean(),
        takenBy: z.string().nullable(),
        startsOn: date.nullable(),
        startedOn: date.nullable(),
      }),
    )
    .nullable(),
})

export const listAnswer = z.strictObject({ total: z.number(), page: z.number(), requests: z.array(cardAnswer) })
export const countsAnswer = z.strictObject({
  waiting: z.number(),
  taken: z.number(),
  own: z.number(),
  asked: z.number(),
})

export const sheetAnswer = z.strictObject({
  request: cardAnswer,
  holderPhone: z.string().nullable(),
  unwantedOrganizations: z
    .array(z.string())
    .describe('Whom the client does not want: never asked; left out for who works there'),
  identityOpen: z.boolean(),
  history: z.array(
    z.strictObject({
      at: moment,
      code: z.string(),
      organization: z.string().nullable(),
      team: z.string().nullable(),
      actBy: moment.nullable(),
    }),
  ),
})

export const identityAnswer = z.strictObject({
  givenName: z.string().nullable(),
  familyName: z.string(),
  birthDate: date,
  bsn: z.string().nullable(),
  bsnCheckedWith: z.string().nullable(),
  postcode: z.string(),
  houseNumber: z.string(),
  street: z.string().nullable(),
  place: z.string().nullable(),
  careAddress: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  question: z.string(),
  contacts: z.array(z.record(z.string(), z.unknown())),
  requester: z.record(z.string(), z.unknown()),
  particulars: z.record(z.string(), z.unknown()),
})

export const returnBody = z.strictObject({
  reason: z.string().max(40),
  text: z.string().trim().min(1).max(500).optional(),
})
export const startBody = z.strictObject({ startedOn: date })

export const stateAnswer = z.strictObject({ id, done: z.literal(true) })

/** A refusal or a not-found, as RFC 9457. */
export const problemAnswer = z.looseObject({
  status: z.number(),
  title: z.string(),
  code: z.string().optional(),
})

/** Some reasons ask for a word about it. */
export const reasonWithWords = z.strictObject({
  reason: z.string().min(1).max(40),
  text: z
    .string()
    .max(500)
    .refine((text) => cleanText(text) !== undefined)
    .transform(cleanText)
    .optional(),
})
