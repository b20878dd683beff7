import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import type { PracticePerson } from './practice.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region, { realDoor: true })
})

describe('the practice region', () => {
  test('lists the people one can be, by role, each with something to try', async () => {
    const page = await app.as().get('/oefenen')
    expect(page.status).toBe(200)
    for (const name of ['Anja Alfa', 'Hans Huisarts', 'Ada Alfa', 'Rita Regio', 'Paul Privacy']) {
      expect(page.text).toContain(name)
    }
    expect(page.text).toContain('Bekijk de lijst van uw team')
  })

  test('lets one be somebody with one press', async () => {
    const visitor = app.as()
    const answer = await visitor.post('/oefenen', { person: region.people.manager.userId })
    expect(answer.location).toBe('/regio')
    expect((await visitor.api('GET', '/api/me')).json()).toMatchObject({ id: region.people.manager.userId })
  })

  test.each(['', 'x', '00000000-0000-7000-8000-000000000000'])('knows nobody called %j', async (person) => {
    expect((await app.as().post('/oefenen', { person })).status).toBe(404)
  })

  test('shows the newest mail, with links that can be followed', async () => {
    await region.asOwner(
      `insert into platform.mail (id, region_id, to_address, subject, body)
         values (gen_random_uuid(), $1, 'w@b.nl', 'Uw zorgvraag', E'Bekijk:\nhttp://127.0.0.1:3000/volgen/x\nof https://evil.example/x')`,
      [region.regionId],
    )
    const page = await app.as().get('/oefenen/post')
    expect(page.text).toContain('Uw zorgvraag')
    expect(page.text).toContain('href="/volgen/x"')
    expect(page.text).not.toContain('href="https://evil.example')
  })
})

describe('the practice region for programs', () => {
  test('answers a token that is somebody, wherever a session is asked for', async () => {
    const people = (await app.as().api('GET', '/api/practice/people')).json<PracticePerson[]>()
    const nurse = people.find((person) => person.name === 'Anja Alfa')
    expect(nurse).toMatchObject({ role: 'nurse', organization: 'Alfa Thuiszorg', teams: ['Wijkteam Noord'] })
    const answer = await app.as().api('POST', '/api/practice/sign-in', { person: nurse?.id })
    expect(answer.status).toBe(200)
    const { token, expiresAt } = answer.json<{ token: string; expiresAt: string }>()
    expect(Buffer.from(token, 'base64url')).toHaveLength(24)
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 11 * 3_600_000)
    const me = await app.as().api('GET', '/api/me', undefined, { authorization: `Bearer ${token}` })
    expect(me.json()).toMatchObject({ id: nurse?.id, coordinatingTeamIds: [region.teams.noord] })
  })

  test.each([[{}], [{ person: 'x' }], [{ person: ['a'] }], ['[]'], ['{"person":'], [{ person: 1, role: 'manager' }]])(
    'refuses %j',
    async (body) => {
      const answer = await app.as().api('POST', '/api/practice/sign-in', body)
      expect(answer.status).toBe(400)
      expect(answer.headers['content-type']).toContain('application/problem+json')
    },
  )

  test('answers 404 for someone who is not there, and 401 without a token', async () => {
    const unknown = { person: '00000000-0000-7000-8000-000000000000' }
    expect((await app.as().api('POST', '/api/practice/sign-in', unknown)).status).toBe(404)
    expect((await app.as().api('GET', '/api/me')).status).toBe(401)
  })
})

describe('a region that is not for practice', () => {
  test('has none of it, and its database lets nobody in even if the app thought it was', async () => {
    await region.asOwner('update platform.installation set practice = false')
    const { userId } = region.people.nurseAlfa
    expect((await app.as().post('/oefenen', { person: userId })).status).toBe(404)
    expect((await app.as().api('POST', '/api/practice/sign-in', { person: userId })).status).toBe(404)
    await region.asOwner('update platform.installation set practice = true')

    const real = await createTestApp(region, { realDoor: true, practice: false })
    for (const url of ['/oefenen', '/oefenen/post', '/api/practice/people']) {
      expect((await real.as().get(url)).status).toBe(404)
    }
    expect((await real.as().post('/oefenen', { person: userId })).status).toBe(404)
    expect((await real.as().get('/inloggen')).text).not.toContain('oefenregio')
  })
})
