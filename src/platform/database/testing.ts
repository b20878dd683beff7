import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { makeSeal } from '../seal/seal.ts'
import { connect, type Database } from './connect.ts'
import { EventBus } from './events.ts'
import { migrate } from './migrate.ts'
import type { Scope } from './scope.ts'

const migrations = join(import.meta.dirname, '../../../database/migrations')

export type TestDatabase = {
  database: Database
  events: EventBus
  /** A statement as the owner: to arrange what no actor may, and to look behind row-level security. */
  asOwner<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** A call by this actor, at this moment (now, when left out). */
  scope(actor: Actor, at?: Date): Scope
  close(): Promise<void>
}

/** A database of one's own, copied from a migrated template; closed after the test file. Call it in `beforeAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer')
  const template = await makeTemplate(server)
  const name = `test_${randomBytes(8).toString('hex')}`
  await asOwnerOf({ ...server, database: 'postgres' }, (client) =>
    client.query(`create database ${name} template ${template}`),
  )
  const owner = { ...server, database: name }
  const database = await connect({ owner, app: { ...owner, user: 'wijkpoort_app' } }, 8)
  const ownerPool = new pg.Pool({ ...owner, max: 2 })
  ownerPool.on('error', () => undefined) // cut off when the database is dropped before the goodbye arrived
  const events = new EventBus()
  const close = async () => {
    await database.close()
    await ownerPool.end()
    await asOwnerOf({ ...server, database: 'postgres' }, (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    )
  }
  let closed = false
  const closeOnce = async () => {
    if (!closed) await close()
    closed = true
  }
  afterAll(closeOnce)
  return {
    database,
    events,
    async asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      return (await ownerPool.query<Row>(text, values)).rows
    },
    scope: (actor, at) => ({
      actor,
      database,
      events,
      seal: makeSeal(Buffer.alloc(32, 7)),
      publicUrl: 'http://127.0.0.1:3000',
      installationUrl: 'http://127.0.0.1:3000',
      now: () => at ?? new Date(),
      requestId: 'test',
      accessPoint: 'test',
    }),
    close: closeOnce,
  }
}

/** Made once per version of the migrations; test files that start together take turns. */
async function makeTemplate(server: pg.ClientConfig): Promise<string> {
  const text = readdirSync(migrations)
    .sort()
    .map((file) => readFileSync(join(migrations, file), 'utf8'))
    .join()
  const name = `template_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
  await asOwnerOf({ ...server, database: 'postgres' }, async (client) => {
    await client.query('select pg_advisory_lock(20261122)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await client.query(`create database ${name}_making`)
    await migrate({ ...server, database: `${name}_making` }, migrations, 'wijkpoort_app')
    await client.query(`alter database ${name}_making rename to ${name}`)
  })
  return name
}

async function asOwnerOf(config: pg.ClientConfig, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
