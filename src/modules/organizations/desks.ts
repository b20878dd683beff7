import { type RawBuilder, sql } from 'kysely'
import type { UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Opening } from '#kernel/working-time.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepDesk } from './policy.ts'
import { type Answering, type DeskSetting, type Turn, turnOf, whoAnswers } from './rules/desk-hours.ts'

/** A desk with what was agreed about it; one that agreed nothing answers around the clock. */
export type DeskFacts = {
  id: string
  name: string
  phone: string
  phoneHours: string
  opening: Opening | null
  partnerTeamId: string | null
  partnerName: string | null
  partnerPhone: string | null
  busyUntil: Date | null
}

/** The desks that this actor sits at, or of the whole region for who keeps them. */
export function desksQuery(actor: UserActor, all: boolean) {
  return build
    .selectFrom('organizations.coordinating_team as t')
    .leftJoin('organizations.desk as d', 'd.coordinating_team_id', 't.id')
    .leftJoin('organizations.coordinating_team as p', 'p.id', 'd.partner_team_id')
    .select([
      't.id',
      't.name',
      't.phone',
      't.phone_hours as phoneHours',
      sql<Opening | null>`d.opening`.as('opening'),
      'd.partner_team_id as partnerTeamId',
      'p.name as partnerName',
      'p.phone as partnerPhone',
      'd.busy_until as busyUntil',
    ])
    .where('t.kind', '=', 'desk')
    .where('t.active', '=', true)
    .$if(!all, (query) => query.where('t.id', '=', sql<string>`any(${[...actor.coordinatingTeamIds]}::uuid[])`))
    .orderBy('t.name')
}

/** Who gets what comes in for a team at this moment: itself, or the partner of a desk that is busy or closed. */
export async function findAnswering(tx: Tx, teamId: string): Promise<Answering> {
  const row = await tx.db
    .selectFrom('organizations.desk as d')
    .innerJoin('organizations.coordinating_team as p', 'p.id', 'd.partner_team_id')
    .select([sql<Opening | null>`d.opening`.as('opening'), 'd.busy_until as busyUntil', 'p.id as partnerTeamId'])
    .where('d.coordinating_team_id', '=', teamId)
    .where('p.active', '=', true)
    .executeTakeFirst()
  return whoAnswers(teamId, row, tx.scope.now())
}

export type DeskTurn = { deskId: string; partnerTeamId: string | null; turn: Turn }

/** Of every desk that agreed on its hours, whose turn it is at this moment: its own, or its partner's. */
export async function listTurns(tx: Tx): Promise<DeskTurn[]> {
  const rows = await tx.db
    .selectFrom('organizations.desk as d')
    .leftJoin('organizations.coordinating_team as p', (join) =>
      join.onRef('p.id', '=', 'd.partner_team_id').on('p.active', '=', true),
    )
    .leftJoin('organizations.desk as pd', 'pd.coordinating_team_id', 'p.id')
    .select([
      'd.coordinating_team_id as deskId',
      'p.id as partnerTeamId',
      sql<Opening | null>`d.opening`.as('opening'),
      sql<Opening | null>`pd.opening`.as('partnerOpening'),
    ])
    .orderBy('d.coordinating_team_id')
    .execute()
  const now = tx.scope.now()
  return rows.map(({ deskId, partnerTeamId, opening, partnerOpening }) => {
    const of = (hours: Opening | null): DeskSetting => ({ opening: hours, partnerTeamId, busyUntil: null })
    return { deskId, partnerTeamId, turn: turnOf(of(opening), of(partnerOpening), now) }
  })
}

export type SaveDesk = { deskId: string; opening: Opening | null; partnerTeamId: string | null }

/** Its hours, and who answers for it outside them. */
export const saveDesk = command(
  async (tx, actor, { deskId, opening, partnerTeamId }: SaveDesk): Promise<Outcome<void, { code: 'no-partner' }>> => {
    permit(canKeepDesk(actor, deskId))
    await mustBeDesk(tx, deskId)
    if (partnerTeamId !== null && !(await isTeam(tx, partnerTeamId, deskId))) return refused({ code: 'no-partner' })
    await upsert(tx, deskId, { opening: opening && JSON.stringify(opening), partner_team_id: partnerTeamId })
    await tell(tx, deskId, ['opening', 'partner'])
    return done(undefined)
  },
)

/** Too busy to answer until a moment, or not any more. */
export const setBusy = command(async (tx, actor, { deskId, until }: { deskId: string; until: Date | null }) => {
  permit(canKeepDesk(actor, deskId))
  await mustBeDesk(tx, deskId)
  await upsert(tx, deskId, { busy_until: until })
  await tell(tx, deskId, ['busyUntil'])
})

