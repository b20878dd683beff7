export const roleCodes = [
  'nurse',
  'referrer',
  'organization-administrator',
  'region-manager',
  'privacy-officer',
] as const
export type RoleCode = (typeof roleCodes)[number]

/** The roles an organisation gives to its own people; the others are given by the region. */
export const ownRoles = ['nurse', 'referrer', 'organization-administrator'] as const satisfies readonly RoleCode[]
export type OwnRole = (typeof ownRoles)[number]

/** Which of its roles an organisation of this kind has a use for: who gives care has nurses, who refers has referrers. */
export function rolesOfKind(kind: string): readonly OwnRole[] {
  if (kind === 'provider') return ['nurse', 'referrer', 'organization-administrator']
  if (kind === 'region-office') return ['nurse', 'organization-administrator']
  return ['referrer', 'organization-administrator']
}
