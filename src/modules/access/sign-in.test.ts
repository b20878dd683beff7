import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { aCode, aPassword, withCredentials } from './testing.ts'

let region: SmallRegion
let app: TestApp
let now: Date
const email = 'anja@alfa.example'
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region, { realDoor: true })
})
beforeEach(async () => {
  // The clock stands still, so that a code does not grow old between being made and being judged.
  now = new Date()
  app.setClock(now)
  await withCredentials(region, region.people.nurseAlfa, email)
  await region.asOwner('delete from access.attempt')
})

const good = () => ({ email, password: aPassword, code: aCode(now) })

describe('signing in', () => {
  test('with password and code opens the own workplace, and signing out closes it', async () => {
    const nurse = app.as()
    const answer = await nurse.post('/inloggen', good())
    expect(answer.status).toBe(303)
    expect(answer.location).toBe('/zorgvragen')
    expect((await nurse.api('GET', '/api/me')).json()).toMatchObject({ name: 'Anja Alfa', role: 'nurse' })
    expect((await nurse.post('/uitloggen')).status).toBe(303)
    expect((await nurse.get('/account')).location).toBe('/inloggen?naar=%2Faccount')
  })

  test('goes on to the page that was asked for, and never to another site', async () => {
    const answer = await app.as().post('/inloggen', { ...good(), naar: '/account' })
    expect(answer.location).toBe('/account')
    await withCredentials(region, region.people.nurseAlfa, email)
    const away = await app.as().post('/inloggen', { ...good(), naar: '//evil.example' })
    expect(away.location).toBe('/zorgvragen')
  })

  test('gives a new token each time and ends the one that was there', async () => {
    const nurse = app.as()
    await nurse.post('/inloggen', good())
    await withCredentials(region, region.people.nurseAlfa, email)
    await nurse.post('/inloggen', good())
    const sessions = await region.asOwner<{ open: boolean }>(
      'select revoked_at is null as open from access.session where user_account_id = $1 order by id desc limit 2',
      [region.people.nurseAlfa.userId],
    )
    expect(sessions).toEqual([{ open: true }, { open: false }])
  })

  test('says the same whatever is wrong: address, password or code', async () => {
    const attempts = [
      { ...good(), email: 'nobody@alfa.example' },
      { ...good(), password: 'een ander wachtwoord' },
      { ...good(), code: '000000' },
    ]
    const texts = await Promise.all(
      attempts.map(async (fields) => {
        const answer = await app.as().post('/inloggen', fields)
        expect(answer.status).toBe(422)
        return answer.text.replaceAll(fields.email, '').replace(/name="_csrf" value="[^"]*"/g, '')
      }),
    )
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toContain('horen niet bij elkaar')
    expect(texts[0]).not.toContain(aPassword)
  })

  test('takes a code once', async () => {
    const fields = good()
    expect((await app.as().post('/inloggen', fields)).status).toBe(303)
    expect((await app.as().post('/inloggen', fields)).status).toBe(422)
  })

  test('takes one of two who send the same code at the same moment', async () => {
    const fields = good()
    const answers = await Promise.all([1, 2, 3, 4].map(() => app.as().post('/inloggen', fields)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422, 422, 422])
  })

  test('takes the code of half a minute ago, not an older one', async () => {
    const half = { ...good(), code: aCode(new Date(now.getTime() - 30_000)) }
    expect((await app.as().post('/inloggen', half)).status).toBe(303)
    await withCredentials(region, region.people.nurseAlfa, email)
    const old = { ...good(), code: aCode(new Date(now.getTime() - 90_000)) }
    expect((await app.as().post('/inloggen', old)).status).toBe(422)
  })

  test('is not for an account without a second factor, or one that was ended', async () => {
    await region.asOwner('update people.user_account set totp_secret = null where email = $1', [email])
    expect((await app.as().post('/inloggen', good())).status).toBe(422)
    await withCredentials(region, region.people.nurseAlfa, email)
    await region.asOwner('update people.user_account set active = false where email = $1', [email])
    expect((await app.as().post('/inloggen', good())).status).toBe(422)
    await region.asOwner('update people.user_account set active = true where email = $1', [email])
  })

  test('needs a form of our own page: nobody can be signed in by another site', async () => {
    const answer = await app.server.inject({
      method: 'POST',
      url: '/inloggen',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: new URLSearchParams(good()).toString(),
    })
    expect(answer.statusCode).toBe(403)
  })

  test.each([
    [{ email: ['a@b.nl', 'c@d.nl'], password: 'x', code: '1' }],
    [{ email: '\u202ea@b.nl', password: '\u0000', code: '１２３４５６' }],
    [{ email: `${'a'.repeat(300)}@b.nl`, password: 'x'.repeat(100_000), code: '9'.repeat(500) }],
    [{}],
  ])('answers hostile input with a message: %#', async (fields) => {
    expect((await app.as().post('/inloggen', fields as Record<string, string>)).status).toBe(422)
  })
})

describe('guessing', () => {
  test('is refused within ten tries, for accounts that exist as for those that do not', async () => {
    for (const address of [email, 'nobody@alfa.example']) {
      const statuses: number[] = []
      for (let time = 0; time < 10; time += 1) {
        statuses.push((await app.as().post('/inloggen', { ...good(), email: address, password: 'mis' })).status)
      }
      expect(statuses.slice(0, 8)).toEqual(Array(8).fill(422))
      expect(statuses.slice(8)).toEqual([429, 429])
    }
  })

  test('together at once is refused as well', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => app.as().post('/inloggen', { ...good(), password: 'mis' })),
    )
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(8)
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(8)
  })

  test('from one address does not keep the owner out at another', async () => {
    for (let time = 0; time < 10; time += 1) await app.as().post('/inloggen', { ...good(), password: 'mis' })
    const elsewhere = app.as()
    const token = await elsewhere.token()
    const answer = await app.server.inject({
      method: 'POST',
      url: '/inloggen',
      remoteAddress: '192.0.2.44',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: elsewhere.cookie() },
      payload: new URLSearchParams({ ...good(), _csrf: token }).toString(),
    })
    expect(answer.statusCode).toBe(303)
  })

  test('leaves a row in the log of each try that failed', async () => {
    await app.as().post('/inloggen', { ...good(), password: 'mis' })
    const [row] = await region.asOwner(
      `select outcome, object_id, access_point from audit.event where event_type = 'session.start' order by id desc limit 1`,
    )
    expect(row).toMatchObject({ outcome: 'refused', object_id: region.people.nurseAlfa.userId })
    expect(row?.access_point).not.toBe('job')
  })
})
