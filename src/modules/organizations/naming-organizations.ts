import type { Tx } from '#platform/database/transaction.ts'
import { canKeepOrganization } from './policy.ts'

type Organizations = ReadonlyMap<string, { id: string; name: string }>

/** By name in small letters, as a line of a file names them. */
export async function organizationsByName(tx: Tx): Promise<Organizations> {
  const found = await tx.db.selectFrom('organizations.organization').select(['id', 'name']).execute()
  return new Map(found.map((one) => [one.name.toLowerCase(), one]))
}

/**
 * The file may name an organisation; what it may do with it is asked here, and again when the line is saved.
 *
 * @param own the only organisation that may be named; for the region manager undefined
 * @param what what the file holds: 'teams', 'locaties'
 */
export function refuseOrganization(
  tx: Tx,
  organizations: Organizations,
  name: string,
  own: string | undefined,
  what: string,
): { column: string; message: string } | undefined {
  const organization = organizations.get(name.toLowerCase())
  const allowed = organization && canKeepOrganization(tx.scope.actor, organization.id)
  if (organization && allowed && (own === undefined || organization.id === own)) return undefined
  const message =
    own === undefined
      ? `‘${name}’ is geen organisatie in deze regio`
      : `U wijzigt alleen ${what} van uw eigen organisatie`
  return { column: 'Organisatie', message }
}
