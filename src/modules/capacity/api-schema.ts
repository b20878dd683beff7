import { z } from 'zod'
import { careKinds } from '#kernel/care-kinds.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { isId } from '#kernel/ids.ts'
import { lights } from '#kernel/lights.ts'
import { cellRefusals } from './rules/setting.ts'

/** The shapes of the API of lights; the same rules and commands as the pages stand behind them. */
const id = z.string().refine(isId, 'Not an id')
const date = z.iso.date()
const moment = z.iso.datetime()
const careKind = z.union([z.enum(careKinds), z.literal('')]).describe('Empty for all care')

export const mostCells = 10_000

export const lightsQuery = z.strictObject({
  from: date.optional().describe('Today when left out'),
  to: date.optional().describe('Six days after `from` when left out; at most 28 days'),
  team: id.optional(),
  organization: id.optional(),
})

const cell = { team: id, on: date, daypart: z.enum(dayparts), careKind: careKind.default('') }
const saying = {
  light: z.enum(lights).describe('`unknown` takes back what was said'),
  reason: z.string().max(40).nullish().describe('A code of the region’s list; wanted for amber and red'),
  reasonText: z.string().max(200).nullish(),
  until: moment.nullish().describe('After this moment the light is unknown'),
  freeMinutes: z.int().min(0).max(6000).nullish(),
  newClients: z.int().min(0).max(99).nullish(),
  version: z
    .int()
    .min(0)
    .optional()
    .describe('The version that was looked at, 0 for an empty cell; left out: whatever stands there is replaced'),
}

export const oneCell = z.strictObject({ team: id, on: date, daypart: z.enum(dayparts) })
export const careKindQuery = z.strictObject({ careKind: careKind.default('') })
export const oneLight = z.strictObject(saying)
export const manyLights = z.strictObject({
  lights: z
    .array(z.strictObject({ ...cell, ...saying }))
    .min(1)
    .max(mostCells),
})

/** A key per attempt of the sender: the same key is the same save, however often it arrives. */
export const keyHeader = z.looseObject({ 'idempotency-key': z.string().min(8).max(80).optional() })

const lightAnswer = z.strictObject({
  team: id,
  organization: id,
  on: date,
  daypart: z.enum(dayparts),
  careKind,
  light: z.enum(lights).describe('What counts now'),
  said: z.enum(lights).describe('What was said, however long ago'),
  origin: z.enum(['set', 'pattern', 'exception']),
  reason: z.string().nullable(),
  until: moment.nullable(),
  freeMinutes: z.number().nullable(),
  newClients: z.number().nullable(),
  setAt: moment,
  setBy: z.string().nullable().describe('For professionals only'),
  version: z.number(),
})

export const lightsAnswer = z.strictObject({ from: date, to: date, lights: z.array(lightAnswer) })
export const savedAnswer = z.strictObject({ changeSet: id, cells: z.number() })

const refusedCell = { team: id, on: date, daypart: z.enum(dayparts), careKind }
/** A refusal as RFC 9457, with the cells it is about. */
export const lightProblem = z.looseObject({
  status: z.number(),
  title: z.string(),
  code: z.string(),
  cells: z.array(
    z.strictObject({
      ...refusedCell,
      why: z.enum(cellRefusals).optional(),
      light: z.enum(lights).optional(),
      version: z.number().optional(),
      setAt: moment.optional(),
    }),
  ),
})
