import { sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { type Light, lights } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { type RegionView, rank, regionViewQuery, selectTeams, toView } from './region-view.ts'
import { lightsBetween } from './store.ts'

/** A municipality in a part of the day: the best light of who comes there, and how many of them have room. */
export type MunicipalityLight = {
  municipality: string
  daypart: Daypart
  light: Light
  withRoom: number
  teams: number
}

type Row = Omit<MunicipalityLight, 'light'> & { rank: number }

/** What a screen on the wall shows of a day: few things, read from across the room. One round trip. */
export async function getRegionScreen(
  scope: Scope,
  on: LocalDate,
  daypart: Daypart,
): Promise<{ view: RegionView; municipalities: MunicipalityLight[] }> {
  const query = sql<Row>`
    with seen as materialized (${selectTeams({})}),
    comes as materialized (
      select distinct a.team_id, p.municipality_id from organizations.service_area a
      join seen on seen.id = a.team_id
      join regions.postcode_area p on p.pc4 = a.pc4 and p.region_id = platform.actor_region()
    ),
    told as materialized (
      select c.municipality_id, l.daypart, min(${rank(sql`l.light`)}) as rank,
        count(*) filter (where l.light = 'green')::int as room
      from comes c join ${lightsBetween(scope, on, on)} l on l.team_id = c.team_id and l.care_kind = '' group by 1, 2
    )
    select m.name as municipality, d.daypart, coalesce(t.rank, 4) as rank, c.teams, coalesce(t.room, 0) as "withRoom"
    from (select municipality_id, count(*)::int as teams from comes group by 1) c
    join regions.municipality m on m.id = c.municipality_id
    cross join (values ('morning'), ('afternoon'), ('evening'), ('night')) d (daypart)
    left join told t on t.municipality_id = c.municipality_id and t.daypart = d.daypart
    order by m.name`
  const { view, municipalities } = await read(scope, {
    view: regionViewQuery(scope, { view: 'map', on, filters: { daypart }, page: 1 }),
    municipalities: { compile: () => query.compile(build) },
  })
  return {
    view: toView(view),
    municipalities: municipalities.map(({ rank: place, ...row }) => ({
      ...row,
      light: lights[place - 1] ?? 'unknown',
    })),
  }
}
