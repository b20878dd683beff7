import type { Compilable } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read } from '#platform/database/transaction.ts'
import { NotAllowed, permit } from '#platform/http/faults.ts'
import { canKeepWeights } from './policy.ts'
import {
  firstWeights,
  type LaterWeight,
  mostPoints,
  mostPointsInAll,
  notYetAgreed,
  type Weights,
  withUsual,
} from './rules/weights.ts'
import { weightsSchema } from './weights-schema.ts'

type WeightsRow = { value: unknown }

/** What the region agreed last; with the other questions of a page in one trip. */
export function newestWeights(): Compilable<WeightsRow> {
  return build
    .selectFrom('matching.weights_version')
    .select('value')
    .orderBy('agreed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1) as unknown as Compilable<WeightsRow>
}

/** What holds now: what the region agreed last, with what is usual for the rest, or what the product begins with. */
export function inForce(rows: readonly WeightsRow[]): Weights {
  return rows[0] ? withUsual(weightsSchema.parse(rows[0].value)) : firstWeights
}

function notAgreedIn(rows: readonly WeightsRow[]): LaterWeight[] {
  return rows[0] ? notYetAgreed(weightsSchema.parse(rows[0].value)) : []
}

export type WeightsVersion = { id: string; value: Weights; agreedAt: Date; agreedByName: string; reason: string }

export type KnownWeights = {
  now: Weights
  /** What counts as usual, because the region agreed before it was there. */
  notAgreed: LaterWeight[]
  versions: WeightsVersion[]
}

/** What holds and what held before, the newest first. */
export async function listWeights(scope: Scope): Promise<KnownWeights> {
  permit(canKeepWeights(scope.actor))
  const { versions } = await read(scope, {
    versions: build
      .selectFrom('matching.weights_version')
      .select(['id', 'value', 'agreed_at as agreedAt', 'agreed_by_name as agreedByName', 'reason'])
      .orderBy('agreed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(20),
  })
  return {
    now: inForce(versions),
    notAgreed: notAgreedIn(versions),
    versions: versions.map((version) => ({ ...version, value: withUsual(weightsSchema.parse(version.value)) })),
  }
}

export type WeightsRefusal = 'nothing-changes' | 'too-much' | 'changed-meanwhile'

/** It holds from now on. Refused when somebody else changed them after this page was opened: who agrees has to have seen what changes. */
export const agreeOnWeights = command(
  async (
    tx,
    actor,
    { value, seen, reason }: { value: Weights; seen: Weights; reason: string },
    now,
  ): Promise<Outcome<void, WeightsRefusal>> => {
    permit(canKeepWeights(actor))
    if (actor.kind !== 'user') throw new NotAllowed()
    if (mostPoints(value) > mostPointsInAll) return refused('too-much')
    // Two who agree at the same moment take turns.
    await tx.db.selectFrom('regions.region').select('id').where('id', '=', actor.regionId).forUpdate().execute()
    const rows = (await tx.db.executeQuery(newestWeights().compile())).rows as WeightsRow[]
    const holds = inForce(rows)
    if (!sameWeights(holds, seen)) return refused('changed-meanwhile')
    // What counts as usual can be agreed on as it is: then the region decided it.
    if (sameWeights(holds, value) && notAgreedIn(rows).length === 0) return refused('nothing-changes')
    const id = newId()
    await tx.db
      .insertInto('matching.weights_version')
      .values({
        id,
        region_id: actor.regionId,
        value: JSON.stringify(weightsSchema.parse(value)),
        agreed_at: now,
        agreed_by: actor.userId,
        agreed_by_name: actor.name,
        reason: withoutPersonal(reason).text,
      })
      .execute()
    await audit(tx, {
      event: 'region.agree-weights',
      action: 'U',
      objectType: 'region',
      objectId: actor.regionId,
      fields: ['weights'],
      legalBasis: 'administration',
      rule: canKeepWeights.name,
    })
    return done(undefined)
  },
)

export function sameWeights(one: Weights, other: Weights): boolean {
  return JSON.stringify(weightsSchema.parse(one)) === JSON.stringify(weightsSchema.parse(other))
}
