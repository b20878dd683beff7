import { type Compilable, type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { lightAtMoment } from './rules/history.ts'
import type { Expiry } from './rules/light.ts'

/** What a light was at a moment that somebody asks about; `key` is the asker's own. */
export type LightThen = { key: string; team: string; on: LocalDate; daypart: Daypart; light: Light }

export type ThenRow = {
  key: string
  team: string
  on: LocalDate
  daypart: Daypart
  askedAt: Date
  light: Light | null
  at: Date | null
  setAt: Date | null
  until: Date | null
  standing: Light | null
  confirmedAt: Date | null
}

/**
 * What was last said before each of these moments; goes along with the query of a page. `moments` selects key, team_id, light_on,
 * daypart and asked_at. Teams whose lights this actor may not see are left out.
 */
export function lightsThenQuery(moments: RawBuilder<unknown>): Compilable<ThenRow> {
  const query = sql<ThenRow>`
    select m.key, t.name as team, m.light_on as "on", m.daypart, m.asked_at as "askedAt", c.light, c.at, c.set_at as "setAt",
      c.until_at as until, coalesce(e.light, w.light) as standing, p.confirmed_at as "confirmedAt"
    from (${moments}) m
    join organizations.team t on t.id = m.team_id and t.organization_id in (select capacity.visible_organizations())
    left join lateral (
      select c.light, c.at, c.set_at, c.until_at from capacity.light_change c
      where c.team_id = m.team_id and c.light_on = m.light_on and c.daypart = m.daypart and c.care_kind = '' and c.at <= m.asked_at
      order by c.at desc, c.id desc limit 1
    ) c on true
    left join capacity.pattern p on p.team_id = m.team_id
    left join capacity.pattern_light w
      on w.team_id = m.team_id and w.weekday = extract(isodow from m.light_on) and w.daypart = m.daypart
    left join lateral (
      select x.light from capacity.pattern_exception x where x.team_id = m.team_id and m.light_on between x.first_on and x.last_on
      order by x.first_on desc, x.id desc limit 1
    ) e on true
    order by m.key, t.name, array_position(array['morning', 'afternoon', 'evening', 'night'], m.daypart)`
  return { compile: () => query.compile(build) }
}

/** The answer of `lightsThenQuery` by the one rule of what a light says. */
export function toLightsThen(rows: readonly ThenRow[], expiry: Expiry): LightThen[] {
  return rows.map(({ key, team, on, daypart, askedAt, light, at, setAt, until, standing, confirmedAt }) => ({
    key,
    team,
    on,
    daypart,
    light: lightAtMoment(
      {
        on,
        daypart,
        changes: at ? [{ at, light, setAt, until }] : [],
        standing: standing && confirmedAt ? { light: standing, confirmedAt } : undefined,
      },
      askedAt,
      expiry,
    ),
  }))
}
