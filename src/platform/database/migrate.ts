import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { StartRefusal } from '../start-refusal.ts'

const lockKey = 7_105_2026

/** Thrown when a migration that already ran has another text than the file: history is never rewritten. */
export class MigrationWasRewritten extends Error {
  constructor(name: string) {
    super(`Migration ${name} already ran with another text; migrations are forward only.`)
    this.name = 'MigrationWasRewritten'
  }
}

/**
 * Brings the database to the newest version, each file of `folder` in its own transaction, in order of name. A lock makes
 * two processes that start at once take turns. Answers the names that ran now.
 */
export async function migrate(owner: pg.ClientConfig, folder: string, appLogin: string): Promise<string[]> {
  const client = await open(owner)
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    refuseOld(rows[0]?.version ?? 0)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await makeAppRole(client, appLogin)
    await client.query(`create table if not exists public.migration (
      name text primary key, checksum text not null, ran_at timestamptz not null default now())`)
    const ran = new Map(
      (await client.query<{ name: string; checksum: string }>('select name, checksum from public.migration')).rows.map(
        (row) => [row.name, row.checksum],
      ),
    )
    const now: string[] = []
    const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
    refuseNewer([...ran.keys()].filter((name) => !names.includes(name)))
    await migrateJobQueue(owner)
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8')
      const checksum = createHash('sha256').update(text).digest('hex')
      if (ran.has(name)) {
        if (ran.get(name) !== checksum) throw new MigrationWasRewritten(name)
        continue
      }
      await runOne(client, name, text, checksum)
      now.push(name)
    }
    return now
  } finally {
    await client.end()
  }
}

/** The first that goes to the database: what is wrong with its address is said here, in one sentence without the password. */
async function open(owner: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'geen antwoord'
    // 28: the login is refused; 3D000: there is no such database. The rest may pass.
    const forPerson = /^(28|3D)/.test(code)
    throw new StartRefusal(
      forPerson
        ? `De database laat deze login niet toe (${code}); zet DATABASE_URL en MIGRATE_DATABASE_URL goed.`
        : `De database is niet bereikbaar (${code}); draait die, en klopt DATABASE_URL?`,
      forPerson ? 78 : 75,
    )
  }
}

/** `merge`, security-invoker views and `unique nulls not distinct` came with PostgreSQL 15. */
export function refuseOld(version: number): void {
  if (version >= 150_000) return
  throw new StartRefusal(
    `De database is PostgreSQL ${Math.floor(version / 10_000)}; Wijkpoort heeft PostgreSQL 15 of nieuwer nodig.`,
    78,
  )
}

/** A newer version may have moved what this one still expects: it would write to a database that it does not understand. */
function refuseNewer(unknown: string[]): void {
  if (unknown.length === 0) return
  throw new StartRefusal(
    `De gegevens zijn van een nieuwere versie van Wijkpoort (die kent ook ${unknown.at(-1)}); start die versie. Er is niets veranderd.`,
    78,
  )
}

async function migrateJobQueue(owner: pg.ClientConfig): Promise<void> {
  const pool = new pg.Pool({ ...owner, max: 1 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await runMigrations({ pgPool: pool, noPreparedStatements: true }).finally(() => pool.end())
}

async function runOne(client: pg.Client, name: string, text: string, checksum: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into public.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** The group role that the grants name; the app's login is a member of it, or is it. */
async function makeAppRole(client: pg.Client, login: string): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'wijkpoort_app') then
      create role wijkpoort_app login nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`)
  if (login === 'wijkpoort_app') return
  // Whoever keeps the server may have granted it already; then this owner need not be able to.
  const { rows } = await client.query<{ granted: boolean }>(
    `select pg_has_role($1, 'wijkpoort_app', 'usage') as granted`,
    [login],
  )
  if (!rows[0]?.granted) await client.query(`grant wijkpoort_app to ${pg.escapeIdentifier(login)}`)
}
