export const organizationKinds = [
  'provider',
  'hospital',
  'gp-practice',
  'rehabilitation',
  'case-management',
  'social-team',
  'region-office',
] as const
export type OrganizationKind = (typeof organizationKinds)[number]

/** ISO 639-1: the languages most spoken in Dutch homes. */
export const languages = [
  'nl',
  'en',
  'de',
  'fr',
  'tr',
  'ar',
  'zgh',
  'pl',
  'es',
  'pt',
  'it',
  'fa',
  'so',
  'ti',
  'uk',
  'ru',
  'zh',
  'id',
  'fy',
] as const
