/**
 * A new identifier: a UUID version 7 (RFC 9562, section 5.7), in lower case.
 *
 * Version 7 starts with the moment in milliseconds, so new rows land at the end of an index instead of all over it.
 * It therefore tells when something was made; where that is a secret, use another key. Ids that one process makes within
 * one millisecond keep their order by a counter behind the moment (RFC 9562, section 6.2, method 1), so that what one
 * transaction writes can be read back in the order of writing. The other 62 bits are random: an identifier is hard to
 * guess, but it is not a password and opens nothing by itself.
 */
export function newId(at: Date = new Date()): string {
  const milliseconds = at.getTime()
  if (!(milliseconds >= 0 && milliseconds < 2 ** 48)) throw new RangeError('An id holds a moment from 1970 onwards')
  const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(16)))
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | nextCount(milliseconds, bytes.readUInt16BE(6)), 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const counter = { milliseconds: -1, count: 0 }

/** Starts in the lower half at random, so that two processes differ; at its end it stays there and chance decides. */
function nextCount(milliseconds: number, random: number): number {
  counter.count = milliseconds === counter.milliseconds ? Math.min(counter.count + 1, 0xfff) : random & 0x7ff
  counter.milliseconds = milliseconds
  return counter.count
}

/**
 * Whether a text has the written form of a UUID, of any version and in either case. Ask it of every id that comes from
 * outside before it goes to the database, which answers a malformed one with a fault instead of "not found".
 */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
