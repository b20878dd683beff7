import { type Compilable, type Expression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays, type LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Priority } from '#kernel/priorities.ts'
import { selectLights } from '#modules/capacity/index.ts'
import { openPieces } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { DB } from '#platform/database/tables.ts'
import { daysAhead } from './rules/hard-rules.ts'
import { usualDayparts } from './rules/points.ts'
import type { Counted } from './rules/response.ts'
import type { CarerGender, Refusal } from './rules/wanted.ts'
import { teamPlaces } from './travel/team-places.ts'

export type RequestRow = {
  id: string
  number: string
  pc4: string
  latitude: number | null
  longitude: number | null
  /** How many middles of other postcodes lie within some two kilometres. */
  postcodesNearby: number
  careKinds: CareKind[]
  dayparts: Daypart[]
  priority: Priority
  startOn: LocalDate | null
  financing: string | null
  insurer: string | null
  preferredOrganizationId: string | null
  existingOrganizationId: string | null
  languages: string[]
  faith: string | null
  carerGender: CarerGender | null
  unwantedIds: string[]
  earlierOrganizationIds: string[]
  refusedBy: Refusal[]
}

/** What the cards say that advice looks at, of the requests that this actor may see. */
export function selectAsked() {
  return build
    .selectFrom('requests.care_request as r')
    .leftJoin('regions.postcode_area as p', (join) =>
      join.onRef('p.pc4', '=', 'r.pc4').onRef('p.region_id', '=', 'r.region_id'),
    )
    .select([
      'r.id',
      'r.number',
      'r.pc4',
      'p.latitude',
      'p.longitude',
      // A hundredth of a degree of latitude is 1.1 km; one of longitude is 0.7 km here.
      sql<number>`(select count(*)::int from regions.postcode_area n where n.region_id = r.region_id and n.pc4 <> r.pc4
        and abs(n.latitude - p.latitude) < 0.018 and abs(n.longitude - p.longitude) < 0.029)`.as('postcodesNearby'),
      // Of a divided request advice is about what is still to be taken.
      openPieces('care_kinds').as('careKinds'),
      openPieces('dayparts').as('dayparts'),
      'r.priority',
      'r.start_on as startOn',
      'r.financing',
      'r.insurer',
      'r.preferred_organization_id as preferredOrganizationId',
      'r.existing_organization_id as existingOrganizationId',
      'r.languages',
      'r.faith',
      sql<CarerGender | null>`r.carer_gender`.as('carerGender'),
      sql<string[]>`requests.unwanted_by_client(r.id)`.as('unwantedIds'),
      sql<string[]>`requests.gave_care_before(r.id)`.as('earlierOrganizationIds'),
      sql<Refusal[]>`(select coalesce(jsonb_agg(jsonb_build_object('organizationId', f.organization_id, 'how', f.how,
        'reason', f.reason, 'on', f.refused_on) order by f.organization_id), '[]')
        from matching.refusal f where f.request_id = r.id)`.as('refusedBy'),
    ])
}

export type PartyRow = {
  teamId: string
  teamName: string
  organizationId: string
  organizationName: string
  pc4s: string[]
  careKinds: CareKind[]
  insurers: string[]
  languages: string[]
  faiths: string[]
  carerGenders: CarerGender[]
  latitude: number | null
  longitude: number | null
  /** What the route server measured to the postcodes that are asked: by what, minutes, kilometres. */
  routes: Record<string, ['bicycle' | 'car', number, number]> | null
}

/**
 * Every team that gives care in this region, with its own care or else its organisation's, and where it starts from; nobody when
 * there is nothing to advise about.
 */
export function partiesQuery(asked: Expression<unknown>): Compilable<PartyRow> {
  return selectParties(asked, teamPlaces())
}

/** The same for one request: of a team that does not serve its postcode the area and the base are left out, they say nothing more. */
export function partiesForOne(asked: Expression<unknown>): Compilable<PartyRow> {
  const near = sql<boolean>`a.team_id in (
    select s.team_id from organizations.service_area s where s.pc4 in (select pc4 from asked_at))`
  return selectParties(asked, teamPlaces(near))
}

