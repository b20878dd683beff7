import type { Language } from '#kernel/languages.ts'
import { en } from './en.ts'
import { nl, type Words } from './nl.ts'

/** The words for clients and carers in each language. A new one: its file, and a line here. */
const languages: Readonly<Record<Language, Words>> = { nl, en }

export function wordsOf(language: Language): Words {
  return languages[language]
}
