import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartRefusal } from '../start-refusal.ts'
import { chooseAccount } from './account.ts'
import { type AppLock, type Guard, takeAppLock } from './app-lock.ts'
import { findBinaries } from './binaries.ts'
import { clusterFolderOf, prepareCluster } from './cluster.ts'
import type { Log } from './log.ts'
import { findRunningServer, type Launch, launchServer, loginOf, type Server, stopServer } from './server.ts'
import { fingerprint, type ServerSettings, serverSettings } from './server-settings.ts'
import { type SpaceLimits, spaceLimits, watchSpace } from './space.ts'

const databaseName = 'wijkpoort'

/** A migration may use the last of the space: the app cannot start without it. */
const evenWhenReadOnly = '-c default_transaction_read_only=off'

export type EmbeddedDatabase = {
  /** The superuser, for migrations only. */
  ownerConfig: pg.ClientConfig
  /** The role of the app, which the migrations make; it does not pass row-level security. */
  appConfig: pg.ClientConfig
  stop(): Promise<void>
}

export type Start = {
  dataDir: string
  log: Log
  /** The data folder was lost to another app after a crash of the server. Default: ask our own process to stop. */
  onLost?: () => void
  /** Tests only: what differs from the settings for real data. */
  settings?: ServerSettings
  /** Tests only: a disk that is full sooner. */
  space?: SpaceLimits
  /** Tests only: how many milliseconds an app that is stopping gets to let go; a busy machine takes longer than a few seconds. */
  patience?: number
}

/**
 * A real PostgreSQL 18 on a folder of our own: one machine, no standby. One app at a time uses it; the app that comes
 * second is refused (StartRefusal, code 75), and one that comes after a crash takes over the server that was left.
 */
export async function startEmbeddedDatabase(start: Start): Promise<EmbeddedDatabase> {
  const dataDir = resolve(start.dataDir)
  const folder = clusterFolderOf(dataDir)
  const account = chooseAccount(folder)
  const binaries = await findBinaries(account, start.log)
  const settings = { ...serverSettings, ...start.settings }
  if (await prepareCluster(dataDir, account, binaries)) start.log.info(`Made a new database in ${folder}`)
  if (account) start.log.info(`Started as root: the database server runs as account ${account.name}`)

  const launch: Launch = { folder, account, binaries, settings, log: start.log }
  const onLost = start.onLost ?? (() => process.kill(process.pid, 'SIGTERM'))
  const { server, lock } = await holdServer(launch, dataDir, start.patience ?? usualPatience, onLost)
  await createDatabase(server)
  const ask = (work: (client: pg.Client) => Promise<void>) => withOwner(server, work)
  const space = await watchSpace(dataDir, start.space ?? spaceLimits, ask, start.log)
  return {
    ownerConfig: { ...loginOf(server, 'postgres', databaseName), options: evenWhenReadOnly },
    appConfig: loginOf(server, 'wijkpoort_app', databaseName),
    async stop() {
      await space.stop()
      await lock.releaseAfter(() => stopServer(server))
    },
  }
}

/**
 * A server that was started with today's settings, and the lock that makes it ours. An app that is stopping at this moment
 * (a restart by a service manager) is given a few seconds to let go.
 */
async function holdServer(
  launch: Launch,
  dataDir: string,
  patience: number,
  onLost: () => void,
): Promise<{ server: Server; lock: AppLock }> {
  let heldBy = ''
  for (const until = Date.now() + patience; ; await pause(100)) {
    const held = await tryToHold(launch, onLost).catch((fault) => {
      if (Date.now() > until || !isServerLeaving(fault)) throw fault
    })
    if (held && 'lock' in held) return held
    heldBy = held?.heldBy ?? heldBy
    if (held && Date.now() > until) break
  }
  throw new StartRefusal(
    `Wijkpoort draait al op de gegevensmap ${dataDir}${heldBy && ` (proces ${heldBy})`}; stop dat eerst, of kies een andere DATA_DIR.`,
    75,
  )
}

const usualPatience = 2_000

async function tryToHold(launch: Launch, onLost: () => void) {
  const server = await findOrLaunch(launch)
  const guard: Guard = {
    revive: async () => Object.assign(server, await findOrLaunch({ ...launch, socketFolder: server.socketFolder })),
    onLost,
    log: launch.log,
  }
  const lock = await takeAppLock(server, guard)
  if ('heldBy' in lock) return lock
  if (await startedLike(server, launch)) return { server, lock }
  launch.log.info('The database server of before was started with other settings: starting it again')
  await lock.releaseAfter(() => stopServer(server))
  return undefined
}

/** It stopped while we were talking to it. */
function isServerLeaving(fault: unknown): boolean {
  if (fault instanceof pg.DatabaseError) return fault.code?.startsWith('57P') ?? false
  const { code, message } = fault as NodeJS.ErrnoException
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code ?? '') ||
    message === 'Connection terminated unexpectedly'
  )
}

async function findOrLaunch(launch: Launch): Promise<Server> {
  const running = await findRunningServer(launch)
  if (running) return running
  try {
    return await launchServer(launch)
  } catch (fault) {
    // Another app may have started the server between our look and our start: then there is one now.
    const theirs = await findRunningServer(launch)
    if (theirs) return theirs
    throw fault
  }
}

async function startedLike(server: Server, launch: Launch): Promise<boolean> {
  const expected = fingerprint(launch.settings, launch.binaries.version)
  return withOwner(server, async (client) => {
    const { rows } = await client.query(`select current_setting('wijkpoort.fingerprint', true) as found`)
    return rows[0].found === expected
  })
}

async function createDatabase(server: Server): Promise<void> {
  await withOwner(server, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(databaseName)}`)
  })
}

async function withOwner<T>(server: Server, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...loginOf(server, 'postgres', 'postgres'), options: evenWhenReadOnly })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
