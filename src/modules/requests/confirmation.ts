import { auditing } from '#modules/audit/index.ts'
import { hoursNow, phoneNow } from '#modules/organizations/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'

/** Who answers for a request that was just sent, and until when. Phone in E.164. */
export type Confirmation = {
  holder: string
  holderPhone: string | null
  holderHours: string | null
  actBy: Date | null
  /** Organisations were asked at once: until then they can answer, and a no is no end. */
  asked: boolean
}

/** What its sender is told right after sending: read as the holder of the link, without identity. */
export async function getConfirmation(scope: Scope, requestId: string): Promise<Confirmation | undefined> {
  const actor = { kind: 'link', regionId: scope.actor.regionId, requestId, verified: false } as const
  const link: Scope = { ...scope, actor, entry: undefined }
  const { rows } = await read(link, {
    rows: build
      .selectFrom('requests.care_request as r')
      .leftJoin('organizations.coordinating_team as t', 't.id', 'r.holder_coordinating_team_id')
      .leftJoin('organizations.organization as o', 'o.id', 'r.holder_organization_id')
      .select((eb) => [
        eb.fn.coalesce('t.name', 'o.name').as('holder'),
        eb.fn.coalesce(phoneNow('t', scope.now()), 'o.phone').as('holderPhone'),
        hoursNow('t', scope.now()).as('holderHours'),
        'r.act_by as actBy',
        eb('r.state', '=', 'offered').as('asked'),
      ])
      .where('r.id', '=', requestId),
    audit: auditing(link, {
      event: 'request.card.read',
      action: 'R',
      careRequestId: requestId,
      objectType: 'care-request',
      objectId: requestId,
      fields: ['holder', 'actBy'],
      legalBasis: 'own-data',
      rule: 'holds-the-link',
    }),
  })
  const row = rows[0]
  return row && { ...row, holder: row.holder ?? '', actBy: row.actBy as Date | null, asked: Boolean(row.asked) }
}
