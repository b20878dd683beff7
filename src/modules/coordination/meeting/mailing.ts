import { localDateOf, localTimeOf } from '#kernel/dates.ts'
import { getRegion } from '#modules/regions/index.ts'
import { isFirstTime } from '#platform/database/once.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { post } from '#platform/mail/mail.ts'
import { meetingPaths } from '../pages/meeting/paths.ts'
import { meetsOn, usualSetting } from '../rules/meeting/days.ts'

/** From six in the morning: early enough to read before the first visit, and not in the night. */
const from = '06:00'

/**
 * Mails each team that meets today the address of its list, once, before the meeting begins: nothing of what is on it. Answers how
 * many there were.
 */
export async function mailMeetings(scope: Scope): Promise<number> {
  const { wayOfWorking } = await getRegion(scope)
  const time = localTimeOf(scope.now())
  if (wayOfWorking.distribution !== 'meeting' || time < from) return 0
  const today = localDateOf(scope.now())
  return inTransaction(scope, async (tx) => {
    const teams = await tx.db
      .selectFrom('organizations.coordinating_team as t')
      .leftJoin('coordination.meeting_setting as s', 's.coordinating_team_id', 't.id')
      .select(['t.id', 't.name', 't.email', 's.weekdays', 's.starts_at as startsAt'])
      .where('t.region_id', '=', scope.actor.regionId)
      .where('t.active', '=', true)
      .where('t.email', 'is not', null)
      .orderBy('t.id')
      .execute()
    let letters = 0
    for (const { id, name, email, weekdays, startsAt } of teams) {
      const begins = startsAt ?? usualSetting.startsAt
      if (!email || time >= begins || !meetsOn(today, weekdays ?? usualSetting.weekdays)) continue
      if (!(await isFirstTime(tx, 'mail-meetings', `${id}:${today}`))) continue
      letters += 1
      await post(tx, {
        to: email,
        subjectId: id,
        subject: `Het overleg van ${name} begint om ${begins.replace(/^0/, '')}`,
        body: `Beste collega,\n\nDe agenda van vandaag staat klaar:\n${scope.publicUrl}${meetingPaths.meeting(id)}\n\nOm af te drukken, voor als er iets niet werkt:\n${scope.publicUrl}${meetingPaths.print(id)}\n\nIn deze mail staan geen gegevens van cliënten.\n`,
      })
    }
    return letters
  })
}
