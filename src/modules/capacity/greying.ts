import { sql } from 'kysely'
import { localDateOf } from '#kernel/dates.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { tellOfLights } from './telling.ts'

/**
 * Tells the boards which lights turned grey by themselves since the last time: nobody did anything, so nothing else tells them.
 * Answers of how many teams. How far was told is kept, so that nothing is missed while the app was down.
 */
export function tellWhatTurnedGrey(scope: Scope): Promise<number> {
  return inTransaction(scope, async (tx) => {
    const now = scope.now()
    const since = await markTold(tx, now)
    if (!since || since >= now) return 0
    const teams = await listTurnedGrey(tx, since, now)
    for (const { teamId, organizationId, days } of teams) {
      const cells = days.length > 0 ? days.map((on) => ({ teamId, on })) : [{ teamId }]
      await tellOfLights(tx, organizationId, cells)
    }
    return teams.length
  })
}

/** Moves the mark to now and answers where it stood; undefined the first time. */
async function markTold(tx: Tx, now: Date): Promise<Date | undefined> {
  const region = { region_id: tx.scope.actor.regionId }
  const before = await tx.db.selectFrom('capacity.grey_told').select('until_at').forUpdate().executeTakeFirst()
  await tx.db
    .insertInto('capacity.grey_told')
    .values({ ...region, until_at: now })
    .onConflict((conflict) => conflict.column('region_id').doUpdateSet({ until_at: now }))
    .execute()
  return before?.until_at
}

type GreyTeam = { teamId: string; organizationId: string; days: string[] }

/** Only lights near one of their ends are looked at, by their indexes; whether they really turned is for the one rule to say. */
async function listTurnedGrey(tx: Tx, since: Date, now: Date): Promise<GreyTeam[]> {
  const [then, today] = [localDateOf(since), localDateOf(now)]
  const { rows } = await sql<GreyTeam>`
    with setting as (
      select coalesce(max(today_hours), 24) as today_hours, coalesce(max(later_hours), 168) as later_hours,
        coalesce(max(pattern_days), 28) as pattern_days
      from capacity.region_setting where region_id = platform.actor_region()
    ), turned as (
      select l.team_id, l.organization_id, l.light_on
      from capacity.light l, setting s
      where l.region_id = platform.actor_region() and l.light_on >= ${today}::date - 1 and l.light <> 'unknown'
        and (l.until_at > ${since} and l.until_at <= ${now}
          or l.set_at > ${since}::timestamptz - make_interval(hours => s.today_hours)
            and l.set_at <= ${now}::timestamptz - make_interval(hours => s.today_hours)
          or l.set_at > ${since}::timestamptz - make_interval(hours => s.later_hours)
            and l.set_at <= ${now}::timestamptz - make_interval(hours => s.later_hours)
          or l.light_on > ${then}::date and l.light_on <= ${today}::date)
        and capacity.effective_light(l.light, l.until_at, l.set_at, l.light_on, ${since}, ${then}, s.today_hours, s.later_hours)
          <> 'unknown'
        and capacity.effective_light(l.light, l.until_at, l.set_at, l.light_on, ${now}, ${today}, s.today_hours, s.later_hours)
          = 'unknown'
      union all
      select p.team_id, p.organization_id, null
      from capacity.pattern p, setting s
      where p.region_id = platform.actor_region()
        and p.confirmed_at > ${since}::timestamptz - make_interval(days => s.pattern_days)
        and p.confirmed_at <= ${now}::timestamptz - make_interval(days => s.pattern_days)
    )
    select team_id as "teamId", organization_id as "organizationId",
      coalesce(array_agg(distinct light_on::text) filter (where light_on is not null), '{}') as days
    from turned group by team_id, organization_id order by team_id`.execute(tx.db)
  return rows
}
