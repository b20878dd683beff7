import { describe, expect, test } from 'vitest'
import { type Actor, type Permission, permissions } from '#kernel/actor.ts'
import { canKeepPeople, canKeepRole } from './policy.ts'
import { roleCodes, rolesOfKind } from './rules/roles.ts'

const actor = (permission: Permission): Actor => ({
  kind: 'user',
  regionId: 'region',
  userId: 'user',
  name: 'Name',
  role: 'role',
  organizationId: 'alfa',
  organizationName: 'Organisation',
  coordinatingTeamIds: [],
  permissions: new Set([permission]),
})
const others: Actor[] = [
  { kind: 'public', regionId: 'region' },
  { kind: 'link', regionId: 'region', requestId: 'request', verified: true },
  { kind: 'system', regionId: 'region', job: 'job' },
]

describe('who keeps people', () => {
  test.each(permissions.map((permission) => [permission] as const))('with %s', (permission) => {
    const isAdministrator = permission === 'organization.administer'
    const isManager = permission === 'region.manage'
    expect(canKeepPeople(actor(permission), 'alfa')).toBe(isAdministrator || isManager)
    expect(canKeepPeople(actor(permission), 'beta')).toBe(isManager)
    for (const role of roleCodes) {
      const ofRegion = role === 'region-manager' || role === 'privacy-officer'
      expect(canKeepRole(actor(permission), role)).toBe(isManager || (isAdministrator && !ofRegion))
    }
  })

  test('nobody without an account', () => {
    for (const other of others) {
      expect(canKeepPeople(other, 'alfa')).toBe(false)
      expect(canKeepRole(other, 'nurse')).toBe(false)
    }
  })
})

test('a hospital has referrers and no nurses of a team; every organisation has an administrator', () => {
  expect(rolesOfKind('hospital')).not.toContain('nurse')
  expect(rolesOfKind('provider')).toContain('nurse')
  for (const kind of ['provider', 'hospital', 'gp-practice', 'region-office', 'social-team']) {
    expect(rolesOfKind(kind)).toContain('organization-administrator')
  }
})
