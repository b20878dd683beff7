import type { UserActor } from '#kernel/actor.ts'
import { makeSeal } from '#platform/seal/seal.ts'
import type { SmallRegion } from '#testing/small-region.ts'
import { hashPassword } from './passwords.ts'
import { codeAt } from './totp.ts'

export const aPassword = 'de kat zit op het dak'
export const aSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** Gives a person of the small region a password, a second factor and a mail address to sign in with. */
export async function withCredentials(region: SmallRegion, person: UserActor, email: string): Promise<string> {
  const seal = makeSeal(Buffer.alloc(32, 7))
  await region.asOwner(
    'update people.user_account set email = $2, password_hash = $3, totp_secret = $4, totp_last_step = null where id = $1',
    [person.userId, email, await hashPassword(aPassword), seal.close(aSecret)],
  )
  return email
}

export function aCode(at = new Date()): string {
  return codeAt(aSecret, at)
}
