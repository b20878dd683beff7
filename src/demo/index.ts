import pg from 'pg'
import { countClients } from '#modules/matching/index.ts'
import { addressOf } from '#modules/regions/index.ts'
import type { Seal } from '#platform/seal/seal.ts'
import { makeAdvice, rememberReturns } from './advice.ts'
import { askAround } from './asking.ts'
import { copyRows } from './copy.ts'
import { workAtTheDesk } from './desk.ts'
import { historyDays, makeHistory } from './history/make-history.ts'
import { historyTables } from './history/rows.ts'
import { makeLights } from './lights.ts'
import { holdMeetings } from './meetings.ts'
import { type Random, seeded } from './random.ts'
import { buildRegion, regionName } from './region/build.ts'
import { buildSecondRegion, openInSecond, secondName, secondSize, secondSlug } from './second/build.ts'
import { handOver, type Side } from './second/went-over.ts'
import { tellOfNewClients } from './taken-room.ts'
import { workTogether } from './together.ts'

export type Fill = {
  /** The history ends here. */
  now: Date
  /** The seal of the app that will run on this database. */
  seal: Seal
  /** How many requests; 7,000 unless a benchmark wants more. */
  size?: number
  /** The same seed makes the same region. */
  seed?: number
  /** Without the second region beside it. */
  alone?: boolean
  /** Where the app will be found, for the links in its mail. */
  publicUrl?: string
  /** Hears how far it is, in Dutch, for who waits. */
  log?: (sentence: string) => void
}

export type Summary = { requests: number; organizations: number; people: number; seconds: number }

/** Thrown when there is a region already: a practice region is never laid over something else. */
export class DatabaseIsNotEmpty extends Error {
  constructor() {
    super('The database already holds a region.')
    this.name = 'DatabaseIsNotEmpty'
  }
}

export const usualSize = 7_000
/** From here on foreign keys are not checked row by row: what the generator makes is the same at every size. */
const largeSize = 50_000

/**
 * Fills a migrated, empty database with the practice region and its history, in one transaction: all of it or nothing.
 *
 * @param owner the owner of the tables, who may use COPY where row-level security holds
 * @throws DatabaseIsNotEmpty
 */
export async function fillPracticeRegion(owner: pg.ClientConfig, fill: Fill): Promise<Summary> {
  const { now, seal, size = usualSize, seed = 1, alone = false, log = () => undefined } = fill
  const { publicUrl = 'http://127.0.0.1:3000' } = fill
  const started = performance.now()
  const random = seeded(seed)
  const madeAt = new Date(now.getTime() - (historyDays + 7) * 86_400_000)
  const { region, tables } = buildRegion(random.split('region'), madeAt, now)
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    await refuseFull(client)
    await client.query('set local synchronous_commit = off')
    await client.query('insert into platform.installation (practice, made_at) values (true, $1)', [now])
    for (const { table, rows } of tables) await copyRows(client, table, rows)
    for (const { table, rows } of makeLights(random.split('lights'), region, now)) await copyRows(client, table, rows)
    for (const { table, rows } of makeAdvice(random.split('advice'), region, now)) await copyRows(client, table, rows)
    const second = alone
      ? undefined
      : await addSecondRegion(client, random.split('second'), { now, madeAt, seal, publicUrl, before: size })
    // What the region looks like is remembered by triggers, which the next line would put to sleep.
    await client.query('set constraints all immediate')
    if (size >= largeSize) await skipForeignKeys(client)
    let written = 0
    for (const rows of makeHistory(random.split('history'), region, { now, size, seal, publicUrl })) {
      for (const table of historyTables) await copyRows(client, table, rows[table])
      written += rows['requests.care_request'].length
      log(`${written.toLocaleString('nl-NL')} van ${size.toLocaleString('nl-NL')} zorgvragen`)
    }
    if (second) {
      const from = { region, name: regionName, publicUrl }
      const over = { from, to: second, now, seal, before: size + secondSize }
      await handOver(client, random.split('went-over'), over)
    }
    await client.query('select requests.count_taken_anew()')
    for (const statement of countClients) await client.query(statement)
    await client.query(rememberReturns)
    await workAtTheDesk(client, random.split('desk'), region, { now, seal })
    await holdMeetings(client, now)
    await workTogether(client, random.split('together'), { now, seal, publicUrl })
    await askAround(client, random.split('asked'), region, { team: 'arnhem-centrum', many: 2, now })
    if (second)
      await askAround(client, random.split('asked there'), second.region, { team: 'transferpunt', many: 1, now })
    await tellOfNewClients(client, now)
    await client.query('commit')
    // Of a large one, also what autovacuum would otherwise do in the middle of a measurement.
    await client.query(size >= largeSize ? 'vacuum (analyze)' : 'analyze')
    const organizations = region.providers.length + region.referrers.length + 1
    const seconds = Math.round((performance.now() - started) / 100) / 10
    return { requests: written, organizations, people: region.people.length, seconds }
  } finally {
    // Ends an unfinished transaction as well.
    await client.end()
  }
}

type Second = { now: Date; madeAt: Date; seal: Seal; publicUrl: string; before: number }

/** Beside the first: small, and another way of working. */
async function addSecondRegion(client: pg.Client, random: Random, { madeAt, ...lived }: Second): Promise<Side> {
  const { region, tables } = buildSecondRegion(random.split('region'), madeAt)
  for (const { table, rows } of tables) await copyRows(client, table, rows)
  for (const { table, rows } of makeLights(random.split('lights'), region, lived.now, { neverFull: true })) {
    await copyRows(client, table, rows)
  }
  const url = addressOf({ slug: secondSlug, host: null }, false, lived.publicUrl)
  const asked = { ...lived, publicUrl: url, size: secondSize, open: openInSecond }
  for (const rows of makeHistory(random.split('history'), region, asked)) {
    for (const table of historyTables) await copyRows(client, table, rows[table])
  }
  return { region, name: secondName, publicUrl: url }
}

async function refuseFull(client: pg.Client): Promise<void> {
  // Two that start at once take turns; the second finds it full.
  await client.query('lock table platform.installation in exclusive mode')
  const { rows } = await client.query<{ full: boolean }>(
    'select exists (select from platform.installation) or exists (select from regions.region) as full',
  )
  if (rows[0]?.full) throw new DatabaseIsNotEmpty()
}

async function skipForeignKeys(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    'select rolsuper as may from pg_roles where rolname = current_user',
  )
  if (rows[0]?.may) await client.query('set local session_replication_role = replica')
}
