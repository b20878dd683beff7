import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

describe('an organisation that was chosen in the directory', () => {
  test('is told on the first page and stays chosen, whatever is answered or passed by in between', async () => {
    const visitor = app.as()
    const page = await visitor.get('/aanvragen?voorkeur=beta')
    expect(page.text).toContain('U wilt graag zorg van Bèta Zorg')
    expect(page.text).toContain('<input type="hidden" name="voorkeur" value="beta"/>')
    const key = (await visitor.post('/aanvragen', { voorkeur: 'beta' })).location?.split('/')[2] ?? ''
    await visitor.post(`/aanvragen/${key}/stap-1`, { forWhom: 'self' })
    await visitor.post(`/aanvragen/${key}/stap-1/wie`, { familyName: '' })
    await visitor.post(`/aanvragen/${key}/stap-2/zorg`, { careKinds: 'wound', ga: 'terug' })
    const wishes = await visitor.get(`/aanvragen/${key}/stap-2/wensen`)
    expect(wishes.text).toContain(`<option value="${region.organizations.beta}" selected="">Bèta Zorg</option>`)
  })

  test('is forgotten when there is no preference after all', async () => {
    const visitor = app.as()
    const key = (await visitor.post('/aanvragen', { voorkeur: 'beta' })).location?.split('/')[2] ?? ''
    await visitor.post(`/aanvragen/${key}/stap-2/wensen`, { preferredOrganizationId: '' })
    expect((await visitor.get(`/aanvragen/${key}/stap-2/wensen`)).text).not.toContain('selected="">Bèta Zorg')
  })

  test.each(['bestaat-niet', 'hospital', '"><script>alert(1)</script>', "beta' or 1=1"])(
    'that is none (%s) is said, and does not stand in the way',
    async (wanted) => {
      const visitor = app.as()
      const page = await visitor.get(`/aanvragen?voorkeur=${encodeURIComponent(wanted)}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain('kennen wij niet')
      expect(page.text).not.toContain('<script>alert')
      expect((await visitor.post('/aanvragen', { voorkeur: wanted })).status).toBe(303)
    },
  )

  test('that was said twice is no choice', async () => {
    const visitor = app.as()
    expect((await visitor.get('/aanvragen?voorkeur=alfa&voorkeur=beta')).status).toBe(200)
    expect((await visitor.post('/aanvragen', { voorkeur: ['alfa', 'beta'] })).status).toBe(303)
  })
})
