import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * What is kept unreadable in the database itself: BSNs, the answers of drafts, second-factor secrets (AES-256-GCM), and the
 * keyed hashes of private links and of who-is-this lookups (HMAC-SHA-256). All keys are derived from the one SECRET_KEY.
 */
export type Seal = {
  close(text: string): Buffer
  /** Throws when the bytes were changed or sealed with another key. */
  open(sealed: Buffer): string
  /** A keyed hash; `purpose` keeps hashes of one kind from matching another. */
  hash(purpose: string, text: string): Buffer
  /** Signs a short text that goes out and comes back, such as a cookie. */
  sign(purpose: string, text: string): string
  /** The signed text, or nothing when it was changed. */
  verify(purpose: string, signed: string): string | undefined
}

const nonceLength = 12
const tagLength = 16

/** @param secret at least 32 bytes */
export function makeSeal(secret: Buffer): Seal {
  const cipherKey = derive(secret, 'cipher')
  const hashKey = derive(secret, 'hash')
  const hash = (purpose: string, text: string) => createHmac('sha256', hashKey).update(`${purpose}\x1f${text}`).digest()
  return {
    hash,
    close(text) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(0, nonceLength))
      decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
      return decipher.update(sealed.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
    },
    sign: (purpose, text) =>
      `${Buffer.from(text).toString('base64url')}.${hash(`sign:${purpose}`, text).toString('base64url')}`,
    verify(purpose, signed) {
      const [body = '', signature = ''] = signed.split('.', 2)
      const text = Buffer.from(body, 'base64url').toString('utf8')
      const expected = hash(`sign:${purpose}`, text)
      const given = Buffer.from(signature, 'base64url')
      return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined
    },
  }
}

/** A private key for a link or a session: 192 bits, in letters that survive a mail program. */
export function newPrivateKey(): string {
  return randomBytes(24).toString('base64url')
}

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `wijkpoort:${purpose}`, 32))
}
