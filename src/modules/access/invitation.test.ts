import { beforeAll, describe, expect, test } from 'vitest'
import { makeSeal } from '#platform/seal/seal.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { aPassword } from './testing.ts'
import { codeAt, secretOfInvitation } from './totp.ts'

let region: SmallRegion
let app: TestApp
let real: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  real = await createTestApp(region, { realDoor: true })
})

const seal = makeSeal(Buffer.alloc(32, 7))

async function invite(email: string): Promise<string> {
  await app.as(region.people.adminAlfa).post('/organisatie/mensen/nieuw', {
    name: 'Nadia Nieuw',
    jobTitle: 'wijkverpleegkundige',
    email,
    role: 'nurse',
    teams: region.teams.noord,
  })
  return newestKey(email)
}

async function newestKey(email: string): Promise<string> {
  const [mail] = await region.asOwner<{ body: string }>(
    'select body from platform.mail where to_address = $1 order by created_at desc, id desc',
    [email],
  )
  return /uitnodiging\/([\w-]{32})/.exec(mail?.body ?? '')?.[1] ?? ''
}

const fields = (key: string, other: Record<string, string> = {}) => ({
  password: aPassword,
  again: aPassword,
  code: codeAt(secretOfInvitation(seal, key), new Date()),
  ...other,
})

describe('an invitation', () => {
  test('lets somebody choose a password and a code, and signs them in', async () => {
    const key = await invite('one@alfa.example')
    const visitor = real.as()
    const page = await visitor.get(`/uitnodiging/${key}`)
    expect(page.text).toContain('one@alfa.example')
    expect(page.text.replace(/\s/g, '')).toContain(secretOfInvitation(seal, key))
    expect(page.text).toContain('otpauth://totp/')
    const answer = await visitor.post(`/uitnodiging/${key}`, fields(key))
    expect(answer.location).toBe('/zorgvragen')
    expect((await visitor.api('GET', '/api/me')).json()).toMatchObject({ name: 'Nadia Nieuw' })
    const [account] = await region.asOwner<{ password_hash: string; totp_secret: Buffer }>(
      `select password_hash, totp_secret from people.user_account where email = 'one@alfa.example'`,
    )
    expect(account?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(account?.totp_secret.toString('latin1')).not.toContain(secretOfInvitation(seal, key))
  })

  test('works once', async () => {
    const key = await invite('two@alfa.example')
    await real.as().post(`/uitnodiging/${key}`, fields(key))
    expect((await real.as().get(`/uitnodiging/${key}`)).status).toBe(404)
    expect((await real.as().post(`/uitnodiging/${key}`, fields(key))).status).toBe(404)
  })

  test('works for seven days', async () => {
    const key = await invite('three@alfa.example')
    await region.asOwner(`update access.invitation set expires_at = now() - interval '1 second'`)
    expect((await real.as().get(`/uitnodiging/${key}`)).text).toContain('Deze link werkt niet meer')
  })

  test('is replaced by a newer one, which takes the old password and the open sessions away', async () => {
    const key = await invite('four@alfa.example')
    const visitor = real.as()
    await visitor.post(`/uitnodiging/${key}`, fields(key))
    const [role] = await region.asOwner<{ id: string }>(
      `select r.id from people.practitioner_role r join people.user_account u using (practitioner_id) where email = 'four@alfa.example'`,
    )
    const again = await app.as(region.people.adminAlfa).post(`/organisatie/mensen/${role?.id}/uitnodigen`)
    expect(again.location).toBe('/organisatie/mensen?bewaard=uitgenodigd')
    const next = await newestKey('four@alfa.example')
    expect(next).not.toBe(key)
    expect((await real.as().get(`/uitnodiging/${next}`)).status).toBe(200)
    await visitor.get('/account')
    expect((await visitor.get('/account')).location).toBe('/inloggen?naar=%2Faccount')
    const old = { email: 'four@alfa.example', password: aPassword, code: fields(key).code }
    expect((await real.as().post('/inloggen', old)).status).toBe(422)
  })

  test.each([
    [{ password: 'kort', again: 'kort' }, 'password'],
    [{ password: 'a'.repeat(20), again: 'a'.repeat(20) }, 'password'],
    [{ password: 'x '.repeat(5000), again: 'x '.repeat(5000) }, 'password'],
    [{ again: 'iets anders dan eerst' }, 'again'],
    [{ code: '000000' }, 'code'],
    [{ code: '' }, 'code'],
  ] as const)('is not taken with %j', async (other, field) => {
    const key = await newestOpenKey()
    const answer = await real.as().post(`/uitnodiging/${key}`, fields(key, other))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
    expect(answer.text).not.toContain(aPassword)
  })

  test.each(['x'.repeat(32), 'x', '..%2f..', '%00'])('that is made up (%s) opens nothing', async (key) => {
    expect((await real.as().get(`/uitnodiging/${key}`)).status).toBe(404)
  })

  let openKey: string | undefined
  async function newestOpenKey(): Promise<string> {
    openKey ??= await invite('five@alfa.example')
    return openKey
  }
})

describe('a new password', () => {
  test('asks for the old one and a code, and signs out elsewhere', async () => {
    const key = await invite('six@alfa.example')
    const visitor = real.as()
    await visitor.post(`/uitnodiging/${key}`, fields(key))
    await region.asOwner(`update people.user_account set totp_last_step = null where email = 'six@alfa.example'`)
    const elsewhere = real.as()
    const { code } = fields(key)
    await elsewhere.post('/inloggen', { email: 'six@alfa.example', password: aPassword, code })
    expect((await elsewhere.get('/account')).status).toBe(200)
    await region.asOwner(`update people.user_account set totp_last_step = null where email = 'six@alfa.example'`)

    const wanted = 'nu woont de kat op zolder'
    const wrong = await visitor.post('/account/wachtwoord', { current: 'niet mijn wachtwoord', code, wanted })
    expect(wrong.status).toBe(422)
    const answer = await visitor.post('/account/wachtwoord', { current: aPassword, code, wanted })
    expect(answer.location).toBe('/account?bewaard=wachtwoord')
    expect((await visitor.get('/account')).status).toBe(200)
    await elsewhere.get('/account')
    expect((await elsewhere.get('/account')).location).toBe('/inloggen?naar=%2Faccount')
  })
})

describe("one's own sessions", () => {
  test('are listed and ended one by one; those of others are not there', async () => {
    const [one, two] = [real.as(), real.as()]
    for (const visitor of [one, two]) await visitor.post('/oefenen', { person: region.people.gp.userId })
    const page = await one.get('/account')
    const [, other = ''] = /name="session" value="([^"]+)"/.exec(page.text) ?? []
    const stranger = real.as()
    await stranger.post('/oefenen', { person: region.people.nurseBeta.userId })
    expect((await stranger.post('/account/sessie', { session: other })).status).toBe(404)
    expect((await one.post('/account/sessie', { session: other })).status).toBe(303)
    await two.get('/account')
    expect((await two.get('/account')).location).toBe('/inloggen?naar=%2Faccount')
    expect((await one.get('/account')).status).toBe(200)
  })
})
