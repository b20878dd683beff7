import type { CareKind } from '#kernel/care-kinds.ts'
import type { Barred, Waiting } from './choices.ts'
import { Ledger } from './ledger.ts'
import { type Division, open, type Problem } from './problem.ts'
import { type Cell, visitsOf } from './week.ts'

/** One thing that is missing, and the open requests that could be given out with it, each by itself. */
export type Missing = (
  | { code: 'daypart'; daypart: Cell['daypart'] }
  | { code: 'expertise'; careKind: CareKind }
  | { code: 'area'; pc4: string }
) & { requestIds: readonly string[] }

/** Of what stays open: which one missing thing would solve most. A team that lacks only that thing, and has room left, counts. */
export function missingThings(problem: Problem, division: Division): Missing[] {
  const found = new Map<string, { thing: Missing; requestIds: Set<string> }>()
  const ledger = new Ledger(problem, division)
  const placeOf = new Map(problem.slots.map((slot, at) => [`${slot.teamId} ${slot.on} ${slot.daypart}`, at]))
  for (const [request, at] of division.entries()) {
    const asked = problem.asked[request]
    if (at !== open || !asked) continue
    const { requestId } = asked.waiting.wanted
    const [from, to] = problem.spans[request] ?? [0, 0]
    for (let place = from; place < to; place += 1) lacks(requestId, cellsOf(ledger.lacking(place)))
    for (const barred of asked.barred) {
      if (barred.forbidden) continue
      const [first, ...more] = barred.barriers
      if (first && more.length === 0 && first.code !== 'no-room') {
        if (!hasLeft(barred, asked.waiting)) continue
        if (first.code === 'outside-area') add(requestId, { code: 'area', pc4: first.pc4, requestIds: [] })
        if (first.code !== 'care-not-given') continue
        const [kind, ...others] = first.careKinds
        if (kind && others.length === 0) add(requestId, { code: 'expertise', careKind: kind, requestIds: [] })
      } else if (barred.barriers.every(({ code }) => code === 'no-room')) lacks(requestId, barred.short)
    }
  }
  return [...found.values()]
    .map(({ thing, requestIds }) => ({ ...thing, requestIds: [...requestIds].sort() }))
    .sort((one, other) => other.requestIds.length - one.requestIds.length || (keyOf(one) < keyOf(other) ? -1 : 1))

  /** Whether the room that a team told is not given to others. */
  function hasLeft({ teamId, fits }: Barred, { wanted, amount }: Waiting): boolean {
    return fits.some((dayparts) => {
      const { cells, minutes } = visitsOf(wanted.startOn, dayparts, amount)
      return cells.every(({ on, daypart }) => {
        const slot = placeOf.get(`${teamId} ${on} ${daypart}`)
        return slot === undefined || ledger.holds(slot, minutes)
      })
    })
  }

  function cellsOf(slots: readonly number[]): Cell[] {
    return slots.flatMap((slot) => problem.slots[slot] ?? [])
  }

  /** Room that lacks in one part of the day only, on whichever days. */
  function lacks(requestId: string, cells: readonly Cell[]): void {
    const [daypart, ...others] = [...new Set(cells.map((cell) => cell.daypart))]
    if (daypart && others.length === 0) add(requestId, { code: 'daypart', daypart, requestIds: [] })
  }

  function add(requestId: string, thing: Missing): void {
    const known = found.get(keyOf(thing)) ?? { thing, requestIds: new Set<string>() }
    known.requestIds.add(requestId)
    found.set(keyOf(thing), known)
  }
}

function keyOf(thing: Missing): string {
  if (thing.code === 'daypart') return `daypart ${thing.daypart}`
  return thing.code === 'expertise' ? `expertise ${thing.careKind}` : `area ${thing.pc4}`
}
