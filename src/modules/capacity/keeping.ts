import { sql } from 'kysely'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { canJudgeLights, canKeepCapacity } from './policy.ts'
import { type Audience, firstAudience, ownLightsTopic, topicsOf } from './rules/audience.ts'
import type { Expiry } from './rules/light.ts'
import { getReach } from './telling.ts'

/** Told to open boards when an organisation shows its lights to others than before. */
export const audienceChanged = 'light-audience-changed'

export type AudienceSetting = { region: Audience; own: Audience | null; version: number }

/** How far the region shows lights, and how far this organisation wants its own to go. */
export async function getAudience(scope: Scope, organizationId: string): Promise<AudienceSetting> {
  const query = sql<AudienceSetting>`
    select capacity.region_audience() as region, s.audience as own, coalesce(s.version, 0) as version
    from (values (${organizationId}::uuid)) o(id) left join capacity.organization_setting s on s.organization_id = o.id`
  const { rows } = await read(scope, { rows: { compile: () => query.compile(build) } })
  return rows[0] ?? { region: firstAudience, own: null, version: 0 }
}

export type SaveAudience = { organizationId: string; audience: Audience; version: number }

/** Keeps the lights of an organisation to a nearer circle, or lets them go as far as the region agreed. */
export const saveAudience = command(
  async (
    tx,
    actor,
    { organizationId, audience, version }: SaveAudience,
  ): Promise<Outcome<void, 'changed-meanwhile'>> => {
    permit(canKeepCapacity(actor, organizationId))
    const known = await tx.db
      .selectFrom('capacity.organization_setting')
      .select(['audience', 'version'])
      .where('organization_id', '=', organizationId)
      .forUpdate()
      .executeTakeFirst()
    if ((known?.version ?? 0) !== version) return refused('changed-meanwhile')
    const before = topicsOf(organizationId, await getReach(tx, organizationId))
    await tx.db
      .insertInto('capacity.organization_setting')
      .values({ organization_id: organizationId, region_id: actor.regionId, audience })
      .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ audience, version: version + 1 }))
      .execute()
    const after = topicsOf(organizationId, await getReach(tx, organizationId))
    // Also to who sees no more of it: an open board asks again, and then shows what it may.
    const topics = [...new Set([...before, ...after, ownLightsTopic(organizationId)])]
    await record(tx, { kind: audienceChanged, topics, subjectId: organizationId })
    await audit(tx, {
      event: 'light-audience.update',
      action: 'U',
      objectType: 'organization',
      objectId: organizationId,
      fields: ['audience'],
      legalBasis: 'administration',
      rule: 'canKeepCapacity',
    })
    return done(undefined)
  },
)

export type SaveExpiry = { expiry: Expiry; version: number }

/** How long a light counts in this region before it turns grey. */
export const saveExpiry = command(
  async (tx, actor, { expiry, version }: SaveExpiry): Promise<Outcome<void, 'changed-meanwhile'>> => {
    permit(canJudgeLights(actor))
    const known = await tx.db.selectFrom('capacity.region_setting').select('version').forUpdate().executeTakeFirst()
    if ((known?.version ?? 0) !== version) return refused('changed-meanwhile')
    const row = { today_hours: expiry.todayHours, later_hours: expiry.laterHours, pattern_days: expiry.patternDays }
    await tx.db
      .insertInto('capacity.region_setting')
      .values({ region_id: actor.regionId, ...row })
      .onConflict((conflict) => conflict.column('region_id').doUpdateSet({ ...row, version: version + 1 }))
      .execute()
    await record(tx, {
      kind: audienceChanged,
      topics: topicsOf(actor.regionId, 'public'),
      subjectId: actor.regionId,
    })
    await audit(tx, {
      event: 'light-expiry.update',
      action: 'U',
      objectType: 'region',
      objectId: actor.regionId,
      fields: Object.keys(expiry),
      legalBasis: 'administration',
      rule: 'canJudgeLights',
    })
    return done(undefined)
  },
)
