import { open, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read } from '#platform/database/transaction.ts'

export type SealMark = { position: number; hash: string; at: Date }

export type ChainState = {
  /** The newest row that is sealed. */
  newest: SealMark | undefined
  /** Rows that were written and wait for the next round of sealing. */
  waiting: number
  /** The newest seal that was kept outside the database. */
  anchor: SealMark | undefined
  /** After which seal everything was recalculated just now; 0 for all of it. */
  recalculatedAfter: number
  /** Up to where the last walk along the whole chain found that it holds, and when that was. */
  walked: { position: number; at: Date } | undefined
  /**
   * Where the chain does not hold: a row was changed, taken away or swapped, or the end was cut off or rewritten after it
   * was kept outside.
   */
  broken?: { position: number; how: 'changed' | 'cut-off' | 'rewritten' }
}

const newestSeal = () =>
  build
    .selectFrom('audit.seal')
    .select(['position', sql<string>`encode(hash, 'hex')`.as('hash'), 'sealed_at as at'])
    .orderBy('position', 'desc')
    .limit(1)

/** Seals the rows that have committed; answers the newest seal. Acts as the system. */
export async function sealEvents(scope: Scope): Promise<SealMark | undefined> {
  const atOnce = 5000
  for (;;) {
    const sealed = await inTransaction(scope, async (tx) => {
      const { rows } = await sql<{ sealed: number }>`select audit.seal_events(${atOnce}) as sealed`.execute(tx.db)
      return rows[0]?.sealed ?? 0
    })
    if (sealed < atOnce) break
  }
  const { seals } = await read(scope, { seals: newestSeal() })
  return seals[0]
}

/** Adds the newest seal to a file outside the database, flushed to disk; the same seal is not added twice. */
export async function anchorSeal(path: string, seal: SealMark): Promise<void> {
  const last = await readAnchor(path)
  if (last?.position === seal.position && last.hash === seal.hash) return
  const file = await open(path, 'a', 0o600)
  try {
    await file.write(`${seal.position} ${seal.hash} ${seal.at.toISOString()}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The newest seal of the file; a line that was cut off half-way by a crash does not count. */
export async function readAnchor(path: string): Promise<SealMark | undefined> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return ''
    throw fault
  })
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .trimEnd()
    .split('\n')
  const [, position, hash, at] = /^(\d+) ([0-9a-f]{64}) (\S+)$/.exec(lines.at(-1) ?? '') ?? []
  return position && hash && at ? { position: Number(position), hash, at: new Date(at) } : undefined
}

/** Rows are sealed in the order of their commit: one with a lower number can wait while later ones are sealed. */
const farBack = 10_000

/** What a page recalculates while somebody waits, in rows: some seconds. What is older is walked along at night. */
const atOnce = 10_000
const recalculatedAfter = (rows: number) => sql<number>`(select greatest(0, max(position) - ${rows}) from audit.seal)`

type Walked = 'held' | 'broken' | 'rested'

/**
 * Walks along the whole chain, a part at a time, and keeps for `verifyChain` what was found. Who comes within half a day of the
 * last walk walks no further: 'rested'. Acts as the system.
 */
export async function walkChain(scope: Scope, rowsAtOnce = 20_000): Promise<Walked> {
  for (;;) {
    const step = await inTransaction(scope, async (tx) => {
      const { rows } = await sql<{ step: Walked | 'on' }>`select audit.walk_chain(${rowsAtOnce}) as step`.execute(tx.db)
      return rows[0]?.step ?? 'rested'
    })
    if (step !== 'on') return step
  }
}

const lastCheck = () =>
  build.selectFrom('audit.chain_check').select(['held_to as heldTo', 'held_at as heldAt', 'broken_at as brokenAt'])

/**
 * Holds the newest seals against their rows and the seals before them, and the newest anchor against the chain; of what is older
 * it tells what the last walk found.
 */
export async function verifyChain(scope: Scope, anchorFile?: string, rowsAtOnce = atOnce): Promise<ChainState> {
  const anchor = anchorFile === undefined ? undefined : await readAnchor(anchorFile)
  const after = recalculatedAfter(rowsAtOnce)
  const { seals, first, checks, anchored, waiting } = await read(scope, {
    seals: newestSeal(),
    // Twice as many as asked: minutes of rows can be sealed between the two questions.
    first: build.selectNoFrom([
      sql<number | null>`audit.first_broken_seal(${after}, ${rowsAtOnce * 2})`.as('position'),
      after.as('after'),
    ]),
    checks: lastCheck(),
    anchored: build
      .selectFrom('audit.seal')
      .select(sql<string>`encode(hash, 'hex')`.as('hash'))
      .where('position', '=', anchor?.position ?? 0),
    waiting: build
      .selectFrom('audit.event as e')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where('e.id', '>', sql<number>`(select coalesce(max(s.event_id), 0) - ${farBack} from audit.seal s)`)
      .where(sql<boolean>`not exists (select from audit.seal s where s.event_id = e.id)`),
  })
  const check = checks[0]
  const state: ChainState = {
    newest: seals[0],
    waiting: waiting[0]?.rows ?? 0,
    anchor,
    recalculatedAfter: first[0]?.after ?? 0,
    walked: check?.heldTo != null && check.heldAt ? { position: check.heldTo, at: check.heldAt } : undefined,
  }
  const brokenAt = check?.brokenAt ?? first[0]?.position
  if (brokenAt) return { ...state, broken: { position: brokenAt, how: 'changed' } }
  if (!anchor) return state
  if ((seals[0]?.position ?? 0) < anchor.position) {
    return { ...state, broken: { position: (seals[0]?.position ?? 0) + 1, how: 'cut-off' } }
  }
  if (anchored[0]?.hash !== anchor.hash) return { ...state, broken: { position: anchor.position, how: 'rewritten' } }
  return state
}
