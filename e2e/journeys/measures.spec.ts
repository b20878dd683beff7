import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import lighthouse from 'lighthouse'
import { AskForm } from '../pages/ask-form.ts'
import { aFamilyName, anEmail } from '../support/invented.ts'
import { test } from '../support/journey.ts'

// Structured data is no script: a browser reads it and runs nothing.
const script = 'script:not([type="application/ld+json"])'

const budgets = {
  '/': 50_000,
  '/aanvragen': 50_000,
  '/wijk': 55_000,
  // With the faces of three contact people.
  '/wijk/6811': 55_000,
  '/wijk/organisatie/rijnbocht': 55_000,
}
for (const [path, most] of Object.entries(budgets)) {
  test(`${path} sends no script and weighs less than ${most / 1000} kB`, async ({ page }) => {
    const weight = await weigh(page, path)
    expect(await page.locator(script).count()).toBe(0)
    expect(weight).toBeGreaterThan(5_000)
    expect(weight).toBeLessThan(most)
  })
}

test('the widget weighs less than 5 kB, its style and the answer included', async ({ page }) => {
  const weight = await weigh(page, '/widget?plaats=6811')
  expect(weight).toBeGreaterThan(1_000)
  expect(weight).toBeLessThan(5_000)
})

test('Lighthouse finds nothing to mend on the pages of a neighbourhood, for search engines either', async ({
  baseURL,
}) => {
  const browser = await startChromium()
  try {
    for (const path of ['/wijk', '/wijk/6811', '/en/wijk/organisatie/rijnbocht']) {
      await expectNothingToMend(browser.port, `${baseURL}${path}`, ['accessibility', 'best-practices', 'seo'])
    }
  } finally {
    await browser.stop()
  }
})

test('Lighthouse finds nothing to mend on the public pages', async ({ page, baseURL }) => {
  const browser = await startChromium()
  try {
    const familyName = aFamilyName()
    const form = new AskForm(page)
    const { follow } = await form.askFor({
      familyName,
      carerName: `Riet ${familyName}`,
      carerEmail: anEmail(familyName),
    })
    await form.start()
    await expect(page).toHaveURL(/stap-1$/)
    for (const path of ['/', '/aanvragen', new URL(page.url()).pathname, follow]) {
      await expectNothingToMend(browser.port, `${baseURL}${path}`, ['accessibility', 'best-practices'])
    }
  } finally {
    await browser.stop()
  }
})

async function expectNothingToMend(port: number, url: string, categories: string[]): Promise<void> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: categories,
    formFactor: 'mobile',
    // Speed is not asked for: without these it waits ten seconds for a quiet line at each page. (Only with the simulated
    // line does it keep to them.)
    throttlingMethod: 'simulate',
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 0,
    cpuQuietThresholdMs: 0,
    disableFullPageScreenshot: true,
    logLevel: 'error',
  })
  const { categories: scored, audits } = result?.lhr ?? { categories: {}, audits: {} }
  const scores = Object.values(scored).map(({ id, score }) => [id, score])
  const wanting = Object.values(audits).filter(({ score }) => score !== null && score < 1)
  const wanted = categories.map((category) => [category, 1])
  expect(scores, `${url}: ${wanting.map(({ title }) => title).join('; ')}`).toEqual(wanted)
}

/** Everything a first visit fetches, as it goes over the line: headers and compressed bodies. */
async function weigh(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  let bytes = 0
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  return bytes
}

/** A browser of its own that Lighthouse can steer, on a port that the browser picks itself. */
async function startChromium(): Promise<{ port: number; stop: () => Promise<void> }> {
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {}
  const folder = await mkdtemp(join(tmpdir(), 'wijkpoort-lighthouse-'))
  const flags = [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank']
  const browser = spawn(executablePath ?? '', flags, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve())
    browser.once('error', () => resolve())
  })
  return {
    port: await portOf(browser),
    async stop() {
      browser.kill()
      await ended
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The browser says where it listens: 'DevTools listening on ws://127.0.0.1:38391/…' */
function portOf(browser: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    browser.stderr?.on('data', (part) => {
      said += part
      const port = /^DevTools listening on ws:\/\/[^:]+:(\d+)\//m.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
    browser.once('exit', () => reject(new Error(`Chromium did not start: ${said}`)))
    browser.once('error', reject)
  })
}
