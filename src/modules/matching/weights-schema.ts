import { z } from 'zod'
import { priorities } from '#kernel/priorities.ts'
import { type AgreedWeights, mostPoints, mostPointsInAll, withUsual } from './rules/weights.ts'

/** Of fewer clients in a postcode nothing is told, so that nobody can be recognised. */
export const fewestTold = 3

const points = z.int().min(0).max(100)

/** What the database and the form go through. What came later may be left out: it was agreed before that was there. */
export const weightsSchema: z.ZodType<AgreedWeights> = z
  .strictObject({
    room: z.strictObject(
      Object.fromEntries(priorities.map((priority) => [priority, points])) as Record<
        (typeof priorities)[number],
        typeof points
      >,
    ),
    roomLater: points,
    preferred: points,
    continuity: points,
    language: points,
    faith: points,
    carerGender: points.optional(),
    travel: points,
    travelLimit: z.int().min(10).max(120),
    fairShare: points,
    response: points,
    // Fewer than three clients in one postcode are never told.
    clientsThere: z
      .int()
      .max(100)
      .refine((clients) => clients === 0 || clients >= fewestTold)
      .optional(),
  })
  .refine((weights) => mostPoints(withUsual(weights)) <= mostPointsInAll)
