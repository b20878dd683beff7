import { localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import type { Replayed } from '../solver/replaying.ts'

/** Of a process that is gone nothing comes any more: so long after its last sign of life another begins again. */
const silentMilliseconds = 60_000

/** How far the figures of a day are, and who asked for them. */
export type OwnReplay = {
  id: string
  askedByName: string
  askedAt: Date
  stopAsked: boolean
} & ({ state: 'running'; done: number; of: number } | Ending)

/** What came of it, and how many requests of all were played. `no-past`: there is nothing to live again. */
export type Ending =
  | { state: 'ready'; result: Replayed & { requests: number; ofAll: number } }
  | { state: 'no-past' | 'failed' }

/** That of today; undefined when nobody asked yet, or when whoever made it is gone. */
export async function findOwnReplay(scope: Scope): Promise<OwnReplay | undefined> {
  const { rows } = await read(scope, {
    rows: build
      .selectFrom('matching.own_replay')
      .select((eb) => [
        'id',
        'asked_by_name as askedByName',
        'asked_at as askedAt',
        eb('stop_asked_at', 'is not', null).as('stopAsked'),
        'state',
        'done',
        'of_runs as of',
        'result',
      ])
      .where('region_id', '=', scope.actor.regionId)
      .where('made_on', '=', localDateOf(scope.now()))
      .where((eb) => eb.or([eb('state', '<>', 'running'), eb('alive_at', '>=', silentSince(scope))])),
  })
  return rows[0] as OwnReplay | undefined
}

/**
 * Begins that of today and answers its id, of all who begin at once to one: what gives signs of life goes on. What is of earlier days
 * is cleared away.
 *
 * @param again also when it has an answer already
 */
export async function beginOwnReplay(scope: Scope, { again }: { again: boolean }): Promise<string | undefined> {
  const { actor } = scope
  if (actor.kind !== 'user') throw new NotAllowed()
  const now = scope.now()
  const begun = {
    id: newId(),
    asked_by: actor.userId,
    asked_by_name: actor.name,
    asked_at: now,
    state: 'running',
    done: 0,
    of_runs: 0,
    alive_at: now,
    stop_asked_at: null,
    finished_at: null,
    result: null,
  }
  const row = await inTransaction(scope, async (tx) => {
    await forgetEarlier(tx)
    return tx.db
      .insertInto('matching.own_replay')
      .values({ ...begun, region_id: actor.regionId, made_on: localDateOf(now) })
      .onConflict((conflict) =>
        conflict
          .constraint('own_replay_made_once')
          .doUpdateSet(begun)
          .where((eb) =>
            eb
              .case()
              .when('matching.own_replay.state', '=', 'running')
              .then(eb('matching.own_replay.alive_at', '<', silentSince(scope)))
              .else(again)
              .end(),
          ),
      )
      .returning('id')
      .executeTakeFirst()
  })
  return row?.id
}

/** A sign of life, with how far it is; answers whether to go on: nobody asked it to stop or began it again. */
export async function tellOwnReplay(scope: Scope, id: string, { done, of }: { done: number; of: number }) {
  const row = await inTransaction(scope, (tx) =>
    running(tx)
      .set({ alive_at: scope.now(), done, of_runs: of })
      .where('id', '=', id)
      .returning('stop_asked_at')
      .executeTakeFirst(),
  )
  return row !== undefined && row.stop_asked_at === null
}

export async function endOwnReplay(scope: Scope, id: string, ending: Ending): Promise<void> {
  const result = ending.state === 'ready' ? JSON.stringify(ending.result) : null
  await inTransaction(scope, (tx) =>
    running(tx).set({ state: ending.state, finished_at: scope.now(), result }).where('id', '=', id).execute(),
  )
}

/** As if nobody had asked: the next to look, in whichever process, begins it. */
export async function letGoOfOwnReplay(scope: Scope, id: string): Promise<void> {
  await inTransaction(scope, ({ db }) => db.deleteFrom('matching.own_replay').where('id', '=', id).execute())
}

export async function askToStopOwnReplay(scope: Scope): Promise<void> {
  await inTransaction(scope, (tx) => running(tx).set({ stop_asked_at: scope.now() }).execute())
}

/** At night, for regions in which nobody looks again. */
export async function forgetOwnReplays(scope: Scope): Promise<void> {
  await inTransaction(scope, forgetEarlier)
}

async function forgetEarlier({ db, scope }: Tx): Promise<void> {
  await db
    .deleteFrom('matching.own_replay')
    .where('region_id', '=', scope.actor.regionId)
    .where('made_on', '<', localDateOf(scope.now()))
    .execute()
}

function running({ db, scope }: Tx) {
  return db
    .updateTable('matching.own_replay')
    .where('region_id', '=', scope.actor.regionId)
    .where('state', '=', 'running')
}

function silentSince(scope: Scope): Date {
  return new Date(scope.now().getTime() - silentMilliseconds)
}
