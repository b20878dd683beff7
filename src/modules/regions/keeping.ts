import { createHash } from 'node:crypto'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepRegion } from './policy.ts'
import { forgetRegion, type ReasonList } from './region.ts'

/** Stands for what somebody looked at: another text when anything was changed. */
export function seenOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('base64url')
    .slice(0, 22)
}

export type ListedReason = {
  list: string
  code: string
  label: string
  wantsText: boolean
  position: number
  active: boolean
}

/** All reasons, those that are out of use as well. */
export async function listAllReasons(scope: Scope): Promise<ListedReason[]> {
  const { found } = await read(scope, {
    found: build
      .selectFrom('regions.reason')
      .select(['list', 'code', 'label', 'wants_text as wantsText', 'position', 'active'])
      .where('region_id', '=', scope.actor.regionId)
      .orderBy('list')
      .orderBy('position')
      .orderBy('code'),
  })
  return found
}

export type SaveReason = {
  list: ReasonList
  /** Left out for a new reason. */
  code?: string
  seen: string
  reason: { label: string; wantsText: boolean; position: number; active: boolean }
}
export type ReasonRefusal = 'changed-meanwhile' | 'label-taken' | 'last-one'

/** Adds or changes a reason. One that was ever used stays in the list, at most out of use: old requests show its words. */
export const saveReason = command(async (tx, actor, input: SaveReason): Promise<Outcome<void, ReasonRefusal>> => {
  permit(canKeepRegion(actor))
  const { regionId } = actor
  const list = await tx.db
    .selectFrom('regions.reason')
    .select(['list', 'code', 'label', 'wants_text as wantsText', 'position', 'active'])
    .where('region_id', '=', regionId)
    .where('list', '=', input.list)
    .forUpdate()
    .execute()
  const known = list.find((reason) => reason.code === input.code)
  const others = list.filter((reason) => reason !== known)
  if (input.code !== undefined && !known) throw new NotFound()
  if (known && seenOf(known) !== input.seen) return refused('changed-meanwhile')
  if (others.some((reason) => reason.label.toLowerCase() === input.reason.label.toLowerCase()))
    return refused('label-taken')
  if (!input.reason.active && !others.some((reason) => reason.active)) return refused('last-one')
  const { label, wantsText, position, active } = input.reason
  const row = { label, wants_text: wantsText, position, active }
  if (known) {
    await tx.db
      .updateTable('regions.reason')
      .set(row)
      .where('region_id', '=', regionId)
      .where('list', '=', input.list)
      .where('code', '=', known.code)
      .execute()
  } else {
    const code = codeOf(label, new Set(list.map((reason) => reason.code)))
    await tx.db
      .insertInto('regions.reason')
      .values({ region_id: regionId, list: input.list, code, ...row })
      .execute()
  }
  await auditChange(tx, 'region.update-reason', [input.list])
  forgetRegion(tx.scope.database)
  return done(undefined)
})

/** A code that says something to who reads the figures later, and that no other reason of the list has. */
function codeOf(label: string, taken: ReadonlySet<string>): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'reason'
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`
    if (!taken.has(code)) return code
  }
}

/** The database keeps the names of a value in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

function auditChange(tx: Tx, event: 'region.update-reason', fields: string[]): Promise<void> {
  return audit(tx, {
    event,
    action: 'U',
    objectType: 'region',
    objectId: tx.scope.actor.regionId,
    fields,
    legalBasis: 'administration',
    rule: 'canKeepRegion',
  })
}
