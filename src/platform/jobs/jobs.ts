import { type Runner, run } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Database } from '../database/connect.ts'
import type { Tx } from '../database/transaction.ts'
import { quietLogger } from './quiet-logger.ts'

/** A job is done at least once; so each does its work in a transaction that finds nothing to do the second time. */
export type Job = (payload: Record<string, unknown>) => Promise<void>
export type Jobs = Record<string, Job>
/**
 * At these minutes (cron, UTC) a job without payload, and once at every start: for whatever was missed while the app was
 * down, however long that was.
 */
export type Schedule = Record<string, string>

/** Adds a job in the transaction of the change that wants it. A job with the same key takes the place of the earlier one. */
export async function addJob(
  tx: Tx,
  name: string,
  payload: Record<string, unknown>,
  options: { runAt?: Date; key?: string } = {},
) {
  await sql`select platform.add_job(${name}, ${JSON.stringify(payload)}::json, ${options.runAt ?? null}::timestamptz, ${options.key ?? null})`.execute(
    tx.db,
  )
}

/** Runs jobs and schedules until stopped. Several processes share the work; each job is taken by one. */
export async function runJobs(
  database: Database,
  jobs: Jobs,
  schedule: Schedule,
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
        async (payload: unknown) => job((payload ?? {}) as Record<string, unknown>),
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
