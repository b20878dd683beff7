import { instantOf, localDateOf } from '#kernel/dates.ts'
import { rankInTransaction } from '#modules/matching/index.ts'
import type { AskAtOnce } from '#modules/regions/index.ts'
import { addHistory, type Standing } from '#modules/requests/index.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type Next, nextToAsk } from '../rules/ask-at-once.ts'

/** A request comes on the list: a new turn begins, whatever was asked in an earlier one. As the system. */
export async function beginTurn(own: Tx, { id }: Standing): Promise<void> {
  const begun = { begun_at: own.scope.now(), ask_from: null, ended_at: null, ended_why: null }
  await own.db
    .insertInto('coordination.asking_at_once')
    .values({ request_id: id, region_id: own.scope.actor.regionId, ...begun })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(begun))
    .execute()
}

/** Nobody is asked by itself any more. As the system. */
export async function stopTurn(own: Tx, requestId: string): Promise<void> {
  await endTurn(own, requestId, 'stopped')
}

/**
 * What follows now in the turn that runs; nothing when none runs, or when the region no longer asks at once. That it waits for the
 * morning, or that nobody is left, is written down and told in the history. As the system.
 */
export async function takeTurn(
  own: Tx,
  standing: Standing,
  terms: AskAtOnce | null,
  without?: string,
): Promise<Next | undefined> {
  const turn = await own.db
    .selectFrom('coordination.asking_at_once')
    .select('begun_at as begunAt')
    .where('request_id', '=', standing.id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!turn) return undefined
  if (!terms) {
    await stopTurn(own, standing.id)
    return undefined
  }
  const now = own.scope.now()
  const asked = await askedSince(own, standing.id, turn.begunAt)
  const request = { priority: standing.priority, actBy: standing.actBy ?? now }
  const ranked = (await rankedNow(own, standing.id)).filter(({ organizationId }) => organizationId !== without)
  const next = nextToAsk(terms, request, ranked, asked, now)
  if (next.do === 'leave') {
    await endTurn(own, standing.id, next.why)
    if (asked.size > 0) await tell(own, standing, { code: 'asked-back', facts: { why: 'at-once', ended: next.why } })
    return next
  }
  await own.db
    .updateTable('coordination.asking_at_once')
    .set({ ask_from: next.do === 'wait' ? next.from : null })
    .where('request_id', '=', standing.id)
    .execute()
  if (next.do === 'wait') await tell(own, standing, { code: 'to-be-asked', facts: { from: next.from.toISOString() } })
  return next
}

type Ended = Extract<Next, { do: 'leave' }>['why'] | 'stopped'

async function endTurn(own: Tx, requestId: string, why: Ended): Promise<void> {
  await own.db
    .updateTable('coordination.asking_at_once')
    .set({ ask_from: null, ended_at: own.scope.now(), ended_why: why })
    .where('request_id', '=', requestId)
    .where('ended_at', 'is', null)
    .execute()
}

function tell(own: Tx, { id, actBy }: Standing, history: Parameters<typeof addHistory>[2]['history']): Promise<void> {
  return addHistory(own, id, { actBy: actBy ?? undefined, history })
}

/** The product's shortlist of this moment, with how often each team was asked today. */
async function rankedNow(own: Tx, requestId: string) {
  const { candidates, wanted } = await rankInTransaction(own, requestId)
  const counts = await askedToday(own)
  return candidates.map(({ party: { teamId, organizationId } }) => ({
    teamId,
    organizationId,
    wished: organizationId === wanted.preferredOrganizationId || organizationId === wanted.existingOrganizationId,
    askedToday: counts.get(teamId) ?? 0,
  }))
}

/** Who was asked in this turn, by whatever rule or person: asking them again would tell nothing new. */
async function askedSince(own: Tx, requestId: string, since: Date): Promise<Set<string>> {
  const rows = await own.db
    .selectFrom('coordination.inquiry_party as p')
    .innerJoin('coordination.inquiry as i', 'i.id', 'p.inquiry_id')
    .select('p.organization_id as organizationId')
    .where('i.request_id', '=', requestId)
    .where('i.why', '=', 'at-once')
    .where('i.asked_at', '>=', since)
    .execute()
  return new Set(rows.map(({ organizationId }) => organizationId))
}

async function askedToday(own: Tx): Promise<Map<string, number>> {
  const rows = await own.db
    .selectFrom('coordination.inquiry_party as p')
    .innerJoin('coordination.inquiry as i', 'i.id', 'p.inquiry_id')
    .select(({ fn }) => ['p.team_id as teamId', fn.countAll<number>().as('times')])
    .where('p.team_id', 'is not', null)
    .where('i.asked_at', '>=', instantOf(localDateOf(own.scope.now()), '00:00'))
    .groupBy('p.team_id')
    .execute()
  return new Map(rows.map(({ teamId, times }) => [teamId ?? '', Number(times)]))
}
