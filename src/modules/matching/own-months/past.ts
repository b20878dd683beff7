import type { Compilable } from 'kysely'
import { addDays, instantOf, localDateOf } from '#kernel/dates.ts'
import { auditing } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { factsOf, toWanted } from '../knowing.ts'
import { canKeepWeights } from '../policy.ts'
import type { ReplayRequest, ReplayTeam } from '../rules/replay/demand.ts'
import { replayedDays } from '../rules/replay/own-months.ts'
import type { Way } from '../rules/replay/ways.ts'
import type { Months } from '../solver/replaying.ts'
import { type PartyRow, partiesQuery, type RequestRow, selectAsked } from '../store.ts'

/** Beyond this it would take too long; the newest are kept. */
const mostReplayed = 4_000

type PastRow = RequestRow & {
  submittedAt: Date
  source: string
  groupId: string | null
  startCertainty: string
  timesPerWeek: number | null
  hoursPerWeek: string | null
}

/**
 * The region's own requests of the last months, to be lived through again. Real is what was asked, by whom and when; how full teams are
 * and how they answer is assumed. Nothing of whom a request is about. Undefined when there is nothing to live again.
 */
export async function pastMonths(scope: Scope): Promise<Months | undefined> {
  permit(canKeepWeights(scope.actor))
  const first = addDays(localDateOf(scope.now()), -replayedDays)
  const past = selectAsked()
    .select([
      'r.submitted_at as submittedAt',
      'r.source',
      'r.coordinating_team_id as groupId',
      'r.start_certainty as startCertainty',
      'r.times_per_week as timesPerWeek',
      'r.hours_per_week as hoursPerWeek',
    ])
    .where('r.region_id', '=', scope.actor.regionId)
    .where('r.submitted_at', '>=', instantOf(first, '00:00'))
    .orderBy('r.submitted_at', 'desc')
    .orderBy('r.id')
    .limit(mostReplayed)
  const { requests, parties } = await read(scope, {
    requests: past as unknown as Compilable<PastRow>,
    parties: partiesQuery(past),
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
  if (requests.length === 0 || parties.length === 0) return undefined
  const { wayOfWorking } = await getRegion(scope)
  const replay = { teams: parties.map(toTeam), requests: requests.map(toPast), first, days: replayedDays + 1 }
  return { replay, atOnce: askingAs(wayOfWorking.askAtOnce) }
}

/** As the region agreed to ask, or as the variant of the presets does. */
function askingAs(agreed: { wishedFirst: boolean } | null): Way['code'] {
  return agreed && !agreed.wishedFirst ? 'at-once' : 'at-once-wished'
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
