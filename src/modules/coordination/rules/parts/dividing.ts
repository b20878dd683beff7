import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'

/** More than three organisations at one door is no help. */
export const mostParts = 3

export const splits = ['daypart', 'care-kind'] as const
export type SplitBy = (typeof splits)[number]
export type Piece = Daypart | CareKind

export type Whole = { dayparts: readonly Daypart[]; careKinds: readonly CareKind[] }

/** How somebody wants it divided: per part its pieces, and whom to ask for it. `overview` is the part that keeps the overview. */
export type Division = {
  by: SplitBy
  parts: readonly { pieces: readonly Piece[]; organizationId?: string }[]
  overview: number
}
export type DividedPart = Whole & { keepsOverview: boolean; organizationId?: string }

export type DivisionRefusal =
  | 'nothing-to-divide'
  | 'piece-missing'
  | 'piece-twice'
  | 'piece-unknown'
  | 'one-part-only'
  | 'too-many-parts'
  | 'overview-missing'

export function piecesOf({ dayparts, careKinds }: Whole, by: SplitBy): readonly Piece[] {
  return by === 'daypart' ? dayparts : careKinds
}

/** Ways in which this can be divided at all: a single part of the day, or a single kind of care, cannot. */
export function waysToDivide(whole: Whole): SplitBy[] {
  return splits.filter((by) => piecesOf(whole, by).length > 1)
}

/** The parts, of which the sum is the whole: every piece in exactly one. */
export function divide(whole: Whole, { by, parts, overview }: Division): Outcome<DividedPart[], DivisionRefusal> {
  const pieces = piecesOf(whole, by)
  if (pieces.length < 2) return refused('nothing-to-divide')
  const given = parts.flatMap((part) => part.pieces)
  if (given.some((piece) => !pieces.includes(piece))) return refused('piece-unknown')
  if (new Set(given).size < given.length) return refused('piece-twice')
  if (given.length < pieces.length) return refused('piece-missing')
  if (parts.some((part) => part.pieces.length === 0) || parts.length < 2) return refused('one-part-only')
  if (parts.length > mostParts) return refused('too-many-parts')
  if (!parts[overview]) return refused('overview-missing')
  return done(
    parts.map(({ pieces: own, organizationId }, index) => {
      // In the order of the request, however they were given.
      const inOrder = pieces.filter((piece) => own.includes(piece))
      return {
        dayparts: by === 'daypart' ? (inOrder as Daypart[]) : whole.dayparts,
        careKinds: by === 'care-kind' ? (inOrder as CareKind[]) : whole.careKinds,
        keepsOverview: index === overview,
        ...(organizationId ? { organizationId } : {}),
      }
    }),
  )
}
