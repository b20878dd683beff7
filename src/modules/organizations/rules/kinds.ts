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

/** The languages most spoken in Dutch homes: ISO 639-1, and 639-2 for Berber, which has no shorter code. */
export const languages = [
  'nl',
  'en',
  'de',
  'fr',
  'tr',
  'ar',
  'ber',
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
  'vi',
  'fy',
] as const
