import { type Compilable, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { endOf } from './rules/cell.ts'
import { type CellHistory, lightAtMoment } from './rules/history.ts'
import type { Expiry } from './rules/light.ts'
import { expiryQuery, toExpiry } from './settings.ts'

export type HistoryRow = {
  on: LocalDate
  daypart: Daypart
  at: Date
  light: Light | null
  setAt: Date | null
  until: Date | null
  standing: boolean
}

/**
 * Everything that was ever said about these days of a team, and what its standing week says; goes along with the query of a
 * page. Row-level security: only for who may see the lights of this team.
 */
export function historyQuery({
  teamId,
  from,
  to,
  careKind = '',
}: {
  teamId: string
  from: LocalDate
  to: LocalDate
  careKind?: CareKind | ''
}): Compilable<HistoryRow> {
  const query = sql<HistoryRow>`
    select c.light_on as "on", c.daypart, c.at, c.light, c.set_at as "setAt", c.until_at as until, false as standing
    from capacity.light_change c
    where c.team_id = ${teamId} and c.light_on between ${from}::date and ${to}::date and c.care_kind = ${careKind}
    union all
    select d.light_on, d.daypart, p.confirmed_at, coalesce(e.light, w.light), p.confirmed_at, null, true
    from capacity.pattern p
    cross join lateral (
      select day::date as light_on, part as daypart
      from generate_series(${from}::timestamp, ${to}::timestamp, interval '1 day') day
      cross join unnest(${`{${dayparts.join(',')}}`}::text[]) part
    ) d
    left join capacity.pattern_light w
      on w.team_id = p.team_id and w.weekday = extract(isodow from d.light_on) and w.daypart = d.daypart
    left join lateral (
      select x.light from capacity.pattern_exception x where x.team_id = p.team_id and d.light_on between x.first_on and x.last_on
      order by x.first_on desc, x.id desc limit 1
    ) e on true
    where p.team_id = ${teamId} and ${careKind} = '' and coalesce(e.light, w.light) is not null`
  return { compile: () => query.compile(build) }
}

/** The rows of one cell as its history. */
export function historyOf(rows: readonly HistoryRow[], on: LocalDate, daypart: Daypart): CellHistory {
  const own = rows.filter((row) => row.on === on && row.daypart === daypart)
  const standing = own.find((row) => row.standing)
  return {
    on,
    daypart,
    changes: own.filter((row) => !row.standing),
    standing: standing?.light ? { light: standing.light, confirmedAt: standing.at } : undefined,
  }
}

/** What a cell said when it was over, or says now when it is not. */
export function lastLightOf(history: CellHistory, now: Date, expiry: Expiry): Light {
  const end = endOf(history)
  return lightAtMoment(history, end < now ? new Date(end.getTime() - 1) : now, expiry)
}

type Moment = { teamId: string; at: Date; on: LocalDate; daypart: Daypart; careKind?: CareKind | '' }

/**
 * What the light of a team for a part of a day was at a moment, as far as capacity's own history tells: for whoever wants to
 * know it of a request that was taken or refused then. Grey also for who may not see the lights of this team.
 */
export async function lightAt(scope: Scope, { teamId, at, on, daypart, careKind }: Moment): Promise<Light> {
  const { rows, expiry } = await read(scope, {
    rows: historyQuery({ teamId, from: on, to: on, careKind }),
    expiry: expiryQuery(),
  })
  return lightAtMoment(historyOf(rows, on, daypart), at, toExpiry(expiry))
}
