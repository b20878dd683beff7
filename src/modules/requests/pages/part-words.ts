import { isCareKind } from '#kernel/care-kinds.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { capital, inSentence } from '#kernel/sentence.ts'
import { careKindText, daypartText } from '#kernel/text.nl.ts'
import type { CardPart, SplitBy } from '../parts.ts'

/** 'Ochtend en avond', or 'Wondzorg': which part it is, by what it was divided. */
export function partWords(part: Pick<CardPart, 'dayparts' | 'careKinds'>, by: SplitBy | null): string {
  return piecesWords(by === 'care-kind' ? part.careKinds : part.dayparts)
}

/** The same from a line of the history. */
export function partName(facts: Record<string, unknown>): string {
  const pieces = Array.isArray(facts.pieces) ? facts.pieces.map(String) : []
  return piecesWords(pieces) || 'Een deel'
}

function piecesWords(pieces: readonly string[]): string {
  return capital(inSentence(pieces.map(pieceText)))
}

/** 'ochtend', 'wondzorg'. */
export function pieceText(piece: string): string {
  if (isDaypart(piece)) return daypartText[piece]
  return isCareKind(piece) ? careKindText[piece] : piece
}

const isDaypart = (piece: string): piece is Daypart => (dayparts as readonly string[]).includes(piece)
