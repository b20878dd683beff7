import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { declaredRoutes } from '#platform/http/guard.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { type AskedRoute, addressesOf, changesOf, letsIn } from '#testing/matrix/addresses.ts'
import { type Marked, makeMarkedRequests, type PersonName } from '#testing/matrix/world.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

/**
 * Every role × every route × every object: each request holds words that occur nowhere else, and what each role gets to see
 * anywhere (pages, API, lists, counts, search, attachments, headers) is searched for them.
 */
let region: SmallRegion
let app: TestApp
let marked: Marked[]
beforeAll(async () => {
  region = await createSmallRegion()
  marked = await makeMarkedRequests(region)
  app = await createTestApp(region)
})

type Visitor = PersonName | 'anyone'
const actorOf = (visitor: Visitor): Actor | undefined => (visitor === 'anyone' ? undefined : region.people[visitor])
const visitors = (): Visitor[] => ['anyone', ...(Object.keys(region.people) as PersonName[])]

type Sighting = { visitor: Visitor; address: string; word: string; status: number }
type Walk = { sightings: Sighting[]; cells: number; faults: string[] }

/**
 * Looks everywhere as one visitor; answers what was seen that should not be, and any fault of ours. At a route that lets the
 * visitor not in, whatever it is about, one look says so.
 */
async function walk(visitor: Visitor, routes: readonly AskedRoute[], requests: readonly Marked[]): Promise<Walk> {
  const found: Walk = { sightings: [], cells: 0, faults: [] }
  const actor = actorOf(visitor)
  const browser = app.as(actor)
  const closed = routes.filter(({ who }) => !letsIn(who, actor)).flatMap(({ addresses }) => addresses.slice(0, 1))
  const open = routes.filter(({ who }) => letsIn(who, actor)).flatMap((route) => askedBy(visitor, route))
  const secrets = requests.flatMap((request) => [
    ...hidden(request.seesCard, visitor, request.card),
    ...hidden(request.seesIdentity, visitor, request.identity),
  ])
  for (const address of [...closed, ...open]) {
    const answer = address.startsWith('/api/') ? await browser.api('GET', address) : await browser.get(address)
    if (answer.status >= 500) found.faults.push(`${visitor} ${address} ${answer.status}`)
    if (closed.includes(address) && ![303, 401, 403].includes(answer.status))
      found.faults.push(`${visitor} got in: ${address}`)
    const all = `${answer.raw.toString('latin1')}${answer.text}${JSON.stringify(answer.headers)}`
    found.cells += secrets.length
    for (const word of secrets)
      if (all.includes(word)) found.sightings.push({ visitor, address, word, status: answer.status })
  }
  return found
}

/**
 * What is open to everyone is asked about everything by who is not signed in; the others divide the objects among them, each at
 * least one: who looks makes no difference there, and this shows it.
 */
function askedBy(visitor: Visitor, { who, addresses }: AskedRoute): readonly string[] {
  if (who !== 'everyone' || visitor === 'anyone') return addresses
  const people = Object.keys(region.people)
  const place = people.indexOf(visitor) % Math.min(people.length, addresses.length)
  return addresses.filter((_, at) => at % people.length === place)
}

function hidden(seenBy: readonly PersonName[], visitor: Visitor, words: readonly string[]): readonly string[] {
  return (seenBy as readonly string[]).includes(visitor) ? [] : words
}

