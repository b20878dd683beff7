import { type ChildProcess, spawn } from 'node:child_process'
import { chown, lstat, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartRefusal } from '../start-refusal.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { folderArgument } from './cluster.ts'
import { endRemains, readPostmasterFile, removeStaleFile, signal, whatRunsOn } from './leftover.ts'
import type { Log } from './log.ts'
import { type ServerSettings, toArguments } from './server-settings.ts'

/** A database server that runs on a folder, started by us or by an app that has died since. */
export type Server = { folder: string; pid: number; socketFolder: string; port: number }

export type Launch = {
  folder: string
  account: Account | undefined
  binaries: Binaries
  settings: ServerSettings
  log: Log
  /** Where the server of before listened, to come back on the same address. */
  socketFolder?: string
}

export function loginOf(server: Pick<Server, 'socketFolder' | 'port'>, user: string, database: string) {
  return { host: server.socketFolder, port: server.port, user, database }
}

/** The server that already runs on the folder and answers. One that does not answer is stopped, what it left is cleared. */
export async function findRunningServer({ folder, log, socketFolder }: Launch): Promise<Server | undefined> {
  for (let round = 1; ; round++) {
    const file = await readPostmasterFile(folder)
    const running = await whatRunsOn(folder, file?.pid)
    if (running === 'nothing') {
      if (file) await removeStaleFile(folder, file)
      if (file && file.socketFolder !== socketFolder) await removeSocketFolder(file.socketFolder)
      return undefined
    }
    if (running === 'server' && file?.socketFolder) {
      const server = { folder, ...file }
      if (await comesUp(server)) return server
      log.warn(`The database server of before (process ${server.pid}) does not answer: stopping it`)
      await stopServer(server)
    }
    if (running === 'remains' && round % 100 === 0) await endRemains(folder)
    await pause(50)
  }
}

/** Starts a server and waits until it takes connections, however long it needs to recover from a crash. */
export async function launchServer(launch: Launch): Promise<Server> {
  const { folder, account, binaries, settings, log } = launch
  const socketFolder = launch.socketFolder
    ? await keepSocketFolder(launch.socketFolder, account)
    : await makeSocketFolder(account)
  const notesFile = join(dirname(folder), 'postgres-start.log')
  const notes = await open(notesFile, 'w', 0o600)
  const args = ['-D', folderArgument(folder, account), '-k', socketFolder, ...toArguments(settings, binaries.version)]
  const child = spawn(binaries.postgres, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    // In a group of its own: Ctrl+C in the terminal is for the app, which stops the server after its last write.
    detached: true,
    stdio: ['ignore', notes.fd, notes.fd],
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  await notes.close()
  const server = { folder, pid: child.pid ?? -1, socketFolder, port: Number(settings.port) }
  try {
    await untilReady(child, server, log)
  } catch (fault) {
    if (!launch.socketFolder) await removeSocketFolder(socketFolder)
    throw explain(fault, await readFile(notesFile, 'utf8').catch(() => ''), folder)
  }
  child.unref()
  return server
}

/** Lets running transactions fall, writes everything down and waits until the server is gone. */
export async function stopServer(server: Server): Promise<void> {
  const stops: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ]
  for (const [name, patience] of stops) {
    if ((await whatRunsOn(server.folder, server.pid)) === 'server') signal(server.pid, name)
    if (await isGone(server, patience)) break
  }
  await removeSocketFolder(server.socketFolder)
}

async function untilReady(child: ChildProcess, server: Server, log: Log): Promise<void> {
  let ended: Error | undefined
  child.once('error', (fault) => {
    ended = fault
  })
  child.once('exit', (code, name) => {
    ended = new Error(`The database server ended at its start (${name ?? code})`)
  })
  const tell = setInterval(
    () => log.info('The database is repairing itself after a crash; this may take a while'),
    5_000,
  )
  try {
    while (!ended && (await answer(server)) !== 'ready') await pause(20)
  } finally {
    clearInterval(tell)
  }
  if (ended) throw ended
}

/** A server that is there but not ready may be starting for another app, or recovering: those are waited for. */
async function comesUp(server: Server): Promise<boolean> {
  let silent = 0
  while (silent < 100) {
    const said = await answer(server)
    if (said === 'ready') return true
    if ((await whatRunsOn(server.folder, server.pid)) !== 'server') return false
    silent = said === 'silent' ? silent + 1 : 0
    await pause(50)
  }
  return false
}

async function answer(server: Server): Promise<'ready' | 'starting' | 'silent'> {
  const client = new pg.Client({ ...loginOf(server, 'postgres', 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch (fault) {
    if (!(fault instanceof pg.DatabaseError)) return 'silent'
    // 53300: all connections are in use. What else it says (57P03) is that it starts, recovers or stops.
    return fault.code === '53300' ? 'ready' : 'starting'
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function isGone(server: Server, patience: number): Promise<boolean> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    if ((await whatRunsOn(server.folder, server.pid)) === 'nothing') return true
    await pause(20)
  }
  return false
}

const socketFolderPrefix = 'wijkpoort-socket-'

/** A new name each time, so nobody can lie in wait; short, because a socket's path has at most 107 bytes (macOS 103). */
async function makeSocketFolder(account: Account | undefined): Promise<string> {
  const parent = tmpdir().length < 60 ? tmpdir() : '/tmp'
  const folder = await mkdtemp(join(parent, socketFolderPrefix))
  if (account) await chown(folder, account.uid, account.gid)
  return folder
}

/** The same name again, unless it was taken by someone else while it was not ours. */
async function keepSocketFolder(folder: string, account: Account | undefined): Promise<string> {
  const made = await mkdir(folder, { mode: 0o700 }).catch(() => 'exists')
  if (made !== 'exists' && account) await chown(folder, account.uid, account.gid)
  const found = await lstat(folder)
  if (found.isDirectory() && found.uid === (account?.uid ?? process.getuid?.())) return folder
  throw new Error(`${folder} is not ours any more`)
}

async function removeSocketFolder(folder: string): Promise<void> {
  if (basename(folder).startsWith(socketFolderPrefix)) await rm(folder, { recursive: true, force: true })
}

function explain(fault: unknown, notes: string, folder: string): unknown {
  if (notes.includes('No space left on device')) {
    return new StartRefusal(`Er is geen ruimte meer op de schijf van ${folder}; maak ruimte, er is niets verloren.`, 75)
  }
  if (fault instanceof Error) fault.message += `: ${notes.trim().split('\n').slice(-3).join(' / ')}`
  return fault
}
