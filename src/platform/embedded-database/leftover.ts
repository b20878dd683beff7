import { readdir, readFile, readlink, realpath, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What PostgreSQL itself wrote about the server that uses a folder. `socketFolder` is empty until it listens. */
export type PostmasterFile = { pid: number; socketFolder: string; port: number }

export async function readPostmasterFile(folder: string): Promise<PostmasterFile | undefined> {
  return parse(await readFile(fileIn(folder), 'utf8').catch(() => ''))
}

const fileIn = (folder: string) => join(folder, 'postmaster.pid')

function parse(text: string): PostmasterFile | undefined {
  const [pid, , , port, socketFolder = ''] = text.split('\n')
  return pid && port ? { pid: Number(pid), port: Number(port), socketFolder } : undefined
}

export type Running = 'server' | 'remains' | 'nothing'

/**
 * What still runs on a folder: a server, only the remains of a killed one (its children, which end by themselves within
 * moments), or nothing. Not asked by process number alone: in a container the number of last week's server is soon that of
 * another program, and a killed server stays in the process list until it is reaped. Every process of PostgreSQL has the
 * folder as its working directory.
 */
export async function whatRunsOn(folder: string, postmasterPid: number | undefined): Promise<Running> {
  const pids = await processesOn(folder)
  if (pids === 'unknown') return postmasterPid !== undefined && isAlive(postmasterPid) ? 'server' : 'nothing'
  if (postmasterPid !== undefined && pids.includes(postmasterPid)) return 'server'
  return pids.length > 0 ? 'remains' : 'nothing'
}

/** Ends children that outlive their server: a long query only notices when it is done. What they wrote is repaired. */
export async function endRemains(folder: string): Promise<void> {
  const pids = await processesOn(folder)
  if (pids !== 'unknown') for (const pid of pids) signal(pid, 'SIGQUIT')
}

/**
 * Takes away the file of a server that is gone, when PostgreSQL would not do so itself: it believes any living process that
 * has the number. Moved before it is removed, and put back if another app has started a server in the meantime.
 */
export async function removeStaleFile(folder: string, stale: PostmasterFile): Promise<void> {
  if (!isAlive(stale.pid)) return
  const aside = `${fileIn(folder)}.${process.pid}`
  await rename(fileIn(folder), aside).catch(() => undefined)
  const moved = parse(await readFile(aside, 'utf8').catch(() => ''))
  if (moved && moved.pid !== stale.pid) await rename(aside, fileIn(folder))
  else await rm(aside, { force: true })
}

/** Sends a signal to a process, which may just have ended. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (fault) {
    if (!isFault(fault, 'ESRCH')) throw fault
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return isFault(fault, 'EPERM')
  }
}

/** Processes of PostgreSQL on the folder. A dead one that is not reaped yet has no working directory, so it is not among them. */
async function processesOn(folder: string): Promise<number[] | 'unknown'> {
  if (process.platform !== 'linux') return 'unknown'
  const real = await realpath(folder).catch(() => folder)
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const inside = names.map(async (name) => {
    const place = await readlink(`/proc/${name}/cwd`).catch(() => undefined)
    if (place !== real) return []
    const program = await readFile(`/proc/${name}/comm`, 'utf8').catch(() => '')
    return program.trim() === 'postgres' ? [Number(name)] : []
  })
  return (await Promise.all(inside)).flat()
}

function isFault(fault: unknown, code: string): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === code
}
