import { type Language, prefixOf } from '#kernel/languages.ts'

/** Addresses of pages that belong to no module, in each language. */
export const sitePaths = {
  privacy: (language: Language = 'nl') => `${prefixOf(language)}/privacy`,
  accessibility: (language: Language = 'nl') => `${prefixOf(language)}/toegankelijkheid`,
  about: (language: Language = 'nl') => `${prefixOf(language)}/over`,
}
