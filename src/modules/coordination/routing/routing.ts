import { audit } from '#modules/audit/index.ts'
import { findAnswering } from '#modules/organizations/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { getStandingForUpdate, moveRequest } from '#modules/requests/index.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { termUntil } from '../deadlines/standing.ts'
import { standsIn } from '../desk/standing-in.ts'
import { beginDistribution } from '../inquiry/settling.ts'
import { explainRoute, type Routable, routeFor } from '../rules/routing.ts'
import { listRoutes } from '../store.ts'

/**
 * Puts a request that was just sent on the list of its team, in the transaction of the sending: sent is routed, or neither.
 * Its act-by was counted from the sending and stays as it is. While a desk is busy or closed its partner holds what comes in.
 */
export async function routeNewRequest(tx: Tx, requestId: string): Promise<void> {
  const standing = await getStandingForUpdate(tx, requestId)
  if (standing.state !== 'submitted') return
  const routable = await getRoutable(tx, requestId)
  const routes = await listRoutes(tx)
  const { wayOfWorking } = await getRegion(tx)
  const byTable = wayOfWorking.routing === 'route-table'
  const route = byTable ? routeFor(routes, routable) : undefined
  const coordinatingTeamId = route?.coordinatingTeamId ?? wayOfWorking.fallbackDeskId
  const { teamId: holderId, insteadWhile } = await findAnswering(tx, coordinatingTeamId)
  await moveRequest(tx, standing, {
    to: 'listed',
    coordinatingTeamId,
    holder: { coordinatingTeamId: holderId },
    ...(standing.actBy ? termUntil(wayOfWorking, tx.scope.now(), standing.actBy) : {}),
    history: {
      code: 'routed',
      coordinatingTeamId: holderId,
      facts: {
        why: byTable ? explainRoute(route, routable) : { by: 'one-entry' },
        ...(insteadWhile ? { insteadWhile } : {}),
      },
    },
  })
  if (insteadWhile === 'closed')
    await standsIn(tx, { ...standing, deskId: coordinatingTeamId, partnerTeamId: holderId })
  await audit(tx, {
    event: 'request.route',
    action: 'U',
    careRequestId: requestId,
    objectType: 'care-request',
    objectId: requestId,
    fields: ['coordinating-team', 'holder'],
    legalBasis: 'coordination',
    rule: 'route-of-the-region',
  })
  await beginDistribution(tx, await getStandingForUpdate(tx, requestId))
}

function getRoutable(tx: Tx, requestId: string): Promise<Routable> {
  return tx.db
    .selectFrom('requests.care_request')
    .select(['pc4', 'care_kinds as careKinds', 'palliative', 'source'])
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
}
