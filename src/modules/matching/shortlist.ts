import { type Compilable, sql } from 'kysely'
import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound, permit } from '#platform/http/faults.ts'
import { toParties, toSaid, toWanted } from './knowing.ts'
import { canAskAdvice } from './policy.ts'
import { type Ranking, rank } from './rules/ranking.ts'
import { type SplitAdvice, splitAdvice } from './rules/split.ts'
import type { Wanted } from './rules/wanted.ts'
import type { Weights } from './rules/weights.ts'
import { answersQuery, lightsQuery, partiesQuery, type RequestRow, selectAsked, takenQuery } from './store.ts'
import { inForce, newestWeights } from './weights.ts'

export type Shortlist = Ranking & {
  wanted: Wanted
  number: string
  /** Only when nobody can take it alone. */
  split: SplitAdvice | undefined
  /** What the region lets reasons weigh. */
  weights: Weights
}

/** Who can take this request, with reasons; in one round trip, with the audit row of its reading. */
export async function getShortlist(scope: Scope, requestId: string): Promise<Shortlist> {
  permit(canAskAdvice(scope.actor))
  const today = localDateOf(scope.now())
  const answers = await read(scope, { ...questionsOf(scope, today, requestId), told: toldOf(scope, requestId) })
  return toShortlist(answers, today)
}

/**
 * The same for a rule of the region that acts by itself, in its transaction and in the product's own name; nobody reads it, so
 * there is no row in the log.
 */
export async function rankInTransaction(own: Tx, requestId: string): Promise<Shortlist> {
  if (own.scope.actor.kind !== 'system') throw new NotAllowed()
  const today = localDateOf(own.scope.now())
  const questions = questionsOf(own.scope, today, requestId)
  const rowsOf = async <Row>(question: Compilable<Row>): Promise<Row[]> =>
    (await own.db.executeQuery(question.compile())).rows as Row[]
  return toShortlist(
    {
      requests: await rowsOf(questions.requests),
      parties: await rowsOf(questions.parties),
      lights: await rowsOf(questions.lights),
      taken: await rowsOf(questions.taken),
      answers: await rowsOf(questions.answers),
      agreed: await rowsOf(questions.agreed),
    },
    today,
  )
}

function questionsOf(scope: Scope, today: LocalDate, requestId: string) {
  const one = selectAsked().where('r.id', '=', requestId)
  return {
    requests: one as unknown as Compilable<RequestRow>,
    parties: partiesQuery(one),
    lights: lightsQuery(scope, today, one.clearSelect().select('r.pc4')),
    taken: takenQuery(today),
    answers: answersQuery(today),
    agreed: newestWeights(),
  }
}

type RowsOf<Question> = Question extends Compilable<infer Row> ? Row[] : never
type Answers = { [Name in keyof ReturnType<typeof questionsOf>]: RowsOf<ReturnType<typeof questionsOf>[Name]> }

function toShortlist({ requests, parties, lights, agreed, ...counts }: Answers, today: LocalDate): Shortlist {
  const [request] = requests
  if (!request) throw new NotFound()
  const wanted = toWanted(request, today)
  const weights = inForce(agreed)
  const all = toParties(wanted, parties, toSaid(lights), counts)
  const ranking = rank(wanted, all, weights)
  const split = ranking.candidates.length === 0 ? splitAdvice(wanted, all, weights) : undefined
  return { ...ranking, wanted, number: request.number, split, weights }
}

function toldOf(scope: Scope, requestId: string) {
  const row = auditingWhen(
    scope,
    {
      event: 'request.shortlist',
      action: 'R',
      careRequestId: requestId,
      objectType: 'care-request',
      objectId: requestId,
      fields: ['card'],
      legalBasis: 'coordination',
      rule: canAskAdvice.name,
    },
    sql`exists (select from requests.care_request r where r.id = ${requestId})`,
  )
  return { compile: () => row.compile(build) }
}
