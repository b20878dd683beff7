import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './index.ts'
import { type SpaceLimits, spaceLimits } from './space.ts'

const megabyte = 1024 * 1024
const limits: SpaceLimits = { low: 48 * megabyte, enough: 96 * megabyte, reserve: 32 * megabyte }
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A disk of 320 MB of our own. Only root may make one. */
const disk = spawnSync('mktemp', ['-d', join(tmpdir(), 'wijkpoort-disk-XXXXXX')], { encoding: 'utf8' }).stdout.trim()
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320m', 'tmpfs', disk]).status === 0
if (!mounted) console.warn('A full disk is not tested here: this account may not mount a small one.')

const ballast = join(disk, 'ballast')
const free = async () => {
  const { bavail, bsize } = await statfs(disk)
  return bavail * bsize
}
/** Leaves this many bytes. */
const fillDisk = async (left: number) =>
  writeFile(ballast, Buffer.alloc(Math.max(0, (await free()) - left)), { flag: 'a' })

describe.runIf(mounted)('on a full disk', () => {
  let database: EmbeddedDatabase
  let client: pg.Client

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(disk, 'data-'))
    database = await startEmbeddedDatabase({
      dataDir,
      log,
      space: limits,
      settings: { min_wal_size: '32MB', max_wal_size: '64MB' },
    })
    // As the app: its connections follow the server's settings.
    client = new pg.Client({ ...database.ownerConfig, options: undefined })
    client.on('error', () => undefined)
    await client.connect()
    await client.query('create table written as select 1 as number, repeat(md5(random()::text), 20) as text')
  })
  afterAll(async () => {
    await client?.end()
    await database?.stop()
    spawnSync('umount', [disk])
    await rm(disk, { recursive: true, force: true })
  })

  const write = () =>
    client.query(`insert into written select i, repeat(md5(i::text), 20) from generate_series(1, 100) i`)
  const count = async () => Number((await client.query('select count(*) as count from written')).rows[0].count)
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'written',
      (fault) => fault.code,
    )

  test('writes are refused before the server falls over, reads go on, nothing is lost', async () => {
    await write()
    expect(await count()).toBe(101)
    await fillDisk(40 * megabyte)
    await expect.poll(() => codeOf(write())).toBe('25006')
    const kept = await count()
    expect(kept).toBeGreaterThanOrEqual(101)
    // The reserve was given back, so the server has room to finish what it does.
    expect(await free()).toBeGreaterThan(40 * megabyte)
    expect(await count()).toBe(kept)
  })

  test('writes are taken again as soon as there is room', async () => {
    const kept = await count()
    await rm(ballast)
    await expect.poll(() => codeOf(write())).toBe('written')
    expect(await count()).toBe(kept + 100)
  })

  test('a disk that is filled at one stroke loses nothing either', async () => {
    const before = await count()
    let acknowledged = 0
    await fillDisk(0)
    let code = 'written'
    for (let attempt = 0; attempt < 2_000 && code === 'written'; attempt++) {
      code = await codeOf(write())
      if (code === 'written') acknowledged += 100
    }
    // 53100: the disk said no. 25006: we were quicker.
    expect(['53100', '25006']).toContain(code)
    expect(await count()).toBe(before + acknowledged)
    await rm(ballast)
    await expect.poll(() => codeOf(write())).toBe('written')
    expect(await count()).toBe(before + acknowledged + 100)
    expect(await readdir(disk)).toHaveLength(1)
  })
})

test('the limits for real data leave the server room, and do not swing', () => {
  expect(spaceLimits.enough).toBeGreaterThan(spaceLimits.low + spaceLimits.reserve)
})
