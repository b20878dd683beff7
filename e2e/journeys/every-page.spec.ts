import { expect, type Locator, type Page } from '@playwright/test'
import { become, people } from '../pages/practice.ts'
import { expectAccessible, expectSound } from '../support/expect-accessible.ts'
import { test } from '../support/journey.ts'

const narrow = { width: 320, height: 640 }
const wide = { width: 1280, height: 800 }

/** On a narrow dark screen that moves nothing axe looks at the page; on a wide one nothing of it sticks out either. */
async function look(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(wide)
  await expectSound(page)
  await page.setViewportSize(narrow)
}

test('the components in every state can be used by everyone', async ({ page }) => {
  await page.goto('/stijl')
  await look(page)
})

test('what stands out by its ground has an edge where the system chooses the colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  for (const path of ['/stijl', '/', '/wijk', '/aanvragen', '/inloggen']) {
    await page.goto(path)
    expect(await edgeless(page), path).toEqual([])
  }
})

test.describe('on paper', () => {
  // Without script no row comes or goes between the two times that they are counted.
  test.use({ javaScriptEnabled: false })

  test('list, agenda and minutes hold all that they hold on the screen, and nothing that one presses', async ({
    page,
  }) => {
    await become(page, people.centrumNurse)
    await page.goto('/zorgvragen')
    await expectOnPaper(page, page.locator('tbody tr'))
    await page.goto('/overleg')
    await page.getByRole('link', { name: 'Lijst op papier' }).click()
    await expectOnPaper(page, page.getByRole('main').getByRole('heading', { level: 2 }))
    await page.goto('/overleg')
    await page.getByRole('link', { name: 'Verslagen' }).click()
    await page.getByRole('main').getByRole('row').last().getByRole('link').first().click()
    await expectOnPaper(page, page.getByRole('main').locator('tbody tr, li'))
  })
})

test('every public page can be used by everyone', async ({ page }) => {
  const seen = await visitEverything(page, ['/', '/volg'])
  expect(seen).toEqual(
    expect.arrayContaining([
      '/',
      '/en',
      '/wijk',
      '/en/wijk/:spot',
      '/widget/code',
      '/aanvragen',
      '/en/aanvragen',
      '/en/volg',
      '/terugbellen',
      '/inloggen',
      '/oefenen/post',
    ]),
  )
})

const roles = {
  'a nurse of a team': [
    people.centrumNurse,
    [
      '/zorgvragen',
      '/zorgvragen/:id',
      '/overleg',
      '/verslagen/:id',
      '/consulten',
      '/capaciteit',
      '/capaciteit/:id/:on/:daypart',
    ],
  ],
  'a worker at the desk': [people.deskNurse, ['/balie', '/balie/gesprekken/:id', '/balie/zoeken', '/balie/rooster']],
  'a specialist': [people.specialist, ['/consulten', '/consulten/:id']],
  'a transfer nurse': [people.transferNurse, ['/verwijzen', '/verwijzingen', '/verwijzingen/:id']],
  'an administrator': [people.organizationAdministrator, ['/organisatie', '/organisatie/mensen', '/organisatie/teams']],
  'a region manager': [people.regionManager, ['/regio', '/regio/werkwijze', '/regio/redenen']],
  'a privacy officer': [people.privacyOfficer, ['/inzage-log', '/inzage-log/regel/:id', '/inzage-log/keten']],
} as const

for (const [role, [person, expected]] of Object.entries(roles)) {
  test(`every page of ${role} can be used by everyone`, async ({ page }) => {
    await become(page, person)
    const seen = await visitEverything(page, [new URL(page.url()).pathname, '/account'], forEverybody)
    expect(seen).toEqual(expect.arrayContaining([...expected, '/account', '/uitloggen']))
  })
}

async function expectOnPaper(page: Page, items: Locator): Promise<void> {
  const pressed = page.locator('button, .button, summary, input, select, textarea').filter({ visible: true })
  await expect(page.getByRole('navigation').filter({ visible: true })).not.toHaveCount(0)
  const many = await items.filter({ visible: true }).count()
  expect(many).toBeGreaterThan(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0)
  await expect(pressed).toHaveCount(0)
  await expect(items.filter({ visible: true })).toHaveCount(many)
  await page.emulateMedia({ media: 'screen' })
}

/** What anyone reads is walked once, by somebody who is not signed in. */
const forEverybody = /^\/(en|wijk|aanvragen|terugbellen|volg|widget|over|privacy|toegankelijkheid|oefenen)(\/|$)/

/** Follows every link to a kind of page that was not seen yet, and checks each once. */
async function visitEverything(page: Page, start: string[], not = /^$/): Promise<string[]> {
  const waiting = [...start]
  const seen = new Set(start.map(kindOf))
  const visited: string[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(200)
    await look(page)
    visited.push(kindOf(path))
    // Letters lead to pages of whoever they were sent to.
    const links = kindOf(path) === '/oefenen/post' ? [] : await linksOn(page)
    for (const next of links) {
      if (!seen.has(kindOf(next)) && !not.test(next)) waiting.push(next)
      seen.add(kindOf(next))
    }
  }
  return visited
}

/** Buttons, fields, lights, tags, notices and where one is: in forced colours none of them has a ground of its own. */
function edgeless(page: Page): Promise<string[]> {
  return page.locator('.button, .input, .light, .tag, .notice, .heat, a[aria-current]').evaluateAll((parts) =>
    parts
      .filter((part) => part.checkVisibility())
      .filter((part) => {
        const { borderWidth, borderStyle, outlineStyle } = getComputedStyle(part)
        const widths = borderWidth.split(' ')
        const hasBorder = widths.some((width) => Number.parseFloat(width) > 0) && borderStyle !== 'none'
        return !hasBorder && outlineStyle === 'none'
      })
      .map((part) => `${part.tagName} ${part.className}`),
  )
}

function linksOn(page: Page): Promise<string[]> {
  return page
    .locator('a[href^="/"]:not([download])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').filter((href) => !href.includes('#')))
}

/** The page without the one it is about: '/zorgvragen/:id'. */
function kindOf(address: string): string {
  const [path = ''] = address.split('?')
  return path
    .replace(/\/wijk\/organisatie\/[^/]+$/, '/wijk/organisatie/:slug')
    .replace(/\/wijk\/(?!vergelijken)[^/]+$/, '/wijk/:spot')
    .replace(/\/\d{4}-\d\d-\d\d(?=\/|$)/g, '/:on')
    .replace(/\/(morning|afternoon|evening|night)$/, '/:daypart')
    .replace(/\/([0-9a-f-]{36}|\d+)(?=\/|$)/g, '/:id')
}
