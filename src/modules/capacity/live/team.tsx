import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { NotFound } from '#platform/http/faults.ts'
import {
  hasRoom,
  TeamLightsBlock,
  type TeamLightsProps,
  TeamsNearby,
  teamLightsId,
  teamsNearbyId,
} from '../pages/region/team-lights.tsx'
import { getTeamLights, type TeamQuestion } from '../region-team.ts'
import { todayOf } from '../region-view.ts'
import { Replace, toText } from './pieces.tsx'

/** The lights of one team as they are now: its days, who else has room, and its calendar. */
export async function renderTeam(scope: Scope, question: TeamQuestion): Promise<string> {
  return toText(
    <Replace target={teamLightsId} morph>
      <TeamLightsBlock {...(await shownOf(scope, question))} />
    </Replace>,
  )
}

/** Who else has room, after a light of another team changed; nothing while the team has room itself, or is not theirs to see. */
export async function renderNearby(scope: Scope, question: TeamQuestion): Promise<string | undefined> {
  const shown = await shownOf(scope, question).catch(unlessNotFound)
  if (!shown || hasRoom(shown)) return undefined
  return toText(
    <Replace target={teamsNearbyId} morph>
      <TeamsNearby {...shown} />
    </Replace>,
  )
}

async function shownOf(scope: Scope, question: TeamQuestion): Promise<TeamLightsProps> {
  const found = await getTeamLights(scope, question)
  const reasons = listReasons(await getRegion(scope), 'light')
  return { ...found, ...question, reasons, today: todayOf(scope), now: scope.now() }
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}
