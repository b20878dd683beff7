import { type Runner, run } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Database } from '../database/connect.ts'
import type { Scope } from '../database/scope.ts'
import type { Tx } from '../database/transaction.ts'
import { quietLogger } from './quiet-logger.ts'

/**
 * A job works in one region, in the product's own name. It is done at least once; so each does its work in a transaction
 * that finds nothing to do the second time.
 */
export type Job = (scope: Scope, payload: Record<string, unknown>) => Promise<unknown>
export type Jobs = Record<string, Job>
/** The scopes in which a job is done: that of the region it was added in, or those of all regions. */
export type ScopesOf = (job: string, regionId?: string) => Promise<readonly Scope[]>
/**
 * At these minutes (cron, UTC) a job without payload, for every region, and once at every start: for whatever was missed while the app was
 * down, however long that was.
 */
export type Schedule = Record<string, string>

/** Adds a job of this region in the transaction of the change that wants it. A job with the same key takes the place of the earlier one. */
export async function addJob(
  tx: Tx,
  name: string,
  payload: Record<string, unknown>,
  options: { runAt?: Date; key?: string } = {},
) {
  const ofRegion = { ...payload, regionId: tx.scope.actor.regionId }
  await sql`select platform.add_job(${name}, ${JSON.stringify(ofRegion)}::json, ${options.runAt ?? null}::timestamptz, ${options.key ?? null})`.execute(
    tx.db,
  )
}

/** Runs jobs and schedules until stopped. Several processes share the work; each job is taken by one. */
export async function runJobs(
  database: Database,
  jobs: Jobs,
  schedule: Schedule,
  scopesOf: ScopesOf,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ ...database.owner, max: 4, application_name: 'wijkpoort-jobs' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    noPreparedStatements: true,
    taskList: Object.fromEntries(
      Object.entries(jobs).map(([name, job]) => [
        name,
        async (payload: unknown) => doPerRegion(name, job, (payload ?? {}) as Record<string, unknown>, scopesOf),
      ]),
    ),
    crontab: Object.entries(schedule)
      .map(([name, at]) => `${at} ${name}`)
      .join('\n'),
    logger: quietLogger(log),
  })
  for (const name of Object.keys(schedule)) await runner.addJob(name, {}, { jobKey: `at-start:${name}` })
  return {
    async stop() {
      await runner.stop().catch(() => undefined)
      await pool.end()
    },
  }
}

/** One region after the other. What fails in one does not keep the others waiting; the queue then does it all again. */
async function doPerRegion(
  name: string,
  job: Job,
  payload: Record<string, unknown>,
  scopesOf: ScopesOf,
): Promise<void> {
  const faults: unknown[] = []
  const regionId = typeof payload.regionId === 'string' ? payload.regionId : undefined
  for (const scope of await scopesOf(name, regionId)) {
    await job(scope, payload).catch((fault: unknown) => faults.push(fault))
  }
  if (faults.length > 0) throw faults[0]
}
