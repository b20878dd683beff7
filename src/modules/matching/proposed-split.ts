import { sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { adviceDays } from './deciding.ts'
import { canDivide } from './policy.ts'

/** How a proposal divides one request over two teams: the first keeps the overview. */
export type ProposedSplit = {
  by: 'daypart' | 'care-kind'
  parts: { organizationId: string; teamName: string; pieces: readonly (Daypart | CareKind)[] }[]
}

type PartRow = {
  organizationId: string | null
  teamName: string | null
  dayparts: Daypart[]
  careKinds: CareKind[] | null
}

/**
 * What the newest proposal of the viewer's own lists says of this request, when it divides it: ids and codes only, the card is read and logged
 * by whoever shows them. Nothing for who divides no list, and nothing of a proposal that is history by now.
 */
export async function proposedSplit(scope: Scope, requestId: string): Promise<ProposedSplit | undefined> {
  const { actor } = scope
  const own = actor.kind === 'user' ? actor.coordinatingTeamIds.filter((teamId) => canDivide(actor, teamId)) : []
  if (own.length === 0) return undefined
  const since = new Date(scope.now().getTime() - adviceDays * 86_400_000)
  const query = sql<PartRow>`
    select part -> 'dayparts' as dayparts, part -> 'careKinds' as "careKinds",
      found.teams -> (part ->> 'teamId') ->> 'organizationId' as "organizationId",
      found.teams -> (part ->> 'teamId') ->> 'name' as "teamName"
    from (
      select line -> 'choice' -> 'parts' as parts, newest.result -> 'teams' as teams
      from (select distinct on (coordinating_team_id) asked_at, result from matching.proposal
          where coordinating_team_id = any (${own}::uuid[]) and state = 'ready' and asked_at > ${since}
          order by coordinating_team_id, asked_at desc, id desc) newest
        cross join lateral jsonb_array_elements(newest.result -> 'lines') line
      where line ->> 'requestId' = ${requestId}
      order by newest.asked_at desc limit 1) found
    cross join lateral jsonb_array_elements(coalesce(found.parts, '[]')) with ordinality as listed (part, place)
    order by place`
  const { rows } = await read(scope, { rows: { compile: () => query.compile(build) } })
  const by = rows.some(({ careKinds }) => careKinds) ? 'care-kind' : 'daypart'
  const parts = rows.flatMap(({ organizationId, teamName, dayparts, careKinds }) =>
    organizationId ? [{ organizationId, teamName: teamName ?? '', pieces: careKinds ?? dayparts }] : [],
  )
  return parts.length > 1 ? { by, parts } : undefined
}
