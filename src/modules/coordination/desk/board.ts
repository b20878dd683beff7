import { sql } from 'kysely'
import type { UserActor } from '#kernel/actor.ts'
import { auditing } from '#modules/audit/index.ts'
import { type DeskFacts, desksQuery } from '#modules/organizations/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { type ListRow, selectRows } from '../list/list.ts'
import { mayNow } from '../list/sheet.ts'
import { rolesTo } from '../policy.ts'
import { type Call, callsQuery } from './calls.ts'
import { canWorkAt } from './policy.ts'
import { type PromiseRow, promisesQuery } from './promises.ts'

/** Everything a desk looks at while the phone rings. */
export type Board = {
  /** The region runs a desk that takes calls. */
  takesCalls: boolean
  desks: DeskFacts[]
  /** Where new calls are written down. */
  desk: DeskFacts | undefined
  onDuty: { name: string; phone: string; untilAt: Date }[]
  promises: PromiseRow[]
  kept: PromiseRow[]
  calls: Call[]
  /** What the desk holds or has on its list, the most pressing first; and whether it can be sent to a bed from here. */
  held: (ListRow & { toBed: boolean })[]
}

const heldShown = 6

/** One round trip, with the row of the log for the names and numbers that it shows. */
export async function getBoard(scope: Scope, chosen: string | undefined): Promise<Board> {
  const actor = userOf(scope)
  const now = scope.now()
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const { desks, onDuty, promises, kept, calls, held } = await read(scope, {
    desks: desksQuery(actor, false),
    onDuty: build
      .selectFrom('organizations.duty')
      .select(['name', 'phone', 'until_at as untilAt', 'coordinating_team_id as deskId'])
      .where('coordinating_team_id', '=', sql<string>`any(${[...actor.coordinatingTeamIds]}::uuid[])`)
      .where('from_at', '<=', now)
      .where('until_at', '>', now)
      .orderBy('from_at', 'desc')
      .orderBy('id'),
    promises: promisesQuery().where('p.done_at', 'is', null).orderBy('p.due_at').orderBy('p.id').limit(100),
    kept: promisesQuery().where('p.done_at', '>', dayAgo).orderBy('p.done_at', 'desc').limit(10),
    calls: callsQuery().where('c.taken_at', '>', dayAgo).limit(50),
    held: selectRows(actor, 'waiting', {}).limit(heldShown),
    audit: auditing(scope, {
      event: 'desk.read',
      action: 'R',
      objectType: 'desk',
      fields: ['callers', 'promises', 'cards'],
      legalBasis: 'coordination',
      rule: canWorkAt.name,
    }),
  })
  const { wayOfWorking: way } = await getRegion(scope)
  const desk = deskOf(desks, chosen, way.fallbackDeskId)
  return {
    takesCalls: way.desk,
    desks,
    desk,
    onDuty: onDuty.filter(({ deskId }) => deskId === desk?.id),
    promises,
    kept,
    calls,
    held: (held as ListRow[]).map((row) => ({ ...row, toBed: way.beds && mayRedirect(actor, row) })),
  }
}

/** Sending elsewhere is for who holds it: a partner that stands in has it, and not the desk whose list it is on. */
function mayRedirect(actor: UserActor, row: ListRow): boolean {
  return mayNow('redirect', {
    card: row,
    roles: rolesTo(actor, { ...row, takerOrganizationId: row.takerId }, { givesCare: false, asked: false }),
  })
}

/** The one that was chosen; else the desk of the region, before any other that somebody works at. */
export function deskOf(desks: readonly DeskFacts[], chosen: string | undefined, first: string): DeskFacts | undefined {
  return desks.find(({ id }) => id === chosen) ?? desks.find(({ id }) => id === first) ?? desks[0]
}

export function userOf({ actor }: Scope): UserActor {
  if (actor.kind !== 'user') throw new NotAllowed()
  return actor
}
