import type { Language } from '#kernel/languages.ts'
import { wordsOf } from './languages/index.ts'
import type { CareVocabulary } from './rules/care-words.ts'

/** The words of a language as the search wants them. */
export function vocabularyOf(language: Language): CareVocabulary {
  const { care, otherHelp, emptyWords } = wordsOf(language)
  const wordsIn = <Kind extends string>(explained: Readonly<Record<Kind, { words: readonly string[] }>>) =>
    Object.fromEntries(
      Object.entries<{ words: readonly string[] }>(explained).map(([kind, { words }]) => [kind, words]),
    ) as Record<Kind, readonly string[]>
  return { care: wordsIn(care), otherHelp: wordsIn(otherHelp), empty: emptyWords }
}
