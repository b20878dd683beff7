import { audit } from '#modules/audit/index.ts'
import type { Standing } from '#modules/requests/index.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isDivided, rolesTo } from './policy.ts'
import { type Command, type CommandRefusal, decideCommand } from './rules/commands.ts'

/** Why this actor may not do this now; undefined when they may. */
export function whyNot(
  tx: Tx,
  command: Command,
  standing: Standing,
  known: { asked?: boolean; givesCare?: boolean; swap?: boolean } = {},
): CommandRefusal | undefined {
  const roles = rolesTo(tx.scope.actor, standing, { givesCare: true, asked: false, ...known })
  const answer = decideCommand(command, standing.state, roles, isDivided(standing))
  return answer.ok ? undefined : answer.refusal
}

/** The row of the log of a command, in the name of who gave it. */
export function auditCommand(tx: Tx, standing: Standing, event: string, fields: string[]): Promise<void> {
  return audit(tx, {
    event,
    action: 'U',
    careRequestId: standing.id,
    objectType: 'care-request',
    objectId: standing.id,
    fields,
    legalBasis: tx.scope.actor.kind === 'link' ? 'own-data' : 'coordination',
    rule: 'table-of-commands',
  })
}
