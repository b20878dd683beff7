import { beforeAll, describe, expect, test } from 'vitest'
import { jobs } from '#modules/people/asking.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  await region.asOwner(
    `update organizations.organization set confirmed_at = now() - interval '200 days' where slug = 'alfa'`,
  )
})
const ada = () => app.as(region.people.adminAlfa)

describe('an administrator', () => {
  test('sees what is missing, with the place where it goes', async () => {
    const page = await ada().get('/organisatie')
    expect(page.text).toContain('Er ontbreken nog')
    expect(page.text).toContain('href="#website"')
    expect(page.text).toContain('href="/organisatie/locaties"')
    expect(page.text).toContain('href="/wijk/organisatie/alfa"')
    // Who gives no care is not compared with who does.
    const hospital = {
      ...region.people.adminAlfa,
      userId: region.people.manager.userId,
      organizationId: region.organizations.hospital,
    }
    expect((await app.as(hospital).get('/organisatie')).text).not.toContain('ontbreken')
  })

  test('is asked by mail, once, to look at what is half a year old', async () => {
    const ask = jobs['ask-to-confirm']
    const scope = region.scope(region.system)
    await ask?.(scope, {})
    await ask?.(scope, {})
    const letters = await region.asOwner(`select * from platform.mail where subject like 'Kloppen de gegevens%'`)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).toContain('http://127.0.0.1:3000/organisatie')
    expect(letters[0]?.body).not.toContain('Alfa')
  })

  test('says that all is right, and is not asked again', async () => {
    expect((await ada().get('/organisatie')).text).toContain('Kloppen de gegevens van uw organisatie nog?')
    const before = await region.asOwner(`select version from organizations.organization where slug = 'alfa'`)
    expect((await ada().post('/organisatie/nagekeken')).location).toBe('/organisatie?nagekeken=ja')
    const page = await ada().get('/organisatie?nagekeken=ja')
    expect(page.text).toContain('Bedankt voor het nakijken')
    expect(page.text).not.toContain('Kloppen de gegevens')
    // A colleague who is typing meanwhile is not told that something changed.
    expect(await region.asOwner(`select version from organizations.organization where slug = 'alfa'`)).toEqual(before)
    const [event] = await region.asOwner(`select * from audit.event where event_type = 'organization.confirm'`)
    expect(event).toMatchObject({ user_id: region.people.adminAlfa.userId })
  })

  test('looks at the text as a client reads it before it counts', async () => {
    const [row] = await region.asOwner<{ version: number }>(
      `select version from organizations.organization where slug = 'alfa'`,
    )
    const fields = { version: String(row?.version), name: 'Alfa Thuiszorg', insurers: '3332', languages: 'tr' }
    const looked = await ada().post('/organisatie', { ...fields, description: 'Zorg bij u thuis', step: 'look' })
    expect(looked.status).toBe(200)
    expect(looked.text).toContain('Er is nog niets bewaard')
    expect(looked.text).toContain('Turks')
    expect((await ada().get('/organisatie')).text).not.toContain('Zorg bij u thuis')
  })

  test('of another organisation confirms nothing of this one', async () => {
    await region.asOwner(`update organizations.organization set confirmed_at = null where slug = 'alfa'`)
    await app.as(region.people.adminBeta).post('/organisatie/nagekeken', { id: region.organizations.alfa })
    const rows = await region.asOwner(`select slug from organizations.organization where confirmed_at is not null`)
    expect(rows).toEqual([{ slug: 'beta' }])
    expect((await app.as(region.people.nurseAlfa).post('/organisatie/nagekeken')).status).toBe(403)
  })
})

describe('locations', () => {
  const office = { name: 'Kantoor', street: 'Dijk 1', postcode: '6811 ab', place: 'Arnhem', active: 'ja' }
  const all = () =>
    region.asOwner<{ id: string; version: number; name: string }>('select * from organizations.location')

  test('are kept by their own organisation, with a place on the map', async () => {
    expect((await ada().post('/organisatie/locaties/nieuw', office)).location).toBe('/organisatie/locaties?bewaard=ja')
    expect((await ada().get('/organisatie/locaties')).text).toContain('Dijk 1, 6811 AB Arnhem')
    const [row] = await all()
    expect(row).toMatchObject({ postcode: '6811AB', latitude: 51.98, longitude: 5.91, version: 1 })
    const url = `/organisatie/locaties/${row?.id}`
    expect((await ada().post(url, { ...office, version: '1', name: 'Wijkpost' })).status).toBe(303)
    const stale = await ada().post(url, { ...office, version: '1', name: 'Bijkantoor' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Wijkpost')
    expect(stale.text).toContain('Bijkantoor')
  })

  test.each([
    [{ name: '' }, 'name'],
    [{ street: '' }, 'street'],
    [{ postcode: '6811' }, 'postcode'],
    [{ place: '' }, 'place'],
    [{ phone: '12' }, 'phone'],
    [{ teamId: 'x' }, 'teamId'],
  ])('refuse %j', async (wrong, field) => {
    const answer = await ada().post('/organisatie/locaties/nieuw', { ...office, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
  })

  test('of another organisation are not there', async () => {
    const [row] = await all()
    const bob = app.as(region.people.adminBeta)
    expect((await bob.get('/organisatie/locaties')).text).not.toContain('Wijkpost')
    expect((await bob.get(`/organisatie/locaties/${row?.id}`)).status).toBe(404)
    expect((await bob.post(`/organisatie/locaties/${row?.id}`, { step: 'remove', version: '2' })).status).toBe(404)
    expect(await all()).toHaveLength(1)
    expect((await ada().post(`/organisatie/locaties/${row?.id}`, { step: 'remove', version: '2' })).status).toBe(303)
    expect(await all()).toEqual([])
  })
})
