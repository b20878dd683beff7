import { type Actor, may } from '#kernel/actor.ts'

/** Calls and promises are for who works at that desk. */
export function canWorkAt(actor: Actor, deskId: string): boolean {
  return actor.kind === 'user' && may(actor, 'desk.work') && actor.coordinatingTeamIds.includes(deskId)
}
