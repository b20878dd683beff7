import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { formPages, questionPages } from './form-pages.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

/** Marked, so that what leaks into a log or comes back unescaped is found. */
const mark = 'Merkteken7f3a'
const corpus: Record<string, string> = {
  'a NUL': `${mark}\u0000b`,
  'a control character': `${mark}\u0007b`,
  'a line break': `${mark}\r\nb`,
  'a right-to-left mark': `${mark}\u202eb`,
  'a text without end': mark + 'x'.repeat(200_000),
  emoji: `${mark}👩🏽‍🦳`,
  'half an emoji': `${mark}\ud83d`,
  script: `${mark}<script>alert(1)</script>"><img src=x onerror=alert(1)>`,
  SQL: `${mark}'; drop table requests.care_request; --`,
  'a template': `${mark}\${7*7}{{7*7}}%s%n`,
  'an odd encoding': `${mark}%00%c0%ae`,
  'a number without end': `${'9'.repeat(400)}`,
}

/** No field takes these: they cannot be read, or there is no end to them. */
const alwaysWrong = new Set(['a NUL', 'a control character', 'a right-to-left mark', 'a text without end'])

describe.each(questionPages)('%s', (page) => {
  test.each(Object.keys(corpus))(
    'answers %s in its fields with a page, runs nothing and logs nothing',
    async (kind) => {
      const visitor = app.as()
      const key = (await visitor.post('/aanvragen')).location?.split('/')[2] ?? ''
      for (const forWhom of page === 'stap-1/contact' ? ['self', 'other'] : ['self']) {
        await visitor.post(`/aanvragen/${key}/stap-1`, { forWhom })
        const bad = corpus[kind] ?? ''
        const answer = await visitor.post(
          `/aanvragen/${key}/${page}`,
          Object.fromEntries(formPages[page].fields.map((field) => [field, bad])),
        )
        expect([303, 422]).toContain(answer.status)
        expect(answer.text).not.toContain('<script>alert')
        expect(answer.text).not.toContain('<img src=x')
        if (!alwaysWrong.has(kind)) continue
        expect(answer.status).toBe(422)
        expect(answer.text).toContain('Fout: ')
        const asked = formPages[page].fields.filter((field) => answer.text.includes(`id="${field}"`))
        const silent = asked.filter(
          (field) => !answer.text.includes(`id="${field.replace(/-(month|year)$/, '')}-error"`),
        )
        expect(silent).toEqual([])
        const isTyped = /<(input[^>]* type="(text|tel|email)"|textarea)/.test(answer.text)
        expect(answer.text.includes(mark)).toBe(isTyped)
      }
      expect(app.logged()).not.toContain(mark)
    },
  )

  test('takes missing, double and extra fields', async () => {
    const visitor = app.as()
    const key = (await visitor.post('/aanvragen')).location?.split('/')[2] ?? ''
    const [field = ''] = formPages[page].fields
    for (const body of [{}, { [field]: ['a', 'b'] }, { extra: 'x', __proto__: 'y', constructor: 'z' }]) {
      const answer = await visitor.post(`/aanvragen/${key}/${page}`, body as Record<string, string>)
      expect([303, 422]).toContain(answer.status)
    }
  })
})

test('a megabyte in one field gets a message beside it, and is shown again', async () => {
  const visitor = app.as()
  const key = (await visitor.post('/aanvragen')).location?.split('/')[2] ?? ''
  const answer = await visitor.post(`/aanvragen/${key}/stap-2/verhaal`, { question: mark + 'x'.repeat(1_000_000) })
  expect(answer.status).toBe(422)
  expect(answer.text.includes('Er passen er 2000')).toBe(true)
  expect(answer.text.includes(mark)).toBe(true)
})

test('an address that is no key, a form of another site and a file in its place are refused, not a fault', async () => {
  for (const key of ["x'--", '%00', '..%2f..', 'a'.repeat(190), mark]) {
    expect((await app.as().get(`/aanvragen/${key}/stap-1`)).status).toBe(404)
  }
  const foreign = await app.server.inject({
    method: 'POST',
    url: '/aanvragen',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.statusCode).toBe(403)
  const json = await app.server.inject({ method: 'POST', url: '/aanvragen', payload: { a: 1 } })
  expect(json.statusCode).toBe(403)
})
