import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'
import { type FoundReferrer, findSameReferrer, type ReferrerHere, type ReferrerThere } from './rules/same-referrer.ts'

/** The account of a referrer in the region of `there`, if it is known there beyond doubt. As the system. */
export async function findReferrerIn(there: Tx, referrer: ReferrerHere): Promise<FoundReferrer | undefined> {
  const { agbCode, ura, email } = referrer
  const rows = await there.db
    .selectFrom('organizations.organization as o')
    .select([
      'o.id',
      'o.kind',
      'o.agb_code as agbCode',
      'o.ura',
      sql<ReferrerThere['accounts']>`coalesce((
        select json_agg(json_build_object('userId', u.id, 'email', u.email) order by u.id)
        from people.practitioner_role r join people.user_account u on u.practitioner_id = r.practitioner_id
        where r.organization_id = o.id and r.role = 'referrer' and r.active and u.active), '[]')`.as('accounts'),
    ])
    .where('o.active', '=', true)
    .where((eb) =>
      eb.or([
        eb('o.agb_code', '=', agbCode),
        eb('o.ura', '=', ura),
        sql<boolean>`o.id in (
          select r.organization_id from people.practitioner_role r join people.user_account u on u.practitioner_id = r.practitioner_id
          where lower(u.email) = lower(${email}))`,
      ]),
    )
    .orderBy('o.id')
    .execute()
  return findSameReferrer(referrer, rows)
}
