import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { addOrganization, type NewOrganization } from '#modules/organizations/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { addColleagueIn, isEmailTaken } from './keeping.ts'

export type FoundOrganization = {
  organization: NewOrganization
  administrator: { name: string; email: string }
}
export type FoundingRefusal = 'name-taken' | 'email-taken'

/** Adds an organisation together with its first administrator, who is invited to fill in the rest: both or neither. */
export async function foundOrganization(
  scope: Scope,
  { organization, administrator }: FoundOrganization,
): Promise<Outcome<string, FoundingRefusal>> {
  try {
    return await inTransaction(scope, async (tx) => {
      const added = await addOrganization(tx, organization)
      if (!added.ok) return refused(added.refusal)
      await addColleagueIn(tx, {
        ...administrator,
        organizationId: added.value,
        jobTitle: 'beheerder',
        role: 'organization-administrator',
        teamIds: [],
      })
      return done(added.value)
    })
  } catch (error) {
    if (isEmailTaken(error)) return refused('email-taken')
    throw error
  }
}
