import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'
import { loginOf, type Server } from './server.ts'

/** Held for as long as one app uses the data folder; freed by the server itself when that app dies, however it dies. */
export type AppLock = {
  /** Does the last thing that only the holder may do, such as stopping the server, and then lets go. */
  releaseAfter(work: () => Promise<void>): Promise<void>
}

const lockNumber = 0x77696a6b

export type Guard = {
  /** Finds or starts the server again, on the address it had. */
  revive: () => Promise<Server>
  /** Another app took the folder while the server was down. */
  onLost: () => void
  log: Log
}

/** The lock, or the process number of the app that has it. */
export async function takeAppLock(server: Server, guard: Guard): Promise<AppLock | { heldBy: string }> {
  const client = await connect(server)
  if (await tryLock(client)) return keep(client, guard)
  const heldBy = await holder(client)
  await client.end()
  return { heldBy }
}

async function connect(server: Server): Promise<pg.Client> {
  const client = new pg.Client({
    ...loginOf(server, 'postgres', 'postgres'),
    application_name: `wijkpoort process ${process.pid}`,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lockNumber])
  return rows[0].taken
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.classid = 0 and l.objid = $1 and l.granted`,
    [lockNumber],
  )
  return String(rows[0]?.name ?? '').replace(/^wijkpoort process /, '')
}

/** When the connection is lost the server crashed, or was stopped by someone: it is brought back and the lock taken again. */
function keep(first: pg.Client, { revive, onLost, log }: Guard): AppLock {
  let client = first
  let released = false
  const watch = () => client.once('end', () => void retake())
  const retake = async () => {
    if (!released) log.warn('Lost the connection that guards the data folder: bringing the database back')
    while (!released) {
      const again = await attempt().catch((fault) => log.warn(`The database is not back yet: ${fault.message}`))
      if (again === 'taken by another') return onLost()
      if (again === 'ours') return
      await pause(500)
    }
  }
  const attempt = async () => {
    const fresh = await connect(await revive())
    if (!(await tryLock(fresh))) {
      await fresh.end()
      return 'taken by another'
    }
    client = fresh
    if (released) await client.end()
    else watch()
    return 'ours'
  }
  watch()
  return {
    async releaseAfter(work) {
      released = true
      await work()
      await client.end().catch(() => undefined)
    },
  }
}
