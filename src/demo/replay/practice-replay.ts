import { addDays, type LocalDate } from '#kernel/dates.ts'
import { routeFor } from '#modules/coordination/rules/routing.ts'
import type { ReplayRequest, ReplayTeam } from '#modules/matching/rules/replay/demand.ts'
import type { Replay } from '#modules/matching/rules/replay/simulate.ts'
import { firstWeights } from '#modules/matching/rules/weights.ts'
import type { Source } from '#modules/requests/new-request.ts'
import { inventRequest } from '../history/cards.ts'
import { historyDays } from '../history/make-history.ts'
import { momentOn, planArrivals } from '../history/rhythm.ts'
import { seeded } from '../random.ts'
import { buildRegion } from '../region/build.ts'
import { areas } from '../region/coordinating-teams.ts'
import { postcodes } from '../region/postcodes.ts'
import type { PracticeRegion } from '../region/practice-region.ts'
import { providers } from '../region/providers.ts'

/** Before these days are over the region fills up with people in care; they are not measured. */
export const warmUpDays = 70
/** What came in last must have had the time to be taken. */
export const coolDownDays = 21

/** Measured is what was sent from `from` and before `to`, the day with the number `measuredUntil`. */
export type PracticeReplay = Replay & { from: LocalDate; to: LocalDate; measuredUntil: number; leftOut: number }

/**
 * The practice region as a replay: its teams, and fourteen months of invented requests by its own rhythm, with a run-up before and
 * a few weeks after.
 */
export function practiceReplay(seed: number, first: LocalDate, size: number): PracticeReplay {
  const random = seeded(seed)
  const days = warmUpDays + historyDays + coolDownDays
  const end = new Date(`${addDays(first, days)}T00:00:00Z`)
  const { region } = buildRegion(random.split('region'), new Date(`${first}T00:00:00Z`), end)
  const teams = teamsOf(region)
  const total = Math.round((size * days) / historyDays)
  const dates = Array.from({ length: days }, (_, nth) => addDays(first, nth))
  const requests: ReplayRequest[] = []
  let leftOut = 0
  for (const { day, counts } of planArrivals(random.split('arrivals'), dates, total)) {
    const chance = random.split(day)
    for (const [source, many] of Object.entries(counts) as [Source, number][]) {
      for (let nth = 0; nth < many; nth += 1) {
        const request = toReplay(chance, region, source, day, requests.length + leftOut)
        // Care that no team gives as a whole goes to two by kind of care in every way of working: nothing to compare.
        if (teams.some(({ careKinds }) => request.wanted.careKinds.every((kind) => careKinds.includes(kind))))
          requests.push(request)
        else leftOut += 1
      }
    }
  }
  return {
    teams,
    requests,
    weights: firstWeights,
    first,
    days,
    from: addDays(first, warmUpDays),
    to: addDays(first, warmUpDays + historyDays),
    measuredUntil: warmUpDays + historyDays,
    leftOut,
  }
}

function toReplay(
  random: ReturnType<typeof seeded>,
  region: PracticeRegion,
  source: Source,
  day: LocalDate,
  count: number,
): ReplayRequest {
  const asked = inventRequest(random, region, source, momentOn(random, source, day), count)
  const { pc4 } = asked.person
  const routable = { ...asked, pc4 }
  const area = postcodes.find((one) => one.pc4 === pc4)
  return {
    wanted: {
      requestId: `request-${String(count).padStart(5, '0')}`,
      pc4,
      place: area && { latitude: area.latitude, longitude: area.longitude },
      careKinds: asked.careKinds,
      dayparts: asked.dayparts,
      priority: asked.priority,
      startOn: asked.startOn,
      insurer: asked.financing === 'wlz' ? undefined : asked.insurer,
      preferredOrganizationId: asked.preferred?.id,
      existingOrganizationId: asked.existing?.id,
      earlierOrganizationIds: [],
      languages: asked.languages,
      faith: asked.faith,
      carerGender: asked.carerGender,
      unwantedIds: [],
      refusedBy: [],
    },
    amount: { timesPerWeek: asked.timesPerWeek, hoursPerWeek: asked.hoursPerWeek },
    sentAt: asked.sentAt,
    groupId: routeFor(region.routes, routable)?.coordinatingTeamId ?? region.deskId,
    dayIsCertain: asked.startCertainty === 'certain',
    fromHospital: asked.location !== 'home',
  }
}

function teamsOf(region: PracticeRegion): ReplayTeam[] {
  return region.providers.flatMap((provider) => {
    const own = region.careTeams.filter(({ organizationId }) => organizationId === provider.id)
    const facts = providers.find(({ slug }) => slug === provider.slug)
    return own.map(({ id, name, atNight }, place) => {
      const pc4s = [...new Set((facts?.teams[place]?.areas ?? []).flatMap((slug) => areas[slug]?.pc4s ?? []))]
      return {
        teamId: id,
        teamName: name,
        organizationId: provider.id,
        organizationName: provider.name,
        pc4s: new Set(pc4s),
        careKinds: provider.careKinds,
        insurers: provider.insurers,
        languages: ['nl', ...provider.languages],
        faiths: provider.faiths,
        carerGenders: [],
        place: middleOf(pc4s),
        worksAtNight: atNight,
        size: provider.size / own.length,
      }
    })
  })
}

/** As the product finds it for a team without a base of its own. */
function middleOf(pc4s: readonly string[]): { latitude: number; longitude: number } {
  const served = postcodes.filter(({ pc4 }) => pc4s.includes(pc4))
  const mean = (of: (one: (typeof served)[number]) => number) =>
    served.reduce((sum, one) => sum + of(one), 0) / Math.max(1, served.length)
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) }
}
