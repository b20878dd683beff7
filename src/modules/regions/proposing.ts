import { sql } from 'kysely'
import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import { isId, newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepRegion } from './policy.ts'
import { forgetRegion, wayInForce } from './region.ts'
import type { WayOfWorking } from './rules/way-of-working.ts'
import { wayOfWorkingSchema } from './way-of-working-schema.ts'

/** A way of working that was put down for people to look at; it holds from its day once it was agreed. */
export type Proposal = {
  id: string
  value: WayOfWorking
  effectiveOn: LocalDate
  proposedAt: Date
  agreedAt: Date | null
  cancelledAt: Date | null
}

/** What holds now, newly read, and what was proposed or agreed before; the newest first. */
export type Agreed = { now: WayOfWorking; versions: Proposal[] }

export async function getAgreed(scope: Scope): Promise<Agreed> {
  permit(canKeepRegion(scope.actor))
  const { found, versions } = await read(scope, {
    found: build
      .selectFrom('regions.region as r')
      .select(sql<unknown>`${sql.raw(wayInForce)}`.as('way'))
      .where('r.id', '=', scope.actor.regionId),
    versions: selectVersions(scope).orderBy('proposed_at', 'desc').limit(20),
  })
  if (!found[0]) throw new NotFound()
  return { now: wayOfWorkingSchema.parse(found[0].way), versions: versions.map(toProposal) }
}

/** Throws `NotFound` when there is no such proposal in this region. */
export async function getProposal(scope: Scope, id: string): Promise<Agreed & { proposal: Proposal }> {
  if (!isId(id)) throw new NotFound()
  const agreed = await getAgreed(scope)
  const { found } = await read(scope, { found: selectVersions(scope).where('id', '=', id) })
  if (!found[0]) throw new NotFound()
  return { ...agreed, proposal: toProposal(found[0]) }
}

export type Propose = { value: WayOfWorking; effectiveOn: LocalDate }
export type ProposeRefusal = 'in-the-past'

/** Puts it down for people to look at: nothing changes yet. */
export const proposeWayOfWorking = command(
  async (tx, actor, { value, effectiveOn }: Propose, now): Promise<Outcome<{ id: string }, ProposeRefusal>> => {
    permit(canKeepRegion(actor))
    if (effectiveOn < localDateOf(now)) return refused('in-the-past')
    const id = newId()
    await tx.db
      .insertInto('regions.way_of_working_version')
      .values({
        id,
        region_id: actor.regionId,
        value: JSON.stringify(wayOfWorkingSchema.parse(value)),
        effective_on: effectiveOn,
        proposed_at: now,
        proposed_by: userOf(tx),
      })
      .execute()
    await auditChange(tx, 'region.propose-way', id)
    return done({ id })
  },
)

export type AgreeRefusal = 'already-agreed' | 'cancelled' | 'changed-meanwhile' | 'has-begun'

/**
 * It holds from its day, or from now when that day has come. Refused when another version was agreed after this one was
 * proposed: who agrees has to have seen what it changes.
 */
export const agreeOnWay = command(
  async (tx, actor, { id }: { id: string }, now): Promise<Outcome<void, AgreeRefusal>> => {
    permit(canKeepRegion(actor))
    const known = await lockVersions(tx)
    const own = known.find((version) => version.id === id)
    if (!own) throw new NotFound()
    if (own.cancelled_at) return refused('cancelled')
    if (own.agreed_at) return refused('already-agreed')
    if (known.some(({ agreed_at }) => agreed_at && agreed_at > own.proposed_at)) return refused('changed-meanwhile')
    await tx.db
      .updateTable('regions.way_of_working_version')
      .set({ agreed_at: now, agreed_by: userOf(tx) })
      .where('id', '=', id)
      .execute()
    await auditChange(tx, 'region.update', id)
    forgetRegion(tx.scope.database)
    return done(undefined)
  },
)

/**
 * A practice region takes up another way of working at once: nobody there has to be told first. Nothing comes back where the
 * database was not made for practice.
 */
export const switchPracticeRegion = command(
  async (tx, actor, { value }: { value: WayOfWorking }, now): Promise<void> => {
    permit(canKeepRegion(actor))
    const installation = await tx.db.selectFrom('platform.installation').select('practice').executeTakeFirst()
    if (!installation?.practice) throw new NotFound()
    await lockVersions(tx)
    const id = newId()
    const who = userOf(tx)
    await tx.db
      .insertInto('regions.way_of_working_version')
      .values({
        id,
        region_id: actor.regionId,
        value: JSON.stringify(wayOfWorkingSchema.parse(value)),
        effective_on: localDateOf(now),
        proposed_at: now,
        proposed_by: who,
        agreed_at: now,
        agreed_by: who,
      })
      .execute()
    await auditChange(tx, 'region.update', id)
    forgetRegion(tx.scope.database)
  },
)

/** Takes back a proposal, or an agreement of which the day has not come yet; what was in force once stays in the list. */
export const cancelProposal = command(
  async (tx, actor, { id }: { id: string }, now): Promise<Outcome<void, AgreeRefusal>> => {
    permit(canKeepRegion(actor))
    const own = (await lockVersions(tx)).find((version) => version.id === id)
    if (!own) throw new NotFound()
    if (own.cancelled_at) return done(undefined)
    if (own.agreed_at && own.effective_on <= localDateOf(now)) return refused('has-begun')
    await tx.db
      .updateTable('regions.way_of_working_version')
      .set({ cancelled_at: now, cancelled_by: userOf(tx) })
      .where('id', '=', id)
      .execute()
    await auditChange(tx, 'region.cancel-way', id)
    forgetRegion(tx.scope.database)
    return done(undefined)
  },
)

/** Who agrees takes turns with who agrees at the same moment: on the row of the region. */
async function lockVersions(tx: Tx) {
  const { regionId } = tx.scope.actor
  await tx.db.selectFrom('regions.region').select('id').where('id', '=', regionId).forUpdate().execute()
  return tx.db
    .selectFrom('regions.way_of_working_version')
    .select(['id', 'effective_on', 'proposed_at', 'agreed_at', 'cancelled_at'])
    .where('region_id', '=', regionId)
    .execute()
}

function selectVersions(scope: Scope) {
  return build
    .selectFrom('regions.way_of_working_version')
    .select([
      'id',
      'value',
      'effective_on as effectiveOn',
      'proposed_at as proposedAt',
      'agreed_at as agreedAt',
      'cancelled_at as cancelledAt',
    ])
    .where('region_id', '=', scope.actor.regionId)
}

function toProposal(row: Omit<Proposal, 'value'> & { value: unknown }): Proposal {
  return { ...row, value: wayOfWorkingSchema.parse(row.value) }
}

function userOf({ scope: { actor } }: Tx): string | null {
  return actor.kind === 'user' ? actor.userId : null
}

function auditChange(tx: Tx, event: string, id: string): Promise<void> {
  return audit(tx, {
    event,
    action: 'U',
    objectType: 'region',
    objectId: id,
    fields: ['way-of-working'],
    legalBasis: 'administration',
    rule: canKeepRegion.name,
  })
}
