import { type RawBuilder, sql } from 'kysely'

/**
 * These codes as text in the statement instead of as parameters: the lists stand on partial indexes, which PostgreSQL uses
 * only when it can see that the condition of the index is met.
 */
export function literally<Code extends string>(codes: readonly Code[]): RawBuilder<Code>[] {
  return codes.map((code) => sql.lit(code))
}