/** A turn of duty; phone in E.164. */
export type Duty = { id: string; name: string; phone: string; fromAt: Date; untilAt: Date }
export type DutyRefusal = { code: 'ends-first' | 'too-long' | 'over' }

const longestTurn = 7 * 86_400_000

/** Who is on duty in a week or two, the first first. */
export function rosterQuery(deskId: string, now: Date, days: number) {
  return build
    .selectFrom('organizations.duty')
    .select(['id', 'name', 'phone', 'from_at as fromAt', 'until_at as untilAt'])
    .where('coordinating_team_id', '=', deskId)
    .where('until_at', '>', now)
    .where('from_at', '<', new Date(now.getTime() + days * 86_400_000))
    .orderBy('from_at')
    .orderBy('id')
}

export const planDuty = command(
  async (tx, actor, duty: Omit<Duty, 'id'> & { deskId: string }, now): Promise<Outcome<string, DutyRefusal>> => {
    permit(canKeepDesk(actor, duty.deskId))
    await mustBeDesk(tx, duty.deskId)
    if (duty.untilAt <= duty.fromAt) return refused({ code: 'ends-first' })
    if (duty.untilAt.getTime() - duty.fromAt.getTime() > longestTurn) return refused({ code: 'too-long' })
    if (duty.untilAt <= now) return refused({ code: 'over' })
    const id = newId()
    await tx.db
      .insertInto('organizations.duty')
      .values({
        id,
        region_id: actor.regionId,
        coordinating_team_id: duty.deskId,
        name: duty.name,
        phone: duty.phone,
        from_at: duty.fromAt,
        until_at: duty.untilAt,
      })
      .execute()
    await tell(tx, duty.deskId, ['roster'])
    return done(id)
  },
)

export const removeDuty = command(async (tx, actor, { deskId, id }: { deskId: string; id: string }) => {
  permit(canKeepDesk(actor, deskId))
  await tx.db.deleteFrom('organizations.duty').where('id', '=', id).where('coordinating_team_id', '=', deskId).execute()
  await tell(tx, deskId, ['roster'])
})

/** The number of a team that is answered now: of who is on duty, or else its own. `team` is its name in the query. */
export function phoneNow(team: string, now: Date): RawBuilder<string | null> {
  return sql<string | null>`coalesce(organizations.phone_on_duty(${sql.ref(`${team}.id`)}, ${now}::timestamptz),
    ${sql.ref(`${team}.phone`)})`
}

/** Until when that number is answered, or the hours of the team. */
export function hoursNow(team: string, now: Date): RawBuilder<string | null> {
  return sql<string | null>`coalesce('nu bereikbaar, tot ' || to_char(
    organizations.on_duty_until(${sql.ref(`${team}.id`)}, ${now}::timestamptz) at time zone 'Europe/Amsterdam',
    'FMHH24.MI') || ' uur', ${sql.ref(`${team}.phone_hours`)})`
}

async function mustBeDesk(tx: Tx, deskId: string): Promise<void> {
  const desk = await tx.db
    .selectFrom('organizations.coordinating_team')
    .select('id')
    .where('id', '=', deskId)
    .where('kind', '=', 'desk')
    .executeTakeFirst()
  if (!desk) throw new NotFound()
}

async function isTeam(tx: Tx, teamId: string, not: string): Promise<boolean> {
  if (teamId === not) return false
  const team = await tx.db
    .selectFrom('organizations.coordinating_team')
    .select('id')
    .where('id', '=', teamId)
    .where('active', '=', true)
    .executeTakeFirst()
  return team !== undefined
}

type DeskColumns = Partial<{ opening: string | null; partner_team_id: string | null; busy_until: Date | null }>

async function upsert(tx: Tx, deskId: string, columns: DeskColumns): Promise<void> {
  await tx.db
    .insertInto('organizations.desk')
    .values({ coordinating_team_id: deskId, region_id: tx.scope.actor.regionId, ...columns })
    .onConflict((conflict) => conflict.column('coordinating_team_id').doUpdateSet(columns))
    .execute()
}

/** In the log, and to who has the board of the desk open. */
async function tell(tx: Tx, deskId: string, fields: string[]): Promise<void> {
  await audit(tx, {
    event: 'desk.update',
    action: 'U',
    objectType: 'desk',
    objectId: deskId,
    fields,
    legalBasis: 'administration',
    rule: canKeepDesk.name,
  })
  await record(tx, { kind: 'desk-changed', topics: [`desk:${deskId}`], subjectId: deskId })
}
