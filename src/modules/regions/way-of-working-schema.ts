import { z } from 'zod'
import { priorities } from '#kernel/priorities.ts'
import {
  afterChoices,
  choosers,
  distributions,
  entries,
  ladderSteps,
  lightAudiences,
  otherParties,
  presets,
  type WayOfWorking,
} from './rules/way-of-working.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** Midnight at the end of a day, so that a region can agree on day and night. */
const endOfDay = z.union([time, z.literal('24:00')])
const term = z.strictObject({ kind: z.enum(['clock', 'working']), hours: z.number().positive().max(720) })
const eachPriority = <Schema>(schema: Schema) =>
  Object.fromEntries(priorities.map((priority) => [priority, schema])) as Record<(typeof priorities)[number], Schema>
const eachOnce = (list: readonly unknown[]) => new Set(list).size === list.length
const rounds = z
  .array(z.strictObject({ postUntil: time, answerAt: time }))
  .max(6)
  .refine((list) => list.every(({ postUntil, answerAt }) => postUntil < answerAt), 'answered after posting')
  .refine(
    (list) => list.every((round, at) => at === 0 || (list[at - 1]?.postUntil ?? '') < round.postUntil),
    'in order',
  )
const askAtOnce = z
  .strictObject({
    minutes: z.strictObject(eachPriority(z.number().int().min(5).max(1440))),
    together: z.number().int().min(1).max(5),
    mostParties: z.number().int().min(1).max(20),
    mostPerTeam: z.number().int().min(1).max(50),
    from: time,
    to: endOfDay,
    wishedFirst: z.boolean(),
  })
  .refine(({ from, to }) => from < to, 'ends after it begins')
const ladder = z.strictObject({
  remindAt: z.number().min(0.1).max(0.95),
  steps: z
    .array(z.strictObject({ step: z.enum(ladderSteps), after: term }))
    .min(1)
    .refine((steps) => eachOnce(steps.map(({ step }) => step)), 'each step once'),
})

/** What a way of working has to be, wherever it comes from: the database, a form, the API. */
export const wayOfWorkingSchema: z.ZodType<WayOfWorking> = z.strictObject({
  preset: z.enum(presets),
  fallbackDeskId: z.uuid(),
  channels: z.array(z.enum(entries)).min(1).refine(eachOnce),
  routing: z.enum(['route-table', 'one-entry']),
  preferredFirst: term.nullable(),
  // What was agreed before this could be agreed on does without.
  askAtOnce: askAtOnce.nullable().default(null),
  distribution: z.enum(distributions),
  rounds,
  inquiry: term,
  confirmAssignment: term,
  choice: z.strictObject({ by: z.enum(choosers), within: term, afterwards: z.enum(afterChoices) }),
  question: term,
  disclosure: z.strictObject({
    waiting: z.strictObject({ others: z.literal('card'), holder: z.enum(['card', 'identity']) }),
    asked: z.strictObject({ asked: z.literal('card') }),
    taken: z.strictObject({ taker: z.literal('identity'), others: z.literal('card') }),
  }),
  ladder,
  lightAudience: z.enum(lightAudiences),
  beds: z.boolean(),
  desk: z.boolean(),
  consult: z.boolean(),
  otherParties: z.array(z.enum(otherParties)).refine(eachOnce),
  opening: z
    .strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1).refine(eachOnce), from: time, to: time })
    .refine(({ from, to }) => from < to, 'closes after it opens'),
  deadlines: z.strictObject(eachPriority(term)),
  confirmStart: term,
  escalation: term,
  closeAfterDays: z.number().int().min(1).max(365),
})
