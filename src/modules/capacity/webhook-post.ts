import { type LookupAddress, lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What somebody may not make this server call: itself, its own network, and whatever is not the public internet. */
const closed = { 4: new BlockList(), 6: new BlockList() }
for (const [network, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed[4].addSubnet(network, length, 'ipv4')
// Of version 6 only what is given out to the public (2000::/3) is left, without what wraps version 4 or is kept apart in it.
for (const [network, length] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed[6].addSubnet(network, length, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !closed[4].check(address, 'ipv4')
  return version === 6 && !closed[6].check(address, 'ipv6')
}

/**
 * Whether addresses on the own network may be called: only in a practice region that nobody reaches from elsewhere. In one that
 * stands on the internet everybody can be an administrator.
 */
export function mayCallOwnNetwork({
  practice,
  installationUrl,
}: {
  practice: boolean
  installationUrl: string
}): boolean {
  return practice && ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(installationUrl).hostname)
}

/** Why an address cannot be called; undefined when it can be, as far as its letters tell. */
export type UrlRefusal = 'not-a-url' | 'not-https' | 'other-port' | 'with-password' | 'not-public'

export function refuseUrl(text: string, { ownNetwork }: { ownNetwork: boolean }): UrlRefusal | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'not-a-url'
  if (url.username || url.password) return 'with-password'
  if (ownNetwork) return undefined
  if (url.protocol !== 'https:') return 'not-https'
  if (url.port !== '') return 'other-port'
  const host = bare(url.hostname)
  const named = isIP(host) === 0
  if (named && (!host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host))) return 'not-public'
  return named || isPublicAddress(host) ? undefined : 'not-public'
}

export class NotDelivered extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'NotDelivered'
  }
}

/** `resolve` stands in for the name service in tests. */
export type Way = { ownNetwork: boolean; resolve?: typeof lookup }

export type Call = { url: string; headers: Record<string, string>; body: string }

/**
 * Posts to an address that somebody of an organisation filled in. The name is looked up once and the answer is what is
 * connected to, so that a name cannot point elsewhere a moment later; where it leads on (a redirect) is not followed.
 * Throws `NotDelivered` for everything but a 2xx answer within ten seconds.
 */
export function postTo({ url, headers, body }: Call, { ownNetwork, resolve: ask = lookup }: Way): Promise<void> {
  const refused = refuseUrl(url, { ownNetwork })
  if (refused) return Promise.reject(new NotDelivered(refused))
  const target = new URL(url)
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = send(
      target,
      {
        method: 'POST',
        agent: false,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        lookup: ownNetwork ? undefined : lookupPublic(ask),
        signal: AbortSignal.timeout(10_000),
      },
      (response) => {
        const status = response.statusCode ?? 0
        // What it says does not matter, and may be endless.
        response.destroy()
        if (status >= 200 && status < 300) resolve()
        else reject(new NotDelivered(`answer-${status}`))
      },
    )
    call.on('error', (error: NodeJS.ErrnoException) =>
      reject(error instanceof NotDelivered ? error : new NotDelivered(error.code ?? error.name)),
    )
    call.end(body)
  })
}

/** Refuses a name as soon as one of its addresses is not public. */
const lookupPublic =
  (ask: typeof lookup): LookupFunction =>
  (hostname, options, callback) => {
    ask(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '')
      if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new NotDelivered('not-public'), '')
      if (options.all) return callback(null, addresses)
      callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '').toLowerCase()
