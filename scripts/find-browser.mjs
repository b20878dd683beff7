// A real Chromium for the journeys: one that is installed, else Playwright's own, else the system's.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, withProgress } from './install.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

/** The path of a Chromium that runs here. Throws with the one command to run when there is none and none can be had. */
export async function findBrowser({ environment = process.env, mayInstall = true, playwright = playwrightsOwn } = {}) {
  const found = await lookAround(environment, playwright)
  if (found) return found
  for (const [what, install] of mayInstall ? waysToInstall() : []) {
    await withProgress(what, install).catch((fault) => console.log(`  niet gelukt: ${lastLine(fault.message)}`))
    const installed = await lookAround(environment, playwright)
    if (installed) return installed
  }
  throw new Error(
    'Er is geen Chromium voor de browsertests. Voer uit: sudo apt-get install -y chromium (of zet CHROMIUM_PATH op een Chromium of Chrome)',
  )
}

async function lookAround(environment, playwright) {
  const given = environment.CHROMIUM_PATH
  if (given && !runs(given)) throw new Error(`CHROMIUM_PATH wijst niet naar een browser die werkt: ${given}`)
  if (given) return given
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, await playwright()].find((path) => isProgram(path) && runs(path))
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Asks its version: Ubuntu has a chromium that only tells to install a snap. */
function runs(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /chrom|edge/i.test(stdout)
}

function waysToInstall() {
  const ways = [
    ['Chromium van Playwright ophalen', () => run(['npx'], ['--no-install', 'playwright', 'install', 'chromium'])],
  ]
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
  if (asRoot.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return ways
  const apt = async (...args) => run([...asRoot, 'apt-get'], ['-o', 'DPkg::Lock::Timeout=300', '-y', ...args])
  if (has('apt-get')) {
    ways.push([
      'Chromium installeren met apt-get',
      async () => {
        await apt('update')
        await apt('install', '--no-install-recommends', 'chromium')
      },
    ])
  } else if (has('dnf')) {
    ways.push(['Chromium installeren met dnf', () => run([...asRoot, 'dnf'], ['install', '-y', 'chromium'])])
  } else if (has('apk')) {
    ways.push(['Chromium installeren met apk', () => run([...asRoot, 'apk'], ['add', 'chromium'])])
  }
  return ways
}

const lastLine = (text) => text.trim().split('\n').at(-1)
