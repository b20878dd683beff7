import { type Compilable, type RawBuilder, sql } from 'kysely'
import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound, permit } from '#platform/http/faults.ts'
import { inOneText } from './asked-texts.ts'
import { toClientAreas, toParties, toSaid, toWanted } from './knowing.ts'
import { canAskAdvice } from './policy.ts'
import { type Ranking, rank } from './rules/ranking.ts'
import { type SplitAdvice, splitAdvice } from './rules/split.ts'
import type { Party, Wanted } from './rules/wanted.ts'
import type { Weights } from './rules/weights.ts'
import { answersQuery, lightsForOne, partiesForOne, type RequestRow, selectAsked, takenQuery } from './store.ts'
import { clientAreasQuery } from './travel/client-areas.ts'
import { inForce, newestWeights } from './weights.ts'

export type Shortlist = Ranking & {
  wanted: Wanted
  number: string
  /** Only when nobody can take it alone. */
  split: SplitAdvice | undefined
  /** What the region lets reasons weigh. */
  weights: Weights
}

/** Who reads why a team is not on the list: never its own people that a client does not want it. */
export function whoReads({ actor }: Scope, { organizationId }: Party): 'all' | 'others' {
  return actor.kind === 'user' && actor.organizationId !== organizationId ? 'others' : 'all'
}

/** What the reasons of this region are called, of who said no and of who gave back; a code that it knows no longer stays a code. */
export async function reasonWords(scope: Scope): Promise<(code: string) => string> {
  const region = await getRegion(scope)
  const reasons = [...listReasons(region, 'refusal'), ...listReasons(region, 'return')]
  return (wanted) => reasons.find(({ code }) => code === wanted)?.label ?? wanted
}

/** Who can take this request, with reasons; in one round trip, with the audit row of its reading. */
export async function getShortlist(scope: Scope, requestId: string): Promise<Shortlist> {
  const found = shortlistFrom(scope, await read(scope, shortlistQuestions(scope, requestId)))
  if (!found) throw new NotFound()
  return found
}

/**
 * What is asked for a shortlist, with the audit row of its reading: a page on which it stands beside something else asks it all in
 * one round trip, and gives the answers to `shortlistFrom`. Which request it is may be known to the database only.
 */
export function shortlistQuestions(scope: Scope, requestId: string | RawBuilder<string>) {
  permit(canAskAdvice(scope.actor))
  return { ...questionsOf(scope, localDateOf(scope.now()), requestId), toldOfAdvice: toldOf(scope, requestId) }
}

/** Nothing when the request is not there for this actor. */
export function shortlistFrom(scope: Scope, answers: Answers): Shortlist | undefined {
  return answers.requests.length > 0 ? toShortlist(answers, localDateOf(scope.now())) : undefined
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
      there: await rowsOf(questions.there),
    },
    today,
  )
}

function questionsOf(scope: Scope, today: LocalDate, requestId: string | RawBuilder<string>) {
  const one = selectAsked().where('r.id', '=', requestId)
  return {
    requests: one as unknown as Compilable<RequestRow>,
    parties: inOneText(partiesForOne(one)),
    lights: inOneText(lightsForOne(scope, today, one)),
    taken: takenQuery(today),
    answers: answersQuery(today),
    agreed: newestWeights(),
    there: clientAreasQuery(),
  }
}

type RowsOf<Question> = Question extends Compilable<infer Row> ? Row[] : never
type Answers = { [Name in keyof ReturnType<typeof questionsOf>]: RowsOf<ReturnType<typeof questionsOf>[Name]> }

function toShortlist({ requests, parties, lights, agreed, there, ...counts }: Answers, today: LocalDate): Shortlist {
  const [request] = requests
  if (!request) throw new NotFound()
  const wanted = toWanted(request, today)
  const weights = inForce(agreed)
  const rows = parties[0]?.rows ?? []
  const all = toParties(wanted, rows, toSaid(lights[0]?.rows ?? []), {
    ...counts,
    clientAreas: toClientAreas(there, rows),
  })
  const ranking = rank(wanted, all, weights)
  const split = ranking.candidates.length === 0 ? splitAdvice(wanted, all, weights) : undefined
  return { ...ranking, wanted, number: request.number, split, weights }
}

function toldOf(scope: Scope, requestId: string | RawBuilder<string>) {
  const about = sql<string>`${requestId}::uuid`
  const row = auditingWhen(
    scope,
    {
      event: 'request.shortlist',
      action: 'R',
      objectType: 'care-request',
      fields: ['card'],
      legalBasis: 'coordination',
      rule: canAskAdvice.name,
    },
    sql`exists (select from requests.care_request r where r.id = ${about})`,
    about,
  )
  return { compile: () => row.compile(build) }
}
