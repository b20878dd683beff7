import { may } from '#kernel/actor.ts'
import { coordinatingTeamsQuery, desksQuery, rosterQuery } from '#modules/organizations/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import type { DeskPlan } from '../pages/desk/roster-page.tsx'
import { userOf } from './board.ts'

const daysAhead = 28

/** The desks whose hours and roster this actor keeps: one's own, or all of them for the region manager. */
export async function getRoster(scope: Scope): Promise<{ plans: DeskPlan[]; teams: { id: string; name: string }[] }> {
  const actor = userOf(scope)
  const { desks, teams } = await read(scope, {
    desks: desksQuery(actor, may(actor, 'region.manage')),
    teams: coordinatingTeamsQuery(),
  })
  const rosters = await read(
    scope,
    Object.fromEntries(desks.map(({ id }) => [id, rosterQuery(id, scope.now(), daysAhead)])),
  )
  return {
    plans: desks.map((desk) => ({ desk, duties: rosters[desk.id] ?? [] })),
    teams: teams.filter(({ active }) => active),
  }
}
