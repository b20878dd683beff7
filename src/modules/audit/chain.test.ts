import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inTransaction } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { anchorSeal, readAnchor, type SealMark, sealEvents, verifyChain, walkChain } from './chain.ts'
import { audit } from './index.ts'

let region: SmallRegion
let anchorFile: string

async function write(rows: number): Promise<void> {
  for (let row = 0; row < rows; row += 1) {
    await inTransaction(region.scope(region.people.nurseAlfa), (tx) =>
      audit(tx, {
        event: 'request.card.read',
        action: 'R',
        objectType: 'request',
        fields: ['card'],
        legalBasis: 'coordination',
        rule: 'canSeeCard',
      }),
    )
  }
}

/**
 * Until all is sealed: rows wait while a transaction that began before them still runs, be it in another test's database, where
 * one may be filling a whole practice region.
 */
async function sealAll(): Promise<SealMark> {
  const newest = await vi.waitUntil(
    async () => {
      const seal = await sealEvents(region.scope(region.system))
      return (await verify()).waiting === 0 && seal
    },
    { timeout: 150_000 },
  )
  return newest
}

async function sealAndAnchor(): Promise<void> {
  await anchorSeal(anchorFile, await sealAll())
}

const verify = () => verifyChain(region.scope(region.people.privacyOfficer), anchorFile)

/** What the app's own login cannot do: as the owner, with the keys between the tables taken off. */
async function tamper(...statements: string[]): Promise<void> {
  await region.asOwner('alter table audit.seal drop constraint if exists seal_event_id_fkey')
  for (const statement of statements) await region.asOwner(statement)
}

beforeEach(async () => {
  region = await createSmallRegion()
  anchorFile = join(mkdtempSync(join(tmpdir(), 'wijkpoort-anchor-')), 'audit-anchor.log')
  await write(6)
  await sealAndAnchor()
})

afterEach(() => rmSync(dirname(anchorFile), { recursive: true, force: true }))

describe('the chain of the log', () => {
  test('holds when nobody touched it, and goes on when rows are added', async () => {
    expect(await verify()).toMatchObject({ newest: { position: 6 }, anchor: { position: 6 }, waiting: 0 })
    await write(2)
    expect(await verify()).toMatchObject({ newest: { position: 6 }, waiting: 2 })
    await sealAndAnchor()
    const state = await verify()
    expect(state).toMatchObject({ newest: { position: 8 }, anchor: { position: 8 } })
    expect(state.broken).toBeUndefined()
  })

  test.each([
    ['user_name', "'Iemand Anders'"],
    ['at', "at + interval '1 second'"],
    ['outcome', "'refused'"],
    ['fields', "'{}'"],
    ['care_request_id', 'gen_random_uuid()'],
    ['access_point', "'elsewhere'"],
    ['break_glass', 'true'],
    ['legal_basis', "'treatment'"],
    ['organization_name', 'null'],
  ])('shows a row of which the %s was changed', async (column, value) => {
    await tamper(
      `update audit.event set ${column} = ${value} where id = (select event_id from audit.seal where position = 3)`,
    )
    expect((await verify()).broken).toEqual({ position: 3, how: 'changed' })
  })

  test('shows a row that was taken away', async () => {
    await tamper('delete from audit.event where id = (select event_id from audit.seal where position = 4)')
    expect((await verify()).broken).toEqual({ position: 4, how: 'changed' })
  })

  test('shows a row that was taken away with its seal, also when the seals after it were renumbered', async () => {
    await tamper(
      'delete from audit.event where id = (select event_id from audit.seal where position = 4)',
      'delete from audit.seal where position = 4',
    )
    expect((await verify()).broken).toEqual({ position: 4, how: 'changed' })
    await tamper(
      'update audit.seal set position = 4 where position = 5',
      'update audit.seal set position = 5 where position = 6',
    )
    expect((await verify()).broken).toEqual({ position: 4, how: 'changed' })
  })

  test('shows two rows that changed places', async () => {
    await tamper(
      `update audit.seal set event_id = -1 where position = 2`,
      `update audit.seal set event_id = -2 where position = 3`,
      `update audit.seal set event_id = (select id from audit.event order by id limit 1 offset 2) where position = 2`,
      `update audit.seal set event_id = (select id from audit.event order by id limit 1 offset 1) where position = 3`,
    )
    expect((await verify()).broken).toEqual({ position: 2, how: 'changed' })
  })

  test('shows a tail that was cut off, which the chain alone cannot', async () => {
    await tamper(
      'delete from audit.event where id in (select event_id from audit.seal where position > 4)',
      'delete from audit.seal where position > 4',
    )
    expect((await verifyChain(region.scope(region.people.privacyOfficer))).broken).toBeUndefined()
    expect((await verify()).broken).toEqual({ position: 5, how: 'cut-off' })
  })

  test('shows a tail that was cut off and grew again', async () => {
    await tamper(
      'delete from audit.event where id in (select event_id from audit.seal where position > 4)',
      'delete from audit.seal where position > 4',
    )
    await write(4)
    await sealAll()
    expect((await verify()).broken).toEqual({ position: 6, how: 'rewritten' })
  })

  test('shows a chain that was forged anew from the first row', async () => {
    await tamper("update audit.event set user_name = 'Iemand Anders' where id = (select min(id) from audit.event)")
    await tamper('delete from audit.seal')
    await sealAll()
    expect((await verifyChain(region.scope(region.people.privacyOfficer))).broken).toBeUndefined()
    expect((await verify()).broken).toEqual({ position: 6, how: 'rewritten' })
  })

  test('cannot be touched by the app itself: no change, no removal, no seal', async () => {
    const client = await region.database.pool.connect()
    try {
      for (const statement of [
        "update audit.event set user_name = 'x'",
        'delete from audit.event',
        'truncate audit.event',
        'delete from audit.seal',
        "insert into audit.seal (position, event_id, hash) values (99, 1, '\\x00')",
        'insert into audit.chain_check (held_to) values (99)',
        'update audit.chain_check set held_to = 99',
      ]) {
        await expect(client.query(statement)).rejects.toThrow(/permission denied/)
      }
    } finally {
      client.release()
    }
  })

  test('is sealed by one of two that start together, and leaves nothing out', async () => {
    await write(5)
    await Promise.all([sealEvents(region.scope(region.system)), sealEvents(region.scope(region.system))])
    await sealAll()
    expect(await verify()).toMatchObject({ newest: { position: 11 }, waiting: 0 })
  })
})

