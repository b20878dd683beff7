import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from './find-browser.mjs'

let folder
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkpoort-browser-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function putProgram(name, text) {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${text}\n`)
  await chmod(path, 0o755)
  return path
}
const nothingElse = { mayInstall: false, playwright: () => join(folder, 'none') }

describe('the browser for the journeys', () => {
  test('is the one that CHROMIUM_PATH names', async () => {
    const path = await putProgram('my-browser', 'echo Chromium 140.0')
    expect(await findBrowser({ environment: { CHROMIUM_PATH: path, PATH: '' }, ...nothingElse })).toBe(path)
  })

  test('is not another than the one that CHROMIUM_PATH names', async () => {
    await putProgram('chromium', 'echo Chromium 140.0')
    const environment = { CHROMIUM_PATH: join(folder, 'gone'), PATH: folder }
    await expect(findBrowser({ environment, ...nothingElse })).rejects.toThrow('CHROMIUM_PATH')
  })

  test('is else one on the path that really runs', async () => {
    await putProgram('chromium', 'echo Command requires the chromium snap to be installed. >&2; exit 1')
    const chrome = await putProgram('google-chrome', 'echo Google Chrome 140.0')
    expect(await findBrowser({ environment: { PATH: folder }, ...nothingElse })).toBe(chrome)
  })

  test('is else that of Playwright', async () => {
    const path = await putProgram('own', 'echo Chromium 140.0')
    expect(await findBrowser({ environment: { PATH: '' }, mayInstall: false, playwright: () => path })).toBe(path)
  })

  test('fails with the one command to run when there is none', async () => {
    await expect(findBrowser({ environment: { PATH: folder }, ...nothingElse })).rejects.toThrow(
      'apt-get install -y chromium',
    )
  })
})
