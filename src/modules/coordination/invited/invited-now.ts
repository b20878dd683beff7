import type { LocalDate } from '#kernel/dates.ts'
import { build } from '#platform/database/single-client-driver.ts'

/** Somebody from the neighbourhood who looks along now. */
export type InvitedNow = {
  id: string
  name: string
  kind: string
  scope: string[]
  untilOn: string
  firstSeenAt: Date | null
}

export function selectInvited(requestId: string, today: LocalDate) {
  return build
    .selectFrom('coordination.invited_party')
    .select(['id', 'name', 'kind', 'scope', 'until_on as untilOn', 'first_seen_at as firstSeenAt'])
    .where('request_id', '=', requestId)
    .where('revoked_at', 'is', null)
    .where('until_on', '>=', today)
    .orderBy('invited_at')
    .orderBy('id')
}
