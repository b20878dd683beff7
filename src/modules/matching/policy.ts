import { type Actor, may } from '#kernel/actor.ts'

/** Advice is for who divides the work: nurses, the desk and who oversees the region. Which requests, row-level security says. */
export function canAskAdvice(actor: Actor): boolean {
  return may(actor, 'requests.list') || may(actor, 'requests.oversee')
}

/** What reasons weigh is agreed in the region; its manager writes it down. */
export function canKeepWeights(actor: Actor): boolean {
  return may(actor, 'region.manage')
}

/** A division of a whole list is for the coordinating team whose list it is; row-level security says the same. */
export function canDivide(actor: Actor, teamId: string): boolean {
  return actor.kind === 'user' && may(actor, 'requests.list') && actor.coordinatingTeamIds.includes(teamId)
}
