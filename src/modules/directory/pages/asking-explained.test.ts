import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { languageCodes } from '#kernel/languages.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { wordsOf } from '../languages/index.ts'

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
    const prefix = language === 'nl' ? '' : `/${language}`
    for (const link of [`${prefix}/aanvragen`, `${prefix}/terugbellen`, 'tel:']) expect(text).toContain(`href="${link}`)
  })

  test('is found from where one asks, in each language', async () => {
    expect((await app.as(undefined).get('/en/wijk/6811')).text).toContain('href="/en/wijk/zo-vraagt-u-zorg"')
    expect((await app.as(undefined).get('/sitemap.xml')).text).toContain('/en/wijk/zo-vraagt-u-zorg')
  })

  // The form is of another module: what is quoted here must be what stands there, in the same language.
  test.each(languageCodes)('quotes the form in %s to the letter', (language) => {
    const { quotes, buttonQuotes } = wordsOf(language).askingExplained
    const form = readFileSync(new URL(`../../requests/languages/${language}.ts`, import.meta.url), 'utf8')
    for (const quote of [...Object.values(quotes), ...buttonQuotes]) expect(form).toContain(`'${quote}'`)
  })
})
