import { sql } from 'kysely'
import type { UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Light } from '#kernel/lights.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type Cell, cellKey } from './rules/cell.ts'
import type { Saying, Standing } from './rules/setting.ts'

export type Channel = 'page' | 'api' | 'csv' | 'meeting'
export type ChangeSet = {
  id: string
  act: 'set' | 'confirm' | 'undo'
  channel: Channel
  cells: number
  madeBy: string | null
  madeAt: Date
  teamIds: string[]
}

/** Who said it, and when. */
export type Author = { setBy: string | null; setByName: string; setAt: Date }

/** Which of these teams are working teams of this organisation. */
export async function listOwnTeamIds(tx: Tx, organizationId: string, teamIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('organizations.team')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('active', '=', true)
    .where('id', '=', anyOf(teamIds))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Lets one save at a time look at and change the lights of a team, also of cells that are not there yet; always in the same
 * order, so that two saves over several teams never wait for each other.
 */
export async function lockTeams(tx: Tx, teamIds: readonly string[]): Promise<void> {
  if (teamIds.length === 0) return
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 20261122)) from unnest(${`{${[...teamIds].sort().join(',')}}`}::text[]) id`.execute(
    tx.db,
  )
}

type StandingRow = Required<Standing>

/** What stands in these cells now. */
export async function listStanding(tx: Tx, cells: readonly Cell[]): Promise<StandingRow[]> {
  if (cells.length === 0) return []
  const { rows } = await sql<StandingRow>`
    select l.team_id as "teamId", l.light_on as "on", l.daypart, l.care_kind as "careKind", l.light, l.reason,
      l.reason_text as "reasonText", l.until_at as until, l.free_minutes as "freeMinutes", l.new_clients as "newClients",
      l.version, l.set_at as "setAt", l.set_by_name as "setByName"
    from jsonb_to_recordset(${toJson(cells)}::jsonb) as c(team_id uuid, light_on date, daypart text, care_kind text)
    join capacity.light l using (team_id, light_on, daypart, care_kind)`.execute(tx.db)
  return rows
}

type NewChangeSet = Pick<ChangeSet, 'id' | 'act' | 'channel' | 'cells'> & { key: string; undoes?: string }

export async function insertChangeSet(tx: Tx, person: UserActor, set: NewChangeSet): Promise<void> {
  await tx.db
    .insertInto('capacity.change_set')
    .values({
      id: set.id,
      region_id: person.regionId,
      organization_id: person.organizationId,
      key: set.key,
      act: set.act,
      channel: set.channel,
      made_by: person.userId,
      made_by_name: person.name,
      made_at: tx.scope.now(),
      cells: set.cells,
      undoes: set.undoes ?? null,
    })
    .execute()
}

export async function findChangeSet(
  tx: Tx,
  organizationId: string,
  key: string,
): Promise<{ id: string; cells: number } | undefined> {
  return tx.db
    .selectFrom('capacity.change_set')
    .select(['id', 'cells'])
    .where('organization_id', '=', organizationId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function getChangeSet(tx: Tx, id: string): Promise<ChangeSet | undefined> {
  return tx.db
    .selectFrom('capacity.change_set as s')
    .select([
      's.id',
      's.act',
      's.channel',
      's.cells',
      's.made_by as madeBy',
      's.made_at as madeAt',
      sql<
        string[]
      >`array(select distinct c.team_id::text from capacity.light_change c where c.change_set_id = s.id)`.as('teamIds'),
    ])
    .where('s.id', '=', id)
    .executeTakeFirst() as Promise<ChangeSet | undefined>
}

export type Undoing = Cell & { stillThere: boolean; before: (Saying & Author) | null }

/** What every cell of a save said before it, and whether it still says what the save said. */
export async function listBefore(tx: Tx, changeSetId: string): Promise<Undoing[]> {
  type Row = Cell & { stillThere: boolean; before: Record<string, unknown> | null }
  const { rows } = await sql<Row>`
    select c.team_id as "teamId", c.light_on as "on", c.daypart, c.care_kind as "careKind",
      coalesce(l.change_set_id = c.change_set_id, false) as "stillThere", to_jsonb(b) as before
    from capacity.light_change c
    left join capacity.light l using (team_id, light_on, daypart, care_kind)
    left join lateral (
      select e.light, e.reason, e.reason_text, e.until_at, e.free_minutes, e.new_clients, e.set_by, e.set_by_name, e.set_at
      from capacity.light_change e
      where (e.team_id, e.light_on, e.daypart, e.care_kind) = (c.team_id, c.light_on, c.daypart, c.care_kind)
        and (e.at, e.id) < (c.at, c.id)
      order by e.at desc, e.id desc limit 1
    ) b on true
    where c.change_set_id = ${changeSetId}
    order by c.team_id, c.light_on, c.daypart, c.care_kind`.execute(tx.db)
  return rows.map((row) => ({ ...row, before: row.before?.light ? toSaid(row.before) : null }))
}

function toSaid(row: Record<string, unknown>): Saying & Author {
  return {
    light: row.light as Light,
    reason: row.reason as string | null,
    reasonText: row.reason_text as string | null,
    until: row.until_at ? new Date(String(row.until_at)) : null,
    freeMinutes: row.free_minutes as number | null,
    newClients: row.new_clients as number | null,
    setBy: row.set_by as string | null,
    setByName: String(row.set_by_name),
    setAt: new Date(String(row.set_at)),
  }
}

/** Writes what every cell says from now on, and keeps it in the history, in one statement. */
export async function writeLights(
  tx: Tx,
  changeSetId: string,
  sayings: readonly (Cell & Saying & Author)[],
): Promise<void> {
  if (sayings.length === 0) return
  const rows = sayings.map((one) => ({
    change_id: newId(),
    team_id: one.teamId,
    light_on: one.on,
    daypart: one.daypart,
    care_kind: one.careKind,
    light: one.light,
    reason: one.reason ?? null,
    reason_text: one.reasonText ?? null,
    until_at: one.until ?? null,
    free_minutes: one.freeMinutes ?? null,
    new_clients: one.newClients ?? null,
    set_by: one.setBy,
    set_by_name: one.setByName,
    set_at: one.setAt,
  }))
  const said = sql`light, reason, reason_text, until_at, free_minutes, new_clients, set_by, set_by_name, set_at`
  await sql`
    with said as (
      select r.*, t.organization_id, t.region_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(change_id uuid, team_id uuid, light_on date, daypart text,
        care_kind text, light text, reason text, reason_text text, until_at timestamptz, free_minutes int, new_clients int,
        set_by uuid, set_by_name text, set_at timestamptz)
      join organizations.team t on t.id = r.team_id
    ), kept as (
      insert into capacity.light_change (id, change_set_id, region_id, organization_id, team_id, light_on, daypart, care_kind, at, ${said})
      select change_id, ${changeSetId}::uuid, region_id, organization_id, team_id, light_on, daypart, care_kind,
        ${tx.scope.now()}::timestamptz, ${said} from said
    )
    insert into capacity.light (team_id, organization_id, region_id, light_on, daypart, care_kind, change_set_id, ${said})
    select team_id, organization_id, region_id, light_on, daypart, care_kind, ${changeSetId}::uuid, ${said} from said
    on conflict (team_id, light_on, daypart, care_kind) do update set
      light = excluded.light, reason = excluded.reason, reason_text = excluded.reason_text, until_at = excluded.until_at,
      free_minutes = excluded.free_minutes, new_clients = excluded.new_clients, set_by = excluded.set_by,
      set_by_name = excluded.set_by_name, set_at = excluded.set_at, change_set_id = excluded.change_set_id,
      version = nextval('capacity.light_version')`.execute(tx.db)
}

/** Empties cells about which nobody had said anything before, and keeps that in the history. */
export async function removeLights(tx: Tx, changeSetId: string, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return
  await sql`
    with gone as (
      delete from capacity.light l
      using jsonb_to_recordset(${toJson(cells)}::jsonb)
        as c(change_id uuid, team_id uuid, light_on date, daypart text, care_kind text)
      where (l.team_id, l.light_on, l.daypart, l.care_kind) = (c.team_id, c.light_on, c.daypart, c.care_kind)
      returning c.change_id, l.region_id, l.organization_id, l.team_id, l.light_on, l.daypart, l.care_kind
    )
    insert into capacity.light_change (id, change_set_id, region_id, organization_id, team_id, light_on, daypart, care_kind, at)
    select change_id, ${changeSetId}::uuid, region_id, organization_id, team_id, light_on, daypart, care_kind,
      ${tx.scope.now()}::timestamptz from gone`.execute(tx.db)
}

function toJson(cells: readonly Cell[]): string {
  const unique = new Map(cells.map((cell) => [cellKey(cell), cell]))
  return JSON.stringify(
    [...unique.values()].map(({ teamId, on, daypart, careKind }) => ({
      change_id: newId(),
      team_id: teamId,
      light_on: on,
      daypart,
      care_kind: careKind,
    })),
  )
}

export function anyOf(ids: readonly string[]) {
  return sql<string>`any(${`{${ids.join(',')}}`}::uuid[])`
}
