import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTeam } from '#modules/capacity/testing.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { takeRequest } from '#modules/coordination/taking/taking.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { jobs } from '../jobs.ts'
import { areaKindOf, modeBetween, travelBetween, travelMeasured } from '../rules/travel.ts'
import { getShortlist } from '../shortlist.ts'
import { AddressService, AddressServiceFailed } from './address-service.ts'
import { countClientAreas } from './client-areas.ts'
import { findPlaces } from './finding.ts'
import { measureTravel } from './measuring.ts'
import { RouteServer, RouteServerFailed } from './route-server.ts'

/** A server that stands in for one of somebody else's, and remembers what it was asked. */
type Elsewhere = { url: string; asked: string[]; close: () => Promise<void> }
const open: Server[] = []
async function elsewhere(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Elsewhere> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(server)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, asked, close: () => closed(server) }
}
function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
afterEach(async () => {
  for (const server of open.splice(0)) await closed(server)
})

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
/** Ten minutes and three kilometres to everywhere. */
const tableOf = ({ url = '' }: IncomingMessage) => {
  const count = (url.split('?')[0] ?? '').split(';').length
  return { code: 'Ok', durations: [Array(count).fill(600)], distances: [Array(count).fill(3000)] }
}
const arnhem = { latitude: 51.98, longitude: 5.91 }
const elst = { latitude: 51.92, longitude: 5.85 }

describe('an estimate', () => {
  test('is slower by bicycle and by car where streets are dense, and faster in the country', () => {
    const far = { latitude: 51.9, longitude: 6.08 }
    for (const to of [elst, far]) {
      const minutes = (['city', 'town', 'country'] as const).map((kind) => travelBetween(arnhem, to, kind).minutes)
      expect(minutes).toEqual([...minutes].sort((one, other) => other - one))
      expect(new Set(minutes).size).toBe(3)
    }
    expect(travelBetween(arnhem, elst)).toEqual(travelBetween(arnhem, elst, 'town'))
    expect([areaKindOf(0), areaKindOf(3), areaKindOf(8)]).toEqual(['country', 'town', 'city'])
    expect([modeBetween(arnhem, arnhem), modeBetween(arnhem, elst)]).toEqual(['bicycle', 'car'])
  })

  test('says that it is none when it was measured, leaving and arriving included', () => {
    expect(travelMeasured('bicycle', 10, 3)).toEqual({ minutes: 12, kilometres: 3, by: 'bicycle', measured: true })
    expect(travelBetween(arnhem, elst)).not.toHaveProperty('measured')
  })
})

