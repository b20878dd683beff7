export const roleCodes = [
  'nurse',
  'desk-worker',
  'specialist',
  'referrer',
  'organization-administrator',
  'region-manager',
  'privacy-officer',
] as const
export type RoleCode = (typeof roleCodes)[number]

/** The roles an organisation gives to its own people; the others are given by the region. */
export const ownRoles = [
  'nurse',
  'desk-worker',
  'specialist',
  'referrer',
  'organization-administrator',
] as const satisfies readonly RoleCode[]
export type OwnRole = (typeof ownRoles)[number]

/**
 * Which of its roles an organisation of this kind has a use for: who gives care has nurses and specialists, who refers has
 * referrers, and the office of the region runs its desk.
 */
export function rolesOfKind(kind: string): readonly OwnRole[] {
  if (kind === 'provider') return ['nurse', 'desk-worker', 'specialist', 'referrer', 'organization-administrator']
  if (kind === 'region-office') return ['desk-worker', 'nurse', 'specialist', 'organization-administrator']
  return ['referrer', 'organization-administrator']
}

/** Who sits in coordinating teams: nurses, who work at a desk, and who are asked for advice. */
export function sitsInTeams(role: string): boolean {
  return role === 'nurse' || role === 'desk-worker' || role === 'specialist'
}
