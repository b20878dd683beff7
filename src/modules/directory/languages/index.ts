import { en } from './en.ts'
import { nl } from './nl.ts'
import type { Words } from './words.ts'

/** The languages of the public pages, Dutch first. A new one: its file, and a line here. */
export const languages = { nl, en } as const satisfies Record<string, Words>

export type Language = keyof typeof languages
export const languageCodes = Object.keys(languages) as Language[]

/** Dutch has no prefix: its addresses were there first and are the ones on paper. */
export function prefixOf(language: Language): string {
  return language === 'nl' ? '' : `/${language}`
}

/** The language of an address: '/en/wijk' is English, everything without a known prefix is Dutch. */
export function languageOf(address: string): Language {
  const [, first = ''] = /^\/([a-z]{2,3})(?=[/?#]|$)/.exec(address) ?? []
  return first !== 'nl' && Object.hasOwn(languages, first) ? (first as Language) : 'nl'
}

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
