import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { addDays, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, inTransaction, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound, permit } from '#platform/http/faults.ts'
import { canSetLights } from './policy.ts'
import type { SetRefusal } from './rules/setting.ts'
import { suggestDays, suggestLight, type Taken, wantsReason } from './rules/suggestion.ts'
import { type Saved, setLightsIn } from './setting.ts'
import { selectLights } from './store.ts'
import { listOwnTeamIds } from './writing.ts'

/** What an organisation took on: where, from which day, in which parts of the day and how many minutes each; null when unknown. */
export type NewClient = {
  organizationId: string
  pc4: string
  startsOn: LocalDate | null
  dayparts: readonly Daypart[]
  minutes: number | null
  takenAt: Date
}

/**
 * Keeps which room is taken because of this source, and forgets what is no longer so: who gave a client back needs no reminder.
 * For the teams of the organisation that come in that postcode, or for all of them where none does. As the system.
 */
export async function keepTakenRoom(
  own: Pick<Tx, 'db'>,
  sourceId: string,
  clients: readonly NewClient[],
): Promise<void> {
  const kept = clients.map((client) => ({ ...client, ...daysOf(client) }))
  await sql`
    delete from capacity.taken_room r where r.source_id = ${sourceId} and not exists (
      select from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as c("organizationId" uuid, first date, last date, dayparts jsonb)
      where c."organizationId" = r.organization_id and r.light_on between c.first and c.last and c.dayparts ? r.daypart)`.execute(
    own.db,
  )
  if (kept.length === 0) return
  await sql`
    insert into capacity.taken_room (team_id, organization_id, region_id, source_id, light_on, daypart, minutes, taken_at)
    select t.id, t.organization_id, t.region_id, ${sourceId}::uuid, day::date, part, c.minutes, c."takenAt"
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as c("organizationId" uuid, pc4 text, first date, last date, dayparts jsonb, minutes int, "takenAt" timestamptz)
    join organizations.team t on t.organization_id = c."organizationId" and t.active
    cross join generate_series(c.first::timestamp, c.last::timestamp, interval '1 day') day
    cross join jsonb_array_elements_text(c.dayparts) part
    where exists (select from organizations.service_area a where a.team_id = t.id and a.pc4 = c.pc4)
      or not exists (select from organizations.service_area a join organizations.team o on o.id = a.team_id
        where o.organization_id = t.organization_id and o.active and a.pc4 = c.pc4)
    on conflict do nothing`.execute(own.db)
}

function daysOf({ startsOn, takenAt }: NewClient): { first: LocalDate; last: LocalDate } {
  const today = localDateOf(takenAt)
  const first = startsOn && startsOn > today ? startsOn : today
  return { first, last: addDays(first, suggestDays - 1) }
}

export type TakenRow = Taken & { on: LocalDate; daypart: Daypart }

/** Who was taken on for these days and is not dealt with yet; goes along with the query of a page. */
export function takenQuery(from: LocalDate, to: LocalDate) {
  return build
    .selectFrom('capacity.taken_room as r')
    .select(['r.light_on as on', 'r.daypart', 'r.taken_at as takenAt', 'r.minutes'])
    .where('r.light_on', '>=', from)
    .where('r.light_on', '<=', to)
    .where('r.left_at', 'is', null)
    .$castTo<TakenRow>()
}

/** One place of the week as it was shown: what the light said in which version, and for how many new clients. */
export type Suggested = { on: LocalDate; daypart: Daypart; seen: number; clients: number }

export type AcceptSuggestions = {
  key: string
  teamId: string
  cells: readonly Suggested[]
  /** Shown as well and not wanted: these stay as they are. */
  without: readonly Suggested[]
  shownAt: Date
  reason?: string
  reasonText?: string
}

/** Says what was suggested, as if it was chosen in the grid; refused when the suggestion is another one by now. */
export const acceptSuggestions = command(
  async (tx, actor, input: AcceptSuggestions): Promise<Outcome<Saved, SetRefusal | { code: 'another-suggestion' }>> => {
    await whoKeeps(tx, actor, input.teamId)
    const days = input.cells.map(({ on }) => on).sort()
    const [from, to] = [days[0], days.at(-1)]
    if (!from || !to) return done({ changeSetId: '', cells: 0 })
    const ofTeam = selectLights(tx.scope, from, to).where('l.team_id', '=', input.teamId)
    const { rows: lights } = await tx.db.executeQuery(ofTeam.where('l.care_kind', '=', '').compile())
    const takenForTeam = takenQuery(from, to).where('r.team_id', '=', input.teamId)
    const { rows: taken } = await tx.db.executeQuery(takenForTeam.compile())
    const wishes = input.cells.flatMap((cell) => {
      const said = lights.find(({ on, daypart }) => on === cell.on && daypart === cell.daypart)
      const here = taken.filter(({ on, daypart }) => on === cell.on && daypart === cell.daypart)
      const suggestion = said && suggestLight(said, here)
      if (!suggestion || suggestion.clients !== cell.clients) return []
      const explained = wantsReason(said.light, suggestion.light)
        ? { reason: input.reason ?? null, reasonText: input.reasonText ?? null }
        : { reason: said.reason, reasonText: said.reasonText }
      const { light, freeMinutes, newClients } = suggestion
      const place = { teamId: input.teamId, on: cell.on, daypart: cell.daypart, careKind: '' as const }
      return { ...place, light, freeMinutes, newClients, until: said.until, ...explained, seen: cell.seen }
    })
    if (wishes.length !== input.cells.length) return refused({ code: 'another-suggestion' })
    await leave(tx, { ...input, cells: input.without })
    return setLightsIn(tx, { key: input.key, channel: 'page', cells: wishes })
  },
)

export type LeaveSuggestions = {
  teamId: string
  cells: readonly Pick<Suggested, 'on' | 'daypart'>[]
  /** When the suggestion was shown: who was taken on after it is asked about another time. */
  shownAt: Date
}

/** Leaves the light of these places as it is; asked again only when there is somebody new. */
export const leaveSuggestions = command(async (tx, actor, input: LeaveSuggestions) => {
  await whoKeeps(tx, actor, input.teamId)
  await leave(tx, input)
})

async function leave(tx: Tx, { teamId, cells, shownAt }: LeaveSuggestions): Promise<void> {
  const { actor } = tx.scope
  for (const daypart of dayparts) {
    const days = cells.filter((cell) => cell.daypart === daypart).map(({ on }) => on)
    if (days.length === 0) continue
    await tx.db
      .updateTable('capacity.taken_room')
      .set({ left_at: tx.scope.now(), left_by: actor.kind === 'user' ? actor.userId : null })
      .where('team_id', '=', teamId)
      .where('daypart', '=', daypart)
      .where('light_on', 'in', days)
      .where('taken_at', '<=', shownAt)
      .where('left_at', 'is', null)
      .execute()
  }
}

async function whoKeeps(tx: Tx, actor: Actor, teamId: string): Promise<void> {
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canSetLights(actor, actor.organizationId))
  const [team] = await listOwnTeamIds(tx, actor.organizationId, [teamId])
  if (!team) throw new NotFound()
}

/** Days that are over ask nothing any more. */
export function forgetTakenRoom(scope: Scope): Promise<void> {
  return inTransaction(scope, async (tx) => {
    await tx.db.deleteFrom('capacity.taken_room').where('light_on', '<', localDateOf(scope.now())).execute()
  })
}
