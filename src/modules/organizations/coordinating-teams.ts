import { createHash } from 'node:crypto'
import type { Compilable } from 'kysely'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepCoordinatingTeams } from './policy.ts'

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
export type CoordinatingTeamFacts = Pick<CoordinatingTeam, 'phone' | 'phoneHours' | 'email' | 'description'>

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
export function seenOf({ phone, phoneHours, email, description }: CoordinatingTeamFacts): string {
  return createHash('sha256')
    .update(JSON.stringify([phone, phoneHours, email, description]))
    .digest('base64url')
    .slice(0, 22)
}

export type SaveCoordinatingTeam = { id: string; seen: string; facts: CoordinatingTeamFacts }
export type CoordinatingTeamChanged = { code: 'changed-meanwhile'; now: CoordinatingTeam }

export const saveCoordinatingTeam = command(
  async (tx, actor, { id, seen, facts }: SaveCoordinatingTeam): Promise<Outcome<void, CoordinatingTeamChanged>> => {
    permit(canKeepCoordinatingTeams(actor))
    const known = await tx.db
      .selectFrom('organizations.coordinating_team')
      .select(fields)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!known) throw new NotFound()
    if (seenOf(known) !== seen) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db
      .updateTable('organizations.coordinating_team')
      .set({ phone: facts.phone, phone_hours: facts.phoneHours, email: facts.email, description: facts.description })
      .where('id', '=', id)
      .execute()
    await audit(tx, {
      event: 'coordinating-team.update',
      action: 'U',
      objectType: 'coordinating-team',
      objectId: id,
      fields: ['phone', 'phoneHours', 'email', 'description'],
      legalBasis: 'administration',
      rule: 'canKeepCoordinatingTeams',
    })
    return done(undefined)
  },
)
