import ical from 'ical-generator'
import { addDays, instantOf, localDateOf, timeZone } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { daypartText, lightText } from '#kernel/text.nl.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, inTransaction, read } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound, permit } from '#platform/http/faults.ts'
import { newPrivateKey, type Seal } from '#platform/seal/seal.ts'
import { canSetLights } from './policy.ts'
import { daypartHours, endOf } from './rules/cell.ts'
import { type LightRow, selectLights } from './store.ts'

const hashOf = (seal: Seal, key: string) => seal.hash('light-feed', key)

/** Makes a calendar address for a team; an earlier one is worthless from now on. The key is shown this once. */
export const makeFeed = command(async (tx, actor, { teamId }: { teamId: string }, now): Promise<string> => {
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canSetLights(actor, actor.organizationId))
  const team = await tx.db
    .selectFrom('organizations.team')
    .select('id')
    .where('id', '=', teamId)
    .where('organization_id', '=', actor.organizationId)
    .executeTakeFirst()
  if (!team) throw new NotFound()
  await tx.db
    .updateTable('capacity.feed')
    .set({ revoked_at: now })
    .where('team_id', '=', teamId)
    .where('revoked_at', 'is', null)
    .execute()
  const key = newPrivateKey()
  await tx.db
    .insertInto('capacity.feed')
    .values({
      id: newId(),
      team_id: teamId,
      organization_id: actor.organizationId,
      region_id: actor.regionId,
      key_hash: hashOf(tx.scope.seal, key),
      made_at: now,
      made_by_name: actor.name,
    })
    .execute()
  return key
})

export const revokeFeed = command(async (tx, actor, { teamId }: { teamId: string }, now): Promise<void> => {
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canSetLights(actor, actor.organizationId))
  await tx.db
    .updateTable('capacity.feed')
    .set({ revoked_at: now })
    .where('team_id', '=', teamId)
    .where('organization_id', '=', actor.organizationId)
    .where('revoked_at', 'is', null)
    .execute()
})

/**
 * The lights of one team as a calendar, for whoever holds its address: a week back and four ahead. No names: an address is passed
 * on easily.
 *
 * @param scope of the product itself; the key is what opens it
 */
export async function readFeed(scope: Scope, key: string): Promise<string> {
  const team = await inTransaction(scope, (tx) =>
    tx.db
      .selectFrom('capacity.feed as f')
      .innerJoin('organizations.team as t', 't.id', 'f.team_id')
      .select(['t.id', 't.name'])
      .where('f.key_hash', '=', hashOf(scope.seal, key))
      .where('f.revoked_at', 'is', null)
      .where('t.active', '=', true)
      .executeTakeFirst(),
  )
  if (!team) throw new NotFound()
  const today = localDateOf(scope.now())
  const { rows } = await read(scope, {
    rows: selectLights(scope, addDays(today, -7), addDays(today, 28))
      .where('l.team_id', '=', team.id)
      .where('l.care_kind', '=', '')
      .orderBy('l.light_on'),
  })
  return toCalendar(team, rows, scope)
}

function toCalendar(team: { id: string; name: string }, rows: readonly LightRow[], { publicUrl }: Scope): string {
  const calendar = ical({
    name: `Stoplicht ${team.name}`,
    prodId: '//Wijkpoort//Stoplicht//NL',
    ttl: 900,
    timezone: timeZone,
  })
  for (const row of rows) {
    if (row.light === 'unknown') continue
    calendar.createEvent({
      id: `${team.id}-${row.on}-${row.daypart}@${new URL(publicUrl).hostname}`,
      stamp: row.setAt,
      start: instantOf(row.on, daypartHours[row.daypart].from),
      end: endOf(row),
      summary: `${team.name}: ${lightText[row.light]} (${daypartText[row.daypart]})`,
      url: `${publicUrl}/stoplicht`,
    })
  }
  return calendar.toString()
}

/** Goes along with the query of a page: which teams have a calendar address. */
export function feedsQuery() {
  return build
    .selectFrom('capacity.feed')
    .select(['team_id as teamId', 'made_at as madeAt', 'made_by_name as madeByName'])
    .where('revoked_at', 'is', null)
}
