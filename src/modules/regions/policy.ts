import { type Actor, may } from '#kernel/actor.ts'

/** How a region works is agreed by its organisations together; the region manager writes down what was agreed. */
export function canKeepRegion(actor: Actor): boolean {
  return may(actor, 'region.manage')
}
