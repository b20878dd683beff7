import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { formButtons, formQuestions } from '../rules/form-questions.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

describe('the form explained', () => {
  test.each([
    ['/wijk/zo-vraagt-u-zorg', 'nl', 'Op elke bladzijde staat één vraag'],
    ['/en/wijk/zo-vraagt-u-zorg', 'en', 'Each page has one question'],
  ])('%s is in its own language, and leads to the other', async (address, language, words) => {
    const { status, text } = await app.as(undefined).get(address)
    expect(status).toBe(200)
    expect(text).toContain(`<html lang="${language}`)
    expect(text).toContain(words)
    expect(text).toContain('hrefLang="en"')
    for (const link of ['/aanvragen', '/terugbellen', 'tel:']) expect(text).toContain(`href="${link}`)
  })

  test('tells an English reader which words are Dutch, and is found from where one asks', async () => {
    const { text } = await app.as(undefined).get('/en/wijk/zo-vraagt-u-zorg')
    expect(text).toContain(`lang="nl">${formQuestions.forWhom}`)
    expect((await app.as(undefined).get('/en/wijk/6811')).text).toContain('href="/en/wijk/zo-vraagt-u-zorg"')
    expect((await app.as(undefined).get('/sitemap.xml')).text).toContain('/en/wijk/zo-vraagt-u-zorg')
  })

  // The form is of another module: what is quoted here must be what stands there.
  test.each([...Object.values(formQuestions), ...formButtons])('quotes the form to the letter: %s', (quote) => {
    expect(formSource()).toContain(quote)
  })
})

function formSource(): string {
  const folder = new URL('../../requests/pages/ask/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsx'))
  return files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
}
