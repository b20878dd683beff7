import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { addDays, localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { watchPage } from '#testing/watch-page.ts'
import { tellWhatTurnedGrey } from '../greying.ts'
import { setLights } from '../setting.ts'
import { aTeam, aWish } from '../testing.ts'

const today = localDateOf(new Date())
const tomorrow = addDays(today, 1)
let region: SmallRegion
let app: TestApp
let address: string
let centrum: string
let oost: string

beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  await app.start()
  address = await app.server.listen({ host: '127.0.0.1', port: 0 })
  await region.asOwner(
    `update regions.region set way_of_working = way_of_working || '{"lightAudience": "referrers"}'::jsonb`,
  )
  centrum = await aTeam(region, 'alfa', { name: 'Centrum', pc4s: ['6811'] })
  oost = await aTeam(region, 'beta', { name: 'Oost', pc4s: ['6812'] })
})

const open = (actor: UserActor, path: string) => {
  app.as(actor)
  return watchPage(address, actor, path)
}
/** Of today the night: the part of the day that is never over yet. */
const say = (actor: UserActor, teamId: string, on = tomorrow) =>
  setLights(region.scope(actor), {
    key: newId(),
    channel: 'page',
    cells: [aWish(teamId, on, on === today ? { daypart: 'night' } : {})],
  })
const keep = (organization: 'alfa' | 'beta', audience: string) =>
  region.asOwner(
    `insert into capacity.organization_setting (organization_id, region_id, audience) values ($1, $2, $3)
     on conflict (organization_id) do update set audience = $3`,
    [region.organizations[organization], region.regionId, audience],
  )

describe('an open board', () => {
  test('is sent the places of the team, the counts and the areas where it comes, and nothing of others', async () => {
    const board = await open(region.people.nurseBeta, `/live/stoplicht?dag=${tomorrow}`)
    await say(region.people.nurseAlfa, centrum)
    await board.until(`target="licht-${centrum}-${tomorrow}-morning"`)
    await board.until('target="kaart-6811"')
    await board.until(`target="stand-${tomorrow}"`)
    expect(board.heard()).toMatch(/heat heat--green/)
    expect(board.heard()).not.toContain('kaart-6812')
    await board.close()
  })

  test('is sent many teams of one save together, and none that its viewer may not see', async () => {
    const teams = [await aTeam(region, 'alfa', { name: 'Een' }), await aTeam(region, 'alfa', { name: 'Twee' })]
    const board = await open(region.people.nurseBeta, `/live/stoplicht?dag=${tomorrow}`)
    await setLights(region.scope(region.people.nurseAlfa), {
      key: newId(),
      channel: 'page',
      cells: teams.map((team) => aWish(team, tomorrow)),
    })
    for (const team of teams) await board.until(`target="licht-${team}-${tomorrow}-night"`)
    expect(board.heard().split(`target="stand-${tomorrow}"`)).toHaveLength(2)
    await board.close()
  })

  test('of another day hears nothing of it, of a week it does', async () => {
    const other = await open(region.people.nurseBeta, `/live/stoplicht?dag=${addDays(today, 5)}`)
    const week = await open(region.people.nurseBeta, '/live/stoplicht?beeld=week')
    await say(region.people.nurseAlfa, centrum)
    await week.until(`target="licht-${centrum}-${tomorrow}-morning"`)
    await say(region.people.nurseAlfa, centrum, addDays(today, 5))
    await other.until(`target="licht-${centrum}-${addDays(today, 5)}-morning"`)
    expect(other.heard()).not.toContain(`licht-${centrum}-${tomorrow}`)
    await Promise.all([other.close(), week.close()])
  })

  test.each([
    ['with a filter', `?postcode=6811&dag=${tomorrow}`, 'licht-TEAM-DAY-morning'],
    ['with a list', `?beeld=lijst&dag=${tomorrow}`, 'team-TEAM'],
    ['of who has room', `?ruimte=ja&dag=${tomorrow}`, 'teams'],
    ['on the wall', '?scherm=ja', `stand-${today}`],
    ['of this team', `?team=TEAM&dag=${tomorrow}`, 'lichten'],
  ])('%s is sent what changed on it', async (_which, query, target) => {
    const board = await open(region.people.nurseBeta, `/live/stoplicht${query.replace('TEAM', centrum)}`)
    await say(region.people.nurseAlfa, centrum, query.includes('scherm') ? today : tomorrow)
    await board.until(`target="${target.replace('TEAM', centrum).replace('DAY', tomorrow)}"`)
    expect(board.heard()).not.toContain('action="refresh"')
    await board.close()
  })

  test.each([
    ['where this team does not come', `?postcode=6812&dag=${tomorrow}`],
    ['of another team on another day', () => `?team=${oost}&dag=${addDays(today, 3)}`],
  ])('%s is not told of it', async (_which, query) => {
    const path = typeof query === 'string' ? query : query()
    const board = await open(region.people.nurseBeta, `/live/stoplicht${path}`)
    await say(region.people.nurseAlfa, centrum)
    await say(region.people.nurseBeta, oost)
    await board.until(oost)
    expect(board.heard()).not.toContain(centrum)
    await board.close()
  })

  test('of a team without room is sent anew who nearby has it, and no more of it; of one with room nothing', async () => {
    const full = await aTeam(region, 'beta', { name: 'Vol', pc4s: ['6811'] })
    const pageOf = (team: string) =>
      open(region.people.nurseBeta, `/live/stoplicht?team=${team}&dag=${tomorrow}&dagdeel=morning`)
    const [board, other] = [await pageOf(full), await pageOf(oost)]
    await say(region.people.nurseBeta, oost)
    await other.until('target="lichten"')
    await say(region.people.nurseAlfa, centrum)
    await board.until(new RegExp(`target="ruimte-in-de-buurt".*${centrum}`, 's'))
    expect(board.heard()).not.toContain('target="lichten"')
    await say(region.people.nurseBeta, oost)
    await other.until(/target="lichten".*target="lichten"/s)
    expect(other.heard()).not.toContain('ruimte-in-de-buurt')
    await Promise.all([board.close(), other.close()])
  })

  test('made for an earlier part of the day asks for itself again', async () => {
    const paths = ['?scherm=ja', '', `?team=${centrum}`].map((query) => `${query || '?'}&nu=2026-01-01.morning`)
    const boards = await Promise.all(paths.map((query) => open(region.people.nurseBeta, `/live/stoplicht${query}`)))
    await say(region.people.nurseAlfa, centrum, today)
    for (const board of boards) await board.until('action="refresh"')
    await Promise.all(boards.map((board) => board.close()))
  })

  test('hears when a light grows old by itself', async () => {
    await say(region.people.nurseAlfa, centrum)
    const board = await open(region.people.nurseBeta, `/live/stoplicht?team=${centrum}`)
    await tellWhatTurnedGrey(region.scope(region.system))
    const later = new Date(Date.now() + 40 * 3_600_000)
    expect(await tellWhatTurnedGrey(region.scope(region.system, later))).toBeGreaterThanOrEqual(1)
    await board.until('target="lichten"')
    await board.close()
  })
})

