import pg from 'pg'
import type { Logger } from 'pino'
import type { Database } from '../database/connect.ts'
import { hintChannel } from '../database/hint.ts'

/** One row of the outbox, as listeners get it: ids and codes only. */
export type LiveEvent = {
  /** Place in commit order, `<xid>-<id>`; a listener that was away continues after it. */
  cursor: string
  regionId: string
  topic: string
  kind: string
  subjectId: string | null
  payload: Record<string, unknown>
}

type Listener = { regionId: string; topics: ReadonlySet<string>; hear(events: LiveEvent[]): void }

const columns = `o.xid::text || '-' || o.id as cursor, o.region_id as "regionId", o.topic, o.kind, o.subject_id as "subjectId", o.payload`
// Only what no running transaction can still slip in front of; so the order of (xid, id) is final.
const settled = 'o.xid < pg_snapshot_xmin(pg_current_snapshot())'

/**
 * Follows the outbox of one database for all open pages of this process: woken by hints of any process, and by itself every
 * two seconds for hints that were missed. A change that has to wait for another transaction is looked for again within
 * milliseconds. Rows are read once per process, however many pages are open.
 */
export class LiveHub {
  readonly #listeners = new Set<Listener>()
  readonly #database: Database
  readonly #log: Logger
  readonly #pause: number
  #client: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #soon: NodeJS.Timeout | undefined
  #soonIn = 5
  #cursor = '0-0'
  #reading: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(database: Database, log: Logger, pause = 2_000) {
    this.#database = database
    this.#log = log
    this.#pause = pause
  }

  get listeners(): number {
    return this.#listeners.size
  }

  async start(): Promise<void> {
    this.#cursor = await this.newest()
    await this.#listen()
    this.#timer = setInterval(() => this.#look(), this.#pause)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#soon)
    this.#listeners.clear()
    await this.#reading
    await this.#client?.end().catch(() => undefined)
  }

  /** Hears of one region only, whatever its topics are called. Answers the function that stops listening. */
  listen(regionId: string, topics: readonly string[], hear: (events: LiveEvent[]) => void): () => void {
    const listener: Listener = { regionId, topics: new Set(topics), hear }
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The newest settled place of the outbox. */
  async newest(): Promise<string> {
    const { rows } = await this.#database.pool.query<{ cursor: string }>(
      `select xid::text || '-' || id as cursor from (
         (select o.xid, o.id from platform.outbox o where ${settled} order by o.xid desc, o.id desc limit 1)
         union all select f.xid, f.id from platform.outbox_forgotten f) place
       order by xid desc, id desc limit 1`,
    )
    return rows[0]?.cursor ?? '0-0'
  }

  /**
   * What happened on these topics after a place; undefined when that is more than `limit` rows, or when some of it was
   * forgotten since, so that a page starts afresh.
   */
  async since(
    cursor: string,
    regionId: string,
    topics: readonly string[],
    limit = 200,
  ): Promise<LiveEvent[] | undefined> {
    const [xid, id] = parts(cursor)
    const { rows } = await this.#database.pool.query<LiveEvent>(
      `select ${columns} from platform.outbox o
       where (o.xid, o.id) > ($1::xid8, $2::bigint) and ${settled} and o.region_id = $3 and o.topic = any ($4)
       order by o.xid, o.id limit $5`,
      [xid, id, regionId, topics, limit + 1],
    )
    // Asked afterwards: what was forgotten in between shows here.
    const { rows: forgotten } = await this.#database.pool.query(
      'select from platform.outbox_forgotten f where (f.xid, f.id) > ($1::xid8, $2::bigint)',
      [xid, id],
    )
    return rows.length > limit || forgotten.length > 0 ? undefined : rows
  }

  async #listen(): Promise<void> {
    if (this.#stopped) return
    const client = new pg.Client({ ...this.#database.appLogin, application_name: 'wijkpoort-live' })
    client.on('notification', () => this.#look())
    client.on('error', () => undefined)
    client.on('end', () => {
      if (!this.#stopped) setTimeout(() => this.#listen().catch((error) => this.#complain(error)), 1_000).unref()
    })
    await client.connect()
    await client.query(`listen ${hintChannel}`)
    this.#client = client
    this.#look()
  }

  #look(): void {
    this.#reading = this.#reading.then(() => this.#readNew()).catch((error) => this.#complain(error))
  }

  async #readNew(): Promise<void> {
    if (this.#stopped) return
    const [xid, id] = parts(this.#cursor)
    const { rows: found } = await this.#database.pool.query<LiveEvent & { settled: boolean }>(
      `select ${columns}, ${settled} as settled from platform.outbox o
       where (o.xid, o.id) > ($1::xid8, $2::bigint) order by o.xid, o.id limit 1000`,
      [xid, id],
    )
    const rows = found.filter((row) => row.settled)
    this.#lookSoonIf(rows.length < found.length)
    const last = rows.at(-1)
    if (!last) return
    this.#cursor = last.cursor
    for (const listener of this.#listeners) {
      const heard = rows.filter((row) => row.regionId === listener.regionId && listener.topics.has(row.topic))
      if (heard.length > 0) listener.hear(heard)
    }
    if (rows.length === 1000) this.#look()
  }

  /** What another transaction still stands before has given its hint already: nobody wakes us when that one is over. */
  #lookSoonIf(waits: boolean): void {
    clearTimeout(this.#soon)
    this.#soonIn = waits ? Math.min(this.#soonIn * 2, 320) : 5
    if (waits) this.#soon = setTimeout(() => this.#look(), this.#soonIn).unref()
  }

  #complain(error: Error & { code?: unknown }): void {
    this.#log.warn({ err: { type: error.name, code: error.code } }, 'live updates wait for the database')
  }
}

/** Whether a place comes after another in commit order. */
export function isLater(cursor: string, than: string): boolean {
  const [xid, id] = parts(cursor).map(BigInt) as [bigint, bigint]
  const [otherXid, otherId] = parts(than).map(BigInt) as [bigint, bigint]
  return xid === otherXid ? id > otherId : xid > otherXid
}

function parts(cursor: string): [string, string] {
  const match = /^(\d{1,20})-(\d{1,19})$/.exec(cursor)
  return match ? [match[1]!, match[2]!] : ['0', '0']
}
