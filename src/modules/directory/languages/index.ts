import type { Language } from '#kernel/languages.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import type { Words } from './words.ts'

/** The words of the public pages in each language. A new one: its file, and a line here. */
const languages: Readonly<Record<Language, Words>> = { nl, en }

export function wordsOf(language: Language): Words {
  return languages[language]
}

/** The name of a language in another, from its code: 'Turks' for 'tr', with a capital. */
export function languageName(code: string, language: Language): string {
  const words = wordsOf(language)
  if (code === 'ber') return words.berber
  const name = new Intl.DisplayNames([words.frame.lang], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(words.frame.lang) + name.slice(1)
}
