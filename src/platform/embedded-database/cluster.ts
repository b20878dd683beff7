import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import type { Account } from './account.ts'
import { type Binaries, postgresMajor } from './binaries.ts'
import { isAlive } from './leftover.ts'

/** Where the files of PostgreSQL are inside the data folder. */
export const clusterFolderOf = (dataDir: string) => join(dataDir, 'postgres')

/**
 * How to name the folder to PostgreSQL. Under root the server runs as another account, and often a folder above the data
 * (a closed home, a `mktemp -d`) cannot be entered by it. Linux sets the working directory before the account changes and
 * keeps it open, so the data can stay where DATA_DIR says; every path PostgreSQL uses afterwards starts there.
 */
export function folderArgument(folder: string, account: Account | undefined): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : folder
}

/** Makes the data folder, or refuses it when another version made it. True when it was empty until now. */
export async function prepareCluster(
  dataDir: string,
  account: Account | undefined,
  binaries: Binaries,
): Promise<boolean> {
  const folder = clusterFolderOf(dataDir)
  const version = await clusterVersion(folder)
  if (version === postgresMajor) return false
  if (version !== undefined) throw otherVersion(dataDir, version)
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((fault) => {
    throw new StartRefusal(`De gegevensmap ${dataDir} kan niet worden gemaakt (${fault.code}).`, 78)
  })
  await removeHalfMade(dataDir)
  await makeCluster(dataDir, folder, account, binaries)
  return true
}

async function clusterVersion(folder: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(folder, 'PG_VERSION'), 'utf8'), 10)
  } catch (fault) {
    if (isFault(fault, 'ENOENT') || isFault(fault, 'ENOTDIR')) return undefined
    const owner = await stat(folder).catch(() => undefined)
    throw new StartRefusal(
      `De gegevensmap ${folder} is van een andere gebruiker${owner ? ` (nummer ${owner.uid})` : ''}; start Wijkpoort als die gebruiker, of kies een andere DATA_DIR.`,
      78,
    )
  }
}

function otherVersion(dataDir: string, version: number): StartRefusal {
  const what = version > postgresMajor ? 'een nieuwere' : 'een oudere'
  return new StartRefusal(
    `De gegevensmap ${dataDir} is gemaakt door ${what} versie (PostgreSQL ${version}, deze Wijkpoort gebruikt ${postgresMajor}); er is niets veranderd.`,
    78,
  )
}

/** Built beside its place and then renamed: a crash or a second starter halfway never leaves half a database. */
async function makeCluster(dataDir: string, folder: string, account: Account | undefined, binaries: Binaries) {
  const fresh = join(dataDir, `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(fresh, { mode: 0o700 })
  if (account) await chown(fresh, account.uid, account.gid)
  try {
    await initdb(fresh, account, binaries)
    await rename(fresh, folder)
  } catch (fault) {
    await rm(fresh, { recursive: true, force: true })
    // A second starter was quicker, and its database is as good as ours.
    if (isFault(fault, 'ENOTEMPTY') || isFault(fault, 'EEXIST')) return
    throw fault
  }
}

async function removeHalfMade(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

/** The builtin C.UTF-8 locale sorts the same on every machine, so an upgrade of the system cannot corrupt an index. */
function initdb(folder: string, account: Account | undefined, binaries: Binaries): Promise<void> {
  const args = [
    `--pgdata=${folderArgument(folder, account)}`,
    '--username=postgres',
    // The socket is in a folder that only this account and root may enter, and they may read the data anyway.
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--set=timezone=UTC',
    '--set=log_timezone=UTC',
  ]
  const child = spawn(binaries.initdb, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(explain(complaint))))
  })
}

function explain(complaint: string): Error {
  if (complaint.includes('No space left on device')) {
    return new StartRefusal('Er is geen ruimte op de schijf om de database te maken.', 78)
  }
  if (complaint.includes('could not look up effective user ID')) {
    return new StartRefusal(
      `De gebruiker met nummer ${process.getuid?.()} heeft geen naam op deze machine, en dat heeft PostgreSQL nodig; kies een gebruiker uit /etc/passwd.`,
      78,
    )
  }
  return new Error(`initdb failed: ${complaint.trim()}`)
}

function isFault(fault: unknown, code: string): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === code
}
