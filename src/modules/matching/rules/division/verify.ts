import type { Wanted } from '../wanted.ts'
import { type Choice, teamsOf } from './choices.ts'
import { type Division, open, type Problem } from './problem.ts'
import type { Cell } from './week.ts'

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
    faults.push(...partFaults(choice, one.waiting.wanted).map((fault) => `Request ${request} ${fault}`))
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

/** Of two teams: they are two, the first keeps the overview, and together they do all that is asked, each thing once and with its visits. */
function partFaults({ teamId, parts, dayparts, cells }: Choice, wanted: Wanted): string[] {
  if (!parts) return []
  const faults: string[] = []
  const teams = parts.map((part) => part.teamId)
  if (teams.length !== 2 || teams[0] === teams[1] || teams[0] !== teamId) faults.push('is not of two teams')
  const byKind = parts.some(({ careKinds }) => careKinds)
  const done = parts.flatMap((part): readonly string[] => (byKind ? (part.careKinds ?? []) : part.dayparts))
  const asked: readonly string[] = byKind ? wanted.careKinds : dayparts
  if (parts.some((part) => (byKind ? part.careKinds : part.dayparts)?.length === 0))
    faults.push('has a part of nothing')
  if (asked.length !== done.length || !asked.every((piece) => done.includes(piece)))
    faults.push('is not divided into all that is asked, each once')
  for (const part of parts) {
    const own = byKind ? dayparts : part.dayparts
    const visits = cells.filter(({ daypart }) => own.includes(daypart)).map(cellText)
    if (visits.join() !== part.cells.map(cellText).join()) faults.push('has a part without room for its visits')
  }
  return faults
}

function cellText({ on, daypart }: Cell): string {
  return `${on} ${daypart}`
}
