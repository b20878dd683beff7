import { type RawBuilder, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** A request is divided by part of the day, or by kind of care; never by both. */
export type SplitBy = 'daypart' | 'care-kind'

/** One part of a divided request, as it stands on the card: nothing in it says who it is about. */
export type CardPart = {
  id: string
  position: number
  dayparts: Daypart[]
  careKinds: CareKind[]
  /** Whoever takes this part answers for the whole once everything is taken. */
  keepsOverview: boolean
  askedIds: string[]
  takerId: string | null
  takerName: string | null
  takerPhone: string | null
  startsOn: LocalDate | null
  startedOn: LocalDate | null
}

/** The parts of the request `r` as one column; null when it is not divided. Of one that ended: those it ended with. */
export function partsColumn(): RawBuilder<CardPart[] | null> {
  return sql<CardPart[] | null>`case when r.split_by is not null then (
    select coalesce(json_agg(json_build_object('id', p.id, 'position', p.position, 'dayparts', p.dayparts, 'careKinds', p.care_kinds,
      'keepsOverview', p.keeps_overview, 'askedIds', p.asked_organizations, 'takerId', p.taker_organization_id, 'takerName', o.name,
      'takerPhone', o.phone, 'startsOn', p.starts_on, 'startedOn', p.started_on) order by p.position), '[]')
    from requests.part p left join organizations.organization o on o.id = p.taker_organization_id
    where p.request_id = r.id and (p.ended_at is null or p.ended_at = r.ended_at)) end`
}

/** What of the request `r` nobody has yet: of one that is whole all of it, of a divided one the pieces of its open parts. */
export function openPieces(pieces: 'dayparts' | 'care_kinds'): RawBuilder<string[]> {
  const by = pieces === 'dayparts' ? 'daypart' : 'care-kind'
  return sql<string[]>`case when r.split_by = ${by} then coalesce((
    select array_agg(piece order by p.position) from requests.part p, unnest(p.${sql.ref(pieces)}) as piece
    where p.request_id = r.id and p.ended_at is null and p.taker_organization_id is null), r.${sql.ref(pieces)})
    else r.${sql.ref(pieces)} end`
}

/** What nobody has yet, of a divided request; of one that is not, undefined. */
export function openParts(parts: readonly CardPart[] | null): CardPart[] | undefined {
  return parts?.filter(({ takerId }) => takerId === null)
}

export type NewPart = {
  dayparts: readonly Daypart[]
  careKinds: readonly CareKind[]
  keepsOverview: boolean
  askedIds: readonly string[]
}

/** Writes the parts in the order in which they are given; the database holds that together they are the whole. As the system. */
export async function insertParts(own: Tx, requestId: string, parts: readonly NewPart[]): Promise<string[]> {
  const rows = parts.map((part, index) => ({
    id: newId(),
    request_id: requestId,
    region_id: own.scope.actor.regionId,
    position: index + 1,
    dayparts: [...part.dayparts],
    care_kinds: [...part.careKinds],
    keeps_overview: part.keepsOverview,
    asked_organizations: [...part.askedIds],
  }))
  await own.db.insertInto('requests.part').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** The parts that run, behind the lock on the request. */
export async function listParts(tx: Tx, requestId: string): Promise<CardPart[]> {
  const row = await tx.db
    .selectFrom('requests.care_request as r')
    .select(partsColumn().as('parts'))
    .where('r.id', '=', requestId)
    .executeTakeFirst()
  return row?.parts ?? []
}

type PartChange = Partial<{
  taker_organization_id: string | null
  taken_at: Date | null
  starts_on: string | null
  started_on: string | null
  asked_organizations: string[]
}>

async function changePart(own: Tx, partId: string, change: PartChange): Promise<void> {
  await own.db.updateTable('requests.part').set(change).where('id', '=', partId).where('ended_at', 'is', null).execute()
}

/** This organisation has it from now on; who was asked is asked no longer. As the system. */
export function givePart(own: Tx, partId: string, organizationId: string, startsOn?: string): Promise<void> {
  return changePart(own, partId, {
    taker_organization_id: organizationId,
    taken_at: own.scope.now(),
    starts_on: startsOn ?? null,
    started_on: null,
    asked_organizations: [],
  })
}

/** Nobody has it any more. As the system. */
export function freePart(own: Tx, partId: string): Promise<void> {
  return changePart(own, partId, { taker_organization_id: null, taken_at: null, starts_on: null, started_on: null })
}

export function startPart(own: Tx, partId: string, startedOn: string): Promise<void> {
  return changePart(own, partId, { started_on: startedOn })
}

export function askForPart(own: Tx, partId: string, organizationIds: readonly string[]): Promise<void> {
  return changePart(own, partId, { asked_organizations: [...organizationIds] })
}

/**
 * The request ended, or is whole again. As the system.
 *
 * @param at the moment at which the request ended, to the letter: by that its last parts are known afterwards
 */
export async function endParts(own: Tx, requestId: string, at: Date): Promise<void> {
  await own.db
    .updateTable('requests.part')
    .set({ ended_at: at })
    .where('request_id', '=', requestId)
    .where('ended_at', 'is', null)
    .execute()
}
