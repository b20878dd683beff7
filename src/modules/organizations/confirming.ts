import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { locationsQuery } from './locations.ts'
import { canKeepOrganization } from './policy.ts'
import { type Organization, organizationQuery } from './profile.ts'
import { confirmAfterDays, isDue, type Missing, missingOf } from './rules/upkeep.ts'
import { teamContactsQuery } from './team-contacts.ts'
import { teamsQuery } from './teams.ts'

export type Upkeep = {
  slug: string
  missing: Missing[]
  /** When somebody of the organisation last said that all is right; undefined when nobody did. */
  confirmedAt: Date | undefined
  due: boolean
}

/** An organisation with what it still lacks and whether it is to be looked at again. */
export async function getUpkeep(scope: Scope, id: string): Promise<{ organization: Organization; upkeep: Upkeep }> {
  const found = await read(scope, {
    organization: organizationQuery(id),
    looked: build
      .selectFrom('organizations.organization')
      .select(['slug', 'confirmed_at as confirmedAt', 'updated_at as updatedAt'])
      .where('id', '=', id),
    teams: teamsQuery(id),
    locations: locationsQuery({ organizationId: id }),
    contacts: teamContactsQuery({ organizationId: id }),
  })
  const [organization, looked] = [found.organization[0], found.looked[0]]
  if (!organization || !looked) throw new NotFound()
  const { teams, locations, contacts } = found
  const gives = organization.kind === 'provider'
  return {
    organization,
    upkeep: {
      slug: looked.slug,
      missing: gives
        ? missingOf({ ...organization, teams, locations: locations.length, contacts: contacts.length })
        : [],
      confirmedAt: looked.confirmedAt ?? undefined,
      due: isDue(looked.confirmedAt ?? looked.updatedAt, scope.now()),
    },
  }
}

/** Somebody of the organisation looked at all of it and says that it is right. */
export const confirmProfile = command(async (tx, actor, { id }: { id: string }, now): Promise<void> => {
  permit(canKeepOrganization(actor, id))
  const { numUpdatedRows } = await tx.db
    .updateTable('organizations.organization')
    .set({ confirmed_at: now, confirmed_by: actor.kind === 'user' ? actor.userId : null })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound()
  await audit(tx, {
    event: 'organization.confirm',
    action: 'U',
    objectType: 'organization',
    objectId: id,
    fields: ['confirmedAt'],
    legalBasis: 'administration',
    rule: 'canKeepOrganization',
  })
})

/** Asked again after this many days when nobody answers. */
const askAgainAfterDays = 30

/**
 * The organisations whose facts are to be looked at and whose people were not asked lately; marked as asked, so that a job that
 * runs twice asks once. In the name of the product.
 */
export async function takeOrganizationsToAsk(tx: Tx, now: Date): Promise<{ id: string }[]> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  return tx.db
    .updateTable('organizations.organization')
    .set({ confirm_asked_at: now })
    .where('active', '=', true)
    .where((eb) => eb.fn.coalesce('confirmed_at', 'updated_at'), '<=', daysAgo(confirmAfterDays))
    .where((eb) =>
      eb.or([eb('confirm_asked_at', 'is', null), eb('confirm_asked_at', '<=', daysAgo(askAgainAfterDays))]),
    )
    .returning('id')
    .execute()
}
