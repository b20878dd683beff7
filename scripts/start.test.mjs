import { spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { root } from './install.mjs'

let checkout
let dataDir
const products = new Set()

/** A checkout of its own in a folder that other users cannot enter; the packages are those of here. */
beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'wijkpoort-checkout-'))
  for (const name of ['src', 'scripts', 'database', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(join(root, name), join(checkout, name), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'))
  await chmod(checkout, 0o700)
})
afterAll(() => rm(checkout, { recursive: true, force: true }))

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wijkpoort-start-'))
})
afterEach(async () => {
  for (const product of products) await product.stop()
  products.clear()
  await rm(dataDir, { recursive: true, force: true })
})

/** `npm start`, as a rule without npm; waits until it serves or ends. */
async function start(environment = {}, [program, ...args] = [process.execPath, join(checkout, 'scripts/start.mjs')]) {
  const { DATABASE_URL: _, NODE_ENV: __, ...here } = process.env
  const child = spawn(program, args, {
    cwd: program === 'npm' ? checkout : tmpdir(),
    env: { ...here, PORT: '0', DATA_DIR: dataDir, PRACTICE: 'no', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const product = { child, said: [], complaint: '', address: undefined, code: undefined }
  child.stderr.setEncoding('utf8').on('data', (text) => {
    product.complaint += text
  })
  product.ended = new Promise((resolve) => {
    child.once('close', (code) => {
      product.code = code
      resolve(code)
    })
  })
  const end = (signal) => () => {
    products.delete(product)
    child.kill(signal)
    return product.ended
  }
  Object.assign(product, { stop: end('SIGTERM'), kill: end('SIGKILL') })
  products.add(product)
  const serves = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      product.said.push(line)
      product.address ??= /^Wijkpoort draait op (http:\/\/\S+)/.exec(line)?.[1]
      if (product.address) resolve()
    })
  })
  await Promise.race([serves, product.ended])
  return product
}

const lines = (text) => text.trim().split('\n')
const serves = async ({ address }) => (await fetch(address)).status

describe('npm start', { timeout: 180_000 }, () => {
  test('serves from a checkout that other users cannot enter, and puts data where DATA_DIR says', async () => {
    const before = await readdir(checkout)
    const product = await start()
    expect(product.complaint).toBe('')
    expect(await serves(product)).toBe(200)
    expect((await readdir(checkout)).filter((name) => !before.includes(name))).toEqual(['dist'])
    expect(await readdir(dataDir)).toEqual(expect.arrayContaining(['postgres', 'secret-key']))
    expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600)
    expect(await product.stop()).toBe(0)
  })

  test('keeps its data in .data of the checkout when nothing else is said', async () => {
    const product = await start({ DATA_DIR: '' })
    expect(await readdir(join(checkout, '.data'))).toContain('postgres')
    expect(await product.stop()).toBe(0)
    await rm(join(checkout, '.data'), { recursive: true })
  })

  test('does not answer a port that is taken with a second server, but with one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address()
    const product = await start({ PORT: String(port) })
    expect(await product.ended).toBe(75)
    expect(lines(product.complaint)).toEqual([expect.stringContaining(`Poort ${port} is al in gebruik`)])
    other.close()
    // The database went down with it, so the next start has it to itself.
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid')
  })

  test('refuses a second start on the same data in one sentence, and the first goes on', async () => {
    const first = await start()
    const second = await start()
    expect(await second.ended).toBe(75)
    expect(lines(second.complaint)).toEqual([expect.stringContaining('draait al op de gegevensmap')])
    expect(await serves(first)).toBe(200)
  })

  test('starts again after it was killed, with the database that was left over', async () => {
    const killed = await start()
    await killed.kill()
    const next = await start()
    expect(next.complaint).toBe('')
    expect(await serves(next)).toBe(200)
  })

  test('uses a PostgreSQL of your own, as a role that row-level security holds for', async () => {
    const { host, database } = inject('testServer')
    const name = `start_${process.pid}`
    const owner = new pg.Client({ host, database, user: 'postgres' })
    await owner.connect()
    await owner.query(`create database ${name}`)
    try {
      const url = `postgresql://postgres@localhost/${name}?host=${encodeURIComponent(host)}`
      const product = await start({ DATABASE_URL: url, SECRET_KEY: Buffer.alloc(32, 7).toString('base64') })
      expect(product.complaint).toBe('')
      expect(await serves(product)).toBe(200)
      expect(await readdir(dataDir)).not.toContain('postgres')
      expect(await product.stop()).toBe(0)
    } finally {
      await owner.query(`drop database ${name} with (force)`)
      await owner.end()
    }
  })

  test.each(['SIGTERM', 'SIGKILL'])('stops, with its database, when npm gets a %s', async (signal) => {
    const product = await start({}, ['npm', 'start'])
    expect(await serves(product)).toBe(200)
    products.delete(product)
    product.child.kill(signal)
    // The end of its output: npm and all it started have let go of it.
    await product.ended
    await expect(fetch(product.address)).rejects.toThrow()
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid')
  })

  test('answers a wrong setting with one line and code 78', async () => {
    const product = await start({ PORT: 'three thousand' })
    expect(await product.ended).toBe(78)
    expect(lines(product.complaint)).toEqual([expect.stringContaining('PORT')])
    expect(await readdir(dataDir)).toEqual([])
  })
})
