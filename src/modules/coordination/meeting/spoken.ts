import { getShortlist, type Shortlist } from '#modules/matching/index.ts'
import { isWaiting, type Question, selectQuestion } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { claimsIn, type ListRow, selectSheets } from '../list/list.ts'
import { type SheetAnswer, type SheetInquiry, selectInquiry, toInquiry, toldOfCard } from '../list/sheet.ts'
import { relationTo, rolesTo } from '../policy.ts'
import type { Relation } from '../rules/acts.ts'
import type { Role } from '../rules/commands.ts'

/** The request that is spoken about: its card, never whose it is, and who could take it. */
export type Spoken = {
  card: ListRow & { holderPhone: string | null; holderPhoneHours: string | null }
  relation: Relation
  roles: readonly Role[]
  inquiry: SheetInquiry | undefined
  question: Question | undefined
  returnText: string | null
  /** Whether organisations of this region take by themselves. */
  claims: boolean
  /** Only while it waits to be taken. */
  shortlist: Shortlist | undefined
}

/**
 * Reads the card, with its row in the log; and the advice beside it, which asks for itself. No identity is read, also when it is open
 * to this actor: the screen is shared. Throws `NotFound` when the request is not for this actor.
 */
export async function getSpoken(scope: Scope, requestId: string): Promise<Spoken> {
  const { actor } = scope
  const organizationId = actor.kind === 'user' ? actor.organizationId : null
  const [answer, shortlist, claims] = await Promise.all([
    read(scope, {
      cards: selectSheets(requestId, scope.now()),
      told: toldOfCard(scope, requestId),
      inquiry: selectInquiry(requestId),
      question: selectQuestion(requestId),
      returned: build
        .selectFrom('coordination.assignment')
        .select('return_text as text')
        .where('request_id', '=', requestId)
        .where('ended_how', '=', 'returned')
        .orderBy('ended_at', 'desc')
        .limit(1),
      organization: build.selectFrom('organizations.organization').select('kind').where('id', '=', organizationId),
    }),
    adviceOn(scope, requestId),
    claimsIn(scope),
  ])
  const card = answer.cards[0] as Spoken['card'] | undefined
  if (!card) throw new NotFound()
  const concern = { ...card, takerOrganizationId: card.takerId }
  const givesCare = answer.organization[0]?.kind === 'provider'
  const relation = relationTo(actor, concern, givesCare)
  if (!relation) throw new NotFound()
  const inquiry = toInquiry(answer.inquiry as Parameters<typeof toInquiry>[0])
  const asked = inquiry?.answers.some((one: SheetAnswer) => one.organizationId === organizationId) ?? false
  return {
    card,
    relation,
    roles: rolesTo(actor, concern, { givesCare, asked }),
    inquiry,
    question: answer.question[0],
    returnText: answer.returned[0]?.text ?? null,
    claims,
    shortlist: isWaiting(card.state) ? shortlist : undefined,
  }
}

/** A request that is gone has no advice; the card says so. */
async function adviceOn(scope: Scope, requestId: string): Promise<Shortlist | undefined> {
  try {
    return await getShortlist(scope, requestId)
  } catch (fault) {
    if (fault instanceof NotFound) return undefined
    throw fault
  }
}
