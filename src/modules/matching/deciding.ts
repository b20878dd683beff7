import { type Compilable, sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { audit } from '#modules/audit/index.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { DomainEvent } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { canDivide } from './policy.ts'

/** A proposal says something about what is decided in the days after it; later it is history. */
export const adviceDays = 7
/** So long a decision that differs stands on the page, for who still wants to say why. */
const shownDays = 14

/**
 * Somebody has it: what the newest proposal of its list advised is kept beside what was done, in the same transaction. Nobody fills in a
 * second list; only why it differed is asked, afterwards.
 */
export async function keepDecision(tx: Tx, { subjectId, payload }: DomainEvent): Promise<void> {
  if (payload?.code !== 'taken') return
  const { actor } = tx.scope
  const by = actor.kind === 'user' ? actor.name : 'De werkwijze van de regio'
  const now = tx.scope.now()
  const since = new Date(now.getTime() - adviceDays * 86_400_000)
  await asSystem(tx, 'keep-decision', (own) =>
    sql`
      insert into matching.decision (id, region_id, proposal_id, coordinating_team_id, request_id, advised_team_id,
        advised_organization_id, organization_id, followed, decided_at, decided_by_name)
      select ${newId()}, r.region_id, p.id, r.coordinating_team_id, r.id, t.id, t.organization_id, r.taker_organization_id,
        coalesce(t.organization_id = r.taker_organization_id, false), ${now}, ${by}
      from requests.care_request r
        cross join lateral (select id, result from matching.proposal
          where coordinating_team_id = r.coordinating_team_id and state = 'ready' and asked_at > ${since} and asked_at <= ${now}
          order by asked_at desc, id desc limit 1) p
        cross join lateral (select line from jsonb_array_elements(p.result -> 'lines') line
          where line ->> 'requestId' = r.id::text limit 1) advised
        left join organizations.team t on t.id = (advised.line -> 'choice' ->> 'teamId')::uuid
      where r.id = ${subjectId} and r.taker_organization_id is not null`.execute(own.db),
  )
}

/** A decision that differs from the advice, with why when somebody said so. */
export type OtherDecision = {
  id: string
  requestId: string
  number: string
  decidedAt: Date
  decidedByName: string
  /** The organisation that was advised; null: to leave it open. */
  advised: string | null
  decided: string
  reason: string | null
  reasonByName: string | null
}

export function otherwiseQuery(scope: Scope, teamId: string): Compilable<OtherDecision> {
  return build
    .selectFrom('matching.decision as d')
    .innerJoin('requests.care_request as r', 'r.id', 'd.request_id')
    .innerJoin('organizations.organization as o', 'o.id', 'd.organization_id')
    .leftJoin('organizations.organization as a', 'a.id', 'd.advised_organization_id')
    .select([
      'd.id',
      'd.request_id as requestId',
      'r.number',
      'd.decided_at as decidedAt',
      'd.decided_by_name as decidedByName',
      'a.name as advised',
      'o.name as decided',
      'd.reason',
      'd.reason_by_name as reasonByName',
    ])
    .where('d.coordinating_team_id', '=', teamId)
    .where('d.followed', '=', false)
    .where('d.decided_at', '>', new Date(scope.now().getTime() - shownDays * 86_400_000))
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id')
    .limit(30) as unknown as Compilable<OtherDecision>
}

/** Says why decisions differ, with a reason of the region's list; a later word counts. Unknown ids and codes are passed over. */
export const explainDecisions = command(
  async (tx, actor, input: { teamId: string; reasons: readonly { id: string; reason: string }[] }): Promise<void> => {
    if (actor.kind !== 'user' || !canDivide(actor, input.teamId)) throw new NotFound()
    const known = new Set(listReasons(await getRegion(tx), 'otherwise').map(({ code }) => code))
    for (const { id, reason } of input.reasons.filter((one) => known.has(one.reason))) {
      const changed = await tx.db
        .updateTable('matching.decision')
        .set({ reason, reason_by_name: actor.name })
        .where('id', '=', id)
        .where('coordinating_team_id', '=', input.teamId)
        .where('followed', '=', false)
        .where((eb) => eb.or([eb('reason', 'is', null), eb('reason', '!=', reason)]))
        .returning('request_id')
        .executeTakeFirst()
      if (!changed) continue
      await audit(tx, {
        event: 'request.explain-decision',
        action: 'U',
        careRequestId: changed.request_id,
        objectType: 'care-request',
        objectId: changed.request_id,
        fields: ['decision'],
        legalBasis: 'coordination',
        rule: canDivide.name,
      })
    }
  },
)
