import { sql } from 'kysely'
import { may } from '#kernel/actor.ts'
import { auditing, auditingWhen } from '#modules/audit/index.ts'
import { cardsOf, type RequestCard, selectCards } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { canAdvise } from './policy.ts'

/** A question and, once it is there, the advice. */
export type Consult = {
  id: string
  requestId: string
  teamId: string
  teamName: string
  askedByName: string
  askedByOrganization: string
  question: string
  askedAt: Date
  answerBy: Date
  answer: string | null
  answeredAt: Date | null
  answeredByName: string | null
  withdrawnAt: Date | null
}

/** Those that row-level security shows. */
export function consultsQuery() {
  return build
    .selectFrom('coordination.consult as c')
    .innerJoin('organizations.coordinating_team as t', 't.id', 'c.asked_team_id')
    .innerJoin('organizations.organization as o', 'o.id', 'c.asked_by_organization_id')
    .select([
      'c.id',
      'c.request_id as requestId',
      'c.asked_team_id as teamId',
      't.name as teamName',
      'c.asked_by_name as askedByName',
      'o.name as askedByOrganization',
      'c.question',
      'c.asked_at as askedAt',
      'c.answer_by as answerBy',
      'c.answer',
      'c.answered_at as answeredAt',
      'c.answered_by_name as answeredByName',
      'c.withdrawn_at as withdrawnAt',
    ])
}

/** What was asked about one request, the newest first. */
export function consultsOf(requestId: string) {
  return consultsQuery()
    .where('c.request_id', '=', requestId)
    .where('c.withdrawn_at', 'is', null)
    .orderBy('c.asked_at', 'desc')
    .orderBy('c.id', 'desc')
}

export type Consults = { toAnswer: Consult[]; answered: Consult[]; asked: Consult[] }
const shownDays = 30

/** What one's own teams were asked and answered, and what one's own organisation asked; in one round trip. */
export async function listConsults(scope: Scope): Promise<Consults> {
  const { actor } = scope
  if (actor.kind !== 'user') throw new NotFound()
  const since = new Date(scope.now().getTime() - shownDays * 86_400_000)
  const ofOwnTeams = may(actor, 'consult.answer') ? actor.coordinatingTeamIds : []
  const open = consultsQuery().where('c.withdrawn_at', 'is', null)
  const forOwnTeams = open.where('c.asked_team_id', '=', sql<string>`any(${[...ofOwnTeams]}::uuid[])`)
  return read(scope, {
    toAnswer: forOwnTeams.where('c.answered_at', 'is', null).orderBy('c.answer_by').orderBy('c.id').limit(100),
    answered: forOwnTeams
      .where('c.answered_at', '>', since)
      .orderBy('c.answered_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(50),
    asked: open
      .where('c.asked_by_organization_id', '=', may(actor, 'requests.take') ? actor.organizationId : null)
      .where('c.asked_at', '>', since)
      .orderBy('c.asked_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(50),
    audit: auditing(scope, {
      event: 'consult.list',
      action: 'R',
      objectType: 'consult',
      fields: ['question', 'answer'],
      legalBasis: 'coordination',
      rule: canAdvise.name,
    }),
  })
}

/** One question with the card it is about, for who was asked; the card is gone a week after the answer. */
export async function getConsult(
  scope: Scope,
  id: string,
): Promise<{ consult: Consult; card: RequestCard | undefined }> {
  const cards = cardsOf(sql`coordination.card_consulted(${id}::uuid)`)
  const entry = auditingWhen(
    scope,
    {
      event: 'request.card.read',
      action: 'R',
      objectType: 'care-request',
      fields: ['card', 'question'],
      legalBasis: 'coordination',
      rule: canAdvise.name,
    },
    sql`exists (select from coordination.card_consulted(${id}::uuid))`,
    sql<string>`(select request_id from coordination.consult where id = ${id}::uuid)`,
  )
  const answer = await read(scope, {
    consults: consultsQuery().where('c.id', '=', id),
    cards: selectCards(cards),
    audit: { compile: () => entry.compile(build) },
  })
  const consult = answer.consults[0]
  if (!consult || !canAdvise(scope.actor, { askedTeamId: consult.teamId })) throw new NotFound()
  return { consult, card: answer.cards[0] as RequestCard | undefined }
}

/** Whom advice can be asked of. */
export function specialisedTeamsQuery() {
  return build
    .selectFrom('organizations.coordinating_team')
    .select(['id', 'name', 'description'])
    .where('kind', '=', 'specialised')
    .where('active', '=', true)
    .orderBy('name')
}
