import { type Compilable, sql } from 'kysely'
import { build } from '#platform/database/single-client-driver.ts'

/** A line of the division that leads from a neighbourhood to a coordinating team, with what the public may know of that team. */
export type ServingTeam = {
  teamId: string
  name: string
  kind: string
  active: boolean
  phone: string
  phoneHours: string
  description: string
  people: { id: string; firstName: string; jobTitle: string; organization: string | null; photo: string | null }[]
  priority: number
  size: number
  pc4s: string[]
  careKinds: string[] | null
}

/**
 * Which teams get what somebody in these neighbourhoods asks: for the public pages, which must name the same team as the one that the
 * request will go to. Lines for referrers only are left out.
 */
export function servingTeamsQuery(pc4s: readonly string[]): Compilable<ServingTeam> {
  const asked = sql<string[]>`${pc4s}::text[]`
  return build
    .selectFrom('coordination.route as r')
    .innerJoin('organizations.coordinating_team as t', 't.id', 'r.coordinating_team_id')
    .select([
      't.id as teamId',
      't.name',
      't.kind',
      't.active',
      't.phone',
      't.phone_hours as phoneHours',
      't.description',
      sql<ServingTeam['people']>`(select coalesce(json_agg(json_build_object('id', p.id, 'firstName', p.first_name,
          'jobTitle', p.job_title, 'organization', o.name, 'photo', p.photo) order by p.position, p.first_name, p.id), '[]')
        from organizations.contact_person p left join organizations.organization o on o.id = p.organization_id
        where p.coordinating_team_id = t.id)`.as('people'),
      'r.priority',
      // Who serves everywhere comes after whoever serves here.
      sql<number>`coalesce(cardinality(r.pc4s), 1000000)`.as('size'),
      sql<string[]>`array(select one from unnest(${asked}) one where r.pc4s is null or one = any (r.pc4s))`.as('pc4s'),
      'r.care_kinds as careKinds',
    ])
    .where(sql<boolean>`(r.pc4s is null or r.pc4s && ${asked})`)
    .where(sql<boolean>`(r.sources is null or r.sources && '{client,informal-carer}')`)
    .orderBy('r.priority')
    .orderBy('t.name')
    .orderBy('r.id')
}
