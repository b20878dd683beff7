import { addDays, localDateOf } from '#kernel/dates.ts'
import { isNotGreen, type Light } from '#kernel/lights.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { type Cell, cellKey, daysAhead, isPast } from './cell.ts'

/** What is said about a cell. */
export type Saying = {
  light: Light
  reason?: string | null
  reasonText?: string | null
  until?: Date | null
  freeMinutes?: number | null
  newClients?: number | null
}

/** What somebody wants to say; `seen` is the version they looked at (0: nothing there yet), left out when they did not look. */
export type Wish = Cell & Saying & { seen?: number }

/** What stands in a cell now. */
export type Standing = Cell & Saying & { version: number; setAt: Date; setByName: string }

export const cellRefusals = [
  'foreign-team',
  'past',
  'too-far',
  'twice',
  'no-reason',
  'unknown-reason',
  'reason-wants-text',
  'text-too-long',
  'until-past',
  'numbers-do-not-fit',
] as const
export type CellRefusal = (typeof cellRefusals)[number]

export type SetRefusal =
  | { code: 'not-valid'; cells: { cell: Cell; why: CellRefusal }[] }
  /** Somebody else was first: what they said, so that the second can decide. */
  | { code: 'changed-meanwhile'; cells: Standing[] }

export type Setting = {
  ownTeamIds: ReadonlySet<string>
  reasons: readonly { code: string; wantsText: boolean }[]
  now: Date
}

export const longestText = 200

/** Whether all of these may be said, and what is then written. All or nothing: half a week would be a lie. */
export function decideLights(
  wishes: readonly Wish[],
  standing: ReadonlyMap<string, Standing>,
  setting: Setting,
): Outcome<(Cell & Required<Saying>)[], SetRefusal> {
  const met = new Set<string>()
  const wrong = wishes.flatMap((wish) => {
    const why = met.has(cellKey(wish)) ? 'twice' : refusalOf(wish, setting)
    met.add(cellKey(wish))
    return why ? [{ cell: toCell(wish), why }] : []
  })
  if (wrong.length > 0) return refused({ code: 'not-valid', cells: wrong })
  const changed = wishes.flatMap((wish) => {
    const now = standing.get(cellKey(wish))
    if (wish.seen === undefined || wish.seen === (now?.version ?? 0)) return []
    // What a colleague said in between and is the same, needs no decision.
    if (now && sameSaying(now, toSaying(wish))) return []
    return [now ?? emptied(wish)]
  })
  if (changed.length > 0) return refused({ code: 'changed-meanwhile', cells: changed })
  return done(wishes.map((wish) => ({ ...toCell(wish), ...toSaying(wish) })))
}

/** Why one cell cannot be said like this; undefined when it can. */
export function refusalOf(wish: Wish, { ownTeamIds, reasons, now }: Setting): CellRefusal | undefined {
  if (!ownTeamIds.has(wish.teamId)) return 'foreign-team'
  if (isPast(wish, now)) return 'past'
  if (wish.on > addDays(localDateOf(now), daysAhead)) return 'too-far'
  if (wish.until && wish.until <= now) return 'until-past'
  if (!fits(wish.freeMinutes, 6000) || !fits(wish.newClients, 99)) return 'numbers-do-not-fit'
  if ((wish.reasonText ?? '').length > longestText) return 'text-too-long'
  if (!isNotGreen(wish.light)) return undefined
  if (!wish.reason) return 'no-reason'
  const reason = reasons.find(({ code }) => code === wish.reason)
  if (!reason) return 'unknown-reason'
  return reason.wantsText && !wish.reasonText ? 'reason-wants-text' : undefined
}

/** Green and grey need no reason, and keep none. Only where there is room, or might be, is there something to count. */
export function toSaying(wish: Saying): Required<Saying> {
  const explained = isNotGreen(wish.light)
  const counted = wish.light === 'green' || wish.light === 'amber'
  return {
    light: wish.light,
    reason: explained ? (wish.reason ?? null) : null,
    reasonText: explained ? wish.reasonText || null : null,
    until: wish.light === 'unknown' ? null : (wish.until ?? null),
    freeMinutes: counted ? (wish.freeMinutes ?? null) : null,
    newClients: counted ? (wish.newClients ?? null) : null,
  }
}

/** How long a save can be taken back. */
const undoMinutes = 10

export function canStillUndo(madeAt: Date, now: Date): boolean {
  return now.getTime() - madeAt.getTime() < undoMinutes * 60_000
}

export function toCell({ teamId, on, daypart, careKind }: Cell): Cell {
  return { teamId, on, daypart, careKind }
}

export function sameSaying(one: Saying, other: Saying): boolean {
  const [a, b] = [toSaying(one), toSaying(other)]
  return (
    a.light === b.light &&
    a.reason === b.reason &&
    a.reasonText === b.reasonText &&
    a.until?.getTime() === b.until?.getTime() &&
    a.freeMinutes === b.freeMinutes &&
    a.newClients === b.newClients
  )
}

function fits(number: number | null | undefined, most: number): boolean {
  return number === null || number === undefined || (Number.isInteger(number) && number >= 0 && number <= most)
}

/** A cell that somebody emptied while another looked at it. */
function emptied(wish: Wish): Standing {
  return { ...toCell(wish), light: 'unknown', version: 0, setAt: new Date(0), setByName: '' }
}
