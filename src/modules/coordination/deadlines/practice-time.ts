import { sql } from 'kysely'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { openStates } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read, type Tx } from '#platform/database/transaction.ts'
import { passDeadlines } from './escalating.ts'

export type TimePassed = { number: string; holder: string; actBy: Date | null }
export type TimeRefusal = 'unknown' | 'nothing-runs'

/**
 * In a practice region: lets the term of one request run out, and does what is due then. The request becomes older by what was
 * left of the term; the clock itself is not touched, so that nobody else notices. Acts as the system.
 */
export function letTermRunOut(scope: Scope, number: string): Promise<Outcome<void, TimeRefusal>> {
  return inTransaction(scope, async (tx) => {
    const request = await findByNumber(tx, number)
    if (!request) return refused('unknown')
    const { id, state, act_by: actBy } = request
    if (!(openStates as readonly string[]).includes(state) || !actBy) return refused('nothing-runs')
    const left = Math.max(0, actBy.getTime() - scope.now().getTime()) / 1000 + 60
    await sql`select requests.pass_time(${id}, make_interval(secs => ${left})),
      coordination.pass_time(${id}, make_interval(secs => ${left}))`.execute(tx.db)
    await passDeadlines(tx, [id], await getRegion(tx))
    await audit(tx, {
      event: 'request.pass-time',
      action: 'U',
      careRequestId: id,
      objectType: 'care-request',
      objectId: id,
      fields: ['act-by'],
      legalBasis: 'administration',
      rule: 'practice',
    })
    return done(undefined)
  })
}

/** Who is to act now, and until when. Acts as the system. */
export async function findTerm(scope: Scope, number: string): Promise<TimePassed | undefined> {
  const { found } = await read(scope, { found: byNumber(scope, number) })
  return found[0] && { number, holder: found[0].holder ?? '', actBy: found[0].act_by }
}

async function findByNumber(tx: Tx, number: string) {
  const { rows } = await tx.db.executeQuery(byNumber(tx.scope, number).forUpdate('r').compile())
  return rows[0]
}

function byNumber({ actor }: Scope, number: string) {
  return build
    .selectFrom('requests.care_request as r')
    .leftJoin('organizations.coordinating_team as t', 't.id', 'r.holder_coordinating_team_id')
    .leftJoin('organizations.organization as o', 'o.id', 'r.holder_organization_id')
    .select((eb) => ['r.id', 'r.state', 'r.act_by', eb.fn.coalesce('t.name', 'o.name').as('holder')])
    .where('r.number', '=', number)
    .where('r.region_id', '=', actor.regionId)
}
