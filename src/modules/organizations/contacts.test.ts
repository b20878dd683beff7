import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import type { Visitor } from '#testing/visitor.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

/** A picture that is in the repository anyway. */
const picture = readFileSync(new URL('../../../docs/pictures/not-found-375.png', import.meta.url))
const save = (visitor: Visitor, url: string, fields: Record<string, string>, content?: Buffer) =>
  visitor.postFiles(
    url,
    {
      coordinatingTeamId: region.teams.noord,
      firstName: 'Eva',
      jobTitle: 'Wijkverpleegkundige',
      position: '1',
      ...fields,
    },
    content ? [{ field: 'photo', name: 'eva.png', type: 'image/png', content }] : [],
  )
const contacts = () =>
  region.asOwner<{ id: string; first_name: string; photo: string | null; version: number; organization_id: string }>(
    'select * from organizations.contact_person order by updated_at',
  )

describe('fixed contact people', () => {
  test('are added by their organisation, with a picture that anyone may see and that tells no more than it shows', async () => {
    const ada = app.as(region.people.adminAlfa)
    expect((await save(ada, '/contactpersonen/nieuw', {}, picture)).location).toBe(
      '/organisatie/contactpersonen?bewaard=ja',
    )
    const [eva] = await contacts()
    expect(eva).toMatchObject({ first_name: 'Eva', organization_id: region.organizations.alfa })
    expect((await ada.get('/organisatie/contactpersonen')).text).toContain('Wijkteam Noord')
    const answer = await app.as().get(`/foto/${eva?.id}/${eva?.photo}`)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
    expect(answer.headers['cache-control']).toContain('immutable')
    expect((await app.as().get(`/foto/${eva?.id}/another`)).status).toBe(404)
    expect(
      (await app.as(region.people.manager).get(`/regio/teams/${region.teams.noord}/contactpersonen`)).text,
    ).toContain('Eva')
  })

  test('are not overwritten unseen', async () => {
    const [eva] = await contacts()
    const version = String(eva?.version)
    const ada = app.as(region.people.adminAlfa)
    expect(
      (await save(ada, `/contactpersonen/${eva?.id}`, { version, firstName: 'Evelien', removePhoto: 'ja' })).status,
    ).toBe(303)
    const stale = await save(ada, `/contactpersonen/${eva?.id}`, { version, firstName: 'Eefje' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Evelien')
    expect(stale.text).toContain('Eefje')
    expect((await contacts())[0]).toMatchObject({ first_name: 'Evelien', photo: null })
  })

  test.each([
    [{ firstName: '' }, 'firstName'],
    [{ firstName: '<b>Eva</b>' }, 'firstName'],
    [{ jobTitle: '' }, 'jobTitle'],
    [{ coordinatingTeamId: 'x' }, 'coordinatingTeamId'],
    [{ position: '1000' }, 'position'],
  ])('refuses %j', async (wrong, field) => {
    const answer = await save(app.as(region.people.adminAlfa), '/contactpersonen/nieuw', wrong)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
  })

  test.each([
    ['a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'geen JPEG- of PNG-foto'],
    ['half a picture', picture.subarray(0, 500), 'niet heel'],
    ['nine megabytes', Buffer.alloc(9 * 1024 * 1024, 1), 'te groot'],
  ])('refuses %s instead of a picture', async (_what, content, message) => {
    const answer = await save(app.as(region.people.adminAlfa), '/contactpersonen/nieuw', { firstName: 'Mo' }, content)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(answer.text).toContain('value="Mo"')
  })

  test('of another organisation are not there', async () => {
    const [eva] = await contacts()
    const bob = app.as(region.people.adminBeta)
    expect((await bob.get('/organisatie/contactpersonen')).text).not.toContain('Evelien')
    expect((await bob.get(`/contactpersonen/${eva?.id}`)).status).toBe(404)
    const version = String(eva?.version)
    expect((await save(bob, `/contactpersonen/${eva?.id}`, { version, step: 'remove' })).status).toBe(404)
    // Naming the other in a field helps as little.
    await save(bob, '/contactpersonen/nieuw', { firstName: 'Nep', organizationId: region.organizations.alfa })
    expect((await contacts()).find(({ first_name }) => first_name === 'Nep')?.organization_id).toBe(
      region.organizations.beta,
    )
    for (const person of ['nurseAlfa', 'gp', 'privacyOfficer'] as const) {
      expect((await app.as(region.people[person]).get(`/contactpersonen/${eva?.id}`)).status).toBe(403)
    }
  })

  test('are removed by whom they are of, and by the region', async () => {
    for (const [person, name] of [
      ['manager', 'Nep'],
      ['adminAlfa', 'Evelien'],
    ] as const) {
      const found = (await contacts()).find(({ first_name }) => first_name === name)
      const version = String(found?.version)
      expect(
        (await save(app.as(region.people[person]), `/contactpersonen/${found?.id}`, { version, step: 'remove' }))
          .status,
      ).toBe(303)
    }
    expect(await contacts()).toEqual([])
  })
})

describe('coordinating teams', () => {
  const fields = {
    name: 'Wijkteam Oost',
    kind: 'area',
    phone: '026 222 22 22',
    phoneHours: 'werkdagen',
    email: 'oost@testwijk.example',
    active: 'ja',
  }
  const seenOn = async (url: string) =>
    /name="seen" value="([^"]*)"/.exec((await app.as(region.people.manager).get(url)).text)?.[1] ?? ''

  test('are added and closed by the region', async () => {
    const rita = app.as(region.people.manager)
    expect((await rita.post('/regio/teams/nieuw', fields)).location).toBe('/regio/teams?bewaard=ja')
    const [oost] = await region.asOwner<{ id: string; slug: string }>(
      `select id, slug from organizations.coordinating_team where name = 'Wijkteam Oost'`,
    )
    expect(oost?.slug).toBe('wijkteam-oost')
    const url = `/regio/teams/${oost?.id}`
    const seen = await seenOn(url)
    const { active: _, ...closed } = fields
    expect((await rita.post(url, { ...closed, seen })).status).toBe(303)
    expect((await rita.get('/regio/teams')).text).toContain('gestopt')
  })

  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'WIJKTEAM NOORD' }, 'name'],
    [{ kind: 'club' }, 'kind'],
    [{ kind: 'specialised' }, 'expertise'],
    [{ phone: 'bel maar' }, 'phone'],
    [{ email: 'x' }, 'email'],
  ])('refuse %j', async (wrong, field) => {
    const answer = await app
      .as(region.people.manager)
      .post('/regio/teams/nieuw', { ...fields, name: 'Nieuw', ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
  })

  test('keep the desk that holds what no team holds', async () => {
    const url = `/regio/teams/${region.teams.desk}`
    const { active: _, ...closed } = { ...fields, name: 'Regioloket', kind: 'desk', seen: await seenOn(url) }
    const answer = await app.as(region.people.manager).post(url, closed)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('vangt op wat nergens past')
  })
})