describe('nobody is told of lights they may not see', () => {
  test('also not a board that was open before the organisation kept its lights to itself', async () => {
    const referrer = await open(region.people.transferNurse, `/live/stoplicht?dag=${tomorrow}`)
    const stranger = await open(region.people.nurseGamma, `/live/stoplicht?dag=${tomorrow}`)
    const neighbour = await open(region.people.nurseBeta, `/live/stoplicht?dag=${tomorrow}`)
    const own = await open(region.people.nurseAlfa, `/live/stoplicht?dag=${tomorrow}`)
    await keep('alfa', 'team')
    const colleague = await open(region.people.nurseBeta, `/live/stoplicht?dag=${tomorrow}`)
    await say(region.people.nurseAlfa, centrum)
    await own.until(`licht-${centrum}`)
    await colleague.until(`licht-${centrum}`)
    await say(region.people.nurseBeta, oost)
    for (const board of [referrer, stranger, neighbour]) {
      // Or its rights were asked after in between, at a moment of its own, and it was ended: then it hears nothing at all.
      await Promise.race([board.until(`licht-${oost}`), board.ended])
      expect(board.heard()).not.toContain(centrum)
    }
    await Promise.all([referrer, stranger, neighbour, own, colleague].map((board) => board.close()))
    await keep('alfa', 'public')
  })

  test('a planted hole, a topic told too widely, is stopped by row-level security', async () => {
    await keep('alfa', 'team')
    const stranger = await open(region.people.nurseGamma, `/live/stoplicht?dag=${tomorrow}`)
    await region.asOwner(
      `insert into platform.outbox (region_id, topic, kind, subject_id, payload)
       values ($1, 'lights:professionals', 'light-changed', $2, $3)`,
      [region.regionId, centrum, JSON.stringify({ days: [tomorrow] })],
    )
    await say(region.people.nurseBeta, oost)
    await stranger.until(`licht-${oost}`)
    expect(stranger.heard()).not.toContain(centrum)
    await stranger.close()
    await keep('alfa', 'public')
  })

  test.each(['privacyOfficer'] as const)('the stream is not for %s', async (person) => {
    const stream = await open(region.people[person], '/live/stoplicht')
    expect(stream.status).toBe(403)
    await stream.close()
  })
})
