import type { Compilable, Kysely } from 'kysely'
import type pg from 'pg'
import type { Actor } from '#kernel/actor.ts'
import { actorSetting } from './actor-setting.ts'
import { hintListeners } from './hint.ts'
import { ActorIsStale, type Scope } from './scope.ts'
import { kyselyOverClient } from './single-client-driver.ts'
import type { DB } from './tables.ts'

/**
 * How often this process went to the database and back: one for each read, and for a command its begin and commit (what it
 * does in between comes on top). The figure behind "one trip per page".
 */
export const trips = { count: 0 }

/** One transaction of one call. */
export type Tx = {
  db: Kysely<DB>
  scope: Scope
  /** Set when live listeners are to be hinted after the commit. */
  wroteOutbox: boolean
}

/**
 * Makes a command: load, decide, save in one transaction, with the actor told to row-level security. The change, its audit
 * rows and its outbox rows commit together or not at all.
 */
export function command<Input, Answer>(work: (tx: Tx, actor: Actor, input: Input, now: Date) => Promise<Answer>) {
  return (scope: Scope, input: Input): Promise<Answer> =>
    inTransaction(scope, (tx) => work(tx, scope.actor, input, scope.now()))
}

export async function inTransaction<Answer>(scope: Scope, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  const client = await scope.database.pool.connect()
  const tx: Tx = { db: kyselyOverClient(client), scope, wroteOutbox: false }
  let broken: Error | undefined
  try {
    trips.count += 2
    await allOf([client.query('begin'), client.query(actorSetting(scope)), enter(client, scope)])
    const answer = await work(tx)
    await client.query('commit')
    if (tx.wroteOutbox) hintListeners(scope.database)
    return answer
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** What `read` answers to these statements. */
export type RowsOf<Statements> = {
  [Name in keyof Statements]: Statements[Name] extends Compilable<infer Row> ? Row[] : never
}

/**
 * Answers several statements (a page's query and the audit row that belongs to it) in one transaction and one round trip.
 * A name whose value is undefined is left out and answers no rows.
 */
export async function read<Statements extends Record<string, Compilable<unknown> | undefined>>(
  scope: Scope,
  statements: Statements,
): Promise<RowsOf<Required<{ [Name in keyof Statements]: NonNullable<Statements[Name]> }>>> {
  const client = await scope.database.pool.connect()
  const named = Object.entries(statements).filter((entry): entry is [string, Compilable<unknown>] => Boolean(entry[1]))
  let broken: Error | undefined
  trips.count += 1
  try {
    const sent: Promise<unknown>[] = [client.query('begin'), client.query(actorSetting(scope)), enter(client, scope)]
    const answers = named.map(([, statement]) => send(client, statement))
    const results = await allOf([...sent, ...answers, client.query('commit')])
    const rows: Record<string, unknown[]> = Object.fromEntries(Object.keys(statements).map((name) => [name, []]))
    named.forEach(([name], index) => {
      rows[name] = (results[sent.length + index] as pg.QueryResult).rows
    })
    return rows as RowsOf<Required<{ [Name in keyof Statements]: NonNullable<Statements[Name]> }>>
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function send(client: pg.ClientBase, statement: Compilable<unknown>): Promise<pg.QueryResult> {
  const { sql, parameters } = statement.compile()
  return client.query(sql, [...parameters])
}

async function enter(client: pg.ClientBase, scope: Scope): Promise<void> {
  const entries = [scope, ...(scope.alongside ?? [])].flatMap(({ entry }) => entry ?? [])
  const answers = await allOf(entries.map((entry) => send(client, entry)))
  if ((answers as pg.QueryResult[]).some(({ rows }) => !rows[0]?.holds)) throw new ActorIsStale()
}

/** Waits for all, then throws the first failure: later statements of a failed transaction only say that it failed. */
async function allOf(promises: Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(promises)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value)
}
