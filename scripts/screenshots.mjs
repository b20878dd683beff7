// `npm run screenshots`: every page of the product at the width of a phone and of a laptop, into docs/pictures, and the page
// that shows them (docs/pictures.md). Starts a practice region of its own and walks through it as its people do.
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildWhenNeeded } from './build.mjs'
import { findBrowser } from './find-browser.mjs'
import { install, root, run } from './install.mjs'
import { chapters, takeSteps } from './screenshots/chapters.mjs'
import { smallerPng } from './screenshots/smaller-png.mjs'

const pictures = join(root, 'docs/pictures')
const widths = [375, 1280]
/** What a team looks at together as well, on the screen of its meeting room. */
const withRoom = [...widths, 1920]
/** A long page is cut off here: what one sees first says enough, and the pictures stay small. */
const heights = { 375: 1400, 1280: 1000, 1920: 1080 }
const devices = { 375: 'phone', 1280: 'laptop', 1920: 'screen in a room' }
const largest = 150_000

await install({ dev: true })
await buildWhenNeeded()
const app = await startApp()
const { chromium } = await import('@playwright/test')
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--font-render-hinting=none'],
})
const shown = []
const failed = []
try {
  for (const chapter of chapters) shown.push({ title: chapter.title, pages: await walkThrough(chapter) })
} finally {
  await browser.close()
  await app.stop()
}
for (const fault of failed) console.error(fault)
if (failed.length === 0) {
  await forgetOldPictures()
  const page = join(root, 'docs/pictures.md')
  await writeFile(page, toMarkdown(shown))
  await run([join(root, 'node_modules/.bin/biome')], ['format', '--write', page])
}
console.log(`${shown.flatMap(({ pages }) => pages).length} pagina's, ${await totalSize()} kB in docs/pictures`)
process.exitCode = failed.length > 0 ? 1 : 0

/** One person's walk; a step that does not work is told at the end, and the next chapter goes on. */
async function walkThrough({ title, as, steps }) {
  const context = await browser.newContext({
    baseURL: app.address,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(45_000)
  const page = await context.newPage()
  const pages = []
  const shoot = async (name, caption, { room = false } = {}) => {
    for (const width of room ? withRoom : widths) await takePicture(page, name, width)
    pages.push({ name, caption, room })
  }
  try {
    if (as) await becomePerson(page, as)
    await takeSteps(page, shoot, steps)
  } catch (fault) {
    failed.push(`${title}: ${fault.message.split('\n')[0]} (${new URL(page.url()).pathname})`)
  } finally {
    await context.close()
  }
  return pages
}

async function becomePerson(page, name) {
  const people = await (await page.request.get('/api/practice/people')).json()
  const person = people.find((one) => one.name === name)
  if (!person) throw new Error(`${name} is not in the practice region`)
  await page.goto('/oefenen')
  await page.locator(`form:has(input[name="person"][value="${person.id}"]) button`).click()
  await page.waitForURL((url) => url.pathname !== '/oefenen')
}

async function takePicture(page, name, width) {
  await page.setViewportSize({ width, height: 800 })
  const needed = await page.evaluate(() => document.documentElement.scrollHeight)
  const clip = { x: 0, y: 0, width, height: Math.min(needed, heights[width]) }
  await page.mouse.move(0, 0)
  if (await page.evaluate(() => document.styleSheets.length === 0)) throw new Error(`${name} came without its style`)
  const picture = smallerPng(await page.screenshot({ clip, fullPage: true, animations: 'disabled' }))
  await writeFile(join(pictures, `${name}-${width}.png`), picture)
  const { length } = picture
  if (length > largest)
    failed.push(`${name}-${width}.png is ${Math.round(length / 1000)} kB; at most ${largest / 1000}`)
}

async function startApp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'wijkpoort-pictures-'))
  const settings = {
    NODE_ENV: '',
    PORT: '0',
    HOST: '',
    DATABASE_URL: '',
    PUBLIC_URL: '',
    PRACTICE: 'yes',
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/main.js')], {
    env: { ...process.env, ...settings, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const address = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(`  ${line}`)
      const found = /^Wijkpoort draait op (http:\/\/\S+)/.exec(line)?.[1]
      if (found) resolve(found)
    })
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
  const found = await Promise.race([address, ended.then(() => undefined)])
  if (!found) throw new Error('The app did not start')
  return { address: found, stop }
}

async function forgetOldPictures() {
  const made = shown
    .flatMap(({ pages }) => pages)
    .flatMap(({ name, room }) => (room ? withRoom : widths).map((width) => `${name}-${width}.png`))
  for (const name of await readdir(pictures))
    if (name.endsWith('.png') && !made.includes(name)) await rm(join(pictures, name))
}

async function totalSize() {
  const names = await readdir(pictures)
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(pictures, name))).size))
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000)
}

function toMarkdown(chapters) {
  const picture = (name, caption, width) =>
    `<img src="pictures/${name}-${width}.png" width="${width === 375 ? 180 : 480}" alt="${caption}, on a ${devices[width]}">`
  const lines = chapters
    .filter(({ pages }) => pages.length > 0)
    .flatMap(({ title, pages }) => [
      `## ${title}`,
      '',
      '| Page | Phone | Laptop |',
      '| --- | --- | --- |',
      ...pages.map(
        ({ name, caption }) => `| ${caption} | ${widths.map((width) => picture(name, caption, width)).join(' | ')} |`,
      ),
      '',
      ...pages
        .filter(({ room }) => room)
        .flatMap(({ name, caption }) => [`${caption}, in the meeting room:`, '', picture(name, caption, 1920), '']),
    ])
  return [
    '# Pictures',
    '',
    'Every page in the practice region, made by `npm run screenshots`. All people are invented.',
    '',
    ...lines,
  ].join('\n')
}
