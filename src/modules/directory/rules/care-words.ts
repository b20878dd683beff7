import { type CareKind, careKinds, isCareKind } from '#kernel/care-kinds.ts'
import { plain, slipsBetween, slipsForgiven } from './spelling.ts'

/** Help that home nursing does not give, and who does. */
export const otherHelpKinds = ['wmo', 'gp', 'out-of-hours', 'wlz', 'client-support'] as const
export type OtherHelpKind = (typeof otherHelpKinds)[number]

/** The words of one language: which plain words stand for which kind of care, or for help from somebody else. */
export type CareVocabulary = {
  care: Readonly<Record<CareKind, readonly string[]>>
  otherHelp: Readonly<Record<OtherHelpKind, readonly string[]>>
  /** Words that say nothing by themselves: 'hulp', 'met', 'mijn'. */
  empty: readonly string[]
}

export type CareFound = { kinds: readonly CareKind[]; otherHelp: readonly OtherHelpKind[] }

/**
 * The kinds of care that somebody means: 'steunkous aantrekken', 'prikken', 'katheder'. What fits best comes first; of what fits equally
 * well the order is that of the form. Nothing found is an empty answer, never a guess.
 */
export function findCare(vocabulary: CareVocabulary, typed: string): CareFound {
  const text = typed.trim()
  if (isCareKind(text)) return { kinds: [text], otherHelp: [] }
  const said = plain(text)
    .split(' ')
    .filter((word) => word !== '' && !vocabulary.empty.includes(word))
  return {
    kinds: best(careKinds, (kind) => vocabulary.care[kind], said),
    otherHelp: best(otherHelpKinds, (kind) => vocabulary.otherHelp[kind], said),
  }
}

function best<Kind>(
  kinds: readonly Kind[],
  wordsOf: (kind: Kind) => readonly string[],
  said: readonly string[],
): Kind[] {
  return kinds
    .map((kind) => ({ kind, fit: Math.max(0, ...wordsOf(kind).map((words) => fitOf(plain(words).split(' '), said))) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .filter(({ fit }, _place, all) => fit >= all[0]!.fit - 1)
    .map(({ kind }) => kind)
}

/** How well the words of one entry were said: 3 to the letter, 2 begun or part of a longer word, 1 with slips; 0 when one is missing. */
function fitOf(words: readonly string[], said: readonly string[]): number {
  const fits = words.map((word) => Math.max(0, ...said.map((one) => wordFit(word, one))))
  return fits.includes(0) ? 0 : Math.min(...fits)
}

function wordFit(word: string, said: string): number {
  if (word === said) return 3
  const [short, long] = word.length < said.length ? [word, said] : [said, word]
  // 'steunkousen' for 'steunkous', 'stomazorg' for 'stoma', and the other way round.
  if (short.length >= 4 && (long.startsWith(short) || (short === word && long.endsWith(short)))) return 2
  const forgiven = slipsForgiven(Math.min(word.length, said.length))
  return forgiven > 0 && slipsBetween(word, said, forgiven) <= forgiven ? 1 : 0
}
