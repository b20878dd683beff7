import { type Compilable, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import type { DirectoryRow } from './directory-rows.ts'
import type { Include, Question } from './question.ts'
import { objectTypesOf, type ResourceType } from './resources.ts'
import { parametersOf } from './search-parameters.ts'

/** A version that somebody may ask for: how it was, or that it was removed then. */
export type Version = DirectoryRow | (Omit<DirectoryRow, 'what'> & { what: null })
export type HistoryEntry = Version & { key: string; action: 'C' | 'U' | 'D' }

const columns = sql`c.object_type as "objectType", c.object_id as id, c.version, c.at, c.what`

function statement<Row>(query: RawBuilder<Row>): Compilable<Row> {
  return { compile: () => query.compile(build) }
}

/** Where all of these hold, and of each at least one. */
function allOf(wheres: readonly (readonly RawBuilder<SqlBool>[])[]): RawBuilder<unknown> {
  if (wheres.length === 0) return sql`true`
  return sql.join(
    wheres.map((either) => sql`(${sql.join([...either], sql` or `)})`),
    sql` and `,
  )
}

function isNow(type: ResourceType): RawBuilder<unknown> {
  return sql`c.newest and c.what is not null and c.object_type = any (${objectTypesOf[type]})`
}

/**
 * A page of what fits, in the order of the ids: what changes between two pages stays in its place, so that who follows the links sees
 * each resource once.
 */
export async function searchDirectory(
  scope: Scope,
  type: ResourceType,
  { wheres, count, after, onlyCount }: Question,
): Promise<{ rows: DirectoryRow[]; total: number; more: boolean }> {
  const fits = sql`${isNow(type)} and ${allOf(wheres)}`
  const from = after === undefined ? sql`true` : sql`c.object_id > ${after}::uuid`
  const { total, rows } = await read(scope, {
    total: statement(sql<{ total: number }>`select count(*)::int as total from organizations.change c where ${fits}`),
    rows: onlyCount
      ? undefined
      : statement(
          sql<DirectoryRow>`select ${columns} from organizations.change c where ${fits} and ${from}
            order by c.object_id limit ${count + 1}`,
        ),
  })
  return { rows: rows.slice(0, count), total: total[0]?.total ?? 0, more: rows.length > count }
}

/** Those with these ids, and those that point to them. */
export async function listAlong(
  scope: Scope,
  wanted: { type: ResourceType; ids: readonly string[] }[],
  pointing: { include: Include; ids: readonly string[] }[],
): Promise<{ type: ResourceType; row: DirectoryRow }[]> {
  const byIds = wanted.map(({ type, ids }) => ({ type, where: sql<SqlBool>`c.object_id = any (${ids}::uuid[])` }))
  const byPointing = pointing.map(({ include, ids }) => {
    const parameter = parametersOf[include.from].find(({ name }) => name === include.name)
    const wheres = ids.flatMap((id) => parameter?.where(`${include.to}/${id}`, undefined) ?? [])
    return { type: include.from, where: sql<SqlBool>`(${sql.join(wheres, sql` or `)})` }
  })
  const asked = [...byIds, ...byPointing]
  const found = await read(
    scope,
    Object.fromEntries(
      asked.map(({ type, where }, place) => [
        String(place),
        statement(
          sql<DirectoryRow>`select ${columns} from organizations.change c where ${isNow(type)} and ${where}
            order by c.object_id limit 1000`,
        ),
      ]),
    ),
  )
  return asked.flatMap(({ type }, place) => (found[String(place)] ?? []).map((row) => ({ type, row })))
}

/** One version; the newest when none is named. */
export async function findVersion(
  scope: Scope,
  type: ResourceType,
  id: string,
  version?: number,
): Promise<Version | undefined> {
  const which = version === undefined ? sql`c.newest` : sql`c.version = ${version}`
  const { found } = await read(scope, {
    found: statement(
      sql<Version>`select ${columns} from organizations.change c
        where c.object_type = any (${objectTypesOf[type]}) and c.object_id = ${id}::uuid and ${which}`,
    ),
  })
  return found[0]
}

export type HistoryQuestion = { id?: string; since?: Date; count: number; before?: string }

/**
 * What changed, the newest first. Waits until every change before this moment is there: each is written under a lock, and whoever
 * asks for what came after the moment of this answer misses none.
 */
export async function listHistory(
  scope: Scope,
  type: ResourceType,
  { id, since, count, before }: HistoryQuestion,
): Promise<{ entries: HistoryEntry[]; more: boolean; at: Date; total: number }> {
  const fits = sql`c.object_type = any (${objectTypesOf[type]})
    and ${id === undefined ? sql`true` : sql`c.object_id = ${id}::uuid`}
    and ${since === undefined ? sql`true` : sql`c.at >= ${since}`}`
  const { rows, at } = await read(scope, {
    lock: statement(sql`select pg_advisory_xact_lock_shared(7105, 3)`),
    at: statement(
      sql<{ at: Date; total: number }>`select clock_timestamp() as at, count(*)::int as total
        from organizations.change c where ${fits}`,
    ),
    rows: statement(
      sql<HistoryEntry>`select ${columns}, c.id::text as key, c.action from organizations.change c
        where ${fits} and ${before === undefined ? sql`true` : sql`c.id < ${before}::bigint`}
        order by c.id desc limit ${count + 1}`,
    ),
  })
  return {
    entries: rows.slice(0, count),
    more: rows.length > count,
    at: at[0]?.at ?? scope.now(),
    total: at[0]?.total ?? 0,
  }
}
