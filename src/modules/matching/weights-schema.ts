import { z } from 'zod'
import { priorities } from '#kernel/priorities.ts'
import { mostPoints, mostPointsInAll, type Weights } from './rules/weights.ts'

const points = z.int().min(0).max(100)

/** What the database, the form and the API go through. */
export const weightsSchema: z.ZodType<Weights> = z
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
    // What a region agreed before this was there, it agreed without it.
    carerGender: points.default(0),
    travel: points,
    travelLimit: z.int().min(10).max(120),
    fairShare: points,
    response: points,
  })
  .refine((weights) => mostPoints(weights) <= mostPointsInAll)
