import type { Priority } from '#kernel/priorities.ts'

/**
 * The most points each reason can give. A region's values may differ; these are the first, in the proportions that were
 * tried out: a preferred organisation outweighs fifteen minutes of travel, room outweighs all of it when it is urgent.
 */
export type Weights = {
  /** Room on the first day, by urgency: the sooner care is needed, the more it counts. */
  room: Record<Priority, number>
  /** Room on the six days after. */
  roomLater: number
  preferred: number
  /** The organisation that gives care already; who gave it before gets half. */
  continuity: number
  language: number
  faith: number
  /** A woman or a man at the door, for who asked for that. */
  carerGender: number
  travel: number
  /** Minutes of travel at which nothing is left of its points. */
  travelLimit: number
  /** Who took less than its part gets more of these, who took more gets fewer; the middle is even. */
  fairShare: number
  /** How often the organisation says yes when it is asked, and how fast it answers. */
  response: number
  /** From so many clients of now in one postcode travel may count from there; 0: never. */
  clientsThere: number
}

export const firstWeights: Weights = {
  room: { today: 50, 'within-24-hours': 45, 'within-48-hours': 40, 'this-week': 30, planned: 25 },
  roomLater: 15,
  preferred: 25,
  continuity: 20,
  language: 12,
  faith: 8,
  carerGender: 8,
  travel: 20,
  travelLimit: 30,
  fairShare: 20,
  response: 12,
  clientsThere: 3,
}

/** Every weight that stands for points, with the heaviest urgency of room: the most points that anyone can have. */
export function mostPoints(weights: Weights): number {
  const { room, travelLimit: _, clientsThere: __, ...others } = weights
  return Object.values(others).reduce((sum, points) => sum + points, Math.max(...Object.values(room)))
}

/**
 * No region may give more than this in all: what two teams and leaving a request open cost (`division/prices.ts`) has to be dearer
 * than the worst team that can take it, also when that team is another than before.
 */
export const mostPointsInAll = 230

/** What came after the first weights: a region that agreed before it was there, agreed nothing about it. */
const laterWeights = ['carerGender', 'clientsThere'] as const
export type LaterWeight = (typeof laterWeights)[number]
/** As it was kept. */
export type AgreedWeights = Omit<Weights, LaterWeight> & Partial<Pick<Weights, LaterWeight>>

export function notYetAgreed(agreed: AgreedWeights): LaterWeight[] {
  return laterWeights.filter((code) => agreed[code] === undefined)
}

/** What was not agreed counts as usual, and never so much that all together is more than may be. */
export function withUsual(agreed: AgreedWeights): Weights {
  const filled = { carerGender: 0, clientsThere: firstWeights.clientsThere, ...agreed }
  if (agreed.carerGender !== undefined) return filled
  return { ...filled, carerGender: Math.min(firstWeights.carerGender, mostPointsInAll - mostPoints(filled)) }
}

/** What a light is worth: nobody knows of grey, so it is worth less than a talk. */
export const worthOf = { green: 1, amber: 0.5, unknown: 0.25, red: 0 } as const
