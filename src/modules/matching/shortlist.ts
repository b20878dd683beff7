import { type Compilable, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays, type LocalDate, localDateOf } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Priority } from '#kernel/priorities.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import { type LightRow, selectLights } from '#modules/capacity/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canAskAdvice } from './policy.ts'
import { fairShares } from './rules/fair-share.ts'
import { daysAhead } from './rules/hard-rules.ts'
import { type Ranking, rank } from './rules/ranking.ts'
import { type SplitAdvice, splitAdvice } from './rules/split.ts'
import type { LightOf, Party, Place, Wanted } from './rules/wanted.ts'
import { firstWeights, worthOf } from './rules/weights.ts'

export type Shortlist = Ranking & {
  wanted: Wanted
  number: string
  /** Only when nobody can take it alone. */
  split: SplitAdvice | undefined
}

/** Who can take this request, with reasons; in one round trip, with the audit row of its reading. */
export async function getShortlist(scope: Scope, requestId: string): Promise<Shortlist> {
  permit(canAskAdvice(scope.actor))
  const today = localDateOf(scope.now())
  const { requests, parties, lights, taken } = await read(scope, {
    requests: requestQuery(requestId),
    parties: partiesQuery(requestId),
    lights: lightsQuery(scope, requestId, today),
    taken: takenQuery(today),
    told: toldOf(scope, requestId),
  })
  const [request] = requests
  if (!request) throw new NotFound()
  const wanted = toWanted(request, today)
  const all = toParties(wanted, parties, lights, taken)
  const ranking = rank(wanted, all, firstWeights)
  const split = ranking.candidates.length === 0 ? splitAdvice(wanted, all, firstWeights) : undefined
  return { ...ranking, wanted, number: request.number, split }
}

type RequestRow = {
  id: string
  number: string
  pc4: string
  latitude: number | null
  longitude: number | null
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
}

/** What the card says; for whom there is no card, there is no advice. */
function requestQuery(requestId: string): Compilable<RequestRow> {
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
      'r.care_kinds as careKinds',
      'r.dayparts',
      'r.priority',
      'r.start_on as startOn',
      'r.financing',
      'r.insurer',
      'r.preferred_organization_id as preferredOrganizationId',
      'r.existing_organization_id as existingOrganizationId',
      'r.languages',
      'r.faith',
    ])
    .where('r.id', '=', requestId) as unknown as Compilable<RequestRow>
}

type PartyRow = {
  teamId: string
  teamName: string
  organizationId: string
  organizationName: string
  pc4s: string[]
  careKinds: CareKind[]
  insurers: string[]
  languages: string[]
  faiths: string[]
  latitude: number | null
  longitude: number | null
}

/** Every team that gives care in this region, with its own care or else its organisation's, and where it starts from. */
function partiesQuery(requestId: string): Compilable<PartyRow> {
  const query = sql<PartyRow>`
    with place as materialized (
      select a.team_id, array_agg(a.pc4) as pc4s, avg(p.latitude) as latitude, avg(p.longitude) as longitude
      from organizations.service_area a
      left join regions.postcode_area p on p.pc4 = a.pc4 and p.region_id = platform.actor_region()
      group by a.team_id
    ), base as materialized (
      select distinct on (team_id) team_id, latitude, longitude from organizations.location
      where active and team_id is not null and latitude is not null order by team_id, id
    )
    select t.id as "teamId", t.name as "teamName", o.id as "organizationId", o.name as "organizationName",
      coalesce(place.pc4s, '{}') as pc4s,
      case when cardinality(t.care_kinds) > 0 then t.care_kinds else o.care_kinds end as "careKinds",
      o.insurers, o.languages, o.faiths,
      coalesce(base.latitude, place.latitude) as latitude, coalesce(base.longitude, place.longitude) as longitude
    from organizations.team t join organizations.organization o on o.id = t.organization_id
    left join place on place.team_id = t.id left join base on base.team_id = t.id
    where t.active and o.active and o.kind = 'provider'
      and exists (select from requests.care_request r where r.id = ${requestId})
    order by t.id`
  return { compile: () => query.compile(build) }
}

