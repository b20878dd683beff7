import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { ActorIsStale } from './scope.ts'
import { build } from './single-client-driver.ts'
import { inTransaction, read } from './transaction.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
})

const actorNow = sql<{ organization: string }>`select platform.actor_organization() as organization`

describe('a transaction', () => {
  test('tells row-level security who acts, and forgets it afterwards', async () => {
    const scope = region.scope(region.people.nurseAlfa)
    const { rows } = await inTransaction(scope, (tx) => actorNow.execute(tx.db))
    expect(rows[0]?.organization).toBe(region.organizations.alfa)
    const later = await region.database.pool.query('select platform.actor_kind() as kind')
    expect(later.rows[0].kind).toBe('')
  })

  test('keeps nothing of work that fails, and leaves the connection usable', async () => {
    const scope = region.scope(region.system)
    const work = inTransaction(scope, async (tx) => {
      await tx.db
        .insertInto('platform.outbox')
        .values({ region_id: region.regionId, topic: 't', kind: 'lost' })
        .execute()
      throw new Error('stop')
    })
    await expect(work).rejects.toThrow('stop')
    expect(await region.asOwner(`select from platform.outbox where kind = 'lost'`)).toEqual([])
    await expect(inTransaction(scope, async (tx) => actorNow.execute(tx.db))).resolves.toBeTruthy()
  })

  test('fails when its connection is cut off between two statements, and takes nothing else along', async () => {
    const scope = region.scope(region.system)
    const backend = sql<{ pid: number }>`select pg_backend_pid() as pid`
    const work = inTransaction(scope, async (tx) => {
      const pid = (await backend.execute(tx.db)).rows[0]?.pid
      await region.asOwner('select pg_terminate_backend($1)', [pid])
      const gone = () => region.asOwner('select from pg_stat_activity where pid = $1', [pid])
      await expect.poll(gone).toEqual([])
      await actorNow.execute(tx.db)
    })
    await expect(work).rejects.toThrow()
    await expect(inTransaction(scope, async (tx) => actorNow.execute(tx.db))).resolves.toBeTruthy()
  })

  test('reads in one trip what several statements ask, and says which one failed', async () => {
    const scope = region.scope(region.people.nurseAlfa)
    const names = build.selectFrom('organizations.organization').select('name').orderBy('name')
    const { names: rows, none } = await read(scope, { names, none: undefined as typeof names | undefined })
    expect(rows.map((row) => row.name)).toContain('Alfa Thuiszorg')
    expect(none).toEqual([])
    const wrong = build.selectNoFrom(sql`1 / 0`.as('x'))
    await expect(read(scope, { names, wrong })).rejects.toThrow(/division by zero/)
  })

  test('ends at once for a session that no longer holds', async () => {
    const entry = build.selectNoFrom(sql<boolean>`false`.as('holds'))
    const scope = { ...region.scope(region.people.nurseAlfa), entry }
    await expect(inTransaction(scope, async () => 'not reached')).rejects.toThrow(ActorIsStale)
    await expect(read(scope, { names: build.selectFrom('regions.region').select('name') })).rejects.toThrow(
      ActorIsStale,
    )
  })
})
