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

/** The lock, or the process number of the app that has it. */
export async function takeAppLock(server: Server, onLost: () => void, log: Log): Promise<AppLock | { heldBy: string }> {
  const client = await connect(server)
  if (!(await tryLock(client))) {
    const heldBy = await holder(client)
    await client.end()
    return { heldBy }
  }
  return keep(client, server, onLost, log)
}

async function connect(server: Server): Promise<pg.Client> {
  const client = new pg.Client({
    ...loginOf(server, 'postgres', 'postgres'),
    application_name: `wijkpoort process ${process.pid}`,
  })
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

/** The server restarts itself when one of its processes crashes; the lock is then taken again, or the app has to stop. */
function keep(first: pg.Client, server: Server, onLost: () => void, log: Log): AppLock {
  let client = first
  let released = false
  const watch = () => {
    let lost = false
    // A server that stops says so first and then hangs up: two errors for one loss.
    client.on('error', () => {
      if (!lost) void retake()
      lost = true
    })
  }
  const retake = async () => {
    if (released) return
    log.warn('Lost the connection that guards the data folder; taking it again')
    for (let attempt = 0; attempt < 50 && !released; attempt++) {
      const again = await takeAppLockOnce(server)
      if (again === 'refused') break
      if (again) {
        client = again
        watch()
        return
      }
      await pause(200)
    }
    if (released) return
    log.error('The data folder is no longer ours: stopping')
    onLost()
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

async function takeAppLockOnce(server: Server): Promise<pg.Client | 'refused' | undefined> {
  try {
    const client = await connect(server)
    if (await tryLock(client)) return client
    await client.end()
    return 'refused'
  } catch {
    return undefined
  }
}
