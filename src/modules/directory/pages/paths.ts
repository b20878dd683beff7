import { type Language, prefixOf } from '#kernel/languages.ts'

/**
 * Addresses of the public face. The language is a prefix of the same address ('/en/wijk/6811'), so that whoever passes a page on can
 * change the language by hand.
 */
export const paths = {
  front: (language: Language = 'nl') => prefixOf(language) || '/',
  find: (language: Language = 'nl') => `${prefixOf(language)}/wijk`,
  /** `spot` is four digits or the name of a place: '6811', 'oosterbeek'. */
  neighbourhood: (spot: string, language: Language = 'nl') => `${prefixOf(language)}/wijk/${spot}`,
  organization: (slug: string, language: Language = 'nl') => `${prefixOf(language)}/wijk/organisatie/${slug}`,
  comparison: (language: Language = 'nl') => `${prefixOf(language)}/wijk/vergelijken`,
  askingExplained: (language: Language = 'nl') => `${prefixOf(language)}/wijk/zo-vraagt-u-zorg`,
  /** Pages of a module below, which the directory does not lean on. */
  ask: (language: Language = 'nl') => `${prefixOf(language)}/aanvragen`,
  callBack: (language: Language = 'nl') => `${prefixOf(language)}/terugbellen`,
  widget: (language: Language = 'nl') => `${prefixOf(language)}/widget`,
  widgetStyle: (name: string) => `/widget/stijl/${name}`,
  widgetHost: '/widget/meegroeien.js',
  widgetCode: (language: Language = 'nl') => `${prefixOf(language)}/widget/code`,
  siteMap: '/sitemap.xml',
  /** For the region manager. */
  otherHelp: '/regio/andere-hulp',
  otherHelpOf: (municipalityId: string) => `/regio/andere-hulp/${municipalityId}`,
}