describe('a route server', () => {
  test('is asked one table, by profile, longitude first', async () => {
    const server = await elsewhere((request, response) => json(response, tableOf(request)))
    expect(await new RouteServer(`${server.url}/osrm/{profile}/`).table('car', arnhem, [elst, arnhem])).toEqual([
      { minutes: 10, kilometres: 3 },
      { minutes: 10, kilometres: 3 },
    ])
    expect(server.asked).toEqual([
      '/osrm/car/table/v1/car/5.91,51.98;5.85,51.92;5.91,51.98?sources=0&annotations=duration,distance',
    ])
  })

  test('knows no way to a place: that pair has no answer', async () => {
    const server = await elsewhere((_, response) =>
      json(response, { code: 'Ok', durations: [[0, null]], distances: [[0, null]] }),
    )
    expect(await new RouteServer(server.url).table('car', arnhem, [elst])).toEqual([undefined])
  })

  test.each([
    ['says that it is wrong', (response: ServerResponse) => json(response, { code: 'InvalidQuery' }, 400)],
    ['says something else', (response: ServerResponse) => response.end('<html>')],
    [
      'answers about other places',
      (response: ServerResponse) => json(response, { code: 'Ok', durations: [[0]], distances: [[0]] }),
    ],
    ['hangs up', (response: ServerResponse) => response.destroy()],
    ['never answers', () => undefined],
    [
      'leads elsewhere',
      (response: ServerResponse) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
  ])('that %s has failed, without a word of the question', async (_, answer) => {
    const server = await elsewhere((__, response) => answer(response))
    const failed = new RouteServer(server.url, 300).table('bicycle', arnhem, [elst])
    await expect(failed).rejects.toThrow(RouteServerFailed)
    await expect(failed).rejects.not.toThrow(/5\.91/)
  })
})

describe('an address service', () => {
  const address = { street: 'Vlinderplein 4', postcode: '6811 AB', place: 'Arnhem' }
  const doc = (postcode: string, point = 'POINT(5.911 51.981)') => ({
    response: { docs: [{ postcode, centroide_ll: point }] },
  })

  test('finds the point of an address, and nothing when its best guess has another postcode', async () => {
    const server = await elsewhere((_, response) => json(response, doc('6811AB')))
    expect(await new AddressService(server.url).find(address)).toEqual({ latitude: 51.981, longitude: 5.911 })
    expect(server.asked[0]).toContain('fq=type%3Aadres')
    const other = await elsewhere((_, response) => json(response, doc('9999ZZ')))
    expect(await new AddressService(other.url).find(address)).toBeUndefined()
    const strange = await elsewhere((_, response) => json(response, doc('6811AB', 'nowhere')))
    expect(await new AddressService(strange.url).find(address)).toBeUndefined()
  })

  test('that does not answer has failed', async () => {
    const broken = await elsewhere((_, response) => json(response, {}, 500))
    await expect(new AddressService(broken.url).find(address)).rejects.toThrow(AddressServiceFailed)
    const silent = await elsewhere(() => undefined)
    await expect(new AddressService(silent.url, 200).find(address)).rejects.toThrow('too slow')
  })
})

describe('in the region', () => {
  let region: SmallRegion
  let alfa: string
  const system = () => region.scope(region.system)
  beforeAll(async () => {
    region = await createSmallRegion()
    coordinationReactions(region.events)
    await region.asOwner(`update organizations.organization set care_kinds = '{personal-care}' where kind = 'provider'`)
    alfa = await aTeam(region, 'alfa', { name: 'Team Alfa' })
    await aTeam(region, 'beta', { name: 'Team Bèta' })
  })

  const travelOf = async (teamId: string) => {
    const { id } = await aSentRequest(region.scope(region.anyone), { card: { careKinds: ['personal-care'] } })
    const { candidates } = await getShortlist(region.scope(region.people.nurseAlfa), id)
    const factors = candidates.find(({ party }) => party.teamId === teamId)?.factors ?? []
    const found = factors.find(({ code }) => code === 'travel')
    return found?.code === 'travel' ? found.travel : undefined
  }

  test('nobody is asked without a server, and travel is estimated', async () => {
    const without = jobs({})
    for (const job of Object.values(without)) await job(system(), {})
    expect(await travelOf(alfa)).not.toHaveProperty('measured')
  })

  test('what a server measured is on the shortlist, is asked once, and anew after a team moved', async () => {
    const server = await elsewhere((request, response) => json(response, tableOf(request)))
    const routes = new RouteServer(server.url)
    expect(await measureTravel(system(), routes)).toBeGreaterThan(0)
    expect(await travelOf(alfa)).toEqual({ minutes: 12, kilometres: 3, by: 'bicycle', measured: true })
    expect(await measureTravel(system(), routes)).toBe(0)
    await region.asOwner(
      `insert into organizations.location (id, region_id, organization_id, team_id, name, street, postcode, place, latitude, longitude)
       values (gen_random_uuid(), $1, $2, $3, 'Basis', 'Vlinderplein 4', '6811AB', 'Arnhem', 51.9, 5.8)`,
      [region.regionId, region.organizations.alfa, alfa],
    )
    const asked = server.asked.length
    expect(await measureTravel(system(), routes)).toBeGreaterThan(0)
    expect(server.asked.slice(asked).every((url) => url.includes('5.8,51.9;'))).toBe(true)
  })

  test('a server that fails leaves what was measured, and the rest estimated', async () => {
    await region.asOwner('delete from matching.measured_travel')
    const server = await elsewhere((_, response) => json(response, {}, 503))
    await expect(measureTravel(system(), new RouteServer(server.url))).rejects.toThrow(RouteServerFailed)
    expect(await travelOf(alfa)).not.toHaveProperty('measured')
  })

  test('the address of a base is asked once, and never that of a client', async () => {
    await region.asOwner('update organizations.location set latitude = null, longitude = null where team_id = $1', [
      alfa,
    ])
    const server = await elsewhere((_, response) =>
      json(response, { response: { docs: [{ postcode: '6811AB', centroide_ll: 'POINT(5.99 51.99)' }] } }),
    )
    await aSentRequest(region.scope(region.anyone), { identity: { street: 'Geheimstraat 7' } })
    expect(await findPlaces(system(), new AddressService(server.url))).toBe(1)
    expect(await findPlaces(system(), new AddressService(server.url))).toBe(0)
    expect(server.asked.map(decodeURIComponent).join()).toContain('Vlinderplein')
    expect(server.asked.map(decodeURIComponent).join()).not.toContain('Geheimstraat')
    const routes = await elsewhere((request, response) => json(response, tableOf(request)))
    await measureTravel(system(), new RouteServer(routes.url))
    expect(routes.asked.some((url) => url.includes('/5.99,51.99;'))).toBe(true)
  })

  test('travel counts from where an organisation has three clients now, from the next night on, and of fewer nothing is kept', async () => {
    await region.asOwner('delete from matching.measured_travel')
    await region.asOwner('update organizations.location set latitude = 51.9, longitude = 5.8 where team_id = $1', [
      alfa,
    ])
    const nurse = region.scope(region.people.nurseAlfa)
    const take = async () => {
      const { id } = await aSentRequest(region.scope(region.anyone), { card: { careKinds: ['personal-care'] } })
      expect((await takeRequest(nurse, { requestId: id })).ok).toBe(true)
    }
    const counted = () => region.asOwner('select organization_id, pc4, clients from matching.client_area')
    await take()
    await take()
    await countClientAreas(system())
    expect(await counted()).toEqual([])
    await take()
    const before = await travelOf(alfa)
    expect(before).not.toHaveProperty('from')
    await countClientAreas(system())
    expect(await counted()).toEqual([{ organization_id: region.organizations.alfa, pc4: '6811', clients: 3 }])
    const after = await travelOf(alfa)
    expect(after).toMatchObject({ from: { pc4: '6811', clients: 3 } })
    expect(after?.minutes).toBeLessThan(before?.minutes ?? 0)
    // The faults planted: a smaller number, and somebody who writes or removes it past the product.
    const planted = (clients: number) =>
      `insert into matching.client_area (organization_id, pc4, region_id, clients)
       values ('${region.organizations.beta}', '6812', '${region.regionId}', ${clients})`
    await expect(region.asOwner(planted(2))).rejects.toThrow('client_area_hides_small_numbers')
    const asNurse = (statement: string) =>
      inTransaction(nurse, ({ db }) => db.executeQuery(CompiledQuery.raw(statement)))
    await expect(asNurse(planted(3))).rejects.toThrow('row-level security')
    await asNurse('delete from matching.client_area')
    expect(await counted()).toHaveLength(1)
  })

  test('nobody but the product itself writes what was measured or found', async () => {
    const nurse = region.scope(region.people.nurseAlfa)
    const forged = inTransaction(nurse, ({ db }) =>
      db.updateTable('matching.measured_travel').set({ minutes: 1 }).returning('pc4').execute(),
    )
    expect(await forged).toEqual([])
    const moved = inTransaction(nurse, ({ db }) =>
      db.updateTable('matching.found_place').set({ address: 'elders' }).returning('location_id').execute(),
    )
    expect(await moved).toEqual([])
  })
})
