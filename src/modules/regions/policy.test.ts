import { expect, test } from 'vitest'
import { type Actor, permissions } from '#kernel/actor.ts'
import { canKeepRegion } from './policy.ts'

test('only the region manager changes how the region works', () => {
  const others: Actor[] = [
    { kind: 'public', regionId: 'region' },
    { kind: 'link', regionId: 'region', requestId: 'request', verified: true },
    { kind: 'system', regionId: 'region', job: 'job' },
  ]
  for (const other of others) expect(canKeepRegion(other)).toBe(false)
  for (const permission of permissions) {
    const actor: Actor = {
      kind: 'user',
      regionId: 'region',
      userId: 'user',
      name: 'Name',
      role: 'role',
      organizationId: 'organization',
      organizationName: 'Organisation',
      coordinatingTeamIds: [],
      permissions: new Set([permission]),
    }
    expect(canKeepRegion(actor)).toBe(permission === 'region.manage')
  }
})
