import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { lightAt } from './history.ts'
import { saveAudience } from './keeping.ts'
import { audiences, type LitOrganization, lightsFor, reachOf } from './rules/audience.ts'
import { setLights } from './setting.ts'
import { aTeam, aWish } from './testing.ts'

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
  await aTeam(region, 'beta', { name: 'Team Oost', pc4s: ['6811'] })
  await setLights(region.scope(region.people.nurseAlfa, now), {
    key: newId(),
    channel: 'page',
    cells: [aWish(centrum, monday)],
  })
})

const lightAudiences = { team: 'own-team', professionals: 'teams', referrers: 'referrers', public: 'everyone' } as const
const showTo = (audience: keyof typeof lightAudiences) =>
  region.asOwner(
    `update regions.region set way_of_working = way_of_working || jsonb_build_object('lightAudience', $1::text)`,
    [lightAudiences[audience]],
  )
const keep = (audience: string | null) =>
  audience === null
    ? region.asOwner('delete from capacity.organization_setting')
    : region.asOwner(
        `insert into capacity.organization_setting (organization_id, region_id, audience) values ($1, $2, $3)
         on conflict (organization_id) do update set audience = $3`,
        [region.organizations.alfa, region.regionId, audience],
      )

describe('the audience', () => {
  test('is the same in the rule and in row-level security, for everyone, whatever was agreed', async () => {
    const viewers: Actor[] = [...Object.values(region.people), region.anyone, region.system]
    const teamsOf = { alfa: [region.teams.noord], beta: [region.teams.noord], gamma: [region.teams.zuid] }
    for (const agreed of audiences) {
      for (const own of [null, ...audiences]) {
        await showTo(agreed)
        await keep(own)
        const all: LitOrganization[] = (['alfa', 'beta', 'gamma'] as const).map((name) => ({
          id: region.organizations[name],
          reach: reachOf(agreed, name === 'alfa' ? own : null),
          coordinatingTeamIds: teamsOf[name],
        }))
        for (const viewer of viewers) {
          const { seen } = await read(region.scope(viewer, now), {
            seen: build.selectFrom('capacity.light').select('organization_id as id').distinct(),
          })
          const expected = lightsFor(viewer, all).some(({ id }) => id === region.organizations.alfa)
          const who = viewer.kind === 'user' ? viewer.name : viewer.kind
          expect([who, agreed, own, seen.length > 0]).toEqual([who, agreed, own, expected])
        }
      }
    }
    await showTo('referrers')
    await keep(null)
  })

  test('is kept by the administrator of the organisation, who hears it when a colleague was first', async () => {
    await showTo('referrers')
    const admin = app.as(region.people.adminAlfa)
    const page = await admin.get('/organisatie/stoplicht')
    expect(page.text).toContain('de teams en de verwijzers')
    const answer = await admin.post('/organisatie/stoplicht', { version: '0', audience: 'team' })
    expect(answer.headers.location).toBe('/organisatie/stoplicht?bewaard=ja')
    const late = await admin.post('/organisatie/stoplicht', { version: '0', audience: 'public' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Iemand anders heeft dit intussen gewijzigd')
    expect((await admin.post('/organisatie/stoplicht', { version: '1', audience: 'all' })).status).toBe(422)
    expect((await app.as(region.people.transferNurse).get(`/stoplicht/team/${centrum}`)).status).toBe(404)
    const logged = await region.asOwner(
      `select count(*)::int as n from audit.event where event_type = 'light-audience.update'`,
    )
    expect(logged).toEqual([{ n: 1 }])
    await keep(null)
  })

  test('of another organisation is for nobody to change', async () => {
    const save = (actor: Actor) =>
      saveAudience(region.scope(actor, now), {
        organizationId: region.organizations.alfa,
        audience: 'public',
        version: 0,
      })
    for (const actor of [region.people.adminBeta, region.people.nurseAlfa, region.people.manager, region.anyone])
      await expect(save(actor)).rejects.toThrow()
  })
})

describe('who refers', () => {
  test('finds the way to the lights where the region shows them to referrers', async () => {
    const linkOn = async (audience: keyof typeof lightAudiences) => {
      await showTo(audience)
      forgetRegion(region.database)
      return (await app.as(region.people.transferNurse).get('/verwijzen')).text.includes('>Waar is ruimte?</a>')
    }
    expect(await linkOn('professionals')).toBe(false)
    expect(await linkOn('referrers')).toBe(true)
  })
})

describe('the light of then', () => {
  const seenBy = (actor: Actor, time: string) =>
    lightAt(region.scope(actor, now), { teamId: centrum, on: monday, daypart: 'morning', at: instantOf(monday, time) })

  test('is told to who may see it, and grey to others', async () => {
    await showTo('professionals')
    expect(await seenBy(region.people.nurseBeta, '09:30')).toBe('green')
    expect(await seenBy(region.people.nurseBeta, '08:30')).toBe('unknown')
    expect(await seenBy(region.people.transferNurse, '09:30')).toBe('unknown')
    await showTo('referrers')
  })

  test('is told to programs as well, by the same audience', async () => {
    const ask = (actor?: Actor) =>
      app.as(actor).api('GET', `/api/lights/${centrum}/${monday}/morning/then?at=2026-11-23T09:30:00%2B01:00`)
    expect(JSON.parse((await ask(region.people.transferNurse)).text)).toEqual({ light: 'green' })
    expect(JSON.parse((await ask()).text)).toEqual({ light: 'unknown' })
  })
})

describe('the honesty of lights', () => {
  test('all teams see how much each organisation tells', async () => {
    const { text } = await app.as(region.people.nurseGamma).get('/stoplicht/actueel')
    expect(text).toMatch(/Alfa Thuiszorg[\s\S]*?3 %/)
    expect(text).toMatch(/Bèta Zorg[\s\S]*?0 %[\s\S]*?nog niets/)
    expect((await app.as(region.people.transferNurse).get('/stoplicht/actueel')).status).toBe(403)
  })

  test('the region manager sees a light that never changes, and agrees how long one counts', async () => {
    const manager = app.as(region.people.manager)
    expect((await manager.get('/regio/stoplicht')).text).toContain('Alle lichten veranderen wel eens')
    await region.asOwner(
      `insert into capacity.light (team_id, organization_id, region_id, light_on, daypart, light, reason, set_by_name, set_at, change_set_id)
       select $1, $2, $3, day, 'night', 'red', 'full-routes', 'Anja', $4, (select id from capacity.change_set limit 1)
       from generate_series($5::date - 24, $5::date, interval '1 day') day`,
      [centrum, region.organizations.alfa, region.regionId, now, monday],
    )
    expect((await manager.get('/regio/stoplicht')).text).toMatch(/Team Centrum[\s\S]*?nacht[\s\S]*?altijd geen ruimte/)
    const wrong = await manager.post('/regio/stoplicht', {
      version: '0',
      todayHours: '24',
      laterHours: '12',
      patternDays: '28',
    })
    expect(wrong.status).toBe(422)
    const right = { version: '0', todayHours: '12', laterHours: '48', patternDays: '14' }
    expect((await manager.post('/regio/stoplicht', right)).status).toBe(303)
    expect((await manager.post('/regio/stoplicht', right)).status).toBe(409)
    expect((await app.as(region.people.adminAlfa).get('/regio/stoplicht')).status).toBe(403)
    expect((await app.as(region.people.adminAlfa).post('/regio/stoplicht', right)).status).toBe(403)
  })
})
