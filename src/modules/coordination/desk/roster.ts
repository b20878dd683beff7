import { may } from '#kernel/actor.ts'
import {
  coordinatingTeamsQuery,
  type DeskFacts,
  type Duty,
  desksQuery,
  rosterQuery,
} from '#modules/organizations/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { deskOf, userOf } from './board.ts'

const daysAhead = 28

export type Roster = {
  /** Those that this actor keeps: one's own, or all of them for the region manager. */
  desks: DeskFacts[]
  desk: DeskFacts | undefined
  duties: Duty[]
  /** Who can be partner. */
  teams: { id: string; name: string }[]
}

export async function getRoster(scope: Scope, chosen: string | undefined): Promise<Roster> {
  const actor = userOf(scope)
  const { desks, teams } = await read(scope, {
    desks: desksQuery(actor, may(actor, 'region.manage')),
    teams: coordinatingTeamsQuery(),
  })
  const desk = deskOf(desks, chosen, (await getRegion(scope)).wayOfWorking.fallbackDeskId)
  const { duties } = await read(scope, { duties: desk && rosterQuery(desk.id, scope.now(), daysAhead) })
  return { desks, desk, duties, teams: teams.filter(({ active }) => active) }
}
