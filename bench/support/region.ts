import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { fillPracticeRegion } from '#demo/index.ts'
import { migrate } from '#platform/database/migrate.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/index.ts'
import { makeSeal } from '#platform/seal/seal.ts'

const root = join(import.meta.dirname, '../..')
const quiet = { info: () => undefined, warn: () => undefined, error: console.error }

/** A practice region on a database of its own, with the settings of a real one (every commit flushed to disk). */
export type BenchRegion = {
  owner: pg.ClientConfig
  app: pg.ClientConfig
  secretKey: Buffer
  dataDir: string
  stop(): Promise<void>
}

export async function createRegion(size: number): Promise<BenchRegion> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wijkpoort-bench-'))
  const secretKey = randomBytes(32)
  const database = await startEmbeddedDatabase({ dataDir, log: quiet })
  await migrate(database.ownerConfig, join(root, 'database/migrations'), 'wijkpoort_app')
  const started = performance.now()
  await fillPracticeRegion(database.ownerConfig, { now: new Date(), seal: makeSeal(secretKey), size })
  console.error(`  ${size} requests loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return {
    owner: database.ownerConfig,
    app: database.appConfig,
    secretKey,
    dataDir,
    async stop() {
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
