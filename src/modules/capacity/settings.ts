import type { Compilable } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { type Expiry, firstExpiry } from './rules/light.ts'

type Row = { todayHours: number; laterHours: number; patternDays: number }

/** Goes along with the query of a page; `toExpiry` reads its answer. */
export function expiryQuery(): Compilable<Row> {
  return build
    .selectFrom('capacity.region_setting')
    .select(['today_hours as todayHours', 'later_hours as laterHours', 'pattern_days as patternDays'])
}

export function toExpiry(rows: readonly Row[]): Expiry {
  return rows[0] ?? firstExpiry
}

export async function getExpiry(scope: Scope): Promise<Expiry> {
  return toExpiry((await read(scope, { rows: expiryQuery() })).rows)
}
