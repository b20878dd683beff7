import { sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { canOversee } from './policy.ts'
import type { PastRequest } from './rules/replay.ts'

export const replayedDays = 30
const dayLength = 86_400_000

/** The requests of the last month, in moments and codes: nothing of a card or a person. */
export async function listPastRequests(scope: Scope): Promise<PastRequest[]> {
  permit(canOversee(scope.actor))
  const since = new Date(scope.now().getTime() - replayedDays * dayLength)
  const { rows } = await read(scope, {
    rows: build
      .selectFrom('requests.care_request as r')
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('coordination.assignment as a')
            .select(['a.taken_at', 'a.organization_id'])
            .whereRef('a.request_id', '=', 'r.id')
            .orderBy('a.taken_at')
            .limit(1)
            .as('first'),
        (join) => join.onTrue(),
      )
      .select([
        'r.priority',
        'r.submitted_at as sentAt',
        'first.taken_at as takenAt',
        'first.organization_id as takerId',
        'r.ended_at as endedAt',
        sql<string | null>`coalesce(r.preferred_organization_id, r.existing_organization_id)`.as('wishedId'),
      ])
      .where('r.region_id', '=', scope.actor.regionId)
      .where('r.submitted_at', '>=', since)
      .orderBy('r.submitted_at')
      .orderBy('r.id'),
  })
  return rows as PastRequest[]
}
