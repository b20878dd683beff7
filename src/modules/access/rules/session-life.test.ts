import { describe, expect, test } from 'vitest'
import { idleAfter, isAlive, longestSession, type SessionLife } from './session-life.ts'

const start = new Date('2026-11-22T06:30:00Z')
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds)
const session = (other: Partial<SessionLife> = {}): SessionLife => ({
  kind: 'browser',
  lastSeenAt: start,
  expiresAt: later(longestSession),
  revokedAt: null,
  ...other,
})

describe('a session', () => {
  test('of a browser ends after an hour in which nobody touched it', () => {
    expect(isAlive(session(), later(idleAfter - 1))).toBe(true)
    expect(isAlive(session(), later(idleAfter))).toBe(false)
  })

  test('of a program does not go idle', () => {
    expect(isAlive(session({ kind: 'api' }), later(idleAfter * 5))).toBe(true)
  })

  test('of either kind ends after twelve hours, and when it is revoked', () => {
    expect(isAlive(session({ lastSeenAt: later(longestSession) }), later(longestSession))).toBe(false)
    expect(isAlive(session({ kind: 'api' }), later(longestSession))).toBe(false)
    expect(isAlive(session({ revokedAt: start }), start)).toBe(false)
  })
})
