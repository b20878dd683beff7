import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { clusterFolderOf } from './cluster.ts'
import { startEmbeddedDatabase } from './index.ts'
import { isAlive, readPostmasterFile, whatRunsOn } from './leftover.ts'
import { stopServer } from './server.ts'
import type { SpaceLimits } from './space.ts'

/** A login that can be handed from the runner to the test files. */
export type TestLogin = { host: string; port: number; user: string; database: string }

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner of one throw-away server for the whole run: `inject('testServer')`. */
    testServer: TestLogin
  }
}

/** A reserve that is written in no time. */
export const littleSpace: SpaceLimits = { low: 1_000_000, enough: 4_000_000, reserve: 1_000_000 }

const prefix = 'wijkpoort-test-'

/** For vitest's `globalSetup`: one real server for all test files, thrown away at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  const warn = (text: string) => console.warn(text)
  const database = await startEmbeddedDatabase({
    dataDir,
    log: { info: () => undefined, warn, error: warn },
    // Nothing of it has to survive a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB' },
    space: littleSpace,
  })
  project.provide('testServer', database.ownerConfig as TestLogin)
  return async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A run that was killed leaves its server and its folder; the next one clears them away. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN
    if (Number.isNaN(pid) || isAlive(pid)) continue
    const folder = clusterFolderOf(join(tmpdir(), name))
    const file = await readPostmasterFile(folder)
    if (file && (await whatRunsOn(folder, file.pid)) === 'server') await stopServer({ folder, ...file })
    await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}
