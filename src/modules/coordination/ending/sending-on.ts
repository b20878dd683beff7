import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { findAnswering } from '#modules/organizations/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { moveRequest, type Standing } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { lockAsSeen, termUntil } from '../deadlines/standing.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { standsIn } from '../desk/standing-in.ts'
import type { CommandRefusal } from '../rules/commands.ts'

export type SendOnRefusal = { code: CommandRefusal | 'team-unknown' }

/**
 * It belongs with another team or desk: from here on it stands on that list. The moment to act stays what it was, so that sending
 * on wins nobody time; a desk that is busy or closed is answered for by its partner, as for what comes in.
 */
export const sendOn = command(
  async (tx, _actor, input: { requestId: string; teamId: string }): Promise<Outcome<void, SendOnRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'send-on', standing)
    if (refusal) return refused({ code: refusal })
    if (!(await canGoTo(tx, standing, input.teamId))) return refused({ code: 'team-unknown' })
    await asSystem(tx, 'send-on', (own) => moveTo(own, standing, input.teamId))
    await auditCommand(tx, standing, 'request.send-on', ['coordinating-team', 'holder'])
    return done(undefined)
  },
)

async function moveTo(own: Tx, standing: Standing, coordinatingTeamId: string): Promise<void> {
  const { wayOfWorking: way } = await getRegion(own)
  const { teamId, insteadWhile } = await findAnswering(own, coordinatingTeamId)
  const now = own.scope.now()
  await moveRequest(own, standing, {
    to: 'listed',
    coordinatingTeamId,
    holder: { coordinatingTeamId: teamId },
    ...termUntil(way, now, standing.actBy ?? now),
    history: { code: 'sent-on', coordinatingTeamId: teamId, facts: insteadWhile ? { insteadWhile } : {} },
  })
  if (insteadWhile === 'closed') await standsIn(own, { ...standing, deskId: coordinatingTeamId, partnerTeamId: teamId })
}

async function canGoTo(tx: Tx, standing: Standing, teamId: string): Promise<boolean> {
  if (teamId === standing.holderCoordinatingTeamId) return false
  const team = await tx.db
    .selectFrom('organizations.coordinating_team')
    .select('id')
    .where('id', '=', teamId)
    .where('active', '=', true)
    .executeTakeFirst()
  return team !== undefined
}

/** Where it can go: the teams and desks that work, area teams first. */
export function teamsToSendTo() {
  return build
    .selectFrom('organizations.coordinating_team')
    .select(['id', 'name'])
    .where('active', '=', true)
    .orderBy('kind')
    .orderBy('name')
}
