import type { Seal } from '#platform/seal/seal.ts'

/**
 * The private key of a request's link: 192 bits in 32 characters. It is kept nowhere: whoever holds the installation's
 * key can make it again from the id of the link, so that every mail about a request can hold the same link.
 */
export function followKeyOf(seal: Seal, linkId: string): string {
  return seal.hash('follow-key', linkId).subarray(0, 24).toString('base64url')
}

/** What the database keeps of it. */
export function followKeyHash(seal: Seal, key: string): Buffer {
  return seal.hash('follow-link', key)
}
