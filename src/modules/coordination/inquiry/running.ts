import type { RawBuilder } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { Answer } from '../rules/inquiry.ts'
import type { InquiryWhy } from './inquiry-store.ts'

/** An organisation that was asked, and what it said. */
export type PartyAnswer = {
  organizationId: string
  organizationName: string
  answer: Answer | null
  /** It said yes, and the date moved since. */
  askedAgainAt: Date | null
  startOn: string | null
  dayparts: Daypart[]
  reason: string | null
  remark: string | null
}

/** What one's colleagues were asked and did not all answer yet. */
export type RunningInquiry = { why: InquiryWhy; answerBy: Date; answers: PartyAnswer[] }
type AnswerRow = PartyAnswer & { why: InquiryWhy; answerBy: Date }

/** The question that runs, with what was answered as far as this actor may see it. */
export function selectInquiry(requestId: string | RawBuilder<string>) {
  return build
    .selectFrom('coordination.inquiry as i')
    .innerJoin('coordination.inquiry_party as p', 'p.inquiry_id', 'i.id')
    .innerJoin('organizations.organization as o', 'o.id', 'p.organization_id')
    .select([
      'i.why',
      'i.answer_by as answerBy',
      'p.organization_id as organizationId',
      'o.name as organizationName',
      'p.answer',
      'p.asked_again_at as askedAgainAt',
      'p.start_on as startOn',
      'p.dayparts',
      'p.reason',
      'p.remark',
    ])
    .where('i.request_id', '=', requestId)
    .where('i.closed_at', 'is', null)
    .orderBy('o.name')
    .$castTo<AnswerRow>()
}

export function toInquiry(rows: readonly AnswerRow[]): RunningInquiry | undefined {
  const [first] = rows
  if (!first) return undefined
  return {
    why: first.why,
    answerBy: first.answerBy,
    answers: rows.map(({ why: _why, answerBy: _by, ...answer }) => answer),
  }
}

/** The organisation of this actor is one of those that were asked. */
export function isAsked(inquiry: RunningInquiry | undefined, actor: Actor): boolean {
  return actor.kind === 'user' && (inquiry?.answers.some((one) => one.organizationId === actor.organizationId) ?? false)
}
