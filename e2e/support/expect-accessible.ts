import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { withScript } from './journey.ts'
import { shapeOf } from './shape.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A stop of a journey: the page with this heading is there, and everyone can use it as it stands. */
export async function expectStop(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await expectAccessible(page)
}

/**
 * WCAG 2.2 A and AA as far as axe can see, and all that `expectSound` asks. Axe looks once at a page of this shape on a screen
 * of this kind: what it answers depends on nothing else, and most stops of most journeys are pages that another one passed.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const where = await expectSound(page)
  const look = await lookOf(page)
  if (look && existsSync(look)) return
  let { findings, onTheWay } = await findingsOf(page)
  // A live page that fetched itself again meanwhile was marked by Turbo, which axe takes for a mistake of the page.
  for (let again = 0; onTheWay && again < 3; again += 1) {
    await expect(page.locator('html'), where).not.toHaveAttribute('aria-busy')
    ;({ findings, onTheWay } = await findingsOf(page))
  }
  expect(findings, `${where}: axe`).toEqual([])
  if (look) writeFileSync(look, where)
}

/** The file that says that axe found nothing on such a page; kept for one run by `start-app.ts`. */
async function lookOf(page: Page): Promise<string | undefined> {
  const folder = process.env.WIJKPOORT_LOOKS
  if (!folder) return undefined
  const screen = [page.viewportSize(), await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)]
  const hash = createHash('sha256').update(JSON.stringify(screen))
  return join(folder, hash.update(await page.evaluate(shapeOf)).digest('hex'))
}

/** One heading, a title, the language of its address, and nothing that sticks out to the side. Answers where this was asked. */
export async function expectSound(page: Page): Promise<string> {
  const where = new URL(page.url()).pathname
  await expect(page, where).toHaveTitle(/\S+ – \S+/)
  await expect(page.locator('html'), where).toHaveAttribute('lang', /^\/en(\/|$)/.test(where) ? 'en' : 'nl')
  await expect(page.locator('h1'), where).toHaveCount(1)
  // Turbo marks the page while the next one is on its way: a moment in between is no stop.
  await expect(page.locator('html'), where).not.toHaveAttribute('aria-busy')
  expect(await sticksOut(page), `${where}: wider than the screen`).toEqual([])
  return where
}

async function findingsOf(page: Page) {
  // Where script is off timers never ring, and axe waits for one between its rules. Nobody else on such a page uses them.
  if (!withScript()) {
    await page.evaluate(() => {
      window.setTimeout = ((ring: () => void) => ring()) as unknown as typeof window.setTimeout
    })
  }
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode() // one frame; the other way opens a page of its own, which must run script as well
    .options({ runOnly: { type: 'tag', values: standards }, resultTypes: ['violations'], preload: false })
    .analyze()
  const findings = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
  )
  return { findings, onTheWay: findings.some(({ failureSummary }) => failureSummary?.includes('aria-busy')) }
}

/** What makes the page scroll to the side, if anything. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (part) => part.getBoundingClientRect().right > clientWidth,
    )
    return [`${scrollWidth} > ${clientWidth}`, ...wide.map((part) => `${part.tagName} ${part.className}`).slice(0, 5)]
  })
}
