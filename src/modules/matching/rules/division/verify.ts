import { teamsOf } from './choices.ts'
import { type Division, open, type Problem } from './problem.ts'

/**
 * Looks at a division without trusting whoever made it: every fault in a sentence, none when it may be shown. It counts from the
 * choices and the room themselves, not from what the engines kept.
 */
export function verify({ asked, choices, spans, slots, slotsOf }: Problem, division: Division): string[] {
  const faults: string[] = []
  if (division.length !== asked.length) faults.push(`${division.length} answers to ${asked.length} requests`)
  const minutes = slots.map(() => 0)
  const clients = slots.map(() => 0)
  for (const [request, at] of division.entries()) {
    if (at === open) continue
    const [from, to] = spans[request] ?? [0, 0]
    const choice = choices[at]
    const one = asked[request]
    if (!choice || !one || at < from || at >= to) {
      faults.push(`Request ${request} has choice ${at}, which is not its own`)
      continue
    }
    const { pinnedTo, forbidden } = one.waiting
    if (pinnedTo !== undefined && choice.teamId !== pinnedTo) faults.push(`Request ${request} was pinned elsewhere`)
    if (teamsOf(choice).some((teamId) => forbidden.includes(teamId)))
      faults.push(`Request ${request} goes to a team that was forbidden`)
    for (const slot of slotsOf[at] ?? []) {
      minutes[slot] = (minutes[slot] ?? 0) + choice.minutes
      clients[slot] = (clients[slot] ?? 0) + 1
    }
  }
  for (const [at, slot] of slots.entries()) {
    const where = `${slot.teamId} ${slot.on} ${slot.daypart}`
    if ((minutes[at] ?? 0) > (slot.minutes ?? Number.POSITIVE_INFINITY)) faults.push(`Too many minutes: ${where}`)
    if ((clients[at] ?? 0) > (slot.clients ?? Number.POSITIVE_INFINITY)) faults.push(`Too many clients: ${where}`)
  }
  return faults
}
