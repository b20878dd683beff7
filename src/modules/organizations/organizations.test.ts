import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

const facts = { name: 'Alfa Thuiszorg', phone: '026 000 00 02', email: 'alfa@example.nl', description: '' }
const versionOf = async (table: string, id: string) =>
  (await region.asOwner<{ version: number }>(`select version from organizations.${table} where id = $1`, [id]))[0]
    ?.version ?? 0
const profileNow = async () => ({
  ...facts,
  version: String(await versionOf('organization', region.organizations.alfa)),
})

describe('the facts of an organisation', () => {
  test('are kept by its own administrator, and the change is in the log', async () => {
    const ada = app.as(region.people.adminAlfa)
    expect((await ada.get('/organisatie')).text).toContain('value="Alfa Thuiszorg"')
    const answer = await ada.post('/organisatie', {
      ...(await profileNow()),
      website: 'www.alfa.example',
      careKinds: ['nursing', 'wound'],
      languages: 'tr',
      faiths: 'islamitisch, protestants',
      insurers: '3332, 7095',
    })
    expect(answer.location).toBe('/organisatie?bewaard=ja')
    const [row] = await region.asOwner('select * from organizations.organization where id = $1', [
      region.organizations.alfa,
    ])
    expect(row).toMatchObject({
      website: 'https://www.alfa.example/',
      care_kinds: ['nursing', 'wound'],
      languages: ['tr'],
      faiths: ['islamitisch', 'protestants'],
      insurers: ['3332', '7095'],
    })
    const [event] = await region.asOwner(`select * from audit.event order by id desc limit 1`)
    expect(event).toMatchObject({
      event_type: 'organization.update',
      user_id: region.people.adminAlfa.userId,
      object_id: region.organizations.alfa,
    })
    expect(event?.fields).toContain('careKinds')
  })

  test('are not overwritten by someone who looked before a colleague saved: both are shown', async () => {
    const stale = await profileNow()
    const first = await app
      .as(region.people.adminAlfa)
      .post('/organisatie', { ...stale, description: 'Van de collega' })
    expect(first.status).toBe(303)
    const second = await app.as(region.people.adminAlfa).post('/organisatie', { ...stale, description: 'Van mij' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Iemand anders heeft dit intussen gewijzigd')
    expect(second.text).toContain('Van de collega')
    expect(second.text).toContain('Van mij')
    const [row] = await region.asOwner('select description from organizations.organization where id = $1', [
      region.organizations.alfa,
    ])
    expect(row?.description).toBe('Van de collega')
  })

  test.each([
    ['name', ''],
    ['name', 'x'.repeat(500)],
    ['name', '\u202eAlfa'],
    ['phone', '12'],
    ['email', 'a@b'],
    ['website', 'javascript:alert(1)'],
    ['qualityUrl', 'https://127.0.0.1/'],
    ['careKinds', 'everything'],
    ['languages', 'klingon'],
    ['insurers', '33'],
    ['faiths', 'y'.repeat(90)],
    ['version', 'abc'],
    ['version', '99999999999999999999'],
  ])('refuses %s %j with a message and keeps what was typed', async (name, value) => {
    const answer = await app.as(region.people.adminAlfa).post('/organisatie', {
      ...(await profileNow()),
      description: 'Dit typte ik',
      [name]: value,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('<title>Fout: ')
    expect(answer.text).toContain('Dit typte ik')
    expect(answer.text).toContain(`href="#${name}"`)
  })

  test('escapes what was typed', async () => {
    const answer = await app.as(region.people.adminAlfa).post('/organisatie', {
      ...(await profileNow()),
      name: '',
      description: '</textarea><script>alert(1)</script>',
    })
    expect(answer.text).not.toContain('<script>alert')
  })

  test('are closed to everyone whose work it is not', async () => {
    for (const person of ['nurseAlfa', 'gp', 'manager', 'privacyOfficer'] as const) {
      expect((await app.as(region.people[person]).get('/organisatie')).status).toBe(403)
      expect((await app.as(region.people[person]).post('/organisatie', await profileNow())).status).toBe(403)
    }
    expect((await app.as().get('/organisatie')).location).toBe('/inloggen?naar=%2Forganisatie')
  })
})

describe('teams and where they come', () => {
  test('are added and changed, with areas as people type them', async () => {
    const ada = app.as(region.people.adminAlfa)
    const added = await ada.post('/organisatie/teams/nieuw', { name: 'Team Centrum', pc4s: '6811-6812', active: 'ja' })
    expect(added.location).toBe('/organisatie/teams?bewaard=ja')
    const [team] = await region.asOwner<{ id: string }>(`select id from organizations.team where name = 'Team Centrum'`)
    const id = team?.id ?? ''
    expect((await ada.get('/organisatie/teams')).text).toContain('6811, 6812')
    const version = String(await versionOf('team', id))
    const saved = await ada.post(`/organisatie/teams/${id}`, { name: 'Team Centrum', pc4s: '6841', version })
    expect(saved.status).toBe(303)
    expect(await region.asOwner('select pc4 from organizations.service_area where team_id = $1', [id])).toEqual([
      { pc4: '6841' },
    ])
    const stale = await ada.post(`/organisatie/teams/${id}`, { name: 'Team Oud', pc4s: '6811', version })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('intussen gewijzigd')
  })

  test('of another organisation are not there, by whatever address or field', async () => {
    const bob = app.as(region.people.adminBeta)
    await bob.post('/organisatie/teams/nieuw', { name: 'Team Bèta', active: 'ja' })
    const [team] = await region.asOwner<{ id: string }>(`select id from organizations.team where name = 'Team Bèta'`)
    const ada = app.as(region.people.adminAlfa)
    expect((await ada.get('/organisatie/teams')).text).not.toContain('Team Bèta')
    expect((await ada.get(`/organisatie/teams/${team?.id}`)).status).toBe(404)
    const fields = { name: 'Gekaapt', version: '1', organizationId: region.organizations.beta }
    expect((await ada.post(`/organisatie/teams/${team?.id}`, fields)).status).toBe(404)
    expect((await ada.get('/organisatie/teams/abc')).status).toBe(404)
    await ada.post('/organisatie', { ...(await profileNow()), id: region.organizations.beta, name: 'Gekaapt' })
    const names = await region.asOwner<{ name: string }>('select name from organizations.organization where id = $1', [
      region.organizations.beta,
    ])
    expect(names[0]?.name).toBe('Bèta Zorg')
  })

  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'T', pc4s: '6811 Arnhem' }, 'pc4s'],
    [{ name: 'T', pc4s: '1012' }, 'pc4s'],
    [{ name: 'T', phone: 'bel maar' }, 'phone'],
    [{ name: 'T', careKinds: ['nursing', 'x'] }, 'careKinds'],
  ])('refuses %j at %s', async (fields, name) => {
    const answer = await app.as(region.people.adminAlfa).post('/organisatie/teams/nieuw', fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${name}"`)
  })
})

describe('coordinating teams', () => {
  test('are kept by the region, with phone and hours, and not overwritten unseen', async () => {
    const rita = app.as(region.people.manager)
    const page = await rita.get(`/regio/teams/${region.teams.noord}`)
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(page.text) ?? []
    const kept = { name: 'Wijkteam Noord', kind: 'area', active: 'ja', email: 'n@t.example' }
    const fields = { ...kept, seen, phone: '026 111 11 11', phoneHours: 'elke dag 8.00 tot 20.00 uur' }
    expect((await rita.post(`/regio/teams/${region.teams.noord}`, fields)).status).toBe(303)
    const [row] = await region.asOwner('select phone, phone_hours from organizations.coordinating_team where id = $1', [
      region.teams.noord,
    ])
    expect(row).toEqual({ phone: '+31261111111', phone_hours: 'elke dag 8.00 tot 20.00 uur' })
    const stale = await rita.post(`/regio/teams/${region.teams.noord}`, { ...fields, phoneHours: 'nooit' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('elke dag 8.00 tot 20.00 uur')
  })

  test('are closed to an organisation', async () => {
    const ada = app.as(region.people.adminAlfa)
    expect((await ada.get('/regio/teams')).status).toBe(403)
    expect((await ada.post(`/regio/teams/${region.teams.noord}`, { phone: '026 111 11 11' })).status).toBe(403)
  })
})

describe('behind the pages, the database holds the same', () => {
  test.each([
    ['another organisation', "update organizations.organization set name = 'x' where slug = 'beta'"],
    ['a coordinating team', "update organizations.coordinating_team set phone = '+31600000000'"],
    ['the region', "update regions.region set name = 'x'"],
    ['a reason list', "update regions.reason set label = 'x'"],
  ])('an administrator changes no row of %s', async (_what, statement) => {
    const changed = await asAdminAlfa(statement)
    expect(changed).toBe(0)
  })

  test.each([
    [
      'a team for another organisation',
      `insert into organizations.team (id, region_id, organization_id, name)
        select gen_random_uuid(), region_id, id, 'x' from organizations.organization where slug = 'beta'`,
    ],
    [
      'an area for another team',
      `insert into organizations.service_area
        select t.id, '6861' from organizations.team t join organizations.organization o on o.id = t.organization_id
          where o.slug = 'beta'`,
    ],
  ])('an administrator adds no row: %s', async (_what, statement) => {
    await expect(asAdminAlfa(statement)).rejects.toThrow(/row-level security/)
  })

  test('and lets them change their own, so that these refusals say something', async () => {
    expect(await asAdminAlfa("update organizations.organization set name = name where slug = 'alfa'")).toBe(1)
  })

  async function asAdminAlfa(statement: string): Promise<number> {
    return inTransaction(region.scope(region.people.adminAlfa), async (tx) => {
      const { CompiledQuery } = await import('kysely')
      const { numAffectedRows } = await tx.db.executeQuery(CompiledQuery.raw(statement))
      return Number(numAffectedRows ?? 0)
    })
  }
})
