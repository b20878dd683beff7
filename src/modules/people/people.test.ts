import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

const newNurse = (other: Record<string, string | string[]> = {}) => ({
  name: 'Nadia Nieuw',
  jobTitle: 'wijkverpleegkundige',
  email: 'nadia@alfa.example',
  role: 'nurse',
  teams: [region.teams.noord],
  ...other,
})
const roleOf = async (userId: string) =>
  (
    await region.asOwner<{ id: string }>(
      `select r.id from people.practitioner_role r join people.user_account u using (practitioner_id) where u.id = $1`,
      [userId],
    )
  )[0]?.id ?? ''
const newestMail = async () =>
  (
    await region.asOwner<{ to_address: string; body: string }>('select * from platform.mail order by created_at desc')
  )[0]

describe('the people of an organisation', () => {
  test('are added by their administrator and invited by mail, without anything personal in the letter', async () => {
    const ada = app.as(region.people.adminAlfa)
    const answer = await ada.post('/organisatie/mensen/nieuw', newNurse())
    expect(answer.location).toBe('/organisatie/mensen?bewaard=nieuw')
    expect((await ada.get('/organisatie/mensen')).text).toContain('Nadia Nieuw')
    const mail = await newestMail()
    expect(mail?.to_address).toBe('nadia@alfa.example')
    expect(mail?.body).toMatch(/http:\/\/127\.0\.0\.1:3000\/uitnodiging\/[\w-]{32}\n/)
    expect(mail?.body).not.toMatch(/Nadia|Alfa/)
    const [event] = await region.asOwner(`select * from audit.event where event_type = 'person.add'`)
    expect(event).toMatchObject({ action: 'C', user_id: region.people.adminAlfa.userId })
  })

  test('have each their own mail address, in whatever letters it is typed', async () => {
    const bob = app.as(region.people.adminBeta)
    const answer = await bob.post('/organisatie/mensen/nieuw', newNurse({ email: 'Nadia@Alfa.example', teams: [] }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Er is al een account met dit e-mailadres')
    expect(answer.text).toContain('value="Nadia Nieuw"')
    expect(await region.asOwner(`select from people.practitioner where name = 'Nadia Nieuw'`)).toHaveLength(1)
  })

  test.each([
    [{ name: '' }, 'name'],
    [{ name: '<script>' }, 'name'],
    [{ jobTitle: '' }, 'jobTitle'],
    [{ email: 'geen adres' }, 'email'],
    [{ email: ['a@b.nl', 'c@d.nl'] }, 'email'],
    [{ role: 'region-manager' }, 'role'],
    [{ role: 'privacy-officer' }, 'role'],
    [{ role: '' }, 'role'],
    [{ teams: ['00000000-0000-7000-8000-000000000000'] }, 'teams'],
    [{ role: 'referrer' }, 'teams'],
  ])('are not added with %j', async (other, field) => {
    const answer = await app
      .as(region.people.adminAlfa)
      .post('/organisatie/mensen/nieuw', newNurse({ email: 'other@alfa.example', ...other }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
    expect(await region.asOwner(`select from people.user_account where email = 'other@alfa.example'`)).toEqual([])
  })

  test('change team, and that counts in their open session', async () => {
    const id = await roleOf(region.people.nurseAlfa2.userId)
    const ada = app.as(region.people.adminAlfa)
    const page = await ada.get(`/organisatie/mensen/${id}`)
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(page.text) ?? []
    const before = await rights(region.people.nurseAlfa2.userId)
    const fields = { seen, name: 'Amir Alfa', jobTitle: 'nurse', teams: [region.teams.zuid] }
    expect((await ada.post(`/organisatie/mensen/${id}`, fields)).status).toBe(303)
    expect(await rights(region.people.nurseAlfa2.userId)).toBeGreaterThan(before)
    const stale = await ada.post(`/organisatie/mensen/${id}`, { ...fields, name: 'Amir Anders' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('intussen gewijzigd')
    expect(stale.text).toContain('value="Amir Anders"')
  })

  test('of another organisation are not there', async () => {
    const id = await roleOf(region.people.nurseBeta.userId)
    const ada = app.as(region.people.adminAlfa)
    expect((await ada.get('/organisatie/mensen')).text).not.toContain('Bea Beta')
    expect((await ada.get(`/organisatie/mensen/${id}`)).status).toBe(404)
    expect((await ada.post(`/organisatie/mensen/${id}`, { name: 'x', jobTitle: 'x', seen: 'x' })).status).toBe(404)
    expect((await ada.post(`/organisatie/mensen/${id}/toegang`, { access: 'stop' })).status).toBe(404)
    expect((await ada.post(`/organisatie/mensen/${id}/uitnodigen`)).status).toBe(404)
    const [account] = await region.asOwner('select active from people.user_account where id = $1', [
      region.people.nurseBeta.userId,
    ])
    expect(account?.active).toBe(true)
  })

  test('cannot end their own access by mistake', async () => {
    const id = await roleOf(region.people.adminAlfa.userId)
    const answer = await app.as(region.people.adminAlfa).post(`/organisatie/mensen/${id}/toegang`, { access: 'stop' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('eigen toegang')
  })

  async function rights(userId: string): Promise<number> {
    const [row] = await region.asOwner<{ version: number }>(
      'select rights_version as version from people.user_account where id = $1',
      [userId],
    )
    return row?.version ?? 0
  }
})

describe('access that is ended', () => {
  test('ends the open session at once, and does not come back with it when it is reopened', async () => {
    const real = await createTestApp(region, { realDoor: true })
    const nurse = real.as()
    await nurse.post('/oefenen', { person: region.people.nurseGamma.userId })
    expect((await nurse.get('/account')).status).toBe(200)

    await region.asOwner(`update people.practitioner_role set organization_id = $1 where id = $2`, [
      region.organizations.alfa,
      await roleOf(region.people.nurseGamma.userId),
    ])
    const id = await roleOf(region.people.nurseGamma.userId)
    const ada = app.as(region.people.adminAlfa)
    expect((await ada.post(`/organisatie/mensen/${id}/toegang`, { access: 'stop' })).status).toBe(303)
    const after = await nurse.get('/account')
    const end = after.location === '/account' ? await nurse.get('/account') : after
    expect(end.location).toBe('/inloggen?naar=%2Faccount')

    expect((await ada.post(`/organisatie/mensen/${id}/toegang`, { access: 'open' })).status).toBe(303)
    expect((await nurse.get('/account')).location).toBe('/inloggen?naar=%2Faccount')
  })
})

describe('a new organisation', () => {
  const fields = {
    name: 'Delta Zorg',
    kind: 'provider',
    administratorName: 'Dirk Delta',
    administratorEmail: 'dirk@delta.example',
  }

  test('comes with its first administrator, who is invited', async () => {
    const answer = await app.as(region.people.manager).post('/regio/organisaties/nieuw', fields)
    expect(answer.location).toBe('/regio/organisaties?bewaard=ja')
    expect((await app.as(region.people.manager).get('/regio/organisaties')).text).toContain('Delta Zorg')
    expect((await newestMail())?.to_address).toBe('dirk@delta.example')
  })

  test.each([
    [{ name: 'Delta Zorg' }, 'name'],
    [{ name: 'Epsilon', administratorEmail: 'dirk@delta.example' }, 'administratorEmail'],
    [{ name: 'Epsilon', kind: 'bank' }, 'kind'],
  ])('is not added with %j: neither the organisation nor the administrator', async (other, field) => {
    const answer = await app.as(region.people.manager).post('/regio/organisaties/nieuw', { ...fields, ...other })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
    expect(await region.asOwner(`select from organizations.organization where name = 'Epsilon'`)).toEqual([])
  })

  test('is not added by an organisation', async () => {
    expect((await app.as(region.people.adminAlfa).post('/regio/organisaties/nieuw', fields)).status).toBe(403)
  })
})
