import { type Compilable, sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { type Light, lights } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { rank } from './region-store.ts'
import { type RegionRow, type RegionView, regionDayQuery, toView } from './region-view.ts'

/** A municipality in a part of the day: the best light of who comes there, and how many of them have room. */
export type MunicipalityLight = {
  municipality: string
  daypart: Daypart
  light: Light
  withRoom: number
  teams: number
}

type Row = Omit<MunicipalityLight, 'light'> & { rank: number }

type ScreenRow = RegionRow & { municipalities: Row[] }
export type RegionScreen = { view: RegionView; municipalities: MunicipalityLight[] }

/** What a screen on the wall shows of a day: few things, read from across the room. One round trip. */
export async function getRegionScreen(scope: Scope, on: LocalDate, daypart: Daypart): Promise<RegionScreen> {
  const { screen } = await read(scope, { screen: screenQuery(scope, on, daypart) })
  return toScreen(screen)
}

/** Goes along with other queries; `toScreen` reads its answer. */
export function screenQuery(scope: Scope, on: LocalDate, daypart: Daypart): Compilable<ScreenRow> {
  const municipalities = sql`(
    with comes as materialized (
      select distinct a.team_id, p.municipality_id from organizations.service_area a
      join kept k on k.id = a.team_id
      join regions.postcode_area p on p.pc4 = a.pc4 and p.region_id = platform.actor_region()
    ),
    told as (
      select c.municipality_id, l.daypart, min(${rank(sql`l.light`)}) as rank,
        count(*) filter (where l.light = 'green')::int as room
      from comes c join lit l on l.team_id = c.team_id group by 1, 2
    )
    select coalesce(json_agg(json_build_object('municipality', m.name, 'daypart', d.daypart, 'rank', coalesce(t.rank, 4),
      'teams', c.teams, 'withRoom', coalesce(t.room, 0)) order by m.name), '[]')
    from (select municipality_id, count(*)::int as teams from comes group by 1) c
    join regions.municipality m on m.id = c.municipality_id
    cross join (values ('morning'), ('afternoon'), ('evening'), ('night')) d (daypart)
    left join told t on t.municipality_id = c.municipality_id and t.daypart = d.daypart
  ) as municipalities`
  const question = { view: 'map', on, filters: { daypart }, page: 1 } as const
  return regionDayQuery<Pick<ScreenRow, 'municipalities'>>(scope, question, municipalities)
}

export function toScreen(rows: readonly ScreenRow[]): RegionScreen {
  return {
    view: toView(rows),
    municipalities: (rows[0]?.municipalities ?? []).map(({ rank: place, ...row }) => ({
      ...row,
      light: lights[place - 1] ?? 'unknown',
    })),
  }
}
