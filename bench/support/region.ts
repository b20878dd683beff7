import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
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

/**
 * Makes one, or with BENCH_REGIONS (a folder) makes it there once and uses it again: a million requests take minutes to
 * load, and a machine that is still writing them away measures badly.
 */
export async function createRegion(size: number): Promise<BenchRegion> {
  const kept = process.env.BENCH_REGIONS && join(process.env.BENCH_REGIONS, String(size))
  if (kept) await mkdir(kept, { recursive: true })
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'wijkpoort-bench-')))
  const secretKey = keyIn(dataDir)
  const database = await startEmbeddedDatabase({ dataDir, log: quiet })
  await migrate(database.ownerConfig, join(root, 'database/migrations'), 'wijkpoort_app')
  const filled = join(dataDir, 'filled')
  if (!existsSync(filled)) {
    const started = performance.now()
    await fillPracticeRegion(database.ownerConfig, { now: new Date(), seal: makeSeal(secretKey), size, alone: true })
    console.error(`  ${size} requests loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    writeFileSync(filled, new Date().toISOString())
  }
  return {
    owner: database.ownerConfig,
    app: database.appConfig,
    secretKey,
    dataDir,
    async stop() {
      await database.stop()
      if (!kept) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function keyIn(dataDir: string): Buffer {
  const file = join(dataDir, 'bench-key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  return Buffer.from(readFileSync(file, 'utf8'), 'base64')
}
