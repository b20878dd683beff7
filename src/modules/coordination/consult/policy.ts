import { type Actor, may } from '#kernel/actor.ts'
import { type Held, rolesTo } from '../policy.ts'
import type { Role } from '../rules/commands.ts'

/** Who holds a request or has it asks for advice, as long as care has to be arranged or has begun. */
export function canConsult(actor: Actor, request: Held): boolean {
  return (
    actor.kind === 'user' && mayAskAdvice(rolesTo(actor, request, { givesCare: true, asked: false }), request.state)
  )
}

/** The same for what somebody is to a request already. */
export function mayAskAdvice(roles: readonly Role[], state: Held['state']): boolean {
  return openToAdvice.includes(state) && (roles.includes('holder') || roles.includes('taker'))
}

const openToAdvice: readonly Held['state'][] = ['triage', 'listed', 'offered', 'proposed', 'assigned', 'started']

/** Whoever sits in the team that was asked. */
export function canAdvise(actor: Actor, consult: { askedTeamId: string }): boolean {
  return (
    actor.kind === 'user' && may(actor, 'consult.answer') && actor.coordinatingTeamIds.includes(consult.askedTeamId)
  )
}
