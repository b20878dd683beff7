import { build } from '#platform/database/single-client-driver.ts'

/** What was proposed and not answered yet: handing the client, or a part of the care, to another organisation. */
export type ProposedSwap = {
  partId: string | null
  fromId: string
  fromName: string
  toId: string
  toName: string
  takesOverOn: string | null
  remark: string | null
  answerBy: Date
}

/** As far as row-level security shows it. */
export function selectProposedSwap(requestId: string) {
  return build
    .selectFrom('coordination.swap as s')
    .innerJoin('organizations.organization as a', 'a.id', 's.from_organization_id')
    .innerJoin('organizations.organization as b', 'b.id', 's.to_organization_id')
    .select([
      's.part_id as partId',
      'a.id as fromId',
      'a.name as fromName',
      'b.id as toId',
      'b.name as toName',
      's.takes_over_on as takesOverOn',
      's.remark',
      's.answer_by as answerBy',
    ])
    .where('s.request_id', '=', requestId)
    .where('s.closed_at', 'is', null)
}
