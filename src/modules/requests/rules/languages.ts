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

export type Language = (typeof languages)[number]

const names = new Intl.DisplayNames('nl', { type: 'language' })

/** 'Turks' for 'tr'. What is no language code is answered as it is. */
export function languageName(code: string): string {
  return /^[a-z]{2,3}$/.test(code) ? capital(names.of(code) ?? code) : code
}