/** The lights of everyone who serves the postcode, from the first day of care on. */
function lightsQuery(scope: Scope, requestId: string, today: LocalDate) {
  // The first day is not known before the answer: the span covers a start within two weeks, later ones have no lights yet.
  return selectLights(scope, today, addDays(today, 14 + daysAhead)).where(
    'l.team_id',
    'in',
    build
      .selectFrom('organizations.service_area as a')
      .innerJoin('requests.care_request as r', 'r.pc4', 'a.pc4')
      .select('a.team_id')
      .where('r.id', '=', requestId),
  )
}

type TakenRow = { organizationId: string; week: number; month: number }

function takenQuery(today: LocalDate) {
  return build
    .selectFrom('requests.taken_count as c')
    .select((eb) => [
      'c.organization_id as organizationId',
      eb.fn
        .sum<number>(eb.case().when('c.taken_on', '>', addDays(today, -7)).then(eb.ref('c.requests')).else(0).end())
        .as('week'),
      eb.fn.sum<number>('c.requests').as('month'),
    ])
    .where('c.taken_on', '>', addDays(today, -28))
    .groupBy('c.organization_id')
}

function toWanted(row: RequestRow, today: LocalDate): Wanted {
  const paidByInsurer = row.financing === null || row.financing === 'zvw' || row.financing === 'unknown'
  return {
    requestId: row.id,
    pc4: row.pc4,
    place: toPlace(row),
    careKinds: row.careKinds,
    dayparts: row.dayparts,
    priority: row.priority,
    startOn: row.startOn && row.startOn > today ? row.startOn : today,
    insurer: (paidByInsurer && row.insurer) || undefined,
    preferredOrganizationId: row.preferredOrganizationId ?? undefined,
    existingOrganizationId: row.existingOrganizationId ?? undefined,
    languages: row.languages,
    faith: row.faith ?? undefined,
    refusedBy: [],
  }
}

function toParties(
  wanted: Wanted,
  rows: readonly PartyRow[],
  lights: readonly LightRow[],
  taken: readonly TakenRow[],
): Party[] {
  const lightFor = lightsPerTeam(wanted, lights)
  const takenBy = new Map(taken.map((row) => [row.organizationId, row]))
  const shares = fairShares(rows, (organizationId) => takenBy.get(organizationId)?.month ?? 0)
  return rows.map((row) => ({
    teamId: row.teamId,
    teamName: row.teamName,
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    pc4s: new Set(row.pc4s),
    careKinds: row.careKinds,
    insurers: row.insurers,
    languages: row.languages,
    faiths: row.faiths,
    place: toPlace(row),
    lightOf: lightFor(row.teamId),
    taken: { week: takenBy.get(row.organizationId)?.week ?? 0, month: takenBy.get(row.organizationId)?.month ?? 0 },
    fairShare: shares.get(row.organizationId),
  }))
}

/** What was said for a kind of care that is asked counts before what was said for all; of several kinds the least room counts. */
function lightsPerTeam({ careKinds }: Wanted, lights: readonly LightRow[]): (teamId: string) => LightOf {
  const said = new Map<string, Light>()
  const key = (teamId: string, on: LocalDate, daypart: Daypart, kind: string) => `${teamId} ${on} ${daypart} ${kind}`
  for (const { teamId, on, daypart, careKind, light } of lights) said.set(key(teamId, on, daypart, careKind), light)
  return (teamId) => (on, daypart) => {
    const usual = said.get(key(teamId, on, daypart, '')) ?? 'unknown'
    const each = careKinds.map((kind) => said.get(key(teamId, on, daypart, kind)) ?? usual)
    return each.reduce((worst, light) => (worthOf[light] < worthOf[worst] ? light : worst), each[0] ?? usual)
  }
}

function toPlace({ latitude, longitude }: { latitude: number | null; longitude: number | null }): Place | undefined {
  return latitude === null || longitude === null ? undefined : { latitude, longitude }
}

function toldOf(scope: Scope, requestId: string) {
  const row = auditingWhen(
    scope,
    {
      event: 'request.shortlist',
      action: 'R',
      careRequestId: requestId,
      objectType: 'care-request',
      objectId: requestId,
      fields: ['card'],
      legalBasis: 'coordination',
      rule: canAskAdvice.name,
    },
    sql`exists (select from requests.care_request r where r.id = ${requestId})`,
  )
  return { compile: () => row.compile(build) }
}
