import { useContext } from 'react'
import { FrameWordsContext } from '#design/index.ts'
import { datesIn } from '#kernel/dates-in.ts'
import { isLanguage, type Language } from '#kernel/languages.ts'
import { en } from './en.ts'
import { nl, type Words } from './nl.ts'

export type { Words } from './nl.ts'

/** The words for clients and carers in each language. A new one: its file, and a line here. */
const languages: Readonly<Record<Language, Words>> = { nl, en }

export function wordsOf(language: Language): Words {
  return languages[language]
}

/** The language of the page that is rendered, with its words and dates: the frame took it from the address. */
export function useLanguage() {
  const { lang } = useContext(FrameWordsContext)
  const language: Language = isLanguage(lang) ? lang : 'nl'
  return { language, words: wordsOf(language), dates: datesIn(language) }
}
