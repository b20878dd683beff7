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

/**
 * Every address under which this server answers GET, filled in with every object. Throws on a parameter it does not know: a new
 * route cannot stay out of the matrix.
 */
export function addressesOf(
  routes: readonly DeclaredRoute[],
  marked: readonly Marked[],
  region: SmallRegion,
): string[] {
  const own = [...Object.values(region.teams), ...Object.values(region.organizations)]
  const addresses = new Set<string>()
  for (const { url, who } of routes.filter(({ method, url }) => method === 'GET' && !skipped(url))) {
    if (!url.includes(':')) {
      addresses.add(url)
      // What is open to everyone, or to who may not see a request, holds no list of requests to filter.
      if (!mayShowRequests(who)) continue
      for (const question of questions) addresses.add(url + question)
      for (const team of Object.values(region.teams)) addresses.add(`${url}?team=${team}`)
      for (const { number } of marked) addresses.add(`${url}?nummer=${number}&zorgvraag=${number}`)
      continue
    }
    const meetings = [...Object.values(region.teams), joint]
    for (const [place, request] of marked.entries()) {
      // Each request in one meeting, another for the next: all of them in all would be ten thousand calls more.
      const of = url.includes(':id') ? [meetings[place % meetings.length] ?? joint] : meetings
      for (const filled of fill(url, request, of)) addresses.add(filled)
    }
    if (/:(id|\w+Id)$/.test(url)) for (const id of own) addresses.add(url.replace(/:\w+$/, id))
  }
  return [...addresses]
}

function mayShowRequests(who: DeclaredRoute['who']): boolean {
  return [who].flat().some((one) => one === 'signed-in' || /^(requests|audit)\./.test(one))
}

/** The addresses at which something of this request may be changed. */
export function changesOf(routes: readonly DeclaredRoute[], request: Marked): { method: string; url: string }[] {
  return routes
    .filter(({ method, url }) => !['GET', 'HEAD', 'OPTIONS'].includes(method) && /:(id|number)\b/.test(url))
    .flatMap(({ method, url }) => fill(url, request).map((filled) => ({ method, url: filled })))
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
