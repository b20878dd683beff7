import { sql } from 'kysely'
import { addDays, type LocalDate } from '#kernel/dates.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound, permit } from '#platform/http/faults.ts'
import { canSetLights } from './policy.ts'
import type { Expiry } from './rules/light.ts'
import { canStillUndo } from './rules/setting.ts'
import { expiryQuery, toExpiry } from './settings.ts'
import { type LightRow, selectLights } from './store.ts'
import { type TakenRow, takenQuery } from './taken-room.ts'

export type OwnTeam = { id: string; name: string }
export type Week = {
  team: OwnTeam
  /** All working teams of the organisation, to choose from. */
  teams: OwnTeam[]
  days: LocalDate[]
  /** Of these days and of the seven before them. */
  lights: LightRow[]
  /** Clients who were taken on for these days, about whom the team did not decide yet. */
  taken: TakenRow[]
  expiry: Expiry
  /** The save of this person that can still be taken back. */
  undo: { id: string; cells: number } | undefined
}

export const weekLength = 7

/**
 * A week of one team to set, in one round trip. Without a chosen team it is the one that this person set last, or else the
 * first by name. Undefined when the organisation has no team that works.
 */
export async function findWeek(scope: Scope, chosen: string | undefined, from: LocalDate): Promise<Week | undefined> {
  const { actor } = scope
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canSetLights(actor, actor.organizationId))
  const teams = build
    .selectFrom('organizations.team as t')
    .where('t.organization_id', '=', actor.organizationId)
    .where('t.active', '=', true)
  const lastSet = sql`(select max(l.set_at) from capacity.light l where l.team_id = t.id and l.set_by = ${actor.userId})`
  const wanted = chosen
    ? teams.select('t.id').where('t.id', '=', chosen)
    : teams.select('t.id').orderBy(sql`${lastSet} desc nulls last`).orderBy('t.name').limit(1)
  const found = await read(scope, {
    teams: teams.select(['t.id', 't.name']).orderBy('t.name'),
    wanted,
    lights: selectLights(scope, addDays(from, -weekLength), addDays(from, weekLength - 1)).where(
      'l.team_id',
      'in',
      wanted,
    ),
    taken: takenQuery(from, addDays(from, weekLength - 1)).where('r.team_id', 'in', wanted),
    expiry: expiryQuery(),
    sets: build
      .selectFrom('capacity.change_set as s')
      .select(['s.id', 's.act', 's.cells', 's.made_at as madeAt'])
      .where('s.organization_id', '=', actor.organizationId)
      .where('s.made_by', '=', actor.userId)
      .where('s.cells', '>', 0)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('capacity.change_set as u').select('u.id').whereRef('u.undoes', '=', 's.id'))),
      )
      .orderBy('s.made_at', 'desc')
      .orderBy('s.id', 'desc')
      .limit(1),
  })
  const team = found.teams.find(({ id }) => id === found.wanted[0]?.id)
  if (!team && chosen) throw new NotFound()
  const [last] = found.sets
  return (
    team && {
      team,
      teams: found.teams,
      days: Array.from({ length: weekLength }, (_, day) => addDays(from, day)),
      lights: found.lights,
      taken: found.taken,
      expiry: toExpiry(found.expiry),
      undo: last && last.act !== 'undo' && canStillUndo(last.madeAt, scope.now()) ? last : undefined,
    }
  )
}
