import { type Actor, may } from '#kernel/actor.ts'

/** The log tells who looked at whom, so reading it is somebody's own task, and is itself in the log. */
export function canReadLog(actor: Actor): boolean {
  return may(actor, 'audit.read')
}
