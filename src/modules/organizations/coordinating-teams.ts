import { createHash } from 'node:crypto'
import type { Compilable } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepCoordinatingTeams } from './policy.ts'
import { slugOf } from './rules/slug.ts'

/** A team of nurses of several organisations, a specialised team, or a desk: whoever can hold a request. */
export type CoordinatingTeam = {
  id: string
  name: string
  kind: string
  expertise: string | null
  phone: string
  phoneHours: string
  email: string
  description: string
  active: boolean
}

/** What the region changes about it. */
export type CoordinatingTeamFacts = Omit<CoordinatingTeam, 'id'>

const fields = [
  'id',
  'name',
  'kind',
  'expertise',
  'phone',
  'phone_hours as phoneHours',
  'email',
  'description',
  'active',
] as const

/** Goes along with the query of a page: area teams first, then the specialised ones, then the desks. */
export function coordinatingTeamsQuery(): Compilable<CoordinatingTeam> {
  return build.selectFrom('organizations.coordinating_team').select(fields).orderBy('kind').orderBy('name')
}

export async function listCoordinatingTeams(scope: Scope): Promise<CoordinatingTeam[]> {
  const { found } = await read(scope, { found: coordinatingTeamsQuery() })
  return found
}

export async function getCoordinatingTeam(scope: Scope, id: string): Promise<CoordinatingTeam> {
  const { found } = await read(scope, {
    found: build.selectFrom('organizations.coordinating_team').select(fields).where('id', '=', id),
  })
  if (!found[0]) throw new NotFound()
  return found[0]
}

/** Stands for what somebody looked at: another text when anything was changed. */
export function seenOf({
  name,
  kind,
  expertise,
  phone,
  phoneHours,
  email,
  description,
  active,
}: CoordinatingTeamFacts) {
  return createHash('sha256')
    .update(JSON.stringify([name, kind, expertise, phone, phoneHours, email, description, active]))
    .digest('base64url')
    .slice(0, 22)
}

export type SaveCoordinatingTeam = {
  /** Left out for a new team. */
  id?: string
  seen: string
  facts: CoordinatingTeamFacts
}
export type CoordinatingTeamRefusal =
  | { code: 'changed-meanwhile'; now: CoordinatingTeam }
  | { code: 'name-taken' }
  /** The desk that holds what no team holds cannot be missed. */
  | { code: 'is-fallback' }

export const saveCoordinatingTeam = command((tx, _actor, input: SaveCoordinatingTeam) =>
  saveCoordinatingTeamIn(tx, input),
)

/**
 * Adds a team or changes one, unless somebody else changed it in between. A closed team gets nothing new; what it holds stays with
 * its nurses, and moves on when nobody acts in time.
 */
export async function saveCoordinatingTeamIn(
  tx: Tx,
  { id, seen, facts }: SaveCoordinatingTeam,
): Promise<Outcome<string, CoordinatingTeamRefusal>> {
  permit(canKeepCoordinatingTeams(tx.scope.actor))
  const teams = await tx.db.selectFrom('organizations.coordinating_team').select(fields).forUpdate().execute()
  const known = teams.find((team) => team.id === id)
  if (id !== undefined && !known) throw new NotFound()
  if (known && seenOf(known) !== seen) return refused({ code: 'changed-meanwhile', now: known })
  if (teams.some((team) => team !== known && team.name.toLowerCase() === facts.name.toLowerCase()))
    return refused({ code: 'name-taken' })
  const { wayOfWorking } = await getRegion(tx)
  if (known?.id === wayOfWorking.fallbackDeskId && !facts.active) return refused({ code: 'is-fallback' })
  const row = { ...toRow(facts), expertise: facts.kind === 'specialised' ? facts.expertise : null }
  const saved = known?.id ?? newId()
  if (known) await tx.db.updateTable('organizations.coordinating_team').set(row).where('id', '=', known.id).execute()
  else await insertTeam(tx, saved, row)
  await audit(tx, {
    event: known ? 'coordinating-team.update' : 'coordinating-team.add',
    action: known ? 'U' : 'C',
    objectType: 'coordinating-team',
    objectId: saved,
    fields: ['name', 'kind', 'expertise', 'phone', 'phoneHours', 'email', 'description', 'active'],
    legalBasis: 'administration',
    rule: 'canKeepCoordinatingTeams',
  })
  return done(saved)
}

function toRow({ phoneHours, ...facts }: CoordinatingTeamFacts) {
  return { ...facts, phone_hours: phoneHours }
}

async function insertTeam(tx: Tx, id: string, row: ReturnType<typeof toRow>): Promise<void> {
  const slug = slugOf(row.name) || id
  const taken = await tx.db
    .selectFrom('organizations.coordinating_team')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  await tx.db
    .insertInto('organizations.coordinating_team')
    .values({
      id,
      region_id: tx.scope.actor.regionId,
      slug: taken ? `${slug.slice(0, 40)}-${id.slice(-6)}` : slug,
      ...row,
    })
    .execute()
}
