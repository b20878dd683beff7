import { setImmediate as others } from 'node:timers/promises'
import type { Compilable } from 'kysely'
import { addDays, instantOf, localDateOf } from '#kernel/dates.ts'
import { auditing } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { toWanted } from './knowing.ts'
import { canKeepWeights } from './policy.ts'
import { assumedWith } from './rules/replay/assumptions.ts'
import { difference, type Estimate, estimate } from './rules/replay/compare.ts'
import type { ReplayRequest, ReplayTeam } from './rules/replay/demand.ts'
import { type Figures, figuresOf } from './rules/replay/figures.ts'
import { type Replay, simulate } from './rules/replay/simulate.ts'
import { type Way, ways } from './rules/replay/ways.ts'
import { type PartyRow, partiesQuery, type RequestRow, selectAsked } from './store.ts'

/** Days of the region's own past that are lived again; the first of them only fill the teams, the last have no end yet. */
export const replayedDays = 120
const fillingDays = 30
const unendedDays = 7
/** Beyond this a page would wait too long; the newest are kept. */
const mostReplayed = 4_000
/** Few, because somebody waits for the page; the intervals say what that means. */
const seeds = [1, 2, 3, 4]

export type OwnReplay = {
  requests: number
  measuredDays: number
  ways: { name: Way['code']; figures: Record<keyof Figures, Estimate> }[]
  /** What asking at once changes against the same meeting without it; undefined is no difference. */
  gain: Record<keyof Figures, Estimate | undefined>
}

type PastRow = RequestRow & {
  submittedAt: Date
  source: string
  groupId: string | null
  startCertainty: string
  timesPerWeek: number | null
  hoursPerWeek: string | null
}

/** Per region the figures of today, made or being made: they take longer than a page may. */
const made = new Map<string, { day: string; figures: Promise<OwnReplay | undefined> }>()

/** The figures of today; the first to ask has them made, for everybody who asks after. */
export function ownReplay(scope: Scope): Promise<OwnReplay | undefined> {
  permit(canKeepWeights(scope.actor))
  const { regionId } = scope.actor
  const day = localDateOf(scope.now())
  const known = made.get(regionId)
  if (known?.day === day) return known.figures
  const figures = replayOwnMonths(scope)
  made.set(regionId, { day, figures })
  figures.catch(() => made.delete(regionId))
  return figures
}

/**
 * The region's own requests of the last months lived through again, under a meeting with the shortlist and under asking at once. Real is
 * what was asked, by whom and when; how full teams are and how they answer is assumed. Nothing of whom a request is about.
 */
export async function replayOwnMonths(scope: Scope): Promise<OwnReplay | undefined> {
  permit(canKeepWeights(scope.actor))
  const today = localDateOf(scope.now())
  const first = addDays(today, -replayedDays)
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
  const replay: Replay = { teams: parties.map(toTeam), requests: requests.map(toPast), first, days: replayedDays + 1 }
  const { wayOfWorking } = await getRegion(scope)
  return compare(replay, askingAs(wayOfWorking.askAtOnce))
}

async function compare(replay: Replay, atOnce: Way): Promise<OwnReplay> {
  const meeting = wayOf('proposal')
  const span = {
    from: addDays(replay.first, fillingDays),
    to: addDays(replay.first, replayedDays - unendedDays),
    end: instantOf(addDays(replay.first, replayedDays), '00:00').getTime(),
  }
  const assumed = assumedWith()
  const lived = async (way: Way) => {
    const all: Figures[] = []
    for (const seed of seeds) {
      const run = simulate(replay, way, seed, assumed)
      let step = run.next()
      for (; !step.done; step = run.next()) await others()
      all.push(figuresOf(step.value, replay.teams, span, assumed.mostNights))
    }
    return all
  }
  const [before, after] = [await lived(meeting), await lived(atOnce)]
  const keys = Object.keys(before[0] ?? {}) as (keyof Figures)[]
  const each = <Value>(of: (key: keyof Figures) => Value) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<keyof Figures, Value>
  const values = (all: readonly Figures[], key: keyof Figures) => all.map((figures) => figures[key])
  return {
    requests: before[0]?.requests ?? 0,
    measuredDays: replayedDays - fillingDays - unendedDays,
    ways: [
      { name: meeting.code, figures: each((key) => estimate(values(before, key))) },
      { name: atOnce.code, figures: each((key) => estimate(values(after, key))) },
    ],
    gain: each((key) => {
      const found = difference(values(after, key), values(before, key))
      return found.differs ? found : undefined
    }),
  }
}

/** As the region agreed to ask, or as the variant of the presets does. */
function askingAs(agreed: { wishedFirst: boolean } | null): Way {
  return wayOf(agreed && !agreed.wishedFirst ? 'at-once' : 'at-once-wished')
}

function wayOf(code: string): Way {
  const found = ways.find((way) => way.code === code)
  if (!found) throw new RangeError(`There is no way ${code}`)
  return found
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
    teamId: row.teamId,
    teamName: row.teamName,
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    pc4s: new Set(row.pc4s),
    careKinds: row.careKinds,
    insurers: row.insurers,
    languages: row.languages,
    faiths: row.faiths,
    carerGenders: row.carerGenders,
    place:
      row.latitude === null || row.longitude === null
        ? undefined
        : { latitude: row.latitude, longitude: row.longitude },
    worksAtNight: row.careKinds.includes('unplanned'),
    size: 1,
  }
}
