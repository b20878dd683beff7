import { type Compilable, sql } from 'kysely'
import { localDateOf } from '#kernel/dates.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { toParties, toSaid, toWanted } from './knowing.ts'
import { canAskAdvice } from './policy.ts'
import { type Ranking, rank } from './rules/ranking.ts'
import { type SplitAdvice, splitAdvice } from './rules/split.ts'
import type { Wanted } from './rules/wanted.ts'
import { firstWeights } from './rules/weights.ts'
import { lightsQuery, partiesQuery, type RequestRow, selectAsked, takenQuery } from './store.ts'

export type Shortlist = Ranking & {
  wanted: Wanted
  number: string
  /** Only when nobody can take it alone. */
  split: SplitAdvice | undefined
}

/** Who can take this request, with reasons; in one round trip, with the audit row of its reading. */
export async function getShortlist(scope: Scope, requestId: string): Promise<Shortlist> {
  permit(canAskAdvice(scope.actor))
  const today = localDateOf(scope.now())
  const one = selectAsked().where('r.id', '=', requestId)
  const { requests, parties, lights, taken } = await read(scope, {
    requests: one as unknown as Compilable<RequestRow>,
    parties: partiesQuery(one),
    lights: lightsQuery(scope, today, one.clearSelect().select('r.pc4')),
    taken: takenQuery(today),
    told: toldOf(scope, requestId),
  })
  const [request] = requests
  if (!request) throw new NotFound()
  const wanted = toWanted(request, today)
  const all = toParties(wanted, parties, toSaid(lights), taken)
  const ranking = rank(wanted, all, firstWeights)
  const split = ranking.candidates.length === 0 ? splitAdvice(wanted, all, firstWeights) : undefined
  return { ...ranking, wanted, number: request.number, split }
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
