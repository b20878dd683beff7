import { type Compilable, sql } from 'kysely'
import { addDays, daysBetween, instantOf, localDateOf, minutesOf } from '#kernel/dates.ts'
import { auditing } from '#modules/audit/index.ts'
import { type AskAtOnce, getRegion, usualAskAtOnce } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { factsOf, toWanted } from '../knowing.ts'
import { canKeepWeights } from '../policy.ts'
import type { ReplayRequest, ReplayTeam } from '../rules/replay/demand.ts'
import { canMeasure, mostDays } from '../rules/replay/own-months.ts'
import type { AskTerms } from '../rules/replay/ways.ts'
import type { Months } from '../solver/replaying.ts'
import { type PartyRow, partiesQuery, type RequestRow, selectAsked } from '../store.ts'
import { inForce, newestWeights } from '../weights.ts'

/** More would take too long. */
const mostReplayed = 6_000

/** Nobody waits for these rows; at a million requests they take longer than what is read for a page may. */
const moreTime: Compilable<unknown> = {
  compile: () => sql`select set_config('statement_timeout', '60s', true)`.compile(build),
}

type PastRow = RequestRow & {
  submittedAt: Date
  source: string
  groupId: string | null
  startCertainty: string
  timesPerWeek: number | null
  hoursPerWeek: string | null
  ofAll: number
}

/** Of a large region a part, drawn from all it was asked in these days; otherwise all of it. */
export type PastMonths = Months & { requests: number; ofAll: number }

/**
 * The region's own requests of the last months, to be lived through again. Real is what was asked, by whom and when; how full teams are
 * and how they answer is assumed. Nothing of whom a request is about. Undefined when there is nothing to live again.
 */
export async function pastMonths(scope: Scope, most = mostReplayed): Promise<PastMonths | undefined> {
  permit(canKeepWeights(scope.actor))
  const today = localDateOf(scope.now())
  const past = selectAsked()
    .innerJoin(
      drawnFrom(scope, { since: instantOf(addDays(today, -mostDays), '00:00'), most }).as('drawn'),
      'drawn.id',
      'r.id',
    )
    .select([
      'r.submitted_at as submittedAt',
      'r.source',
      'r.coordinating_team_id as groupId',
      'r.start_certainty as startCertainty',
      'r.times_per_week as timesPerWeek',
      'r.hours_per_week as hoursPerWeek',
      'drawn.ofAll',
    ])
    .orderBy('r.submitted_at')
    .orderBy('r.id')
  const { requests, parties, weights } = await read(scope, {
    patience: moreTime,
    requests: past as unknown as Compilable<PastRow>,
    parties: partiesQuery(past),
    weights: newestWeights(),
    told: auditing(scope, {
      event: 'region.replay',
      action: 'R',
      objectType: 'region',
      objectId: scope.actor.regionId,
      fields: ['card'],
      legalBasis: 'administration',
      rule: canKeepWeights.name,
    }),
  })
  const [oldest] = requests
  if (!oldest || parties.length === 0) return undefined
  // A region that began lately has nothing before its first day: its teams fill up from there.
  const first = localDateOf(oldest.submittedAt)
  const days = daysBetween(first, today) + 1
  const replay = {
    teams: parties.map(toTeam),
    requests: requests.map(toPast),
    weights: inForce(weights),
    first,
    days,
  }
  if (!canMeasure(replay)) return undefined
  const { wayOfWorking } = await getRegion(scope)
  return { replay, atOnce: termsOf(wayOfWorking.askAtOnce), requests: requests.length, ofAll: oldest.ofAll }
}

/**
 * Which requests since then: all, or as many as can be played, evenly over the days, because room in the replay follows from what is
 * asked. The same ones each time, so that it comes out the same.
 */
function drawnFrom(scope: Scope, { since, most }: { since: Date; most: number }) {
  return build
    .selectFrom('requests.care_request as s')
    .select(['s.id', sql<number>`count(*) over ()`.as('ofAll')])
    .where('s.region_id', '=', scope.actor.regionId)
    .where('s.submitted_at', '>=', since)
    .orderBy(sql`md5(s.id::text)`)
    .limit(most)
}

/** As the region agreed to ask, or as the variant of the presets does; one team at a time. */
function termsOf(agreed: AskAtOnce | null): AskTerms {
  const { minutes, mostParties, mostPerTeam, from, to, wishedFirst } = agreed ?? usualAskAtOnce
  return {
    answerMinutes: minutes,
    mostParties,
    mostPerTeamPerDay: mostPerTeam,
    from: minutesOf(from) / 60,
    to: minutesOf(to) / 60,
    wishedFirst,
  }
}

function toPast(row: PastRow): ReplayRequest {
  return {
    // Who refused did so because of what was then; here everybody is asked again.
    wanted: { ...toWanted(row, localDateOf(row.submittedAt)), refusedBy: [] },
    amount: {
      timesPerWeek: row.timesPerWeek ?? undefined,
      hoursPerWeek: row.hoursPerWeek === null ? undefined : Number(row.hoursPerWeek),
    },
    sentAt: row.submittedAt,
    groupId: row.groupId ?? '',
    dayIsCertain: row.startCertainty === 'certain',
    fromHospital: row.source === 'hospital' || row.source === 'rehabilitation',
  }
}

/** Every team as large as another, and at night who gives care that was not planned: nothing better is known of them. */
function toTeam(row: PartyRow): ReplayTeam {
  return {
    ...factsOf(row),
    worksAtNight: row.careKinds.includes('unplanned'),
    size: 1,
  }
}
