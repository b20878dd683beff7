import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { MigrationWasRewritten, migrate, refuseOld } from './migrate.ts'

const server = inject('testServer')
const run = (config: pg.ClientConfig, text: string) => {
  const client = new pg.Client(config)
  return client.connect().then(() => client.query(text).finally(() => client.end()))
}

let folder: string
let owner: pg.ClientConfig
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkpoort-migrations-'))
  owner = { ...server, database: `test_${randomBytes(8).toString('hex')}` }
  await run(server, `create database ${owner.database}`)
})
afterEach(async () => {
  await run(server, `drop database ${owner.database} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

const put = (name: string, text: string) => writeFile(join(folder, name), text)
const migrated = () => migrate(owner, folder, 'wijkpoort_app')
const ran = async () => (await run(owner, 'select name from migration order by name')).rows.map((row) => row.name)

describe('the migrations', () => {
  test('run once, in order of name', async () => {
    await put('2-fill.sql', 'insert into step values (2)')
    await put('1-make.sql', 'create table step (number int)')
    expect(await migrated()).toEqual(['1-make.sql', '2-fill.sql'])
    expect(await migrated()).toEqual([])
    expect((await run(owner, 'select number from step')).rows).toEqual([{ number: 2 }])
  })

  test('run once as well when several apps start at the same moment', async () => {
    await put('1-make.sql', 'create table step (number int)')
    await put('2-fill.sql', 'insert into step select 2 from pg_sleep(0.1)')
    const answers = await Promise.all([migrated(), migrated(), migrated(), migrated()])
    expect(answers.flat().sort()).toEqual(['1-make.sql', '2-fill.sql'])
    expect((await run(owner, 'select number from step')).rows).toEqual([{ number: 2 }])
  })

  test('leave nothing of one that fails, and all of those before it', async () => {
    await put('1-make.sql', 'create table step (number int)')
    await put('2-fail.sql', 'insert into step values (2); select 1/0')
    await expect(migrated()).rejects.toThrow('2-fail.sql failed: division by zero')
    expect(await ran()).toEqual(['1-make.sql'])
    expect((await run(owner, 'select number from step')).rows).toEqual([])
  })

  test('are never rewritten', async () => {
    await put('1-make.sql', 'create table step (number int)')
    await migrated()
    await put('1-make.sql', 'create table step (number bigint)')
    await expect(migrated()).rejects.toThrow(MigrationWasRewritten)
  })

  test('of a newer version are refused in one sentence, and nothing is done', async () => {
    await put('1-make.sql', 'create table step (number int)')
    await put('3-newer.sql', 'create table newer (number int)')
    await migrated()
    await rm(join(folder, '3-newer.sql'))
    await put('2-ours.sql', 'create table ours (number int)')
    await expect(migrated()).rejects.toMatchObject({ name: 'StartRefusal', exitCode: 78 })
    await expect(migrated()).rejects.toThrow('3-newer.sql')
    expect(await ran()).toEqual(['1-make.sql', '3-newer.sql'])
  })
})

describe('a database of your own', () => {
  test('is PostgreSQL 15 or newer', () => {
    expect(() => refuseOld(140_013)).toThrow('De database is PostgreSQL 14;')
    expect(() => refuseOld(150_000)).not.toThrow()
    expect(() => refuseOld(180_004)).not.toThrow()
  })

  test.each([
    ['that does not answer may come up later', { host: '/tmp/nobody-is-here' }, 'ENOENT', 75],
    ['that does not exist needs a person', { database: 'not_there' }, '3D000', 78],
    ['that refuses the login needs a person', { user: 'not_there' }, '28000', 78],
  ])('%s', async (_, wrong, code, exitCode) => {
    const outcome = migrate({ ...owner, ...wrong, password: 'hunter2' }, folder, 'wijkpoort_app')
    const refusal = await outcome.catch((fault) => fault)
    expect(refusal).toMatchObject({ name: 'StartRefusal', exitCode })
    expect(refusal.message).toContain(`(${code})`)
    expect(refusal.message).not.toContain('hunter2')
  })

  test('can have one login for owner and app, to which the role of the app was granted before', async () => {
    const login = `test_${randomBytes(8).toString('hex')}`
    const exists = 'exception when duplicate_object or unique_violation then null'
    await run(server, `do $$ begin create role wijkpoort_app login; ${exists}; end $$`)
    await run(server, `create role ${login} login; grant wijkpoort_app to ${login}`)
    await run(server, `alter database ${owner.database} owner to ${login}`)
    try {
      await migrate({ ...owner, user: login }, folder, login)
      const app = { ...owner, user: login, options: '-c role=wijkpoort_app' }
      expect((await run(app, 'select current_user as name')).rows).toEqual([{ name: 'wijkpoort_app' }])
    } finally {
      await run(owner, `reassign owned by ${login} to current_user; drop owned by ${login}`)
      await run(server, `alter database ${owner.database} owner to current_user; drop role ${login}`)
    }
  })
})