describe('a log too long for a page', () => {
  const newestTwo = () => verifyChain(region.scope(region.people.privacyOfficer), anchorFile, 2)
  const walk = () => walkChain(region.scope(region.system), 2)

  test('is walked along part by part; the page recalculates the newest rows and tells of the walk', async () => {
    expect(await newestTwo()).toMatchObject({ recalculatedAfter: 4, walked: undefined })
    expect(await walk()).toBe('held')
    expect(await newestTwo()).toMatchObject({ recalculatedAfter: 4, walked: { position: 6 } })
    expect((await newestTwo()).broken).toBeUndefined()
    expect(await walk()).toBe('rested')
  })

  test('of which nothing is sealed yet is not walked along: the first walk is of what is there', async () => {
    await tamper('delete from audit.seal')
    expect(await walk()).toBe('rested')
    await sealAll()
    expect(await walk()).toBe('held')
  })

  test.each([1, 2, 3, 4])('shows what was changed at %i, which the page itself did not look at', async (position) => {
    await tamper(
      `update audit.event set user_name = 'x' where id = (select event_id from audit.seal where position = ${position})`,
    )
    expect((await newestTwo()).broken).toBeUndefined()
    expect(await walk()).toBe('broken')
    expect((await newestTwo()).broken).toEqual({ position, how: 'changed' })
  })

  test('shows at once what was changed in the newest rows', async () => {
    await tamper('delete from audit.event where id = (select event_id from audit.seal where position = 5)')
    expect((await newestTwo()).broken).toEqual({ position: 5, how: 'changed' })
  })
})

describe('the seal outside the database', () => {
  test('is one line per new seal, for its owner only', async () => {
    await sealAndAnchor()
    expect(readFileSync(anchorFile, 'utf8')).toMatch(/^6 [0-9a-f]{64} \S+Z\n$/)
    expect(statSync(anchorFile).mode & 0o077).toBe(0)
  })

  test('is read over a line that a crash cut off', async () => {
    appendFileSync(anchorFile, '7 abc')
    expect((await readAnchor(anchorFile))?.position).toBe(6)
  })

  test('is not there for a file that is missing or empty', async () => {
    expect(await readAnchor(join(anchorFile, '../none'))).toBeUndefined()
    writeFileSync(anchorFile, '')
    expect(await readAnchor(anchorFile)).toBeUndefined()
  })
})
