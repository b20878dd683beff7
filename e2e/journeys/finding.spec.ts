import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { test, withScript } from '../support/journey.ts'

test('a carer finds who works in the neighbourhood, compares two organisations and asks one of them', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('banner').getByRole('link', { name: 'In uw wijk' }).click()
  await expectStop(page, 'Wie geeft zorg bij u in de buurt?')

  // With a slip of the hand, and without the word that nurses have for it.
  await search(page, 'Osterbek', 'steunkousen')
  await expect(page.getByRole('main')).toContainText('Dit heet') // explained, not only translated
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Oosterbeek', exact: true }).first().click()
  await expectStop(page, /Zorg thuis in .*Oosterbeek/)
  await expect(page.getByRole('heading', { name: 'Wijkteam Renkum' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Bel 026/ }).first()).toHaveAttribute('href', /^tel:\+31/)

  // In a large place some stand behind a fold; the first can be ticked at once.
  const organizations = page.getByRole('checkbox', { name: /^Vergelijk / })
  const [first, second] = await organizations.evaluateAll((boxes) =>
    boxes.map((box) => (box as HTMLInputElement).value),
  )
  await organizations.nth(0).check()
  await organizations.nth(1).check()
  await page.getByRole('button', { name: 'Vergelijk wat u aankruist' }).click()
  await expectStop(page, 'Organisaties vergelijken')
  expect(new URL(page.url()).searchParams.getAll('met')).toEqual([first, second])

  await page
    .getByRole('link', { name: /^Vraag hier aan/ })
    .nth(1)
    .click()
  await expectStop(page, 'Zorg aanvragen')
  await expect(page.getByRole('heading', { name: /U wilt graag zorg van/ })).toBeVisible()
  await page.getByRole('button', { name: 'Begin met aanvragen' }).click()
  await expect(page).toHaveURL(/stap-1$/)
  await page.goto(page.url().replace(/stap-1$/, 'stap-2/wensen'))
  await expect(page.getByLabel('Hebt u voorkeur voor een organisatie?')).not.toHaveValue('')
})

test('who reads no Dutch gets the same page in English, and an address of another region an answer', async ({
  page,
}) => {
  await page.goto('/wijk/6811')
  await page.getByRole('link', { name: 'English' }).click()
  await expectStop(page, /Care at home in 6811 Arnhem/)
  await page.goto('/en/wijk')
  await page.getByRole('textbox', { name: 'Your postcode or town' }).fill('1012 AB')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: /Postcode 1012 is not in our region/ })).toBeVisible()
  await expectAccessible(page)
})

test('the site of a GP shows who works in the neighbourhood, without a cookie', async ({ page, context, baseURL }) => {
  await page.goto('/widget/code?kleur=%23cc3366')
  await expectStop(page, '‘Thuiszorg in uw wijk’ op uw eigen website')
  const [plain = '', growing = ''] = await page.locator('.code').allInnerTexts()
  await context.clearCookies()
  const site = await serveSite(plain + growing)
  await page.goto(site.address)

  const widget = page.frameLocator('iframe').nth(1)
  await widget.getByRole('textbox', { name: /Uw postcode/ }).fill('6811')
  await widget.getByRole('button', { name: 'Zoek' }).click()
  await expect(widget.getByRole('heading', { name: 'Wijkteam Arnhem Centrum' })).toBeVisible()
  await expect(widget.getByRole('link', { name: /^Zorg aanvragen/ })).toHaveAttribute('href', `${baseURL}/aanvragen`)
  expect(await context.cookies()).toEqual([])

  // The second frame follows its content where the site lets script run; the first one never needs it.
  const heightOf = (place: number) =>
    page
      .locator('iframe')
      .nth(place)
      .evaluate((frame) => (frame as HTMLIFrameElement).height)
  if (withScript()) await expect.poll(() => heightOf(1)).not.toBe('520')
  expect(await heightOf(0)).toBe('520')
  await site.stop()
})

async function search(page: Page, place: string, care: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Uw postcode of plaats' }).fill(place)
  await page.getByRole('textbox', { name: 'Waar hebt u hulp bij nodig?' }).fill(care)
  await page.getByRole('button', { name: 'Zoek' }).click()
}

/** A site of somebody else: another origin, with the code on it as it was copied. */
async function serveSite(code: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const html = `<!doctype html><html lang="nl"><head><title>Huisartsenpraktijk</title><link rel="icon" href="data:,"></head><body><h1>Huisartsenpraktijk</h1>${code}</body></html>`
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
