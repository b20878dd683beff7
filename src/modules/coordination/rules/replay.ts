import { type Deadline, dueAt } from '#kernel/deadline.ts'
import type { Priority } from '#kernel/priorities.ts'
import { type AskTerms, firstAwake } from './ask-at-once.ts'
import { climb, type LadderTerms, remindAt, type Step } from './ladder.ts'

/** What really happened to a request: when it was sent, and when it was first taken or ended. */
export type PastRequest = {
  priority: Priority
  sentAt: Date
  takenAt: Date | null
  endedAt: Date | null
  /** The organisation that was wished for, or that gives care already, and who took it. */
  wishedId: string | null
  takerId: string | null
}

export type ReplayTerms = LadderTerms & {
  deadlines: Record<Priority, Deadline>
  preferredFirst: Deadline | null
  askAtOnce: AskTerms | null
}

export type Replayed = {
  requests: number
  /** Taken before the promised moment. */
  inTime: number
  reminded: number
  /** How often each step would have come. */
  steps: Partial<Record<Step, number>>
  /** Asked at one organisation alone first, and of those: that organisation really took it within its hours. */
  askedFirst: number
  takenFirst: number
  /** Put to a team on its own as soon as it came in, or when the quiet hours were over. */
  askedAtOnce: number
  askedInTheMorning: number
}

/**
 * What a way of working would have done with requests of the past, at the moments at which they were really taken. How people
 * would have behaved otherwise under it, nobody knows: that is not in these figures.
 */
export function replay(requests: readonly PastRequest[], terms: ReplayTerms, now: Date): Replayed {
  const told: Replayed = {
    requests: requests.length,
    inTime: 0,
    reminded: 0,
    steps: {},
    askedFirst: 0,
    takenFirst: 0,
    askedAtOnce: 0,
    askedInTheMorning: 0,
  }
  for (const request of requests) {
    const { sentAt, takenAt, wishedId, takerId } = request
    const waitedUntil = takenAt ?? request.endedAt ?? now
    const promisedBy = dueAt(sentAt, terms.deadlines[request.priority], terms.opening)
    if (takenAt && takenAt <= promisedBy) told.inTime += 1
    if (waitedUntil > remindAt(sentAt, promisedBy, terms)) told.reminded += 1
    for (const step of stepsUntil(waitedUntil, sentAt, promisedBy, terms))
      told.steps[step] = (told.steps[step] ?? 0) + 1
    if (terms.askAtOnce) {
      const from = firstAwake(terms.askAtOnce, sentAt)
      if (from <= sentAt) told.askedAtOnce += 1
      else if (from < promisedBy) told.askedInTheMorning += 1
    }
    if (terms.preferredFirst && wishedId) {
      told.askedFirst += 1
      const alone = dueAt(sentAt, terms.preferredFirst, terms.opening)
      if (takerId === wishedId && takenAt && takenAt <= alone) told.takenFirst += 1
    }
  }
  return told
}

function stepsUntil(until: Date, clockStartedAt: Date, promisedBy: Date, terms: ReplayTerms): Step[] {
  const come: Step[] = []
  let at = promisedBy
  for (let level = 0; at < until && level < terms.ladder.steps.length; level += 1) {
    const next = climb({ level, clockStartedAt, promisedBy }, terms, at)
    come.push(next.step)
    at = next.actBy
  }
  return come
}
