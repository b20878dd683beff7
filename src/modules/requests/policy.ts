import { type Actor, may } from '#kernel/actor.ts'

/** Calling back is the work of who sits at the desk that was asked. */
export function canCallBack(actor: Actor, callback: { coordinatingTeamId: string }): boolean {
  return (
    actor.kind === 'user' &&
    may(actor, 'requests.list') &&
    actor.coordinatingTeamIds.includes(callback.coordinatingTeamId)
  )
}
