import type { Source } from '#modules/requests/index.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** An organisation of which somebody may call for a client. */
export type CallingOrganization = { id: string; name: string }

/** In which kind of organisation a caller of this kind works; a client and a carer call for themselves. */
const kindOf: Record<Source, string | undefined> = {
  client: undefined,
  'informal-carer': undefined,
  gp: 'gp-practice',
  hospital: 'hospital',
  rehabilitation: 'rehabilitation',
  'home-care': 'provider',
  'case-manager': 'case-management',
  'social-team': 'social-team',
}

/** Goes along with the query of a page; in the order of the alphabet. */
export function callingOrganizationsQuery(caller: Source) {
  return build
    .selectFrom('organizations.organization')
    .select(['id', 'name'])
    .where('kind', '=', kindOf[caller] ?? null)
    .where('active', '=', true)
    .orderBy('name')
}

export async function isCallingOrganization(tx: Tx, caller: Source, id: string): Promise<boolean> {
  const kind = kindOf[caller]
  if (!kind) return false
  const found = await tx.db
    .selectFrom('organizations.organization')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('active', '=', true)
    .executeTakeFirst()
  return found !== undefined
}
