import type { Actor, Permission } from '#kernel/actor.ts'
import type { DeclaredRoute } from '#platform/http/guard.ts'
import type { SmallRegion } from '../small-region.ts'
import type { Marked } from './world.ts'

/** Filters and pages that a list may understand; one that does not, ignores them. */
const questions = [
  '',
  '?lijst=genomen',
  '?lijst=van-ons',
  '?postcode=6811',
  '?postcode=6841',
  '?pagina=2',
  '?view=taken',
  '?view=own',
  '?status=alle&periode=alles',
  '?zoek=Qx&q=Qx&nummer=Qx',
]

export type AskedRoute = { who: DeclaredRoute['who']; addresses: readonly string[] }

/**
 * Every route that answers GET on this server, with its addresses, filled in with every object. Throws on a parameter it does
 * not know: a new route cannot stay out of the matrix.
 */
export function addressesOf(
  routes: readonly DeclaredRoute[],
  marked: readonly Marked[],
  region: SmallRegion,
): AskedRoute[] {
  return routes
    .filter(({ method, url }) => method === 'GET' && !skipped(url))
    .map(({ url, who }) => ({ who, addresses: [...new Set(askedOf(url, who, marked, region))] }))
}

function askedOf(url: string, who: DeclaredRoute['who'], marked: readonly Marked[], region: SmallRegion): string[] {
  const teams = Object.values(region.teams)
  if (!url.includes(':')) {
    // What is open to everyone, or to who may not see a request, holds no list of requests to filter.
    if (!mayShowRequests(who)) return [url]
    const numbers = marked.map(({ number }) => `?nummer=${number}&zorgvraag=${number}`)
    return [...questions, ...teams.map((team) => `?team=${team}`), ...numbers].map((question) => url + question)
  }
  const meetings = [...teams, joint]
  const filled = marked.flatMap((request, place) =>
    // Each request in one meeting, another for the next: all of them in all would be ten thousand calls more.
    fill(url, request, url.includes(':id') ? [meetings[place % meetings.length] ?? joint] : meetings),
  )
  if (!/:(id|\w+Id)$/.test(url)) return filled
  return [...filled, ...[...teams, ...Object.values(region.organizations)].map((id) => url.replace(/:\w+$/, id))]
}

/** Whether a route lets somebody in at all, judged apart from the product's own guard. */
export function letsIn(who: DeclaredRoute['who'], actor: Actor | undefined): boolean {
  if (who === 'everyone') return true
  if (actor?.kind !== 'user') return false
  return who === 'signed-in' || [who].flat().some((permission) => actor.permissions.has(permission as Permission))
}

function mayShowRequests(who: DeclaredRoute['who']): boolean {
  return [who].flat().some((one) => one === 'signed-in' || /^(requests|audit)\./.test(one))
}

/** The addresses at which something of this request may be changed. */
export function changesOf(
  routes: readonly DeclaredRoute[],
  request: Marked,
): (Pick<DeclaredRoute, 'method' | 'who'> & { url: string })[] {
  return routes
    .filter(({ method, url }) => !['GET', 'HEAD', 'OPTIONS'].includes(method) && /:(id|number)\b/.test(url))
    .flatMap(({ method, url, who }) => fill(url, request).map((filled) => ({ method, who, url: filled })))
}

/** The word of the discussion that every team joins. */
const joint = 'gezamenlijk'

function fill(url: string, request: Marked, meetings: readonly string[] = [joint]): string[] {
  const values: Record<string, readonly string[]> = {
    id: [request.id, ...request.consultIds],
    requestId: [request.id],
    attachmentId: request.attachmentIds,
    number: [request.number],
    // Not the right key: holding that is what opens the page.
    key: ['A'.repeat(32)],
    pc4: ['6811', '6841'],
    // No picture has this name.
    photo: ['A'.repeat(22)],
    receipt: ['A'.repeat(32)],
    file: ['main.css'],
    page: ['stap-1', 'stap-2', 'stap-3'],
    '*': ['stap-1'],
    list: ['return', 'withdrawal'],
    on: ['2026-11-23'],
    daypart: ['morning'],
    team: [request.id],
    gathering: meetings,
    // Programs say it in English.
    meeting: meetings.map((one) => (one === joint ? 'joint' : one)),
    spot: ['6811', 'arnhem'],
    slug: ['alfa'],
    style: ['0b5c5b-ffffff-000000000000.css'],
  }
  let filled = [url]
  for (const [, name] of url.matchAll(/:(\w+)|(\*)/g)) {
    const wanted = name ?? '*'
    const choices = values[wanted] ?? (/Id$/.test(wanted) ? [request.id] : undefined)
    if (!choices)
      throw new Error(`The matrix does not know how to fill :${wanted} of ${url}; teach it in addresses.ts.`)
    filled = filled.flatMap((one) => choices.map((choice) => one.replace(name ? `:${name}` : '*', choice)))
  }
  return filled
}

/** Streams do not end by themselves: they have a test of their own. The rest says nothing about anybody. */
function skipped(url: string): boolean {
  return url.startsWith('/live/') || url.startsWith('/assets/') || ['/metrics', '/stijl'].includes(url)
}
