import { sql } from 'kysely'
import type { Priority } from '#kernel/priorities.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { SplitBy } from './parts.ts'
import type { RequestState } from './rules/life.ts'

/** Where a request stands in its life; no identity. */
export type Standing = {
  id: string
  number: string
  state: RequestState
  coordinatingTeamId: string | null
  holderCoordinatingTeamId: string | null
  holderOrganizationId: string | null
  takerOrganizationId: string | null
  requesterOrganizationId: string | null
  actBy: Date | null
  escalationLevel: number
  priority: Priority
  startOn: string | null
  /** Organisations that were asked, and teams that look along. */
  shownToOrganizations: string[]
  shownToTeams: string[]
  /** From here the steps of the ladder are counted. */
  clockStartedAt: Date
  /** Whose choice between offers is waited for, when it is the requester's side. */
  choiceBy: 'referrer' | 'client' | null
  /** How it is divided, and which organisations have a part of it now. */
  splitBy: SplitBy | null
  partTakerIds: string[]
  version: number
}

/** Locks the request for the rest of the transaction. Throws `NotFound` when it is not there for this actor. */
export async function getStandingForUpdate(tx: Tx, id: string): Promise<Standing> {
  return found(await selectStandings(tx, [id]).forUpdate().executeTakeFirst())
}

/** Of requests that are locked already, in the order that is given. */
export async function listStandings(tx: Tx, ids: readonly string[]): Promise<Standing[]> {
  const rows = new Map((await selectStandings(tx, ids).execute()).map((row) => [row.id, row]))
  return ids.map((id) => found(rows.get(id)))
}

/** Where it stands at this moment, without a lock: for an answer that needs none, such as "somebody has it already". */
export async function getStanding(tx: Tx, id: string): Promise<Standing> {
  return found(await selectStandings(tx, [id]).executeTakeFirst())
}

function found(row: object | undefined): Standing {
  if (!row) throw new NotFound()
  return row as Standing
}

function selectStandings(tx: Tx, ids: readonly string[]) {
  return tx.db
    .selectFrom('requests.care_request')
    .select([
      'id',
      'number',
      'state',
      'coordinating_team_id as coordinatingTeamId',
      'holder_coordinating_team_id as holderCoordinatingTeamId',
      'holder_organization_id as holderOrganizationId',
      'taker_organization_id as takerOrganizationId',
      'requester_organization_id as requesterOrganizationId',
      'act_by as actBy',
      'escalation_level as escalationLevel',
      'priority',
      'start_on as startOn',
      'shown_to_organizations as shownToOrganizations',
      'shown_to_teams as shownToTeams',
      (eb) => eb.fn.coalesce('clock_started_at', 'submitted_at').as('clockStartedAt'),
      'choice_by as choiceBy',
      'split_by as splitBy',
      sql<string[]>`case when split_by is null then '{}'::uuid[] else array(select distinct p.taker_organization_id
        from requests.part p where p.request_id = care_request.id and p.ended_at is null
          and p.taker_organization_id is not null) end`.as('partTakerIds'),
      'version',
    ])
    .where('id', '=', sql<string>`any (${`{${ids.join(',')}}`}::uuid[])`)
}

/** The live topics of everyone who has a request in sight: lists, the page itself, the referrer's list. */
export function watchersOf(standing: Standing): string[] {
  const teams = [standing.coordinatingTeamId, standing.holderCoordinatingTeamId].filter((id) => id !== null)
  return [
    ...new Set([
      `request:${standing.id}`,
      ...teams.map((id) => `team:${id}`),
      ...(standing.takerOrganizationId ? [`organization:${standing.takerOrganizationId}`] : []),
      ...(standing.requesterOrganizationId ? [`referrer:${standing.requesterOrganizationId}`] : []),
      ...standing.shownToTeams.map((id) => `team:${id}`),
      ...standing.shownToOrganizations.map((id) => `organization:${id}`),
    ]),
  ]
}
