import type { Compilable } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'

/** An organisation that gives care at home in this region. */
export type Provider = { id: string; name: string }

/** Goes along with the query of a page; in the order of the alphabet. */
export function providersQuery(): Compilable<Provider> {
  return build
    .selectFrom('organizations.organization')
    .select(['id', 'name'])
    .where('kind', '=', 'provider')
    .where('active', '=', true)
    .orderBy('name')
}

export async function listProviders(scope: Scope): Promise<Provider[]> {
  const { providers } = await read(scope, { providers: providersQuery() })
  return providers
}
