import { Secret, TOTP } from 'otpauth'
import type { Seal } from '#platform/seal/seal.ts'

/** As every authenticator app knows it (RFC 6238): six digits, a new one every thirty seconds. */
const period = 30

/** The second factor of an invitation: made from its key, so that a page that is opened twice shows the same one. */
export function secretOfInvitation(seal: Seal, key: string): string {
  const bytes = seal.hash('totp-of-invitation', key).subarray(0, 20)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

/** The moment (in steps of thirty seconds) whose code this is: the present one, the one before or the next. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta
}

/** For a phone that opens its authenticator app from a link. */
export function otpauthLink(secret: string, issuer: string, email: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret), issuer, label: email, period }).toString()
}

export function codeAt(secret: string, at: Date): string {
  return totp(secret).generate({ timestamp: at.getTime() })
}

function totp(secret: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })
}
