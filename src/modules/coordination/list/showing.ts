import { type RawBuilder, sql } from 'kysely'
import { type Actor, may } from '#kernel/actor.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { isAsked, type RunningInquiry } from '../inquiry/running.ts'
import { canSee, relationTo, rolesTo } from '../policy.ts'
import type { Relation } from '../rules/acts.ts'
import type { Role } from '../rules/commands.ts'
import type { ListRow } from './list.ts'

/** What is asked and told wherever a request is shown to who works with it: on its own page, and on the screen of a meeting. */

/** The row of the log of a card that is shown; which one may be known to the database only. */
export function toldOfCard(scope: Scope, requestId: string | RawBuilder<string>) {
  const about = sql<string>`${requestId}::uuid`
  const entry = auditingWhen(
    scope,
    {
      event: 'request.card.read',
      action: 'R',
      objectType: 'care-request',
      fields: ['card', 'history'],
      legalBasis: may(scope.actor, 'requests.list') ? 'coordination' : 'oversight',
      rule: canSee.name,
    },
    sql`exists (select from requests.care_request r where r.id = ${about})`,
    about,
  )
  return { compile: () => entry.compile(build) }
}

/** Why it was given back the last time, in the words of who did. */
export function selectReturnText(requestId: string | RawBuilder<string>) {
  return build
    .selectFrom('coordination.assignment')
    .select('return_text as text')
    .where('request_id', '=', requestId)
    .where('ended_how', '=', 'returned')
    .orderBy('ended_at', 'desc')
    .limit(1)
}

/** Of the organisation of who looks: one that gives care may take. */
export function selectOwnKind(actor: Actor) {
  return build
    .selectFrom('organizations.organization')
    .select('kind')
    .where('id', '=', ownOrganizationOf(actor) ?? null)
}

export function ownOrganizationOf(actor: Actor): string | undefined {
  return actor.kind === 'user' ? actor.organizationId : undefined
}

type Known = { ownKind: string | undefined; inquiry: RunningInquiry | undefined; swapTo?: string }

/** What this actor is to the request, one thing and all that holds at once; nothing when the request is not for them. */
export function whatActorIs(
  actor: Actor,
  card: ListRow,
  { ownKind, inquiry, swapTo }: Known,
): { relation: Relation; roles: readonly Role[] } | undefined {
  const concern = { ...card, takerOrganizationId: card.takerId }
  const givesCare = ownKind === 'provider'
  const relation = relationTo(actor, concern, givesCare)
  if (!relation) return undefined
  const swap = swapTo !== undefined && swapTo === ownOrganizationOf(actor)
  return { relation, roles: rolesTo(actor, concern, { givesCare, asked: isAsked(inquiry, actor), swap }) }
}
