import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { TeamLightsBlock, teamLightsId } from '../pages/region/team-lights.tsx'
import { getTeamLights, type TeamQuestion } from '../region-team.ts'
import { todayOf } from '../region-view.ts'
import { Replace, toText } from './pieces.tsx'

/** The lights of one team as they are now: its days, who else has room, and its calendar. */
export async function renderTeam(scope: Scope, question: TeamQuestion): Promise<string> {
  const found = await getTeamLights(scope, question)
  const reasons = listReasons(await getRegion(scope), 'light')
  return toText(
    <Replace target={teamLightsId} morph>
      <TeamLightsBlock {...found} {...question} reasons={reasons} today={todayOf(scope)} now={scope.now()} />
    </Replace>,
  )
}
