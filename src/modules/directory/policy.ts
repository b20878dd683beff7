import { type Actor, may } from '#kernel/actor.ts'

/** Who else helps in a municipality is a fact of the region. */
export function canKeepOtherHelp(actor: Actor): boolean {
  return may(actor, 'region.manage')
}
