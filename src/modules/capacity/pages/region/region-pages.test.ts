import { beforeAll, describe, expect, test } from 'vitest'
import { instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { setLights } from '../../setting.ts'
import { aTeam, aWish } from '../../testing.ts'

const monday = '2026-11-23'
const now = instantOf(monday, '09:00')
let region: SmallRegion
let app: TestApp
let centrum: string

beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  app.setClock(now)
  centrum = await aTeam(region, 'alfa', { name: 'Team Centrum', pc4s: ['6811'] })
  await showTo('referrers')
  await setLights(region.scope(region.people.nurseAlfa, now), {
    key: newId(),
    channel: 'page',
    cells: [
      aWish(centrum, monday, { freeMinutes: 390 }),
      aWish(centrum, monday, { daypart: 'evening', light: 'red', reason: 'full-routes' }),
    ],
  })
})

const showTo = (audience: string) =>
  region.asOwner(
    `update regions.region set way_of_working = way_of_working || jsonb_build_object('lightAudience', $1::text)`,
    [audience],
  )

describe('the region view', () => {
  test('says for every daypart in words what the team tells, and how old that is', async () => {
    const { status, text } = await app.as(region.people.nurseBeta).get('/stoplicht')
    expect(status).toBe(200)
    expect(text).toContain('Team Centrum')
    expect(text).toMatch(/heat heat--green" title="ruimte"[\s\S]*?6,5 uur · zojuist/)
    expect(text).toMatch(new RegExp(`href="/stoplicht/team/${centrum}\\?dag=${monday}&amp;dagdeel=evening"`))
    expect(text).toMatch(/<strong>1<\/strong> <span>ruimte/)
    expect(text).toContain('<title>6811 Arnhem: ruimte, 1 van 1 team met ruimte</title>')
  })

  test('says on the map by words and a shade how many of the teams of an area have room', async () => {
    const areaOf = async () => {
      const { text } = await app.as(region.people.nurseBeta).get(`/stoplicht?beeld=kaart&dag=${monday}&dagdeel=morning`)
      expect(text).toContain('een derde of minder')
      return /<a class="([^"]*)"[^>]*aria-label="(6811[^"]*)"/.exec(text)?.slice(1)
    }
    expect(await areaOf()).toEqual([
      'map__area map__area--green map__area--most',
      '6811 Arnhem: ruimte, 1 van 1 team met ruimte',
    ])
    const silent = [await aTeam(region, 'beta', { name: 'Stil', pc4s: ['6811'] })]
    expect(await areaOf()).toEqual([
      'map__area map__area--green map__area--some',
      '6811 Arnhem: ruimte, 1 van 2 teams met ruimte',
    ])
    silent.push(await aTeam(region, 'beta', { name: 'Stiller', pc4s: ['6811'] }))
    expect((await areaOf())?.[0]).toBe('map__area map__area--green map__area--few')
    await region.asOwner('update organizations.team set active = false where id = any ($1)', [silent])
  })

  test.each(['week', 'kaart', 'lijst'])('shows the same as %s', async (view) => {
    const { status, text } = await app.as(region.people.nurseBeta).get(`/stoplicht?beeld=${view}`)
    expect(status).toBe(200)
    expect(text).toContain(view === 'kaart' ? '6811 Arnhem' : 'Team Centrum')
    expect(text).toContain('ruimte')
  })

  test('leads only teams to how much each of them tells', async () => {
    const linked = async (who: 'nurseBeta' | 'transferNurse') =>
      (await app.as(region.people[who]).get('/stoplicht')).text.includes('href="/stoplicht/actueel"')
    expect(await linked('nurseBeta')).toBe(true)
    expect(await linked('transferNurse')).toBe(false)
  })

  test('keeps its filters in the address and says when nothing is left', async () => {
    const page = await app.as(region.people.nurseBeta).get('/stoplicht?postcode=6841&beeld=lijst')
    expect(page.text).toContain('Geen team gevonden met deze filters')
    expect(page.text).toContain('Filters (1 aan)')
  })

  test('is sent without script to who is not signed in, when the region shows it to everyone', async () => {
    await showTo('everyone')
    const { status, text, headers } = await app.as().get('/stoplicht')
    expect(status).toBe(200)
    expect(text).not.toContain('<script')
    expect(text).not.toContain('turbo-stream-source')
    expect(headers['cache-control']).toBe('no-store')
    await showTo('referrers')
    expect((await app.as().get('/stoplicht')).status).toBe(303)
  })

  test.each([
    ['nurseBeta', 200, true],
    ['transferNurse', 200, true],
    ['manager', 200, true],
    ['adminBeta', 200, true],
    ['privacyOfficer', 200, false],
  ] as const)('for %s answers %i, with the team: %s', async (person, status, sees) => {
    const page = await app.as(region.people[person]).get('/stoplicht')
    expect(page.status).toBe(status)
    expect(page.text.includes('Team Centrum')).toBe(sees)
  })
})

describe('a team without room', () => {
  test('shows who nearby has, when it expects room itself, and what it said before', async () => {
    const oost = await aTeam(region, 'beta', { name: 'Team Oost', pc4s: ['6811'] })
    const far = await aTeam(region, 'beta', { name: 'Team Ver', pc4s: ['6841'] })
    const say = (actor: 'nurseAlfa' | 'nurseBeta', cells: Parameters<typeof setLights>[1]['cells']) =>
      setLights(region.scope(region.people[actor], now), { key: newId(), channel: 'page', cells })
    await say('nurseBeta', [
      aWish(oost, monday, { daypart: 'evening' }),
      aWish(far, monday, { daypart: 'evening', light: 'amber', reason: 'full-routes' }),
    ])
    await say('nurseAlfa', [aWish(centrum, '2026-11-26', { daypart: 'evening' })])
    const { status, text } = await app
      .as(region.people.transferNurse)
      .get(`/stoplicht/team/${centrum}?dag=${monday}&dagdeel=evening`)
    expect(status).toBe(200)
    expect(text).toContain('De routes zijn vol')
    expect(text).toContain('verwacht weer ruimte op do 26 nov, avond')
    expect(text.indexOf('Team Oost')).toBeGreaterThan(0)
    expect(text.indexOf('Team Oost')).toBeLessThan(text.indexOf('Team Ver'))
    expect(text).toContain('komt in 1 dezelfde postcode')
    expect(text).toContain('November 2026: wat het licht zei')
    expect(text).toContain('avond: geen ruimte')
  })

  test.each(['niet-een-id', '00000000-0000-7000-8000-000000000000'])('%s is not there', async (id) => {
    expect((await app.as(region.people.nurseBeta).get(`/stoplicht/team/${id}`)).status).toBe(404)
  })
})

describe('the screen on the wall', () => {
  test('shows each municipality with how many teams have room', async () => {
    const { status, text } = await app.as(region.people.nurseBeta).get('/stoplicht/scherm')
    expect(status).toBe(200)
    expect(text).toMatch(/Arnhem[\s\S]*?heat--green" title="1"/)
    expect((await app.as().get('/stoplicht/scherm')).status).toBe(303)
  })
})

describe('a region of many teams', () => {
  test('is shown per municipality with its best light, folded, with the few that have most room', async () => {
    await region.asOwner(
      `with added as (
         insert into organizations.team (id, region_id, organization_id, name, care_kinds, expertises)
         select gen_random_uuid(), $1, $2, 'Team nummer ' || n, '{nursing}', '{}' from generate_series(1, 120) n returning id
       ) insert into organizations.service_area (team_id, pc4) select id, '6841' from added`,
      [region.regionId, region.organizations.gamma],
    )
    const nurse = app.as(region.people.nurseBeta)
    const { text } = await nurse.get(`/stoplicht?dag=${monday}&dagdeel=morning`)
    expect(text.match(/id="gemeente-/g)).toHaveLength(1)
    expect(text).toMatch(/<span id="gemeente-Arnhem">Arnhem <span class="light light--green">/)
    expect(text.match(new RegExp(`id="licht-[0-9a-f-]+-${monday}-morning"`, 'g'))).toHaveLength(5)
    expect(text).toContain('Team Centrum')
    expect(text).toContain(`/stoplicht?gemeente=Arnhem&amp;dagdeel=morning">Alle teams die in Arnhem komen`)
    const there = await nurse.get(`/stoplicht?gemeente=Arnhem&dag=${monday}`)
    expect(there.text.match(new RegExp(`id="licht-[0-9a-f-]+-${monday}-morning"`, 'g'))).toHaveLength(40)
    expect(there.text).toContain('1 tot en met 40 van')
  })
})
