import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { getRegion } from './index.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})
const rita = () => app.as(region.people.manager)
const duiven = { pc4: '6921', place: 'Duiven', municipality: 'Duiven', latitude: '51,95', longitude: '6.02' }
const hidden = (text: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '').replaceAll('&quot;', '"')

describe('the postcodes of the region', () => {
  test('are added with their municipality, and count at once', async () => {
    expect((await rita().post('/regio/postcodes/nieuw', duiven)).location).toBe('/regio/postcodes?bewaard=ja')
    expect((await getRegion(region.scope(region.anyone))).areas.get('6921')).toMatchObject({
      place: 'Duiven',
      municipality: 'Duiven',
    })
    expect((await rita().get('/regio')).text).toContain('6921')
    const again = await rita().post('/regio/postcodes/nieuw', duiven)
    expect(again.status).toBe(422)
    expect(again.text).toContain('Deze postcode staat er al')
  })

  test('are changed, not overwritten unseen', async () => {
    const was = hidden((await rita().get('/regio/postcodes/6921')).text, 'was')
    const { pc4: _, ...rest } = duiven
    expect((await rita().post('/regio/postcodes/6921', { ...rest, was, place: 'Duiven-Oost' })).status).toBe(303)
    const stale = await rita().post('/regio/postcodes/6921', { ...rest, was, place: 'Duiven-West' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Duiven-Oost')
    expect(stale.text).toContain('Duiven-West')
  })

  test.each([
    [{ pc4: '0811' }, 'pc4'],
    [{ pc4: '6811AB' }, 'pc4'],
    [{ place: '' }, 'place'],
    [{ municipality: '' }, 'municipality'],
    [{ latitude: '6,02' }, 'latitude'],
    [{ longitude: '51,95' }, 'longitude'],
    [{ longitude: 'oost' }, 'longitude'],
  ])('refuse %j', async (wrong, field) => {
    const answer = await rita().post('/regio/postcodes/nieuw', { ...duiven, pc4: '6922', ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
  })

  test('that leave the region are left by teams and lines too', async () => {
    const team = newId()
    await region.asOwner(
      `insert into organizations.team (id, region_id, organization_id, name) values ($1, $2, $3, 'Team')`,
      [team, region.regionId, region.organizations.alfa],
    )
    await region.asOwner(`insert into organizations.service_area values ($1, '6812'), ($1, '6811')`, [team])
    expect((await rita().post('/regio/postcodes/6812', { step: 'remove' })).status).toBe(303)
    expect(await region.asOwner('select pc4 from organizations.service_area where team_id = $1', [team])).toEqual([
      { pc4: '6811' },
    ])
    const [change] = await region.asOwner(
      'select version, what from organizations.change where object_id = $1 and newest',
      [team],
    )
    expect(change).toMatchObject({ version: 2, what: { pc4s: ['6811'] } })
    expect(await region.asOwner(`select id from coordination.route where '6812' = any (pc4s)`)).toEqual([])
    expect((await rita().get('/regio/postcodes/6812')).status).toBe(404)
    const [event] = await region.asOwner(`select * from audit.event where event_type = 'region.remove-area'`)
    expect(event).toMatchObject({ user_id: region.people.manager.userId })
  })

  test('come from a file as well', async () => {
    const file = await rita().get('/regio/bestanden/postcodes/export.csv')
    expect(file.text).toContain('"6921";"Duiven-Oost";"Duiven";"51,95";"6,02"')
    const content = Buffer.from(`${file.text}6931;Westervoort;Westervoort;51,956;5,972\r\n`)
    const sent = await rita().postFiles('/regio/bestanden/postcodes/import', {}, [
      { field: 'file', name: 'p.csv', type: 'text/csv', content },
    ])
    const preview = await rita().get(sent.location ?? '')
    expect(preview.text).toContain('Bewaar deze wijziging')
    expect(preview.text).toContain('6931 Westervoort')
    expect((await rita().post(sent.location ?? '', { seen: hidden(preview.text, 'seen') })).status).toBe(303)
    expect((await getRegion(region.scope(region.anyone))).areas.has('6931')).toBe(true)
  })
})

describe('the name of the region and of its municipalities', () => {
  test('are changed by the manager, and read on every page', async () => {
    const seen = { wasName: 'Regio Testwijk', wasColour: 'green' }
    expect((await rita().post('/regio/naam', { ...seen, name: 'Regio Nieuwwijk', colour: 'blue' })).status).toBe(303)
    expect((await app.as().get('/')).text).toContain('Regio Nieuwwijk')
    const stale = await rita().post('/regio/naam', { ...seen, name: 'Regio Andere', colour: 'blue' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Regio Nieuwwijk')
    expect((await rita().post('/regio/naam', { ...seen, name: '', colour: 'pink' })).status).toBe(422)
    expect((await rita().get('/regio/gemeente?naam=Duiven')).status).toBe(200)
    expect((await rita().post('/regio/gemeente', { from: 'Duiven', to: 'De Liemers' })).status).toBe(303)
    expect((await rita().post('/regio/gemeente', { from: 'De Liemers', to: 'arnhem' })).status).toBe(422)
    expect((await rita().post('/regio/gemeente', { from: 'Duiven', to: 'X' })).status).toBe(404)
    expect((await rita().get('/regio')).text).toContain('De Liemers')
  })
})

test('all of it is closed to everyone else, in the database too', async () => {
  for (const person of ['nurseAlfa', 'gp', 'adminAlfa', 'privacyOfficer'] as const) {
    const other = app.as(region.people[person])
    for (const url of [
      '/regio/postcodes',
      '/regio/postcodes/6811',
      '/regio/naam',
      '/regio/gemeente?naam=Arnhem',
      '/regio/bestanden',
    ]) {
      expect((await other.get(url)).status).toBe(403)
    }
    expect((await other.post('/regio/postcodes/6811', { step: 'remove' })).status).toBe(403)
  }
})
