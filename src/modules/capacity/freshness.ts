import { sql } from 'kysely'
import { addDays } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { dayparts } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { canJudgeLights } from './policy.ts'
import { selectTeams } from './region-store.ts'
import { todayOf } from './region-view.ts'
import { daysLookedBack, freshShare, type Verdict, verdictOf } from './rules/honesty.ts'
import type { Expiry } from './rules/light.ts'
import { expiryQuery, toExpiry } from './settings.ts'
import { lightsBetween } from './store.ts'

/** How much of what an organisation could tell about the coming week it tells, and counts. */
export type Freshness = { id: string; name: string; teams: number; share: number | undefined; lastSaid: Date | null }

type FreshRow = Omit<Freshness, 'share'> & { fresh: number }

/** The week that is told of, today with. */
const days = 7

function freshnessQuery(scope: Scope) {
  const today = todayOf(scope)
  const query = sql<FreshRow>`
    with seen as materialized (${selectTeams({})})
    select s.organization_id as id, s.organization as name, count(distinct s.id)::int as teams,
      coalesce(sum(l.fresh), 0)::int as fresh, max(l.said_at) as "lastSaid"
    from seen s left join (
      select l.team_id, count(*) filter (where l.light <> 'unknown') as fresh, max(l.set_at) as said_at
      from ${lightsBetween(scope, today, addDays(today, days - 1))} l where l.care_kind = '' group by l.team_id
    ) l on l.team_id = s.id
    group by 1, 2 order by 2, 1`
  return { compile: () => query.compile(build) }
}

function toFreshness({ fresh, ...row }: FreshRow): Freshness {
  return { ...row, share: freshShare(fresh, row.teams * days * dayparts.length) }
}

/** The share of fresh lights per organisation, of those whose lights this viewer may see: what one sees of others, others see. */
export async function getFreshness(scope: Scope): Promise<Freshness[]> {
  const { rows } = await read(scope, { rows: freshnessQuery(scope) })
  return rows.map(toFreshness)
}

export type JudgedTeam = { id: string; name: string; organization: string; daypart: Daypart; verdict: Verdict }
export type Honesty = { freshness: Freshness[]; judged: JudgedTeam[]; expiry: Expiry & { version: number } }

type JudgedRow = Omit<JudgedTeam, 'verdict'> & { sayings: Partial<Record<Light, number>> }

/** What the region manager looks at: who tells little, and whose light never changes or is always red. */
export async function getHonesty(scope: Scope): Promise<Honesty> {
  permit(canJudgeLights(scope.actor))
  const today = todayOf(scope)
  const query = sql<JudgedRow>`
    with seen as materialized (${selectTeams({})}), told as materialized (
      select l.team_id, l.daypart, l.said, count(*)::int as days
      from ${lightsBetween(scope, addDays(today, 1 - daysLookedBack), today)} l where l.care_kind = '' group by 1, 2, 3
    )
    select s.id, s.name, s.organization, t.daypart, json_object_agg(t.said, t.days) as sayings
    from seen s join told t on t.team_id = s.id
    group by s.id, s.name, s.organization, t.daypart having count(*) filter (where t.said <> 'unknown') = 1
    order by s.organization, s.name, s.id, array_position(array['morning', 'afternoon', 'evening', 'night'], t.daypart)`
  const { freshness, judged, expiry, version } = await read(scope, {
    freshness: freshnessQuery(scope),
    judged: { compile: () => query.compile(build) },
    expiry: expiryQuery(),
    version: build.selectFrom('capacity.region_setting').select('version'),
  })
  return {
    freshness: freshness.map(toFreshness),
    judged: judged.flatMap(({ sayings, ...team }) => {
      const verdict = verdictOf(sayings)
      return verdict ? [{ ...team, verdict }] : []
    }),
    expiry: { ...toExpiry(expiry), version: version[0]?.version ?? 0 },
  }
}
