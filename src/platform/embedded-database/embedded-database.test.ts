import { type ChildProcess, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StartRefusal } from '../start-refusal.ts'
import { chooseAccount } from './account.ts'
import { type EmbeddedDatabase, type Start, startEmbeddedDatabase } from './index.ts'
import { readPostmasterFile } from './leftover.ts'
import { littleSpace } from './testing.ts'

// Someone else can only start the product from a checkout that they can enter; under a closed home folder nobody can.
const othersCanEnter = import.meta.dirname
  .split(sep)
  .every((_, depth, parts) => (statSync(parts.slice(0, depth + 1).join(sep) || sep).mode & 0o001) !== 0)
const isRoot = process.getuid?.() === 0
const program = join(import.meta.dirname, '../../../node_modules/.wijkpoort', `testing-app-${process.pid}.mjs`)

let dataDir: string
const logged: string[] = []
const note = (text: string) => void logged.push(text)
const log = { info: note, warn: note, error: note }
const running = new Set<EmbeddedDatabase>()
const apps = new Set<ChildProcess>()

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, 'testing-app.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  }),
)
afterAll(() => rm(program))

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wijkpoort-house-'))
  logged.length = 0
})
afterEach(async () => {
  for (const app of apps) app.kill('SIGKILL')
  apps.clear()
  for (const database of running) await database.stop()
  running.clear()
  // Whatever server a killed app left behind is found, and stopped, by a last start.
  if (await readPostmasterFile(join(dataDir, 'postgres'))) await (await startEmbeddedDatabase({ dataDir, log })).stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(settings: Partial<Start> = {}): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir, log, space: littleSpace, patience: 60_000, ...settings })
  running.add(database)
  return database
}

async function stop(database: EmbeddedDatabase): Promise<void> {
  running.delete(database)
  await database.stop()
}

const refusalOf = (settings: Partial<Start> = {}): Promise<StartRefusal> =>
  start({ patience: 0, ...settings }).then(
    () => Promise.reject(new Error('It started')),
    (fault) => fault,
  )

async function ask(config: pg.ClientConfig, ...queries: string[]): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    let rows: pg.QueryResultRow[] = []
    for (const query of queries) rows = (await client.query(query)).rows
    return rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

type Said = { ready?: pg.ClientConfig; refused?: string; name?: string }

/** An app in a process of its own; waits until it runs or is refused. */
async function startApp(as: { uid?: number; gid?: number; folder?: string } = {}) {
  const { folder = dataDir, ...who } = as
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...who,
  })
  apps.add(child)
  const said = await new Promise<Said>((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`The app ended (${signal ?? code})`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message: Said = JSON.parse(line)
      if (message.ready || message.refused) resolve(message)
    })
  })
  const ended = new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })
  const end = (how: () => void) => {
    how()
    apps.delete(child)
    return ended
  }
  return { ...said, ended, kill: () => end(() => child.kill('SIGKILL')), stop: () => end(() => child.stdin.end()) }
}

const postmasterPid = async () => (await readPostmasterFile(join(dataDir, 'postgres')))?.pid ?? 0

