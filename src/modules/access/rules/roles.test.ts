import { describe, expect, test } from 'vitest'
import { permissions } from '#kernel/actor.ts'
import { permissionsOf, roles } from './roles.ts'

describe('roles', () => {
  test('together hold every permission there is, each in one role only', () => {
    const given = roles.flatMap((role) => [...permissionsOf(role)])
    expect([...given].sort()).toEqual([...permissions].sort())
  })

  test('a role that is not known may nothing', () => {
    expect(permissionsOf('administrator').size).toBe(0)
    expect(permissionsOf('__proto__').size).toBe(0)
  })

  test('who keeps the people of an organisation sees no requests, and who reads the log changes nothing', () => {
    expect([...permissionsOf('organization-administrator')]).toEqual(['organization.administer'])
    expect([...permissionsOf('privacy-officer')]).toEqual(['audit.read'])
  })
})