describe('the matrix', () => {
  test('shows no one what is not theirs, on any address', async () => {
    const routes = addressesOf(declaredRoutes(app.server), marked, region)
    const found: Walk = { sightings: [], cells: 0, faults: [] }
    for (const visitor of visitors()) {
      const one = await walk(visitor, routes, marked)
      found.sightings.push(...one.sightings)
      found.faults.push(...one.faults)
      found.cells += one.cells
    }
    expect(found.sightings).toEqual([])
    expect(found.faults).toEqual([])
    expect(found.cells).toBeGreaterThan(20_000)
    console.log(
      `Matrix: ${visitors().length} visitors × ${routes.flatMap(({ addresses }) => addresses).length} addresses, ${found.cells} cells, 0 sightings`,
    )
  }, 900_000)

  test('refuses nobody what is theirs', async () => {
    const refused: string[] = []
    for (const request of marked) {
      for (const visitor of request.seesIdentity) {
        const path = region.people[visitor].permissions.has('requests.refer') ? '/verwijzingen' : '/zorgvragen'
        const browser = app.as(region.people[visitor])
        const page = await browser.get(`${path}/${request.id}`)
        if (!page.text.includes(request.identity[1]!)) refused.push(`${visitor} ${request.name}: page`)
        for (const attachment of request.attachmentIds) {
          const file = await browser.get(`/zorgvragen/${request.id}/bijlagen/${attachment}`)
          if (!file.text.includes('Inhoud')) refused.push(`${visitor} ${request.name}: attachment ${file.status}`)
        }
      }
      for (const visitor of request.seesCard.filter((name) => region.people[name].permissions.has('requests.list'))) {
        const page = await app.as(region.people[visitor]).get(`/zorgvragen/${request.id}`)
        if (!page.text.includes(request.card[0]!)) refused.push(`${visitor} ${request.name}: card ${page.status}`)
      }
    }
    expect(refused).toEqual([])
  })

  test('lets nobody change what they cannot see', async () => {
    const routes = declaredRoutes(app.server)
    const state = () =>
      region.asOwner(
        `select r.id, r.state, r.version, r.act_by, i.family_name, i.phone, (select count(*) from requests.supplement s where s.request_id = r.id) as supplements,
           (select count(*) from requests.attachment a where a.request_id = r.id) as attachments
         from requests.care_request r join requests.patient_identity i on i.request_id = r.id order by r.id`,
      )
    const before = await state()
    const faults: string[] = []
    const sightings: Sighting[] = []
    for (const request of marked) {
      for (const visitor of visitors().filter((one) => !(request.seesCard as readonly string[]).includes(one))) {
        const browser = app.as(actorOf(visitor))
        // Where the visitor is not let in, whatever it is about, one try says so.
        const tried = changesOf(routes, request).filter(
          ({ who }) => request === marked[0] || letsIn(who, actorOf(visitor)),
        )
        for (const { method, url } of tried) {
          const answer = url.startsWith('/api/')
            ? await browser.api(method as 'POST', url, {
                reason: 'other',
                text: 'x',
                startedOn: '2026-01-01',
                date: '2026-12-01',
              })
            : await browser.post(url, {
                reason: 'other',
                text: 'x',
                'date-day': '1',
                'date-month': '1',
                'date-year': '2026',
              })
          if (answer.status >= 500 || answer.status === 200) faults.push(`${visitor} ${method} ${url} ${answer.status}`)
          for (const word of [...request.card, ...request.identity]) {
            if (answer.text.includes(word)) sightings.push({ visitor, address: url, word, status: answer.status })
          }
        }
      }
    }
    expect(sightings).toEqual([])
    expect(faults).toEqual([])
    expect(await state()).toEqual(before)
  }, 900_000)
})

describe('the matrix catches a planted fault', () => {
  const walkAsStranger = async (visitor: Visitor = 'nurseBeta') => {
    const pages = marked.flatMap(({ id, attachmentIds }) => [
      `/zorgvragen/${id}`,
      ...attachmentIds.map((file) => `/zorgvragen/${id}/bijlagen/${file}`),
    ])
    return (await walk(visitor, [{ who: 'signed-in', addresses: [...pages, '/zorgvragen'] }], marked)).sightings
  }

  test('an identity that is open to everyone', async () => {
    expect(await walkAsStranger()).toEqual([])
    await region.asOwner('alter table requests.patient_identity disable row level security')
    const sightings = await walkAsStranger()
    await region.asOwner('alter table requests.patient_identity enable row level security')
    expect(sightings.length).toBeGreaterThan(0)
  })

  test('a nurse who is let into the list of a team that is not hers', async () => {
    const honest = region.people.nurseBeta
    region.people.nurseBeta = { ...honest, coordinatingTeamIds: [...honest.coordinatingTeamIds, region.teams.zuid] }
    const sightings = await walkAsStranger()
    region.people.nurseBeta = honest
    expect(sightings.map(({ word }) => word)).toContain('Qxckaartwoord')
  })

  test('of cards only when both locks are open: the policy in the code stands before row-level security', async () => {
    await region.asOwner('create policy planted on requests.care_request for select to wijkpoort_app using (true)')
    const sightings = await walkAsStranger()
    await region.asOwner('drop policy planted on requests.care_request')
    expect(sightings).toEqual([])
  })
})
