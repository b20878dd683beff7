import type { Division, Piece } from './dividing.ts'
import { mostParts } from './dividing.ts'

/** Who said to be able to do which pieces. */
export type PieceOffer = { organizationId: string; pieces: readonly string[] }

/**
 * How the page is filled in at first. What was offered goes to who offered the most of what is left, until three parts are full; what
 * nobody offered is a part of its own. Without offers each piece stands alone, as far as there are parts.
 */
export function firstDivision(pieces: readonly Piece[], offers: readonly PieceOffer[]): Division['parts'] {
  const left = new Set<Piece>(pieces)
  const parts: { pieces: Piece[]; organizationId?: string }[] = []
  const waiting = [...offers]
  while (waiting.length > 0 && left.size > 0 && parts.length < mostParts) {
    const best = waiting
      .map((offer) => ({ offer, can: pieces.filter((piece) => left.has(piece) && offer.pieces.includes(piece)) }))
      .sort((one, other) => other.can.length - one.can.length)[0]
    if (!best || best.can.length === 0) break
    waiting.splice(waiting.indexOf(best.offer), 1)
    for (const piece of best.can) left.delete(piece)
    parts.push({ pieces: best.can, organizationId: best.offer.organizationId })
  }
  const rest = pieces.filter((piece) => left.has(piece))
  if (rest.length === 0) return parts
  if (parts.length > 0) return parts.length < mostParts ? [...parts, { pieces: rest }] : withRest(parts, rest)
  return rest
    .map((_, index) => index)
    .filter((index) => index < mostParts)
    .map((index) => ({
      pieces: index === mostParts - 1 ? rest.slice(index) : rest.slice(index, index + 1),
    }))
}

/** Three parts are full: what is left waits with the last, for a person to look at. */
function withRest(parts: readonly { pieces: Piece[]; organizationId?: string }[], rest: readonly Piece[]) {
  return parts.map((part, index) => (index === parts.length - 1 ? { pieces: [...part.pieces, ...rest] } : part))
}
