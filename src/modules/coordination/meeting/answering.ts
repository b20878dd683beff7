import { sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { auditing } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { type ListRow, selectHeldCards, selectRows } from '../list/list.ts'
import { canList } from '../policy.ts'
import type { Answer } from '../rules/inquiry.ts'
import { type Round, roundAt } from '../rules/meeting/round.ts'

/** A card that one's own organisation was asked, with what it said so far. */
export type AskedRow = ListRow & {
  answer: Answer | null
  /** It said yes, and the date moved since. */
  askedAgainAt: Date | null
  answeredStartOn: LocalDate | null
  answeredDayparts: Daypart[]
  reason: string | null
  remark: string | null
  answerBy: Date
}
/** What one's own teams may post, or have posted, with how many answered. */
export type PostedRow = ListRow & { asked: number; answered: number }

export type RoundPage = { round: Round | undefined; asked: AskedRow[]; posted: PostedRow[] }

const mostRows = 100

/** All that is to be answered, and what one's own teams post, in one round trip with its row in the log. */
export async function getRound(scope: Scope): Promise<RoundPage> {
  const { actor } = scope
  permit(canList(actor))
  const { wayOfWorking } = await getRegion(scope)
  const organizationId = actor.kind === 'user' ? actor.organizationId : null
  const teamIds = actor.kind === 'user' ? actor.coordinatingTeamIds : []
  const { asked, posted } = await read(scope, {
    asked: selectRows(actor, 'asked', {})
      .innerJoin('coordination.inquiry_party as own', (join) =>
        join.onRef('own.request_id', '=', 'r.id').on('own.organization_id', '=', organizationId),
      )
      .innerJoin('coordination.inquiry as question', (join) =>
        join.onRef('question.id', '=', 'own.inquiry_id').on('question.closed_at', 'is', null),
      )
      .select([
        'own.answer',
        'own.asked_again_at as askedAgainAt',
        'own.start_on as answeredStartOn',
        'own.dayparts as answeredDayparts',
        'own.reason',
        'own.remark',
        'question.answer_by as answerBy',
      ])
      .limit(mostRows),
    posted: selectHeldCards()
      .select([
        sql<number>`(select count(*)::int from coordination.inquiry_party p join coordination.inquiry i
          on i.id = p.inquiry_id where i.request_id = r.id and i.closed_at is null)`.as('asked'),
        sql<number>`(select count(p.answer)::int from coordination.inquiry_party p join coordination.inquiry i
          on i.id = p.inquiry_id where i.request_id = r.id and i.closed_at is null)`.as('answered'),
      ])
      .where('r.state', 'in', [sql.lit('listed'), sql.lit('offered'), sql.lit('proposed')])
      .where('r.holder_coordinating_team_id', '=', sql<string>`any (${`{${teamIds.join(',')}}`}::uuid[])`)
      .orderBy('r.list_rank')
      .orderBy('r.act_by')
      .orderBy('r.id')
      .limit(mostRows),
    told: auditing(scope, {
      event: 'request.list',
      action: 'R',
      objectType: 'care-request',
      fields: ['asked'],
      legalBasis: 'coordination',
      rule: canList.name,
    }),
  })
  return {
    round: roundAt(wayOfWorking, scope.now()),
    asked: asked as unknown as AskedRow[],
    posted: posted as unknown as PostedRow[],
  }
}
