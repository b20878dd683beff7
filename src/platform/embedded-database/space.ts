import { open, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Log } from './log.ts'

/** In bytes. */
export type SpaceLimits = {
  /** With less than this free, writes are refused. */
  low: number
  /** With more than this free, they are taken again. More than `low` plus the reserve, so that it does not swing. */
  enough: number
  /** Kept in a file, and given back when it runs low: the server needs some room to stay on its feet. */
  reserve: number
}

const megabyte = 1024 * 1024

export const spaceLimits: SpaceLimits = { low: 192 * megabyte, enough: 320 * megabyte, reserve: 64 * megabyte }

/** The part of a connection that it needs: one that may change settings of the server. */
type Ask = (work: (client: pg.Client) => Promise<void>) => Promise<void>

/**
 * Looks at the free space of the data folder every second. PostgreSQL answers a full disk with an error for a table, but
 * with a crash for its log, and then it may not come up again. So before that point the database is made read-only: reads
 * go on, a write gets SQLSTATE 25006 (or 53100 when the disk filled up within the second), and nothing that was
 * acknowledged is lost.
 */
export async function watchSpace(dataDir: string, limits: SpaceLimits, ask: Ask, log: Log) {
  let refusing: boolean | undefined
  const look = async () => {
    const { bavail, bsize } = await statfs(dataDir)
    const free = bavail * bsize
    const short = free < (refusing === false ? limits.low : limits.enough - (await sizeOf(reserveIn(dataDir))))
    if (short === refusing) return
    if (short) await rm(reserveIn(dataDir), { force: true })
    else await fill(reserveIn(dataDir), limits.reserve)
    await ask((client) => setReadOnly(client, short))
    if (short)
      log.error(`Only ${Math.round(free / megabyte)} MB free in ${dataDir}: writes are refused until there is room`)
    else if (refusing) log.info(`There is room again in ${dataDir}: writes are taken`)
    refusing = short
  }
  await look()
  let busy: Promise<void> | undefined
  let complaint = ''
  const complain = (fault: Error) => {
    if (fault.message !== complaint) log.warn(`Could not guard the free space: ${fault.message}`)
    complaint = fault.message
  }
  const timer = setInterval(() => {
    busy ??= look()
      .catch(complain)
      .finally(() => {
        busy = undefined
      })
  }, 1_000)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await busy
    },
  }
}

const reserveIn = (dataDir: string) => join(dataDir, 'reserve')

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0
}

/** Written and not only sized: a file with holes in it reserves nothing. */
async function fill(path: string, bytes: number): Promise<void> {
  if ((await sizeOf(path)) >= bytes) return
  const file = await open(path, 'w', 0o600)
  try {
    const zeros = Buffer.alloc(Math.min(bytes, 8 * megabyte))
    for (let written = 0; written < bytes; written += zeros.length) await file.write(zeros)
  } finally {
    await file.close()
  }
}

async function setReadOnly(client: pg.Client, readOnly: boolean): Promise<void> {
  await client.query(
    `alter system ${readOnly ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only'}`,
  )
  await client.query('select pg_reload_conf()')
}
