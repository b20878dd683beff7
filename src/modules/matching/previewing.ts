import { setImmediate as others } from 'node:timers/promises'
import type { Compilable } from 'kysely'
import { addDays, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { auditing } from '#modules/audit/index.ts'
import { type LightRow, selectLights } from '#modules/capacity/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { toClientAreas, toParties, toSaid, toWanted } from './knowing.ts'
import { canKeepWeights } from './policy.ts'
import { daysAhead } from './rules/hard-rules.ts'
import { type OtherFirst, otherFirst } from './rules/preview.ts'
import type { Weights } from './rules/weights.ts'
import { answersQuery, partiesQuery, type RequestRow, selectAsked, takenQuery } from './store.ts'
import { clientAreasQuery } from './travel/client-areas.ts'

export const previewedDays = 30
/** Enough to see what a change does; more would only make the page wait. */
const mostPreviewed = 200
const mostExamples = 6

export type Preview = {
  /** Requests of the last month that were looked at, and for how many nobody could. */
  requests: number
  nobody: number
  otherFirst: number
  examples: OtherFirst[]
  /** How often an organisation stood first and would have; only where that differs. */
  organizations: { id: string; name: string; was: number; becomes: number }[]
}

type PastRow = RequestRow & { submittedAt: Date }

/**
 * What last month's shortlists would have become: each request on the day on which it came in, with the lights that were said for the
 * days on which care should begin. What organisations took and answered is as it is now. Nothing of whom a request is about.
 */
export async function previewWeights(scope: Scope, before: Weights, after: Weights): Promise<Preview> {
  permit(canKeepWeights(scope.actor))
  const today = localDateOf(scope.now())
  const since = addDays(today, -previewedDays)
  const past = selectAsked()
    .select('r.submitted_at as submittedAt')
    .where('r.submitted_at', '>=', new Date(scope.now().getTime() - previewedDays * 86_400_000))
    .orderBy('r.submitted_at', 'desc')
    .orderBy('r.id')
    .limit(mostPreviewed)
  const { requests, parties, lights, taken, answers, there } = await read(scope, {
    requests: past as unknown as Compilable<PastRow>,
    parties: partiesQuery(past),
    lights: selectLights(scope, since, addDays(today, 14 + daysAhead)),
    taken: takenQuery(today),
    answers: answersQuery(today),
    there: clientAreasQuery(),
    told: auditing(scope, {
      event: 'region.preview-weights',
      action: 'R',
      objectType: 'region',
      objectId: scope.actor.regionId,
      fields: ['card'],
      legalBasis: 'administration',
      rule: canKeepWeights.name,
    }),
  })
  const clientAreas = toClientAreas(there, parties)
  const said = toSaid(lights.map((row) => asSaid(row, today)))
  const preview: Preview = { requests: requests.length, nobody: 0, otherFirst: 0, examples: [], organizations: [] }
  const firsts = new Map<string, { name: string; was: number; becomes: number }>()
  for (const row of requests) {
    // A no came after the list that is looked at.
    const wanted = { ...toWanted(row, localDateOf(row.submittedAt)), refusedBy: [] }
    const found = otherFirst(wanted, toParties(wanted, parties, said, { taken, answers, clientAreas }), before, after)
    if (found === 'nobody') preview.nobody += 1
    else if (found !== 'same') {
      preview.otherFirst += 1
      if (preview.examples.length < mostExamples) preview.examples.push(found)
      count(found.was, 'was')
      count(found.becomes, 'becomes')
    }
    // Hundreds of lists over hundreds of teams: who asks for another page goes first.
    await others()
  }
  preview.organizations = [...firsts]
    .map(([id, one]) => ({ id, ...one }))
    .filter(({ was, becomes }) => was !== becomes)
    .sort((one, other) => other.becomes - other.was - (one.becomes - one.was) || (one.name < other.name ? -1 : 1))
  return preview

  function count({ organizationId, organizationName }: OtherFirst['was'], when: 'was' | 'becomes'): void {
    const known = firsts.get(organizationId) ?? { name: organizationName, was: 0, becomes: 0 }
    known[when] += 1
    firsts.set(organizationId, known)
  }
}

/** Of a day that has passed counts what was said for it; what counts of it now is nothing. */
function asSaid(row: LightRow, today: LocalDate): LightRow {
  return row.on < today ? { ...row, light: row.said } : row
}
