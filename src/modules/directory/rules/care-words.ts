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
 * The kinds of care that somebody means: 'steunkous aantrekken', 'prikken', 'katheder'. What fits best, in the order of the form.
 * Nothing found is an empty answer, never a guess.
 */
export function findCare(vocabulary: CareVocabulary, typed: string): CareFound {
  const text = typed.trim()
  if (isCareKind(text)) return { kinds: [text], otherHelp: [] }
  const said = tellingWords(text, vocabulary)
  const best = <Kind>(kinds: readonly Kind[], entriesOf: (kind: Kind) => readonly string[]): Kind[] => {
    const fits = kinds.map((kind) => ({
      kind,
      fit: Math.max(0, ...entriesOf(kind).map((entry) => fitOf(tellingWords(entry, vocabulary), said))),
    }))
    const most = Math.max(...fits.map(({ fit }) => fit))
    return fits.filter(({ fit }) => fit > 0 && fit === most).map(({ kind }) => kind)
  }
  return {
    kinds: best(careKinds, (kind) => vocabulary.care[kind]),
    otherHelp: best(otherHelpKinds, (kind) => vocabulary.otherHelp[kind]),
  }
}

/** The words of a text that tell something: 'in bed' is 'bed'. */
function tellingWords(text: string, { empty }: CareVocabulary): string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word !== '' && !empty.includes(word))
}

/** How well the words of one entry were said: 3 to the letter, 2 begun or part of a longer word, 1 with slips; 0 when one is missing. */
function fitOf(words: readonly string[], said: readonly string[]): number {
  if (words.length === 0) return 0
  const fits = words.map((word) => Math.max(0, ...said.map((one) => wordFit(word, one))))
  return fits.includes(0) ? 0 : Math.min(...fits)
}

function wordFit(word: string, said: string): number {
  if (word === said) return 3
  // 'stomazorg' for 'stoma', 'doorligwonden' for 'wonden'.
  if (word.length >= 4 && (said.startsWith(word) || said.endsWith(word))) return 2
  // 'steunkous' for 'steunkousen', but not 'ziek' for 'ziekenhuis'.
  if (said.length >= 5 && said.length > word.length * 0.6 && word.startsWith(said)) return 2
  const forgiven = slipsForgiven(Math.min(word.length, said.length))
  return forgiven > 0 && slipsBetween(word, said, forgiven) <= forgiven ? 1 : 0
}
