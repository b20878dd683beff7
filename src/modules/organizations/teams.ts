import { type Compilable, sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepOrganization } from './policy.ts'

type CarerGender = 'female' | 'male'

/** What a team of an organisation is for, and where it comes. */
export type TeamFacts = {
  name: string
  phone: string | null
  careKinds: string[]
  expertises: string[]
  /** Whom it can send to who asks for a woman or a man; empty is not told. */
  carerGenders: CarerGender[]
  pc4s: string[]
  active: boolean
}

export type Team = TeamFacts & { id: string; organizationId: string; version: number }
export type TeamOfOrganization = Team & { organization: string }

const teams = () =>
  build
    .selectFrom('organizations.team as t')
    .select([
      't.id',
      't.organization_id as organizationId',
      't.version',
      't.name',
      't.phone',
      't.care_kinds as careKinds',
      't.expertises',
      sql<CarerGender[]>`t.carer_genders`.as('carerGenders'),
      't.active',
      sql<string[]>`array(select a.pc4 from organizations.service_area a where a.team_id = t.id order by a.pc4)`.as(
        'pc4s',
      ),
    ])

/** Goes along with the query of a page: the teams of one organisation, those that work first. */
export function teamsQuery(organizationId: string): Compilable<Team> {
  return teams().where('t.organization_id', '=', organizationId).orderBy('t.active', 'desc').orderBy('t.name')
}

export async function listTeams(scope: Scope, organizationId: string): Promise<Team[]> {
  return (await read(scope, { found: teamsQuery(organizationId) })).found
}

/** For an import: the teams of one organisation or of all, with the name of theirs. */
export async function listTeamsIn(tx: Tx, organizationId: string | undefined): Promise<TeamOfOrganization[]> {
  const query = teams()
    .innerJoin('organizations.organization as o', 'o.id', 't.organization_id')
    .select('o.name as organization')
    .$if(organizationId !== undefined, (some) => some.where('t.organization_id', '=', organizationId ?? ''))
    .orderBy('o.name')
    .orderBy('t.active', 'desc')
    .orderBy('t.name')
  const { rows } = await tx.db.executeQuery(query.compile())
  return rows
}

/** One team of one's own organisation; another's is not there. */
export async function getOwnTeam(scope: Scope, organizationId: string, id: string): Promise<Team> {
  const { found } = await read(scope, {
    found: teams().where('t.id', '=', id).where('t.organization_id', '=', organizationId),
  })
  if (!found[0]) throw new NotFound()
  return found[0]
}

export type SaveTeam = { organizationId: string; id?: string; version: number; team: TeamFacts }
export type TeamChangedMeanwhile = { code: 'changed-meanwhile'; now: Team }

/** Adds a team, or saves one unless somebody else saved it in between. */
export const saveTeam = command((tx, _actor, input: SaveTeam) => saveTeamIn(tx, input))

/** The same inside a transaction that saves more. */
export async function saveTeamIn(tx: Tx, input: SaveTeam): Promise<Outcome<string, TeamChangedMeanwhile>> {
  const { actor } = tx.scope
  permit(canKeepOrganization(actor, input.organizationId))
  const id = input.id ?? newId()
  if (input.id === undefined) {
    await tx.db
      .insertInto('organizations.team')
      .values({ id, region_id: actor.regionId, organization_id: input.organizationId, ...toRow(input.team) })
      .execute()
  } else {
    const known = await lock(tx, input.organizationId, id)
    if (known.version !== input.version) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db
      .updateTable('organizations.team')
      .set({ ...toRow(input.team), version: input.version + 1 })
      .where('id', '=', id)
      .execute()
  }
  await saveAreas(tx, id, input.team.pc4s)
  await audit(tx, {
    event: input.id === undefined ? 'team.add' : 'team.update',
    action: input.id === undefined ? 'C' : 'U',
    objectType: 'team',
    objectId: id,
    fields: ['name', 'phone', 'careKinds', 'expertises', 'carerGenders', 'pc4s', 'active'],
    legalBasis: 'administration',
    rule: 'canKeepOrganization',
  })
  return done(id)
}

async function lock(tx: Tx, organizationId: string, id: string): Promise<Team> {
  const query = teams().where('t.id', '=', id).where('t.organization_id', '=', organizationId).forUpdate('t')
  const { rows } = await tx.db.executeQuery(query.compile())
  if (!rows[0]) throw new NotFound()
  return rows[0]
}

async function saveAreas(tx: Tx, teamId: string, pc4s: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('organizations.service_area').where('team_id', '=', teamId).execute()
  if (pc4s.length === 0) return
  await tx.db
    .insertInto('organizations.service_area')
    .values(pc4s.map((pc4) => ({ team_id: teamId, pc4 })))
    .execute()
}

function toRow({ name, phone, careKinds, expertises, carerGenders, active }: TeamFacts) {
  return { name, phone, care_kinds: careKinds, expertises, carer_genders: carerGenders, active }
}
