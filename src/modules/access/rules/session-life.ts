/** A session ends after a long day's work, whatever happens. */
export const longestSession = 12 * 3_600_000
/** A browser that nobody touched for an hour is signed out: a screen left open in a ward or a kitchen. */
export const idleAfter = 60 * 60_000

export type SessionKind = 'browser' | 'api'
export type SessionLife = { kind: SessionKind; lastSeenAt: Date; expiresAt: Date; revokedAt: Date | null }

/** A program does not go idle: its token has no screen that can be left open. */
export function isAlive(session: SessionLife, now: Date): boolean {
  if (session.revokedAt !== null || session.expiresAt <= now) return false
  return session.kind === 'api' || now.getTime() - session.lastSeenAt.getTime() < idleAfter
}
