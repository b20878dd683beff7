/**
 * The languages of the pages for clients and carers, Dutch first. A new one is a code here: each module that speaks to them then does not
 * compile until it has its file of words. Professionals work in Dutch.
 */
export const languageCodes = ['nl', 'en'] as const

export type Language = (typeof languageCodes)[number]

export function isLanguage(code: string): code is Language {
  return (languageCodes as readonly string[]).includes(code)
}

/** Dutch has no prefix: its addresses were there first and are the ones on paper. */
export function prefixOf(language: Language): string {
  return language === 'nl' ? '' : `/${language}`
}

/** The language of an address: '/en/wijk' is English, everything without a known prefix is Dutch. */
export function languageOf(address: string): Language {
  const [, first = ''] = /^\/([a-z]{2,3})(?=[/?#]|$)/.exec(address) ?? []
  return first !== 'nl' && isLanguage(first) ? first : 'nl'
}

/** The address of the same page in another language: '/en/volg' for '/volg'. */
export function inLanguage(address: string, language: Language): string {
  const bare = address.slice(prefixOf(languageOf(address)).length)
  return prefixOf(language) + (bare.startsWith('/') ? bare : `/${bare}`)
}
