/** Who refers, of the sources of a request. */
export type ReferrerSource = 'gp' | 'hospital' | 'rehabilitation' | 'home-care' | 'case-manager' | 'social-team'

const sourceOfKind: Record<string, ReferrerSource> = {
  hospital: 'hospital',
  'gp-practice': 'gp',
  rehabilitation: 'rehabilitation',
  'case-management': 'case-manager',
  'social-team': 'social-team',
}

/** As who an organisation refers; whoever gives care itself, or stands at the region's desk, refers as home care. */
export function sourceOf(organizationKind: string): ReferrerSource {
  return sourceOfKind[organizationKind] ?? 'home-care'
}

/** Where the clients of an organisation mostly are. */
export function usualLocation(source: ReferrerSource): 'home' | 'hospital' | 'rehabilitation' {
  if (source === 'hospital') return 'hospital'
  return source === 'rehabilitation' ? 'rehabilitation' : 'home'
}

/** What a referrer filters their list by. */
export const referralGroups = ['open', 'taken', 'ended', 'all'] as const
export type ReferralGroup = (typeof referralGroups)[number]
export const referralPeriods = ['week', 'month', 'quarter', 'year', 'all'] as const
export type ReferralPeriod = (typeof referralPeriods)[number]

/** How many days back a period reaches; `all` has no end. */
export const daysOf: Record<Exclude<ReferralPeriod, 'all'>, number> = { week: 7, month: 31, quarter: 92, year: 366 }
