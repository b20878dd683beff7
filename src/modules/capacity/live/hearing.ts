import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { type Audience, circleOf, lightsTopics, ownLightsTopic, reachOf } from '../rules/audience.ts'

type Seen = { id: string; region: Audience; own: Audience | null }

/** What a viewer hears of; `key` is the same for all who see the same lights. */
type Hearing = { topics: string[]; key: string }

/** What this viewer may hear of: the topic of the own circle, and the organisations that keep to a nearer one it stands in. */
export async function hearingOf(scope: Scope): Promise<Hearing> {
  const { actor } = scope
  const query = sql<Seen>`
    select v.id, capacity.region_audience() as region, s.audience as own
    from capacity.visible_organizations() v(id)
    left join capacity.organization_setting s on s.organization_id = v.id order by v.id`
  const { seen } = await read(scope, { seen: { compile: () => query.compile(build) } })
  const circle = circleOf(actor)
  const ownId = actor.kind === 'user' ? actor.organizationId : undefined
  const wide =
    circle === 'referrers' ? [lightsTopics.referrers] : circle === 'public' ? [] : [lightsTopics.professionals]
  const keptNear = seen.filter(({ region, own }) => reachOf(region, own) === 'team').map(({ id }) => id)
  // Also one's own while it is told to all: when it is kept to itself from a moment on, its own people go on hearing of it.
  const near = new Set(ownId && seen.some(({ id }) => id === ownId) ? [...keptNear, ownId] : keptNear)
  const same = [circle, ...keptNear, ...seen.map(({ id }) => id)].join()
  return {
    topics: [...wide, ...[...near].map(ownLightsTopic)],
    key: createHash('sha256').update(same).digest('base64url').slice(0, 22),
  }
}
