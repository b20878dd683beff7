import { type RawBuilder, sql } from 'kysely'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { addHistory } from './history.ts'
import { canFollowUp, canTakeBackUnwanted } from './policy.ts'
import { isOpen } from './rules/life.ts'
import { getStandingForUpdate, watchersOf } from './standing.ts'
import type { ChangeRefusal } from './supplementing.ts'

/** The names of whom the client of request `r` does not want; row-level security keeps each of them from its own people. */
export function unwantedNames(): RawBuilder<string[]> {
  return sql<string[]>`array(select o.name from requests.unwanted_organization u
    join organizations.organization o on o.id = u.organization_id where u.request_id = r.id order by o.name)`
}

/** Whom the client does not want, for who may take that back. Throws `NotFound` when the request is not there for this actor. */
export async function listUnwanted(scope: Scope, requestId: string): Promise<{ id: string; name: string }[]> {
  const { asked, unwanted } = await read(scope, {
    asked: build
      .selectFrom('requests.care_request')
      .select([
        'id',
        'requester_organization_id as requesterOrganizationId',
        'holder_coordinating_team_id as holderCoordinatingTeamId',
      ])
      .where('id', '=', requestId),
    unwanted: build
      .selectFrom('requests.unwanted_organization as u')
      .innerJoin('organizations.organization as o', 'o.id', 'u.organization_id')
      .select(['o.id', 'o.name'])
      .where('u.request_id', '=', requestId)
      .orderBy('o.name'),
  })
  const [request] = asked
  if (!request) throw new NotFound()
  permit(canTakeBackUnwanted(scope.actor, request))
  return unwanted
}

/**
 * "Rather not from …" no longer holds for these organisations: from now on they are advised and asked like all others. What is not there,
 * or not for this actor, stays as it is. The history says only that wishes changed: it is read by those organisations as well.
 */
export const takeBackUnwanted = command(
  async (
    tx,
    actor,
    input: { requestId: string; organizationIds: readonly string[] },
  ): Promise<Outcome<null, ChangeRefusal>> => {
    const standing = await getStandingForUpdate(tx, input.requestId)
    permit(canTakeBackUnwanted(actor, standing))
    if (!isOpen(standing.state)) return refused({ code: 'not-open', state: standing.state })
    const { numDeletedRows } = await tx.db
      .deleteFrom('requests.unwanted_organization')
      .where('request_id', '=', standing.id)
      .where('organization_id', '=', sql<string>`any (${`{${input.organizationIds.join(',')}}`}::uuid[])`)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return done(null)
    await tx.db
      .updateTable('requests.care_request')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', standing.id)
      .execute()
    await addHistory(tx, standing.id, { history: { code: 'wishes-changed' } })
    const asked = canFollowUp(actor, standing)
    await audit(tx, {
      event: 'request.take-back-unwanted',
      action: 'U',
      careRequestId: standing.id,
      objectType: 'care-request',
      objectId: standing.id,
      fields: ['unwantedOrganizations'],
      legalBasis: asked ? (actor.kind === 'user' ? 'referral' : 'own-data') : 'coordination',
      rule: canTakeBackUnwanted.name,
    })
    await record(tx, { kind: 'request-wishes-changed', topics: watchersOf(standing), subjectId: standing.id })
    return done(null)
  },
)
