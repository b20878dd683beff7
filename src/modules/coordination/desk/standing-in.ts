import { audit } from '#modules/audit/index.ts'
import { listTurns } from '#modules/organizations/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { getStandingForUpdate, moveRequest, openStates, type Standing } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { termUntil } from '../deadlines/standing.ts'
import { literally } from '../literally.ts'

const batch = 50

/**
 * A desk that closed is stood in for by its partner, and has it all back when it opens: the most pressing first, each in state and
 * term as it was. What it finds follows from the hours and from who holds what, so that it does nothing twice, and after downtime
 * only what the present hour asks. Answers how many moved.
 */
export async function followDeskHours(scope: Scope): Promise<number> {
  const turns = await inTransaction(scope, listTurns)
  let moved = 0
  for (const { deskId, partnerTeamId, turn } of turns) {
    if (turn === 'desk') moved += await inBatches(scope, (tx) => comeBack(tx, deskId))
    if (turn === 'partner' && partnerTeamId)
      moved += await inBatches(scope, (tx) => handOver(tx, deskId, partnerTeamId))
  }
  return moved
}

type StandIn = { deskId: string; partnerTeamId: string }

/** Remembers for whom a partner holds it, also of what came in while the desk was closed. As the system. */
export async function standsIn(
  own: Tx,
  { id, escalationLevel, deskId, partnerTeamId }: StandIn & Pick<Standing, 'id' | 'escalationLevel'>,
): Promise<void> {
  const known = { partner_team_id: partnerTeamId, escalation_level: escalationLevel }
  await own.db
    .insertInto('coordination.stand_in')
    .values({
      request_id: id,
      region_id: own.scope.actor.regionId,
      desk_id: deskId,
      since: own.scope.now(),
      ...known,
    })
    // A partner that closes in its turn: it stays a request of the first desk.
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(known))
    .execute()
}

async function inBatches(scope: Scope, work: (tx: Tx) => Promise<{ found: number; moved: number }>): Promise<number> {
  let all = 0
  for (;;) {
    const { found, moved } = await inTransaction(scope, work)
    all += moved
    if (found < batch) return all
  }
}

async function handOver(tx: Tx, deskId: string, partnerTeamId: string) {
  const rows = await tx.db
    .selectFrom('requests.care_request')
    .select('id')
    .where('holder_coordinating_team_id', '=', deskId)
    .where('state', 'in', literally(openStates))
    .orderBy('act_by')
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of rows) {
    const standing = await getStandingForUpdate(tx, id)
    await hold(tx, standing, partnerTeamId, 'partner-answers')
    await standsIn(tx, { ...standing, deskId, partnerTeamId })
  }
  return { found: rows.length, moved: rows.length }
}

/** What moved on meanwhile (taken, ended, up the ladder, sent on) is not for the desk any more. */
async function comeBack(tx: Tx, deskId: string) {
  const rows = await tx.db
    .selectFrom('coordination.stand_in as s')
    .innerJoin('requests.care_request as r', 'r.id', 's.request_id')
    .select(['r.id', 's.partner_team_id as partnerTeamId', 's.escalation_level as level'])
    .where('s.desk_id', '=', deskId)
    .orderBy('r.act_by')
    .orderBy('r.id')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()
  let moved = 0
  for (const { id, partnerTeamId, level } of rows) {
    const standing = await getStandingForUpdate(tx, id)
    await tx.db.deleteFrom('coordination.stand_in').where('request_id', '=', id).execute()
    if (standing.holderCoordinatingTeamId !== partnerTeamId || standing.escalationLevel !== level) continue
    await hold(tx, standing, deskId, 'desk-answers')
    moved += 1
  }
  return { found: rows.length, moved }
}

async function hold(tx: Tx, standing: Standing, teamId: string, code: 'partner-answers' | 'desk-answers') {
  const { wayOfWorking: way } = await getRegion(tx)
  const now = tx.scope.now()
  const actBy = standing.actBy ?? now
  await moveRequest(tx, standing, {
    to: standing.state,
    holder: { coordinatingTeamId: teamId },
    ...(actBy > now ? termUntil(way, now, actBy) : { actBy }),
    ...(standing.choiceBy ? { choiceBy: standing.choiceBy } : {}),
    history: { code, coordinatingTeamId: teamId },
  })
  await audit(tx, {
    event: 'request.stand-in',
    action: 'U',
    careRequestId: standing.id,
    objectType: 'care-request',
    objectId: standing.id,
    fields: ['holder'],
    legalBasis: 'coordination',
    rule: 'hours-of-the-desk',
  })
}
