import { createHash } from 'node:crypto'
import { type Compilable, sql } from 'kysely'
import { addDays, instantOf, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { auditingEach } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { asText, type TextRow } from './asked-texts.ts'
import type { Texts } from './laying-out.ts'
import { canDivide } from './policy.ts'
import { noWishes, type Wishes } from './rules/wishes.ts'
import { answersQuery, lightsQuery, partiesQuery, selectAsked, takenQuery } from './store.ts'
import { clientAreasQuery } from './travel/client-areas.ts'
import { newestWeights } from './weights.ts'

/** More than a meeting can talk about; what is more urgent or waits longer goes first, the rest is told. */
export const mostRequests = 300
/** The last day on which something was taken is looked for so far back. */
const lastDays = 7

/** Everything a division is made from, as this actor may see it; not taken apart yet. */
export type Question = {
  texts: Texts
  wishes: Wishes
  hash: string
  /** How many requests wait, and how many stayed out because there were too many. */
  requests: number
  leftOut: number
  earlier: EarlierRow | undefined
}

export type EarlierRow = { id: string; inputHash: string; wishes: Wishes; proven: boolean; before: string }

/** Asks the database, in one round trip and with a row in the log for each card. */
export async function questionOf(scope: Scope, teamId: string, wish: (earlier: Wishes) => Wishes): Promise<Question> {
  if (!canDivide(scope.actor, teamId)) throw new NotFound()
  const now = scope.now()
  const today = localDateOf(now)
  const waiting = waitingQuery(teamId, now)
  const {
    ids,
    count,
    earlier,
    told: _,
    ...answers
  } = await read(scope, {
    ids: waitingQuery(teamId, now).clearSelect().select('r.id'),
    count: allWaiting(teamId),
    requests: asText(waiting),
    parties: asText(partiesQuery(waiting)),
    lights: asText(cellsQuery(scope, today, waiting.clearSelect().select('r.pc4'))),
    taken: asText(takenQuery(today)),
    answers: asText(answersQuery(today)),
    agreed: asText(newestWeights()),
    there: asText(clientAreasQuery()),
    lately: asText(latelyQuery(teamId, today)),
    earlier: earlierQuery(teamId),
    told: toldOf(scope, teamId, now),
  })
  const wishes = onlyOf(ids, wish(earlier[0]?.wishes ?? noWishes))
  const before = earlier[0]?.before ?? '{}'
  const rows = Object.entries(answers) as [keyof typeof answers, TextRow[]][]
  const texts = { ...Object.fromEntries(rows.map(([name, [row]]) => [name, row?.text ?? '[]'])), before, today, wishes }
  const requests = ids.length
  return {
    texts: texts as Texts,
    wishes,
    hash: hashOf([...rows.map(([, [row]]) => row?.hash ?? ''), before, today]),
    requests,
    leftOut: Number(count[0]?.all ?? 0) - requests,
    earlier: earlier[0],
  }
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** What was said of requests that wait no longer is forgotten. */
function onlyOf(requests: readonly { id: string }[], { pinned, forbidden }: Wishes): Wishes {
  const ids = new Set(requests.map(({ id }) => id))
  const keep = <Said>(said: Record<string, Said>) =>
    Object.fromEntries(
      Object.entries(said)
        .filter(([id]) => ids.has(id))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  return { pinned: keep(pinned), forbidden: keep(forbidden) }
}

/** What waits on the list of this team, in the order of the list. What is being asked elsewhere already stays out of it. */
function waitingQuery(teamId: string, now: Date) {
  return selectAsked()
    .select([
      'r.start_certainty as startCertainty',
      'r.location',
      'r.times_per_week as timesPerWeek',
      'r.hours_per_week as hoursPerWeek',
      sql<number>`greatest(0, floor(extract(epoch from ${now}::timestamptz - r.submitted_at) / 86400))::int`.as(
        'waitedDays',
      ),
    ])
    .where('r.state', '=', 'listed')
    .where((eb) => eb.or([eb('r.coordinating_team_id', '=', teamId), eb('r.holder_coordinating_team_id', '=', teamId)]))
    .orderBy('r.list_rank')
    .orderBy('r.act_by')
    .orderBy('r.id')
    .limit(mostRequests)
}

function allWaiting(teamId: string) {
  return build
    .selectFrom('requests.care_request as r')
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .where('r.state', '=', 'listed')
    .where((eb) => eb.or([eb('r.coordinating_team_id', '=', teamId), eb('r.holder_coordinating_team_id', '=', teamId)]))
}

/** The lights, and of each only what a division looks at. */
function cellsQuery(scope: Scope, today: LocalDate, postcodes: Parameters<typeof lightsQuery>[2]) {
  return lightsQuery(scope, today, postcodes)
    .clearSelect()
    .select([
      'l.team_id as teamId',
      'l.light_on as on',
      'l.daypart',
      'l.care_kind as careKind',
      'l.light',
      'l.free_minutes as freeMinutes',
      'l.new_clients as newClients',
    ])
}

/** What organisations took of this list on the last day on which they took anything, and how much then still waited in the evening. */
function latelyQuery(teamId: string, today: LocalDate) {
  const start = instantOf(today, '00:00')
  const since = instantOf(addDays(today, -lastDays), '00:00')
  return selectAsked()
    .select([
      'r.taker_organization_id as takerOrganizationId',
      sql<string>`(taken.at at time zone 'Europe/Amsterdam')::date`.as('takenOn'),
      sql<number>`(select count(*)::int from requests.care_request w where w.coordinating_team_id = ${teamId}
        and w.state in ('listed', 'offered', 'proposed') and w.submitted_at < ${start})`.as('stillOpen'),
    ])
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('requests.history_entry as h')
          .select((own) => own.fn.max('h.at').as('at'))
          .whereRef('h.request_id', '=', 'r.id')
          .where('h.code', '=', 'taken')
          .as('taken'),
      (join) => join.onTrue(),
    )
    .where('r.coordinating_team_id', '=', teamId)
    .where('r.state', 'in', ['assigned', 'started'])
    .where('r.taker_organization_id', 'is not', null)
    .where('r.state_since', '>=', since)
    .where('taken.at', '>=', since)
    .where('taken.at', '<', start)
    .orderBy('taken.at', 'desc')
    .orderBy('r.id')
    .limit(mostRequests)
}

/** The proposal before: where it sent each request, as text. Another answer must be worth telling. */
function earlierQuery(teamId: string): Compilable<EarlierRow> {
  const query = sql<EarlierRow>`
    select p.id, p.input_hash as "inputHash", p.wishes, coalesce((p.result -> 'quality' ->> 'proven')::boolean, false) as proven,
      coalesce((select jsonb_object_agg(line ->> 'requestId', line -> 'choice' ->> 'teamId')::text
        from jsonb_array_elements(p.result -> 'lines') line where line ? 'choice'), '{}') as before
    from matching.proposal p where p.coordinating_team_id = ${teamId} order by p.asked_at desc, p.id desc limit 1`
  return { compile: () => query.compile(build) }
}

/** One row per card: the whole list was read for this. */
function toldOf(scope: Scope, teamId: string, now: Date): Compilable<unknown> {
  return auditingEach(
    scope,
    {
      event: 'request.propose',
      action: 'R',
      objectType: 'care-request',
      fields: ['card'],
      legalBasis: 'coordination',
      rule: canDivide.name,
    },
    waitingQuery(teamId, now).clearSelect().select('r.id'),
  )
}
