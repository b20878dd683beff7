import { sql } from 'kysely'
import { isId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import type { Member } from '../rules/meeting/attendance.ts'
import { usualSetting } from '../rules/meeting/days.ts'
import { canTakePart, type Gathering } from '../rules/meeting/gathering.ts'
import { type Setting, selectMembers, selectSetting } from './store.ts'
import { auditMeeting } from './today.ts'

/** Who comes for an organisation on a day of the week, and who when that one cannot. */
export type Turn = { weekday: number; organizationId: string; attends: string; standsIn: string | null }

export type MeetingSetting = { teamName: string; setting: Setting; members: Member[]; rota: Turn[] }

export async function getSetting(scope: Scope, gathering: Gathering): Promise<MeetingSetting> {
  const { teams, settings, members, rota } = await read(scope, {
    teams: build.selectFrom('organizations.coordinating_team').select('name').where('id', '=', gathering.teamId),
    settings: selectSetting(gathering),
    members: selectMembers(gathering),
    rota: build
      .selectFrom('coordination.meeting_rota')
      .select(['weekday', 'organization_id as organizationId', 'attends', 'stands_in as standsIn'])
      .where('coordinating_team_id', '=', gathering.teamId)
      .orderBy('weekday'),
  })
  const [team] = teams
  if (!team) throw new NotFound()
  const [setting = { ...usualSetting, weekdays: [...usualSetting.weekdays], videoUrl: null }] = settings
  return { teamName: team.name, setting, members, rota }
}

export type KeepSetting = { gathering: Gathering; setting: Setting; turns: readonly Turn[] }
export type SettingRefusal = 'no-day' | 'not-safe' | 'stands-in-for-oneself'

/** When a team meets, where, and who comes. The team keeps it itself; turns of people outside the team are left out. */
export const keepSetting = command(
  async (tx, actor, { gathering, setting, turns }: KeepSetting): Promise<Outcome<void, SettingRefusal>> => {
    permit(canTakePart(actor, gathering) && !gathering.joint)
    if (setting.weekdays.length === 0) return refused('no-day')
    if (setting.videoUrl && !setting.videoUrl.startsWith('https://')) return refused('not-safe')
    if (turns.some(({ attends, standsIn }) => attends === standsIn)) return refused('stands-in-for-oneself')
    const values = {
      weekdays: sql<number[]>`${`{${setting.weekdays.join(',')}}`}::int[]`,
      starts_at: setting.startsAt,
      minutes: setting.minutes,
      video_url: setting.videoUrl,
    }
    await tx.db
      .insertInto('coordination.meeting_setting')
      .values({ coordinating_team_id: gathering.teamId, region_id: actor.regionId, ...values })
      .onConflict((conflict) => conflict.column('coordinating_team_id').doUpdateSet(values))
      .execute()
    const { rows: members } = await tx.db.executeQuery(selectMembers(gathering).compile())
    const ofTeam = (roleId: string | null, organizationId: string) =>
      members.some((one) => one.roleId === roleId && one.organizationId === organizationId)
    const kept = turns.filter(({ attends, organizationId }) => isId(attends) && ofTeam(attends, organizationId))
    await tx.db.deleteFrom('coordination.meeting_rota').where('coordinating_team_id', '=', gathering.teamId).execute()
    if (kept.length > 0)
      await tx.db
        .insertInto('coordination.meeting_rota')
        .values(
          kept.map(({ weekday, organizationId, attends, standsIn }) => ({
            coordinating_team_id: gathering.teamId,
            region_id: actor.regionId,
            weekday,
            organization_id: organizationId,
            attends,
            stands_in: ofTeam(standsIn, organizationId) ? standsIn : null,
          })),
        )
        .execute()
    await auditMeeting(tx, gathering, gathering.teamId, 'meeting.setting')
    return done(undefined)
  },
)
