import { describe, expect, test } from 'vitest'
import { type Actor, type Permission, permissions } from '#kernel/actor.ts'
import { canAddOrganizations, canKeepContact, canKeepCoordinatingTeams, canKeepOrganization } from './policy.ts'

const actor = (permission: Permission, organizationId = 'alfa'): Actor => ({
  kind: 'user',
  regionId: 'region',
  userId: 'user',
  name: 'Name',
  role: 'role',
  organizationId,
  organizationName: 'Organisation',
  coordinatingTeamIds: [],
  permissions: new Set([permission]),
})
const others: Actor[] = [
  { kind: 'public', regionId: 'region' },
  { kind: 'link', regionId: 'region', requestId: 'request', verified: true },
  { kind: 'system', regionId: 'region', job: 'job' },
]

describe('who keeps the facts of an organisation', () => {
  test.each(permissions.map((permission) => [permission] as const))('with %s', (permission) => {
    const expected = permission === 'organization.administer' || permission === 'region.manage'
    expect(canKeepOrganization(actor(permission), 'alfa')).toBe(expected)
    expect(canKeepOrganization(actor(permission, 'beta'), 'alfa')).toBe(permission === 'region.manage')
  })

  test.each(permissions.map((permission) => [permission] as const))('and its contact people, with %s', (permission) => {
    expect(canKeepContact(actor(permission), 'alfa')).toBe(canKeepOrganization(actor(permission), 'alfa'))
    expect(canKeepContact(actor(permission), 'beta')).toBe(permission === 'region.manage')
    expect(canKeepContact(actor(permission), null)).toBe(permission === 'region.manage')
  })

  test('nobody without an account', () => {
    for (const other of others) expect(canKeepOrganization(other, 'alfa')).toBe(false)
  })
})

test('only the region keeps coordinating teams and adds organisations', () => {
  for (const permission of permissions) {
    expect(canKeepCoordinatingTeams(actor(permission))).toBe(permission === 'region.manage')
    expect(canAddOrganizations(actor(permission))).toBe(permission === 'region.manage')
  }
  for (const other of others) expect(canKeepCoordinatingTeams(other) || canAddOrganizations(other)).toBe(false)
})