describe('the embedded database', () => {
  test('is PostgreSQL 18 with checksums, on a socket that nobody else reaches, and not on the network', async () => {
    const { ownerConfig, appConfig } = await start()
    const [row] = await ask(
      ownerConfig,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('data_checksums') as checksums,
        current_setting('listen_addresses') as listens, current_setting('fsync') as fsync, datlocprovider as provider,
        pg_encoding_to_char(encoding) as encoding, datname as name
       from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({
      major: 18,
      checksums: 'on',
      listens: '',
      fsync: 'on',
      provider: 'b',
      encoding: 'UTF8',
      name: 'wijkpoort',
    })
    expect((await stat(String(ownerConfig.host))).mode & 0o777).toBe(0o700)
    expect(`${ownerConfig.host}/.s.PGSQL.5432`.length).toBeLessThan(104)
    expect(appConfig).toMatchObject({ host: ownerConfig.host, user: 'wijkpoort_app', database: 'wijkpoort' })
  })

  test('keeps what was written, from one start to the next', async () => {
    const first = await start()
    await ask(first.ownerConfig, 'create table kept as select 7 as number')
    await stop(first)
    const second = await start()
    expect(await ask(second.ownerConfig, 'select number from kept')).toEqual([{ number: 7 }])
  })

  test('leaves nothing running, and no socket, after a stop', async () => {
    const database = await start()
    const pid = await postmasterPid()
    await stop(database)
    expect(() => process.kill(pid, 0)).toThrow()
    await expect(stat(String(database.ownerConfig.host))).rejects.toThrow('ENOENT')
  })

  test('writes no statement and no value of a person to its log', async () => {
    const { ownerConfig } = await start()
    const insert = `insert into client values ('Mevrouw Secretaris')`
    await expect(ask(ownerConfig, 'create table client (name text primary key)', insert, insert)).rejects.toThrow()
    await expect(ask(ownerConfig, `select 'Mevrouw Secretaris'::uuid`)).rejects.toThrow('invalid input')
    const folder = join(dataDir, 'postgres/log')
    const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    expect(texts.join('\n')).toContain('ready to accept connections')
    expect(texts.join('\n')).not.toContain('Secretaris')
  })
})

describe('one app per data folder', () => {
  test('a second app is refused in one sentence, and the first goes on', async () => {
    const first = await start()
    const refusal = await refusalOf()
    expect(refusal.name).toBe('StartRefusal')
    expect(refusal.message).toBe(
      `Wijkpoort draait al op de gegevensmap ${dataDir} (proces ${process.pid}); stop dat eerst, of kies een andere DATA_DIR.`,
    )
    expect(refusal.exitCode).toBe(75)
    expect(await ask(first.ownerConfig, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of four apps that start at once on a new folder, one runs and three are refused with code 75', async () => {
    const four = await Promise.all([startApp(), startApp(), startApp(), startApp()])
    const refused = four.filter((app) => app.refused)
    expect(refused.map((app) => app.name)).toEqual(['StartRefusal', 'StartRefusal', 'StartRefusal'])
    expect(await Promise.all(refused.map((app) => app.ended))).toEqual([75, 75, 75])
    const winner = four.find((app) => app.ready)
    expect(await ask(winner?.ready ?? {}, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.new'))).toEqual([])
    expect(await winner?.stop()).toBe(0)
  })

  test('an app that starts while the one before is stopping waits for it, and then runs', async () => {
    const before = await startApp()
    await ask(before.ready ?? {}, 'create table kept as select 7 as number')
    const stopping = before.stop()
    const next = await start()
    expect(await stopping).toBe(0)
    expect(await ask(next.ownerConfig, 'select number from kept')).toEqual([{ number: 7 }])
  })

  test('the folder stays ours when the connection that guards it is cut', async () => {
    const { ownerConfig } = await start()
    const guards = `select pid from pg_stat_activity join pg_locks l using (pid)
      where application_name = 'wijkpoort process ${process.pid}' and locktype = 'advisory' and granted`
    const [before] = await ask(ownerConfig, guards)
    await ask(ownerConfig, `select pg_terminate_backend(${before?.pid})`)
    await expect.poll(async () => (await ask(ownerConfig, guards))[0]?.pid ?? before?.pid).not.toBe(before?.pid)
    expect((await refusalOf()).exitCode).toBe(75)
  })
})

describe('after a crash', () => {
  test('the server of an app that was killed is used again', async () => {
    const killed = await startApp()
    await ask(killed.ready ?? {}, 'create table kept as select 7 as number')
    const pid = await postmasterPid()
    await killed.kill()
    const next = await start()
    expect(await postmasterPid()).toBe(pid)
    expect(await ask(next.ownerConfig, 'select number from kept')).toEqual([{ number: 7 }])
  })

  test('a server that was started with other settings is started again', async () => {
    const killed = await startApp()
    await ask(killed.ready ?? {}, 'create table kept as select 7 as number')
    await killed.kill()
    const next = await start({ settings: { work_mem: '5MB' } })
    expect(await ask(next.ownerConfig, `select current_setting('work_mem') as memory`)).toEqual([{ memory: '5MB' }])
    expect(await ask(next.ownerConfig, 'select number from kept')).toEqual([{ number: 7 }])
  })

  test('every acknowledged write is there after app and server were killed', async () => {
    const killed = await startApp()
    const client = new pg.Client(killed.ready)
    client.on('error', () => undefined)
    await client.connect()
    await client.query('create table written (number int)')
    let acknowledged = 0
    const writing = (async () => {
      for (;;) {
        await client.query('insert into written values ($1)', [acknowledged + 1])
        acknowledged++
      }
    })().catch(() => undefined)
    await expect.poll(() => acknowledged).toBeGreaterThan(200)
    process.kill(await postmasterPid(), 'SIGKILL')
    await killed.kill()
    await writing
    const next = await start()
    const [row] = await ask(next.ownerConfig, 'select count(*)::int as count from written')
    // The one that was under way may be there as well: nobody was told.
    expect([acknowledged, acknowledged + 1]).toContain(row?.count)
  })

  test('a server that dies under a running app comes back on the same address', async () => {
    const { ownerConfig } = await start()
    await ask(ownerConfig, 'create table kept as select 7 as number')
    process.kill(await postmasterPid(), 'SIGKILL')
    const ours = `select number from kept where exists (select from pg_locks where locktype = 'advisory' and granted)`
    await expect.poll(() => ask(ownerConfig, ours).catch(() => 'not yet')).toEqual([{ number: 7 }])
    expect((await refusalOf()).exitCode).toBe(75)
  })

  test('a process number that now belongs to a stranger does not stand in the way', async () => {
    await stop(await start())
    // Of the account that runs the server, or PostgreSQL itself would see that it is a stranger.
    const account = chooseAccount(join(dataDir, 'postgres'))
    const stranger = spawn('sleep', ['600'], {
      stdio: 'ignore',
      ...(account && { uid: account.uid, gid: account.gid }),
    })
    try {
      const file = join(dataDir, 'postgres/postmaster.pid')
      await writeFile(file, `${stranger.pid}\n/somewhere\n1795334631\n5432\n/tmp/gone\n\n 16039946 4\nready\n`)
      if (account) await chown(file, account.uid, account.gid)
      expect(await ask((await start()).ownerConfig, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    } finally {
      stranger.kill()
    }
  })

  test('a database that was half made when the machine stopped is made again', async () => {
    const dead = spawn('true')
    await new Promise((resolve) => dead.once('exit', resolve))
    await mkdir(join(dataDir, `postgres.new-${dead.pid}-cafe`))
    await start()
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres-start.log', 'reserve'])
  })
})

describe('a data folder that cannot be used', () => {
  test.each([
    ['a newer', '19', 'een nieuwere versie (PostgreSQL 19'],
    ['an older', '17', 'een oudere versie (PostgreSQL 17'],
  ])('of %s version is refused in one sentence, and nothing in it is touched', async (_, version, words) => {
    await mkdir(join(dataDir, 'postgres'), { mode: 0o700 })
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), `${version}\n`)
    const refusal = await refusalOf()
    expect(refusal.message).toContain(words)
    expect(refusal.exitCode).toBe(78)
    expect(await readdir(dataDir, { recursive: true })).toEqual(['postgres', 'postgres/PG_VERSION'])
    expect(await readFile(join(dataDir, 'postgres/PG_VERSION'), 'utf8')).toBe(`${version}\n`)
  })

  test('because a file is in its place is refused in one sentence', async () => {
    const refusal = await refusalOf({ dataDir: '/dev/null/data' })
    expect(refusal.message).toContain('/dev/null/data')
    expect(refusal.exitCode).toBe(78)
  })
})

describe.runIf(isRoot)('started as root', () => {
  test('the server runs as another account, in a folder that this account cannot enter', async () => {
    await chmod(dataDir, 0o700)
    const folder = join(dataDir, 'closed/data')
    await mkdir(join(dataDir, 'closed'), { mode: 0o700 })
    const { ownerConfig } = await start({ dataDir: folder })
    const file = await readPostmasterFile(join(folder, 'postgres'))
    expect((await stat(`/proc/${file?.pid}`)).uid).not.toBe(0)
    expect((await stat(join(folder, 'postgres'))).uid).not.toBe(0)
    await ask(ownerConfig, 'create table kept as select generate_series(1, 50000) as number', 'checkpoint')
    expect(await ask(ownerConfig, 'select count(*)::int as count from kept')).toEqual([{ count: 50_000 }])
    expect(logged.join('\n')).toContain('Started as root')
  })

  test.runIf(othersCanEnter)('data of someone else stays of someone else', async () => {
    const nobody = { uid: 65_534, gid: 65_534 }
    await chown(dataDir, nobody.uid, nobody.gid)
    await (await startApp(nobody)).stop()
    const { ownerConfig } = await start()
    expect((await stat(`/proc/${await postmasterPid()}`)).uid).toBe(nobody.uid)
    expect(await ask(ownerConfig, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.runIf(othersCanEnter)('and then by someone else: refused in one sentence', async () => {
    await stop(await start())
    await chmod(dataDir, 0o755)
    const app = await startApp({ uid: 65_534, gid: 65_534 })
    expect(app.refused).toContain('is van een andere gebruiker')
    expect(await app.ended).toBe(78)
  })
})
