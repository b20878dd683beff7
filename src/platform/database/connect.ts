import pg from 'pg'

// Whole numbers and sums come back as numbers, dates (without a time) as the text 'YYYY-MM-DD': a Date would shift by zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** The two logins of one database: the app's own (row-level security holds for it) and the owner's (migrations, the job queue). */
export type Database = {
  pool: pg.Pool
  /** The app's own login, for a connection outside the pool (live updates). */
  appLogin: pg.ClientConfig
  owner: pg.ClientConfig
  close(): Promise<void>
}

export type Logins = { app: pg.ClientConfig; owner: pg.ClientConfig }

/**
 * Opens the pool of the app's login. Statements of one round trip are sent without waiting (`pipeline`), which is what makes
 * begin + actor + query + commit cost one trip.
 * Throws when the login could bypass row-level security.
 */
export async function connect({ app, owner }: Logins, poolSize = 16): Promise<Database> {
  const pool = new pg.Pool({
    ...app,
    max: poolSize,
    pipeline: true,
    application_name: 'wijkpoort',
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
  } as pg.PoolConfig)
  // A connection that fell away, idle or between two statements: the next query opens a new one or fails itself.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await refuseAllPowerfulLogin(pool)
  return { pool, appLogin: app, owner, close: () => pool.end() }
}

async function refuseAllPowerfulLogin(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; powerful: boolean }>(
    'select rolname as name, rolsuper or rolbypassrls as powerful from pg_roles where rolname = current_user',
  )
  if (rows[0]?.powerful) {
    await pool.end()
    throw new Error(`Database login ${rows[0].name} can bypass row-level security; the app refuses to run with it.`)
  }
}
