import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alone, installNeeded, nodeTooOld, run } from './install.mjs'

let folder
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkpoort-install-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(path, content) {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), JSON.stringify(content))
}

const lockfile = {
  '': { name: 'wijkpoort' },
  'node_modules/pg': { version: '8.0.0' },
  'node_modules/vitest': { version: '4.0.0', dev: true },
  'node_modules/other-machine': { version: '1.0.0', optional: true },
}

async function installed(names, changed = {}) {
  await put('package-lock.json', { packages: lockfile })
  const packages = Object.fromEntries(
    names.map((name) => [`node_modules/${name}`, { ...lockfile[`node_modules/${name}`] }]),
  )
  for (const [name, version] of Object.entries(changed)) packages[`node_modules/${name}`].version = version
  for (const name of names) await put(`node_modules/${name}/package.json`, {})
  await put('node_modules/.package-lock.json', { packages })
}

describe('an install is needed', () => {
  test('on a fresh clone', async () => {
    await put('package-lock.json', { packages: lockfile })
    expect(installNeeded({ folder, dev: false })).toBe(true)
  })

  test('when the lockfile has another version than what is there', async () => {
    await installed(['pg', 'vitest'], { pg: '7.9.0' })
    expect(installNeeded({ folder, dev: false })).toBe(true)
  })

  test('when a package is missing, or its folder is gone', async () => {
    await installed(['vitest'])
    expect(installNeeded({ folder, dev: false })).toBe(true)
    await installed(['pg', 'vitest'])
    await rm(join(folder, 'node_modules/pg'), { recursive: true })
    expect(installNeeded({ folder, dev: false })).toBe(true)
  })

  test('for the tests, when only the packages of production are there', async () => {
    await installed(['pg'])
    expect(installNeeded({ folder, dev: true })).toBe(true)
    expect(installNeeded({ folder, dev: false })).toBe(false)
  })

  test('not for packages of other machines', async () => {
    await installed(['pg', 'vitest'])
    expect(installNeeded({ folder, dev: true })).toBe(false)
  })

  test('not here, where the tests run', () => {
    expect(installNeeded({ dev: true })).toBe(false)
  })
})

describe('Node', () => {
  test.each(['20.19.0', '20.20.2', '21.0.0', '22.12.0', '24.0.0'])('%s will do', (version) => {
    expect(nodeTooOld(version)).toBeUndefined()
  })
  test.each(['18.20.4', '20.9.0', '20.18.3'])('%s is refused in one sentence', (version) => {
    expect(nodeTooOld(version)).toContain(version)
  })
  test('what is refused is what package.json says', async () => {
    const { engines } = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8'))
    expect(nodeTooOld(engines.node.replace('>=', ''))).toBeUndefined()
    expect(engines.node).toBe('>=20.19.0')
  })
})

describe('one at a time', () => {
  const lock = `test-${process.pid}`

  test('two that start together go one after the other', async () => {
    const steps = []
    const work = (name) => async () => {
      steps.push(`${name} in`)
      await new Promise((resolve) => setImmediate(resolve))
      steps.push(`${name} out`)
    }
    await Promise.all([alone(lock, work('one')), alone(lock, work('two'))])
    expect(steps).toHaveLength(4)
    expect([steps[0], steps[2]]).toEqual([steps[1], steps[3]].map((step) => step.replace('out', 'in')))
  })

  test('the lock of a process that died is taken over', async () => {
    const script = `import { alone } from '${join(import.meta.dirname, 'install.mjs')}'
      await alone('${lock}', () => process.kill(process.pid, 'SIGKILL'))`
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).signal).toBe('SIGKILL')
    expect(await alone(lock, () => 'mine')).toBe('mine')
  })

  test('work that fails lets go of the lock', async () => {
    await expect(alone(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await alone(lock, () => 'mine')).toBe('mine')
  })
})

test('a command that fails tells what it said', async () => {
  await expect(run([process.execPath], ['-e', "console.error('the reason'); process.exit(3)"])).rejects.toThrow(
    'the reason',
  )
})
