import { useContext } from 'react'
import { FrameWordsContext } from '#design/index.ts'
import { type Dates, datesIn } from '#kernel/dates-in.ts'
import { isLanguage, type Language } from '#kernel/languages.ts'
import { en } from './en.ts'
import { nl, type Words } from './nl.ts'

export type { Words } from './nl.ts'

/** The words for clients and carers in each language. A new one: its file, and a line here. */
const languages: Readonly<Record<Language, Words>> = { nl, en }

export function wordsOf(language: Language): Words {
  return languages[language]
}

/** A language to say something in: its words, and its dates. */
export type Speech = { language: Language; words: Words; dates: Dates }

/** The language of the page that is rendered: the frame took it from the address. */
export function useLanguage(): Speech {
  const { lang } = useContext(FrameWordsContext)
  const language: Language = isLanguage(lang) ? lang : 'nl'
  return { language, words: wordsOf(language), dates: datesIn(language) }
}

/**
 * What the form wrote for the nurse, who reads Dutch, said again to who asked: a choice such as 'Dochter of zoon' in their own language.
 * What somebody typed stays as it was typed.
 */
export function asWritten(text: string, words: Words): string {
  for (const [dutch, own] of writtenByTheForm(words)) {
    if (text === dutch) return own
    if (text.startsWith(`${dutch}\n`)) return own + text.slice(dutch.length)
  }
  return text
}

function writtenByTheForm(words: Words): [dutch: string, own: string][] {
  const of = ({ relation, written }: Words) => [...Object.values(relation), ...Object.values(written)]
  const own = of(words)
  return of(nl).map((dutch, place) => [dutch, own[place] ?? dutch])
}
