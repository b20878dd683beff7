import { z } from 'zod'
import { parseBsn } from '#kernel/bsn.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { isLocalDate } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { isEmail } from '#kernel/email.ts'
import { parsePhone } from '#kernel/phone.ts'
import { parsePostcode } from '#kernel/postcode.ts'
import { priorities } from '#kernel/priorities.ts'
import { cleanLine, cleanText, isPersonName } from '#kernel/text.ts'
import { sources } from './new-request.ts'
import { particularsSchema } from './particulars.ts'

/** Text that is read by one of the kernel's readers; what it makes of it is what goes on. */
function read<Value>(reader: (text: string) => Value | undefined, message: string, max = 254) {
  return z
    .string()
    .max(max)
    .transform((text, context) => {
      const value = reader(text)
      if (value !== undefined) return value
      context.issues.push({ code: 'custom', message, input: text })
      return z.NEVER
    })
}

const unreadable = 'Hier staat een teken dat wij niet kunnen lezen'
const line = (max: number) => read((text) => cleanLine(text) || undefined, unreadable, max)
const words = (max: number) => read((text) => cleanText(text) || undefined, unreadable, max)
const personName = read(
  (text) => {
    const name = cleanLine(text)
    return name !== undefined && isPersonName(name) ? name : undefined
  },
  'Gebruik in een naam alleen letters',
  100,
)
const phone = read(parsePhone, 'Dit is geen telefoonnummer').describe('Dutch or international; kept as E.164')
const email = read((text) => (isEmail(text) ? text : undefined), 'Dit is geen e-mailadres')
const date = z.string().refine(isLocalDate, 'Dit is geen datum die bestaat (JJJJ-MM-DD)').describe('YYYY-MM-DD')
const codes = <Code extends string>(list: readonly Code[]) =>
  z
    .array(z.enum(list as [Code, ...Code[]]))
    .max(list.length)
    .transform((chosen) => [...new Set(chosen)])

const card = z.strictObject({
  source: z.enum(sources),
  priority: z.enum(priorities),
  gender: z.enum(['female', 'male', 'other', 'unknown']).optional(),
  careKinds: z
    .array(z.enum(careKinds))
    .min(1)
    .max(careKinds.length)
    .transform((chosen) => [...new Set(chosen)]),
  dayparts: codes(dayparts).default([]),
  timesPerWeek: z.int().min(1).max(70).optional(),
  hoursPerWeek: z.number().min(0).max(168).optional(),
  startOn: date.optional(),
  startCertainty: z.enum(['certain', 'expected', 'unknown']).default('expected'),
  dischargeOn: date.optional(),
  location: z.enum(['home', 'hospital', 'rehabilitation', 'nursing-home', 'hospice']).default('home'),
  expectedDuration: z.enum(['short', 'long', 'terminal', 'unknown']).optional(),
  financing: z.enum(['zvw', 'wlz', 'wmo', 'youth', 'private', 'unknown']).optional(),
  insurer: z
    .string()
    .regex(/^\d{4}$/, 'Een UZOVI-code heeft vier cijfers')
    .describe('UZOVI code')
    .optional(),
  indication: z.enum(['present', 'to-do']).optional(),
  nursingActions: z
    .array(
      z.strictObject({
        code: z
          .string()
          .regex(/^\d{6,18}$/)
          .describe('SNOMED CT')
          .optional(),
        text: line(200),
        frequency: line(100).optional(),
      }),
    )
    .max(30)
    .default([]),
  twoCarers: z.boolean().default(false),
  palliative: z.boolean().default(false),
  alerts: codes(['fall', 'delirium', 'wandering', 'aggression', 'smoking-with-oxygen', 'mrsa', 'vre', 'cre']).default(
    [],
  ),
  preferredOrganizationId: z.uuid().optional(),
  existingOrganizationId: z.uuid().optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, 'Een taalcode heeft twee letters'))
    .max(5)
    .default([]),
  faith: line(200).optional(),
  carerGender: z.enum(['female', 'male']).optional(),
  unwantedOrganizationIds: z
    .array(z.uuid())
    .max(5)
    .describe('Organisations that the client does not want: never asked, and not told so')
    .optional(),
  warmHandover: z.boolean().default(false),
})

const identity = z.strictObject({
  givenName: personName.optional(),
  familyName: personName,
  birthDate: date,
  bsn: read(parseBsn, 'Dit is geen burgerservicenummer', 30).optional(),
  bsnCheckedWith: z.enum(['passport', 'identity-card', 'driving-licence', 'residence-permit']).optional(),
  postcode: read((text) => parsePostcode(text)?.pc6, 'Dit is geen postcode', 20),
  houseNumber: line(20),
  street: line(100).optional(),
  place: line(100).optional(),
  careAddress: line(200).optional(),
  phone: phone.optional(),
  email: email.optional(),
  question: words(4000),
  contacts: z
    .array(
      z.strictObject({
        name: personName,
        phone: phone.optional(),
        relation: line(60).optional(),
        role: z.enum(['informal-carer', 'representative', 'contact']).optional(),
      }),
    )
    .max(5)
    .default([]),
  requester: z
    .strictObject({
      name: personName.optional(),
      phone: phone.optional(),
      email: email.optional(),
      reachable: line(200).optional(),
      relation: line(60).optional(),
    })
    .default({}),
  particulars: particularsSchema.default({}),
})

/** A request for care as a program sends it: the same as the forms make, and checked by the same rules. */
export const careRequestBody = z.strictObject({
  sentKey: z.uuid().describe('Chosen by the sender, one per request: sending again with it makes no second request'),
  card,
  identity,
  consent: z.strictObject({
    givenBy: z.enum(['client', 'representative', 'informal-carer', 'told-to-referrer']),
    scope: z.array(line(60)).min(1).max(10),
    textVersion: line(60),
  }),
})

export const careRequestAnswer = z.object({
  number: z.string().describe('Eight characters, to read out over the phone'),
  followUrl: z.url().describe('The private page of this request: keep it as a secret'),
  holder: z.object({ name: z.string(), phone: z.string().nullable() }),
  actBy: z.iso.datetime().nullable().describe('By when the holder acts'),
})

export const refusalAnswer = z.object({
  type: z.string(),
  status: z.number(),
  code: z.string().optional(),
  title: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
})
