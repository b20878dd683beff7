import { describe, expect, test } from 'vitest'
import { permissions } from '#kernel/actor.ts'
import { permissionsOf, roles } from './roles.ts'

describe('roles', () => {
  test('together hold every permission there is', () => {
    const given = new Set(roles.flatMap((role) => [...permissionsOf(role)]))
    expect([...given].sort()).toEqual([...permissions].sort())
  })

  test('a role that is not known may nothing', () => {
    expect(permissionsOf('administrator').size).toBe(0)
    expect(permissionsOf('__proto__').size).toBe(0)
  })

  test('who gives advice may nothing else, and calls are for who works at a desk', () => {
    expect([...permissionsOf('specialist')]).toEqual(['consult.answer'])
    expect(roles.filter((role) => permissionsOf(role).has('desk.work'))).toEqual(['desk-worker'])
  })

  test('who keeps the people of an organisation sees no requests, and who reads the log changes nothing', () => {
    expect([...permissionsOf('organization-administrator')]).toEqual(['organization.administer'])
    expect([...permissionsOf('privacy-officer')]).toEqual(['audit.read'])
  })
})
