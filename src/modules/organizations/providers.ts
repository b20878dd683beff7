import type { Compilable } from 'kysely'
import { build } from '#platform/database/single-client-driver.ts'

/** An organisation that gives care at home in this region. */
export type Provider = { id: string; name: string; slug: string }

/** Goes along with the query of a page; in the order of the alphabet. */
export function providersQuery(): Compilable<Provider> {
  return build
    .selectFrom('organizations.organization')
    .select(['id', 'name', 'slug'])
    .where('kind', '=', 'provider')
    .where('active', '=', true)
    .orderBy('name')
}
