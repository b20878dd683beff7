/** Failed tries are counted over this long. */
export const window = 15 * 60_000

/** From one address for one account: the ninth is refused. */
export const perAddress = 8
/**
 * For one account from anywhere. It does not hold for a device on which this person signed in before: who tries to lock
 * somebody out from a hundred addresses does not reach them.
 */
export const perAccount = 100

export type Tries = { fromAddress: number; forAccount: number; knownDevice: boolean }

export function mayTry({ fromAddress, forAccount, knownDevice }: Tries): boolean {
  return fromAddress < perAddress && (knownDevice || forAccount < perAccount)
}

/** The part of an address that one subscriber has: all of IPv4, the first half of IPv6. */
export function subscriberOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace(/^::ffff:/, '')
  const [head = '', tail] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
