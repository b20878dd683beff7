import { type Language, languageCodes } from '#kernel/languages.ts'
import { capital } from '#kernel/sentence.ts'

/** Languages that clients in Dutch home nursing ask for, as ISO 639-1 codes; Dutch is not asked for, it is expected. */
export const languages = [
  'ar',
  'zh',
  'de',
  'en',
  'fr',
  'id',
  'it',
  'uk',
  'fa',
  'pl',
  'pt',
  'ru',
  'so',
  'es',
  'ti',
  'tr',
  'vi',
] as const

export type SpokenLanguage = (typeof languages)[number]

const names = Object.fromEntries(
  languageCodes.map((language) => [language, new Intl.DisplayNames(language, { type: 'language' })]),
)

/** 'Turks' for 'tr', or 'Turkish' on an English page. What is no language code is answered as it is. */
export function languageName(code: string, language: Language = 'nl'): string {
  return /^[a-z]{2,3}$/.test(code) ? capital(names[language]?.of(code) ?? code) : code
}
