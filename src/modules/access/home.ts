import { may, type UserActor } from '#kernel/actor.ts'

/** Where somebody's work is: the page after signing in. */
export function homeOf(actor: UserActor): string {
  if (may(actor, 'desk.work')) return '/balie'
  if (may(actor, 'requests.list')) return '/zorgvragen'
  if (may(actor, 'requests.refer')) return '/verwijzingen'
  if (may(actor, 'organization.administer')) return '/organisatie'
  if (may(actor, 'region.manage')) return '/regio'
  if (may(actor, 'audit.read')) return '/inzage-log'
  if (may(actor, 'consult.answer')) return '/consulten'
  return '/account'
}
