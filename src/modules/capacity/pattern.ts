import { newId } from '#kernel/ids.ts'
import { isNotGreen } from '#kernel/lights.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound, permit } from '#platform/http/faults.ts'
import { canSetLights } from './policy.ts'
import {
  type ExceptionRefusal,
  exceptionRefusal,
  type PatternException,
  type PatternLight,
  type PatternRefusal,
  patternRefusal,
} from './rules/pattern.ts'
import { tellOfLights } from './telling.ts'

export type Pattern = {
  team: { id: string; name: string; organizationId: string }
  /** 0 when the team has none. */
  version: number
  confirmedAt: Date | undefined
  confirmedByName: string | undefined
  lights: PatternLight[]
  exceptions: (PatternException & { id: string })[]
}

/** The pattern of a team of one's own organisation; another's is not there. */
export async function getPattern(scope: Scope, teamId: string): Promise<Pattern> {
  const { actor } = scope
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canSetLights(actor, actor.organizationId))
  const found = await read(scope, {
    team: build
      .selectFrom('organizations.team')
      .select(['id', 'name', 'organization_id as organizationId'])
      .where('id', '=', teamId)
      .where('organization_id', '=', actor.organizationId),
    head: build
      .selectFrom('capacity.pattern')
      .select(['version', 'confirmed_at as confirmedAt', 'confirmed_by_name as confirmedByName'])
      .where('team_id', '=', teamId),
    lights: build
      .selectFrom('capacity.pattern_light')
      .select(['weekday', 'daypart', 'light', 'reason', 'reason_text as reasonText'])
      .where('team_id', '=', teamId)
      .orderBy('weekday'),
    exceptions: build
      .selectFrom('capacity.pattern_exception')
      .select(['id', 'first_on as firstOn', 'last_on as lastOn', 'light', 'reason', 'reason_text as reasonText'])
      .where('team_id', '=', teamId)
      .orderBy('first_on'),
  })
  const [team] = found.team
  if (!team) throw new NotFound()
  const [head] = found.head
  return {
    team,
    version: head?.version ?? 0,
    confirmedAt: head?.confirmedAt,
    confirmedByName: head?.confirmedByName,
    lights: found.lights as PatternLight[],
    exceptions: found.exceptions as Pattern['exceptions'],
  }
}

export type SavePattern = { teamId: string; seen: number; lights: readonly PatternLight[] }

/** Saves the week that always comes back; saving it unchanged says that it is still right. */
export const savePattern = command(
  async (tx, _actor, input: SavePattern, now): Promise<Outcome<void, PatternRefusal | 'changed-meanwhile'>> => {
    const reasons = listReasons(await getRegion(tx), 'light')
    for (const light of input.lights) {
      const why = patternRefusal(light, reasons)
      if (why) return refused(why)
    }
    const facts = await lockPattern(tx, input.teamId, now)
    if (facts.version !== input.seen) return refused('changed-meanwhile')
    await tx.db
      .updateTable('capacity.pattern')
      .set({
        confirmed_at: now,
        confirmed_by: facts.userId,
        confirmed_by_name: facts.name,
        version: facts.version + 1,
      })
      .where('team_id', '=', input.teamId)
      .execute()
    await tx.db.deleteFrom('capacity.pattern_light').where('team_id', '=', input.teamId).execute()
    if (input.lights.length > 0)
      await tx.db
        .insertInto('capacity.pattern_light')
        .values(input.lights.map((one) => ({ ...facts.row, weekday: one.weekday, daypart: one.daypart, ...said(one) })))
        .execute()
    await tellOfLights(tx, facts.row.organization_id, [{ teamId: input.teamId }])
    return done(undefined)
  },
)

/** Adds days on which the pattern does not hold. */
export const addException = command(
  async (
    tx,
    _actor,
    input: { teamId: string; exception: PatternException },
    now,
  ): Promise<Outcome<void, ExceptionRefusal>> => {
    const why = exceptionRefusal(input.exception, listReasons(await getRegion(tx), 'light'), now)
    if (why) return refused(why)
    const { row } = await lockPattern(tx, input.teamId, now)
    const { firstOn, lastOn } = input.exception
    await tx.db
      .insertInto('capacity.pattern_exception')
      .values({ id: newId(), ...row, first_on: firstOn, last_on: lastOn, ...said(input.exception) })
      .execute()
    await tellOfLights(tx, row.organization_id, [{ teamId: input.teamId }])
    return done(undefined)
  },
)

/** Removes an exception: from now on the pattern holds on those days as well. */
export const removeException = command(async (tx, _actor, input: { teamId: string; id: string }, now) => {
  const { row } = await lockPattern(tx, input.teamId, now)
  await tx.db
    .deleteFrom('capacity.pattern_exception')
    .where('id', '=', input.id)
    .where('team_id', '=', input.teamId)
    .execute()
  await tellOfLights(tx, row.organization_id, [{ teamId: input.teamId }])
})

/** The pattern of a team of one's own organisation, made when there is none, locked for the rest of the transaction. */
async function lockPattern(tx: Tx, teamId: string, now: Date) {
  const { actor } = tx.scope
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canSetLights(actor, actor.organizationId))
  const team = await tx.db
    .selectFrom('organizations.team')
    .select('id')
    .where('id', '=', teamId)
    .where('organization_id', '=', actor.organizationId)
    .executeTakeFirst()
  if (!team) throw new NotFound()
  const row = { team_id: teamId, organization_id: actor.organizationId, region_id: actor.regionId }
  const author = { confirmed_at: now, confirmed_by: actor.userId, confirmed_by_name: actor.name }
  await tx.db
    .insertInto('capacity.pattern')
    .values({ ...row, ...author, version: 0 })
    .onConflict((conflict) => conflict.column('team_id').doNothing())
    .execute()
  const { version } = await tx.db
    .selectFrom('capacity.pattern')
    .select('version')
    .where('team_id', '=', teamId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { row, version, userId: actor.userId, name: actor.name }
}

function said({ light, reason, reasonText }: Pick<PatternException, 'light' | 'reason' | 'reasonText'>) {
  const explained = isNotGreen(light)
  return { light, reason: explained ? reason : null, reason_text: explained ? reasonText || null : null }
}
