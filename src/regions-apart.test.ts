import { CompiledQuery } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { record } from '#platform/database/events.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { declaredRoutes } from '#platform/http/guard.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { addressesOf } from '#testing/matrix/addresses.ts'
import { type Marked, makeMarkedRequests, markRequests, type PersonName } from '#testing/matrix/world.ts'
import { addSecondRegion, createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { watchPage } from '#testing/watch-page.ts'

/**
 * Two regions in one database, with the same postcodes and the same work: neither knows of the other, in any table, on any
 * address. Every name and every word of the second one begins with a word that is nowhere else.
 */
let here: SmallRegion
let elsewhere: SmallRegion
let app: TestApp
let ofHere: Marked[]
let ofElsewhere: Marked[]
beforeAll(async () => {
  here = await createSmallRegion()
  elsewhere = await addSecondRegion(here)
  ofHere = await makeMarkedRequests(here)
  ofElsewhere = await markRequests(elsewhere, 'Qzelders')
  app = await createTestApp(here)
})

/** Rows that no region has: what the product itself keeps, in codes, ids and keyed hashes. */
const ofNoRegion = [
  'access.attempt',
  'audit.chain_check',
  'audit.seal',
  'platform.idempotency',
  'platform.installation',
  'platform.outbox_forgotten',
]
/** Ids and codes that only the product reads, and hands on to listeners of the row's own region (`LiveHub`). */
const readByTheProductOnly = ['platform.outbox']

type Table = { name: string; column: 'region_id' | 'id' | null; guarded: boolean; open: string[]; readable: boolean }

function listTables(): Promise<Table[]> {
  return here.asOwner<Table>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as guarded,
      case when n.nspname || '.' || c.relname = 'regions.region' then 'id'
        else (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attname = 'region_id') end as column,
      array(select p.policyname::text from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
        and coalesce(p.qual, '') || coalesce(p.with_check, '') not like '%actor_region()%') as open,
      has_table_privilege('wijkpoort_app', c.oid, 'select') as readable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker')
    order by name`)
}

describe('every table', () => {
  test('has the region of its rows, guarded by policies that each ask for it', async () => {
    const tables = await listTables()
    expect(tables.filter(({ column }) => column === null).map(({ name }) => name)).toEqual(ofNoRegion)
    const unguarded = tables.filter(
      ({ name, column, guarded, open }) =>
        column !== null && !readByTheProductOnly.includes(name) && (!guarded || open.length > 0),
    )
    expect(unguarded).toEqual([])
  })

  test('that somebody adds without its region, or with a policy that does not ask for it, is caught', async () => {
    await here.asOwner('create table requests.planted (id int)')
    await here.asOwner('create policy planted on requests.care_request for select using (true)')
    const tables = await listTables()
    await here.asOwner('drop table requests.planted')
    await here.asOwner('drop policy planted on requests.care_request')
    expect(tables.find(({ name }) => name === 'requests.planted')?.column).toBeNull()
    expect(tables.find(({ name }) => name === 'requests.care_request')?.open).toEqual(['planted'])
  })
})

/** The rows of the other region that this actor gets to see, table by table; its own are there to compare with. */
async function seenBy(actor: Actor, otherId: string): Promise<{ table: string; rows: number }[]> {
  const tables = (await listTables()).filter(
    ({ name, column, readable }) => column && readable && !readByTheProductOnly.includes(name),
  )
  const counts = tables.map(
    ({ name, column }) => `select '${name}' as table, count(*)::int as rows from ${name} where ${column} = $1`,
  )
  return inTransaction(here.scope(actor), async (tx) => {
    const { rows } = await tx.db.executeQuery(
      CompiledQuery.raw(`select * from (${counts.join(' union all ')}) found where rows > 0 order by 1`, [otherId]),
    )
    return rows as { table: string; rows: number }[]
  })
}

function everyActor(region: SmallRegion, [request]: Marked[]): Actor[] {
  const link: Actor = { kind: 'link', regionId: region.regionId, requestId: request?.id ?? '', verified: true }
  return [...Object.values(region.people), link, region.anyone, region.system]
}

describe('no row of the other region', () => {
  test('is seen by anybody, in any role, by link, as anyone or as the product itself', async () => {
    for (const actor of everyActor(here, ofHere)) expect(await seenBy(actor, elsewhere.regionId)).toEqual([])
    for (const actor of everyActor(elsewhere, ofElsewhere)) expect(await seenBy(actor, here.regionId)).toEqual([])
  })

  test('is missed for want of rows: the product sees its own in every module', async () => {
    const own = await seenBy(elsewhere.system, elsewhere.regionId)
    const modules = new Set(own.map(({ table }) => table.split('.')[0]))
    expect([...modules].sort()).toEqual(
      expect.arrayContaining(['audit', 'coordination', 'organizations', 'people', 'regions', 'requests']),
    )
  })

  test('stays unseen only because of the policies: with one taken away it is found', async () => {
    await here.asOwner('alter table organizations.team disable row level security')
    await here.asOwner(
      `insert into organizations.team (id, region_id, organization_id, name) values (gen_random_uuid(), $1, $2, 'QzeldersTeam')`,
      [elsewhere.regionId, elsewhere.organizations.alfa],
    )
    const found = await seenBy(here.people.manager, elsewhere.regionId)
    await here.asOwner('alter table organizations.team enable row level security')
    expect(found).toEqual([{ table: 'organizations.team', rows: 1 }])
  })
})

type Visitor = PersonName | 'anyone'

/** Looks at every address, filled in with what the other region has, for words of that other region. */
async function walk(
  visitors: readonly Visitor[],
  { at, other, objects, words }: { at: SmallRegion; other: SmallRegion; objects: Marked[]; words: readonly string[] },
) {
  // One question per list and one object of each kind are enough: which rows a page draws from does not depend on them.
  const { noord, zuid, wound, desk } = other.teams
  const { alfa, beta, gamma, hospital, practice, office } = other.organizations
  const others = [zuid, wound, desk, beta, gamma, hospital, practice, office]
  const all = addressesOf(declaredRoutes(app.server), objects.slice(0, 1), other).flatMap(({ addresses }) => addresses)
  const addresses = all.filter(
    (address) => (!address.includes('?') || address.includes('zoek=')) && !others.some((id) => address.includes(id)),
  )
  expect(addresses.some((address) => address.includes(noord) || address.includes(alfa))).toBe(true)
  const sightings: string[] = []
  for (const visitor of visitors) {
    const browser = app.as(visitor === 'anyone' ? undefined : at.people[visitor], at.hostname)
    for (const address of addresses) {
      const answer = address.startsWith('/api/') ? await browser.api('GET', address) : await browser.get(address)
      if (answer.status >= 500) sightings.push(`${visitor} ${address} ${answer.status}`)
      const answered = `${answer.raw.toString('latin1')}${answer.text}${JSON.stringify(answer.headers)}`
      // Who practises is told that there is another door, by its name and nothing else.
      const told = address.startsWith('/oefenen') ? answered.replaceAll('QzeldersRegio Testwijk', '') : answered
      for (const word of words) if (told.includes(word)) sightings.push(`${visitor} ${address} ${word}`)
    }
  }
  return { sightings, looks: addresses.length * visitors.length }
}

const wordsOf = (marked: Marked[]) => marked.flatMap(({ card, identity }) => [...card, ...identity])

describe('no address', () => {
  test('of the first region tells of the second, whoever asks', async () => {
    const { sightings, looks } = await walk(['anyone', 'nurseAlfa', 'transferNurse', 'manager'], {
      at: here,
      other: elsewhere,
      objects: ofElsewhere,
      words: ['Qzelders'],
    })
    expect(sightings).toEqual([])
    expect(looks).toBeGreaterThan(300)
  }, 900_000)

  test('of the second region tells of the first', async () => {
    const { sightings } = await walk(['anyone', 'manager'], {
      at: elsewhere,
      other: here,
      objects: ofHere,
      words: wordsOf(ofHere),
    })
    expect(sightings).toEqual([])
  }, 900_000)

  /** With the policy of one table open to all, by mistake. */
  async function withOpenPolicy<Answer>(table: string, look: () => Promise<Answer>): Promise<Answer> {
    await here.asOwner(`create policy planted on ${table} for select using (true)`)
    try {
      return await look()
    } finally {
      await here.asOwner(`drop policy planted on ${table}`)
    }
  }

  test.each([
    ['a list', 'organizations.coordinating_team', '/regio/teams'],
    ['an export', 'organizations.coordinating_team', '/regio/bestanden/coordinerende-teams/export.csv'],
  ])('stays silent only because of the locks: with one policy open, %s tells', async (_what, table, address) => {
    const look = async () => (await app.as(here.people.manager).get(address)).text
    expect(await look()).not.toContain('Qzelders')
    expect(await withOpenPolicy(table, look)).toContain('Qzelders')
  })

  test('counts what is of the other region: with one policy open, the same count is higher', async () => {
    const count = async () => {
      const answer = await app.as().api('GET', '/fhir/r4/Organization?_summary=count')
      return answer.json<{ total: number }>().total
    }
    const own = await count()
    const all = await withOpenPolicy('organizations.change', count)
    expect(own).toBeGreaterThan(0)
    expect(all).toBeGreaterThan(own)
  })

  test('streams what happens in the other region: the same event, of this region, is heard', async () => {
    await app.start()
    const listening = await app.server.listen({ host: '127.0.0.1', port: 0 })
    const [one, two] = ofHere
    const watch = (id: string | undefined) => {
      app.as(here.people.nurseAlfa)
      return watchPage(listening, here.people.nurseAlfa, `/live/zorgvragen/${id}`)
    }
    const [first, second] = [await watch(one?.id), await watch(two?.id)]
    const happen = (region: SmallRegion, id: string | undefined) =>
      inTransaction(region.scope(region.system), (tx) =>
        record(tx, { kind: 'request-moved', topics: [`request:${id}`], subjectId: id ?? '' }),
      )
    await happen(elsewhere, one?.id)
    await happen(here, two?.id)
    // Events are told in the order in which they were written, so what the first would hear has come by now.
    await second.until('action="refresh"')
    expect(first.heard()).not.toContain('turbo-stream')
    await happen(here, one?.id)
    await first.until('action="refresh"')
    await Promise.all([first.close(), second.close()])
  })
})

describe('a postcode of the other region', () => {
  const path = '/aanvragen'
  const rightReferral = {
    familyName: 'Zonderland',
    'birthDate-day': '3',
    'birthDate-month': '4',
    'birthDate-year': '1940',
    houseNumber: '12',
    phone: '06 12345678',
    question: 'Hulp bij wassen na een heupoperatie.',
    careKinds: ['personal-care'],
    priority: 'within-24-hours',
    location: 'hospital',
    requesterPhone: '026 1234567',
    consent: 'told',
  }

  test('leads to its door, from the form of who asks and of who refers', async () => {
    await here.asOwner(
      `insert into regions.postcode_area select region_id, '2711', 'Zoetermeer', id, 52.06, 4.49 from regions.municipality
        where region_id = $1`,
      [elsewhere.regionId],
    )
    const carer = app.as()
    const draft = (await carer.post(path)).location?.replace('stap-1', 'stap-1/waar') ?? ''
    const place = { postcode: '2711 AB', houseNumber: '12', location: 'home' }
    const answer = await carer.post(draft, place)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Deze postcode hoort bij QzeldersRegio Testwijk')
    expect(answer.text).toContain('href="http://elders.localhost:3000/aanvragen"')
    const nowhere = await carer.post(draft, { ...place, postcode: '9999 AB' })
    expect(nowhere.text).toContain('Deze postcode hoort bij een andere regio')
    expect(nowhere.text).not.toContain('elders.localhost')

    const referrer = app.as(here.people.transferNurse)
    const refer = (postcode: string) =>
      referrer.postFiles('/verwijzen', { ...rightReferral, postcode, sentKey: newId() }, [])
    const referred = await refer('2711 AB')
    expect(referred.status).toBe(422)
    expect(referred.text).toContain('href="http://elders.localhost:3000/verwijzen"')
    expect(referred.text).toContain('Deze postcode ligt niet in onze regio')
    expect((await refer('9999 AB')).text).not.toContain('elders.localhost')
  })
})

describe('the door of a region', () => {
  test('is chosen by the name of the call; a name that is nobody’s is the first region', async () => {
    const regionAt = async (hostname: string) =>
      /header__region">([^<]+)</.exec((await app.as(undefined, hostname).get('/')).text)?.[1]
    expect(await regionAt('127.0.0.1:3000')).toBe('Regio Testwijk')
    expect(await regionAt('elders.localhost:3000')).toBe('QzeldersRegio Testwijk')
    expect(await regionAt('ELDERS.localhost')).toBe('QzeldersRegio Testwijk')
    expect(await regionAt('iets.example.nl')).toBe('Regio Testwijk')
  })

  test('tells its own address in its site map, directory and pages', async () => {
    const visitor = app.as(undefined, elsewhere.hostname)
    const own = 'http://elders.localhost:3000'
    expect((await visitor.get('/robots.txt')).text).toContain(`${own}/sitemap.xml`)
    expect((await visitor.get('/sitemap.xml')).text).toContain(`${own}/wijk`)
    expect((await visitor.get('/sitemap.xml')).text).not.toContain('http://127.0.0.1')
    expect((await visitor.get('/fhir/r4/metadata')).text).toContain(`${own}/fhir/r4`)
  })

  test('knows nobody who is signed in elsewhere: neither by the actor nor by the session', async () => {
    expect((await app.as(elsewhere.people.nurseAlfa, elsewhere.hostname).get('/zorgvragen')).status).toBe(200)
    expect((await app.as(elsewhere.people.nurseAlfa, here.hostname).get('/zorgvragen')).status).toBe(303)
    const real = await createTestApp(here, { realDoor: true })
    const there = real.as(undefined, elsewhere.hostname)
    const signIn = await there.api('POST', '/api/practice/sign-in', { person: elsewhere.people.nurseAlfa.userId })
    const bearer = { authorization: `Bearer ${signIn.json<{ token: string }>().token}` }
    expect((await there.api('GET', '/api/me', undefined, bearer)).status).toBe(200)
    expect((await real.as(undefined, here.hostname).api('GET', '/api/me', undefined, bearer)).status).toBe(401)
    expect((await there.api('GET', '/api/me', undefined, bearer)).status).toBe(200)
    // Nor can somebody become a person of the other region.
    const other = await real.as().api('POST', '/api/practice/sign-in', { person: elsewhere.people.nurseAlfa.userId })
    expect(other.status).toBe(404)
  })

  test('opens no request of elsewhere, also not with its private link', async () => {
    const [request] = ofElsewhere
    const path = `/volg/${request?.number}/${request?.key}`
    expect((await app.as(undefined, elsewhere.hostname).get(path)).status).toBe(200)
    expect((await app.as(undefined, here.hostname).get(path)).status).toBe(404)
  })
})
