import { type RawBuilder, sql } from 'kysely'

/**
 * Where each team starts from: its base, as written down or as found at its address, or else the middle of the area it serves. Two
 * named queries for a `with`.
 *
 * @param which of `organizations.service_area` as `a`, whose teams are looked at; all of them when it is left out
 */
export const teamPlaces = (which: RawBuilder<boolean> = sql`true`) => sql`place as materialized (
      select a.team_id, array_agg(a.pc4) as pc4s, avg(p.latitude) as latitude, avg(p.longitude) as longitude
      from organizations.service_area a
      left join regions.postcode_area p on p.pc4 = a.pc4 and p.region_id = (select platform.actor_region())
      where ${which}
      group by a.team_id
    ), team_place as materialized (
      select place.team_id, place.pc4s, coalesce(base.latitude, place.latitude) as latitude,
        coalesce(base.longitude, place.longitude) as longitude
      from place left join (
        select distinct on (l.team_id) l.team_id, coalesce(l.latitude, f.latitude) as latitude,
          coalesce(l.longitude, f.longitude) as longitude
        from organizations.location l left join matching.found_place f on f.location_id = l.id
        where l.active and l.team_id is not null and coalesce(l.latitude, f.latitude) is not null
        order by l.team_id, l.id
      ) base on base.team_id = place.team_id
    )`
