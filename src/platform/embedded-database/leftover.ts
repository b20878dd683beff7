import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What PostgreSQL itself wrote about the server that uses a folder. */
export type PostmasterFile = { pid: number; socketFolder: string; port: number }

/** Reads `postmaster.pid`; `undefined` when there is none, or none that is complete yet. */
export async function readPostmasterFile(folder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketFolder] = text.split('\n')
  if (!pid || !port || !socketFolder) return undefined
  return { pid: Number(pid), port: Number(port), socketFolder }
}

export type Running = 'server' | 'remains' | 'nothing'

/**
 * What still runs on a folder: a server, only the remains of a killed one (its children, which end by themselves within
 * moments), or nothing. Not asked by process number alone: in a container the number of last week's server is soon that of
 * another program, and a killed server stays in the process list until it is reaped. Every process of PostgreSQL has the
 * folder as its working directory.
 */
export async function whatRunsOn(folder: string, postmasterPid: number | undefined): Promise<Running> {
  const pids = await processesIn(folder)
  if (pids === 'unknown') return postmasterPid !== undefined && answersToSignals(postmasterPid) ? 'server' : 'nothing'
  if (postmasterPid !== undefined && pids.includes(postmasterPid)) return 'server'
  return pids.length > 0 ? 'remains' : 'nothing'
}

/** Only when nothing runs on the folder: PostgreSQL would refuse a file that names a process which happens to exist. */
export async function removeStaleFile(folder: string): Promise<void> {
  await rm(join(folder, 'postmaster.pid'), { force: true })
}

/** Processes that work in the folder. A dead, unreaped process has no working directory any more, so it is not among them. */
async function processesIn(folder: string): Promise<number[] | 'unknown'> {
  if (process.platform !== 'linux') return 'unknown'
  const real = await realpath(folder)
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const inside = names.map(async (name) => {
    const place = await readlink(`/proc/${name}/cwd`).catch(() => undefined)
    return place === real && Number(name) !== process.pid ? [Number(name)] : []
  })
  return (await Promise.all(inside)).flat()
}

function answersToSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}
