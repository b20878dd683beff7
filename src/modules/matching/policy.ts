import { type Actor, may } from '#kernel/actor.ts'

/** Advice is for who divides the work: nurses, the desk and who oversees the region. Which requests, row-level security says. */
export function canAskAdvice(actor: Actor): boolean {
  return may(actor, 'requests.list') || may(actor, 'requests.oversee')
}