function selectParties(asked: Expression<unknown>, places: RawBuilder<unknown>): Compilable<PartyRow> {
  const query = sql<PartyRow>`
    with asked_at as materialized (select distinct asked.pc4 from (${asked}) as asked), ${places},
    routes as materialized (
      select m.team_id, jsonb_object_agg(m.pc4, jsonb_build_array(m.by, m.minutes, m.kilometres)) as routes
      from matching.measured_travel m where m.pc4 in (select pc4 from asked_at) group by m.team_id
    )
    select t.id as "teamId", t.name as "teamName", o.id as "organizationId", o.name as "organizationName",
      coalesce(place.pc4s, '{}') as pc4s, routes.routes,
      case when cardinality(t.care_kinds) > 0 then t.care_kinds else o.care_kinds end as "careKinds",
      o.insurers, o.languages, o.faiths, t.carer_genders as "carerGenders",
      place.latitude, place.longitude
    from organizations.team t join organizations.organization o on o.id = t.organization_id
    left join team_place place on place.team_id = t.id left join routes on routes.team_id = t.id
    where t.active and o.active and o.kind = 'provider' and exists (select from asked_at)
    order by t.id`
  return { compile: () => query.compile(build) }
}

/** The lights of everyone who serves a postcode of these requests, from today on. */
export function lightsQuery(scope: Scope, today: LocalDate, postcodes: SelectQueryBuilder<DB, never, { pc4: string }>) {
  // The first day is not known before the answer: the span covers a start within two weeks, later ones have no lights yet.
  return selectLights(scope, today, addDays(today, 14 + daysAhead)).where(
    'l.team_id',
    'in',
    build.selectFrom('organizations.service_area as a').select('a.team_id').where('a.pc4', 'in', postcodes),
  )
}

/** Of one request only its own days, parts of the day and care, and the light itself: of all that is known of teams that is a fraction. */
export function lightsForOne(scope: Scope, today: LocalDate, one: ReturnType<typeof selectAsked>) {
  const start = sql<LocalDate>`greatest(${today}::date, (${one.clearSelect().select('r.start_on')}))`
  return lightsQuery(scope, today, one.clearSelect().select('r.pc4'))
    .where(sql<boolean>`l.light_on between ${start} and ${start} + ${daysAhead - 1}::int`)
    .where(sql<boolean>`l.daypart = any (coalesce(nullif((${one.clearSelect().select('r.dayparts')}), '{}'),
      ${`{${usualDayparts.join(',')}}`}::text[]))`)
    .where(
      sql<boolean>`(l.care_kind = '' or l.care_kind = any ((${one.clearSelect().select('r.care_kinds')})::text[]))`,
    )
    .clearSelect()
    .select(['l.team_id as teamId', 'l.light_on as on', 'l.daypart', 'l.care_kind as careKind', 'l.light'])
}

export type TakenRow = { organizationId: string; week: number; month: number }

/** What each organisation took in the last 7 and 30 days. */
export function takenQuery(today: LocalDate) {
  return build
    .selectFrom('requests.taken_count as c')
    .select((eb) => [
      'c.organization_id as organizationId',
      eb.fn
        .sum<number>(eb.case().when('c.taken_on', '>', addDays(today, -7)).then(eb.ref('c.requests')).else(0).end())
        .as('week'),
      eb.fn.sum<number>('c.requests').as('month'),
    ])
    .where('c.taken_on', '>', addDays(today, -countedDays))
    .groupBy('c.organization_id')
}

/** Fair share looks back so far. */
const countedDays = 30
/** Answers are fewer than takings: they count for a season. */
const answeredDays = 91

/** How organisations answered what they were asked. */
export function answersQuery(today: LocalDate): Compilable<Counted> {
  const query = sql<Counted>`
    select c.organization_id as "organizationId", sum(c.yes)::int as yes, sum(c.no_room)::int as "noRoom",
      sum(c.silent)::int as silent, sum(c.yes + c.no_room + c.cannot)::int as answers, sum(c.minutes)::int as minutes
    from matching.answer_count c where c.counted_on > ${addDays(today, -answeredDays)}
    group by c.organization_id`
  return { compile: () => query.compile(build) }
}
