import { randomInt } from 'node:crypto'
import type { Seal } from '#platform/seal/seal.ts'

/** The private key of an invitation, 192 bits in 32 characters; kept nowhere, like that of a request's own link. */
export function invitationKeyOf(seal: Seal, invitationId: string): string {
  return seal.hash('invitation-key', invitationId).subarray(0, 24).toString('base64url')
}

/** What the database keeps of the key. */
export function invitationKeyHash(seal: Seal, key: string): Buffer {
  return seal.hash('invitation-link', key)
}

/** Six digits, to be said over the phone: the mail alone opens nothing. */
export function newInvitationCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** What the database keeps of the code; with the key in it, so that the same code of another invitation looks otherwise. */
export function invitationCodeHash(seal: Seal, key: string, code: string): Buffer {
  return seal.hash('invitation-code', `${key}|${code}`)
}
