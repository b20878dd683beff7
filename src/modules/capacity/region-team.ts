import { sql } from 'kysely'
import { addDays, type LocalDate } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { type Alternative, alternativesQuery } from './alternatives.ts'
import { historyOf, historyQuery, lastLightOf } from './history.ts'
import { listDays } from './region-question.ts'
import { selectTeams } from './region-store.ts'
import { type Expected, expectsRoom, nearestWithRoom } from './rules/nearby.ts'
import { expiryQuery, toExpiry } from './settings.ts'
import { type LightRow, teamLightsQuery } from './store.ts'

export type TeamFacts = {
  id: string
  name: string
  phone: string | null
  organization: string
  organizationId: string
  expertises: string[]
  pc4s: string[]
}

export type PastLight = { on: LocalDate; daypart: Daypart; light: Light }

export type TeamLights = {
  team: TeamFacts
  /** Of the days ahead, as they are told now. */
  lights: LightRow[]
  /** Who nearby has room in the part of the day that was asked about, best first. */
  nearby: Alternative[]
  expected: Expected | undefined
  /** Of the month: what each place said when it was over, or says now. */
  past: PastLight[]
}

export type TeamQuestion = {
  teamId: string
  on: LocalDate
  daypart: Daypart
  month: { from: LocalDate; to: LocalDate }
}

/** How far ahead a team is asked when it expects room. */
const weeksAhead = 4
const mostNearby = 6

/** The lights of one team, ahead and behind, in one round trip. Not there for who may not see its lights. */
export async function getTeamLights(scope: Scope, question: TeamQuestion): Promise<TeamLights> {
  const { teamId, on, daypart, month } = question
  const facts = sql<TeamFacts>`
    select s.id, s.name, s.phone, s.organization, s.organization_id as "organizationId", s.expertises,
      array(select a.pc4 from organizations.service_area a where a.team_id = s.id order by a.pc4) as pc4s
    from (${selectTeams({})}) s where s.id = ${teamId}`
  const { found, lights, nearby, history, expiry } = await read(scope, {
    found: { compile: () => facts.compile(build) },
    lights: teamLightsQuery(scope, teamId, on, addDays(on, 7 * weeksAhead)),
    nearby: alternativesQuery(scope, { teamId, on, daypart, most: mostNearby }),
    history: historyQuery({ teamId, ...month }),
    expiry: expiryQuery(),
  })
  const team = found[0]
  if (!team) throw new NotFound()
  const known = toExpiry(expiry)
  const days = listDays(month.from, month.to)
  return {
    team,
    lights,
    nearby: nearestWithRoom(nearby, mostNearby),
    expected: expectsRoom(
      { on, daypart },
      lights.filter(({ careKind }) => careKind === ''),
    ),
    past: days.flatMap((day) =>
      dayparts.map((part) => ({
        on: day,
        daypart: part,
        light: lastLightOf(historyOf(history, day, part), scope.now(), known),
      })),
    ),
  }
}
