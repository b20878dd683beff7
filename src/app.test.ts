import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

/** As the pool answers: by a promise to who waits for one, else to the function that was given, as its own `query` does. */
function failingWith(fault: Error) {
  return ((done?: (fault: Error) => void) => (done ? done(fault) : Promise.reject(fault))) as never
}

describe('the front door', () => {
  test('opens for anyone, sends no script, and forbids everything that is not our own', async () => {
    const page = await app.as().get('/')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Zorg thuis nodig?')
    expect(page.text).toContain('Regioloket')
    expect(page.text).not.toContain('<script')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['referrer-policy']).toBe('same-origin')
  })

  test('sends what a page is made of without what only counts for a page', async () => {
    const icon = await app.as().get('/icon.svg')
    expect(icon.headers['content-security-policy']).toBe("default-src 'none'")
    expect(icon.headers['x-content-type-options']).toBe('nosniff')
    expect(icon.headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(Object.keys(icon.headers)).not.toContain('permissions-policy')
    expect(JSON.stringify(icon.headers).length).toBeLessThan(600)
  })

  test('is sent small to who can unpack it, and whole to who cannot', async () => {
    const sizes = async (encoding: string) => {
      const page = await app.as().get('/wijk', { 'accept-encoding': encoding })
      return { encoding: page.headers['content-encoding'], varies: String(page.headers.vary) }
    }
    expect(await sizes('br')).toEqual({ encoding: 'br', varies: expect.stringContaining('accept-encoding') })
    expect(await sizes('gzip')).toMatchObject({ encoding: 'gzip' })
    expect((await sizes('identity')).encoding).toBeUndefined()
  })

  test('sends a built file once: who has it is told that it is the same', async () => {
    const first = await app.as().get('/assets/manifest.json')
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const again = await app.as().get('/assets/manifest.json', { 'if-none-match': String(first.headers.etag) })
    expect([first.status, again.status, again.text]).toEqual([200, 304, ''])
    const other = await app.as().get('/assets/manifest.json', { 'if-none-match': '"another"' })
    expect(other.status).toBe(200)
  })

  test('waits seconds for who sends slowly, not for ever', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout, timeout } = app.server.server
    expect({ headersTimeout, requestTimeout, keepAliveTimeout, timeout }).toEqual({
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 10_000,
      timeout: 60_000,
    })
  })

  test('shows each role only where it can go', async () => {
    const nurse = await app.as(region.people.nurseAlfa).get('/')
    expect(nurse.text).toContain('href="/zorgvragen"')
    expect(nurse.text).not.toContain('href="/inzage-log"')
    const officer = await app.as(region.people.privacyOfficer).get('/')
    expect(officer.text).toContain('href="/inzage-log"')
    expect(officer.text).not.toContain('href="/zorgvragen"')
  })

  test('shows every component at /stijl', async () => {
    expect((await app.as().get('/stijl')).status).toBe(200)
  })

  test('sends who is not signed in to the sign-in, and back where they were going', async () => {
    const answer = await app.as().get('/zorgvragen?wijk=6811')
    expect(answer.status).toBe(303)
    expect(answer.location).toBe('/inloggen?naar=%2Fzorgvragen%3Fwijk%3D6811')
  })
})

describe('errors', () => {
  test('are Dutch pages, and under /api problem documents', async () => {
    const page = await app.as().get('/bestaat-niet')
    expect(page.status).toBe(404)
    expect(page.text).toContain('Deze pagina is er niet')
    const problem = await app.as().api('GET', '/api/bestaat-niet')
    expect(problem.status).toBe(404)
    expect(problem.headers['content-type']).toContain('application/problem+json')
  })

  test('of ours show a number that is found in the log, and nothing else', async () => {
    const broken = await createTestApp(region)
    const secret = 'Jansen 999900006'
    const real = broken.house.database.pool.connect
    broken.house.database.pool.connect = failingWith(new Error(secret))
    const page = await broken.as().get('/')
    broken.house.database.pool.connect = real
    expect(page.status).toBe(500)
    const number = /<strong>([0-9a-f]{12})<\/strong>/.exec(page.text)?.[1]
    expect(number).toBeTruthy()
    expect(broken.logged()).toContain(number)
    expect(page.text).not.toContain(secret)
    expect(broken.logged()).not.toContain(secret)
  })

  test('say when nothing can be stored, and that what was sent is safe', async () => {
    const full = await createTestApp(region)
    const real = full.house.database.pool.connect
    full.house.database.pool.connect = failingWith(Object.assign(new Error('disk full'), { code: '53100' }))
    const page = await full.as().get('/')
    full.house.database.pool.connect = real
    expect(page.status).toBe(503)
    expect(page.text).toContain('Wat al is verstuurd, is veilig bewaard')
  })
})

describe('forms', () => {
  test('that do not carry our token, or come from elsewhere, are refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const plain = await app.server.inject({ method: 'POST', url: '/terugbellen', headers, payload: 'name=x' })
    expect(plain.statusCode).toBe(403)
    const payload = `_csrf=${await app.as().token()}`
    const foreign = await app.server.inject({
      method: 'POST',
      url: '/terugbellen',
      headers: { ...headers, 'sec-fetch-site': 'cross-site' },
      payload,
    })
    expect(foreign.statusCode).toBe(403)
  })
})

describe('what machines ask', () => {
  test('is answered: health, readiness, figures, security contact, API description', async () => {
    expect((await app.as().get('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.as().get('/readyz')).status).toBe(200)
    expect((await app.as().get('/metrics')).text).toContain('wijkpoort_http_request_seconds')
    const security = (await app.as().get('/.well-known/security.txt')).text
    const expires = new Date(/Expires: (\S+)/.exec(security)?.[1] ?? 0).getTime()
    expect(expires).toBeGreaterThan(Date.now())
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000)
    const api = (await app.as().api('GET', '/api/openapi.json')).json<{ openapi: string }>()
    expect(api.openapi).toBe('3.1.0')
  })
})

describe('routes', () => {
  test('that do not say who may ask, do not start', () => {
    expect(() => app.server.get('/vergeten', async () => 'x')).toThrow()
  })

  test('never log an address, a query or a body', async () => {
    await app.as().get('/volg/GEHEIM?naam=Jansen')
    expect(app.logged()).not.toContain('GEHEIM')
    expect(app.logged()).not.toContain('Jansen')
  })
})
