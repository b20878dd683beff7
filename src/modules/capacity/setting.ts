import type { Actor, UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound, permit } from '#platform/http/faults.ts'
import { canSetLights } from './policy.ts'
import { type Cell, cellKey, isPast } from './rules/cell.ts'
import { canStillUndo, decideLights, type Saying, type SetRefusal, type Wish } from './rules/setting.ts'
import { tellOfLights } from './telling.ts'
import {
  type Channel,
  findChangeSet,
  getChangeSet,
  insertChangeSet,
  listBefore,
  listOwnTeamIds,
  listStanding,
  lockTeams,
  removeLights,
  writeLights,
} from './writing.ts'

export type SetLights = {
  /** Made with the form: a second send finds the first. */
  key: string
  channel: Channel
  cells: readonly Wish[]
}

/** What came of a save; it can be taken back for ten minutes. */
export type Saved = { changeSetId: string; cells: number }

/**
 * Says many lights at once, all or nothing. Of two colleagues who change the same cell, the second is shown what the first
 * said and decides. The moment is that of the server.
 */
export const setLights = command((tx, _actor, input: SetLights) => setLightsIn(tx, input))

/** The same within a transaction that is there already. */
export async function setLightsIn(tx: Tx, { key, channel, cells }: SetLights): Promise<Outcome<Saved, SetRefusal>> {
  const now = tx.scope.now()
  const person = whoSets(tx.scope.actor)
  const before = await findChangeSet(tx, person.organizationId, key)
  if (before) return done({ changeSetId: before.id, cells: before.cells })
  const teamIds = [...new Set(cells.map(({ teamId }) => teamId))]
  const ownTeamIds = await listOwnTeamIds(tx, person.organizationId, teamIds)
  await lockTeams(tx, ownTeamIds)
  const standing = await listStanding(tx, cells)
  const region = await getRegion(tx)
  const decided = decideLights(cells, new Map(standing.map((one) => [cellKey(one), one])), {
    ownTeamIds: new Set(ownTeamIds),
    reasons: listReasons(region, 'light'),
    now,
  })
  if (!decided.ok) return decided
  return done(await write(tx, person, { key, act: 'set', channel }, decided.value))
}

export type ConfirmLights = { key: string; channel: Channel; cells: readonly (Cell & { seen: number })[] }

/** Says again what was said, also what has grown old: the same light with a new moment. What is over or gone is left alone. */
export const confirmLights = command(
  async (tx, actor, { key, channel, cells }: ConfirmLights, now): Promise<Outcome<Saved, SetRefusal>> => {
    const person = whoSets(actor)
    const before = await findChangeSet(tx, person.organizationId, key)
    if (before) return done({ changeSetId: before.id, cells: before.cells })
    const ownTeamIds = await listOwnTeamIds(tx, person.organizationId, [...new Set(cells.map(({ teamId }) => teamId))])
    await lockTeams(tx, ownTeamIds)
    const seen = new Map(cells.map((cell) => [cellKey(cell), cell.seen]))
    const standing = (await listStanding(tx, cells)).filter((one) => ownTeamIds.includes(one.teamId))
    const changed = standing.filter((one) => seen.get(cellKey(one)) !== one.version)
    if (changed.length > 0) return refused({ code: 'changed-meanwhile', cells: changed })
    const still = standing.filter(
      (one) => one.light !== 'unknown' && !isPast(one, now) && !(one.until && one.until <= now),
    )
    return done(await write(tx, person, { key, act: 'confirm', channel }, still))
  },
)

export type UndoRefusal = 'too-late' | 'changed-meanwhile' | 'not-undoable'

/** Takes a save back: every cell says again what it said before, with the author and the moment of then. */
export const undoLights = command(
  async (tx, actor, { changeSetId }: { changeSetId: string }, now): Promise<Outcome<Saved, UndoRefusal>> => {
    const person = whoSets(actor)
    const set = await getChangeSet(tx, changeSetId)
    if (!set || set.madeBy !== person.userId) throw new NotFound()
    if (set.act === 'undo') return refused('not-undoable')
    const key = `undo:${set.id}`
    const before = await findChangeSet(tx, person.organizationId, key)
    if (before) return done({ changeSetId: before.id, cells: before.cells })
    if (!canStillUndo(set.madeAt, now)) return refused('too-late')
    await lockTeams(tx, set.teamIds)
    const cells = await listBefore(tx, set.id)
    if (cells.some((cell) => !cell.stillThere)) return refused('changed-meanwhile')
    const id = newId()
    await insertChangeSet(tx, person, {
      id,
      key,
      act: 'undo',
      channel: set.channel,
      cells: cells.length,
      undoes: set.id,
    })
    await writeLights(
      tx,
      id,
      cells.flatMap((cell) => (cell.before ? [{ ...cell, ...cell.before }] : [])),
    )
    await removeLights(
      tx,
      id,
      cells.filter((cell) => !cell.before),
    )
    await tellOfLights(tx, person.organizationId, cells)
    return done({ changeSetId: id, cells: cells.length })
  },
)

type Made = { key: string; act: 'set' | 'confirm'; channel: Channel }

async function write(tx: Tx, person: UserActor, made: Made, sayings: readonly (Cell & Saying)[]): Promise<Saved> {
  const changeSetId = newId()
  await insertChangeSet(tx, person, { id: changeSetId, ...made, cells: sayings.length })
  const author = { setBy: person.userId, setByName: person.name, setAt: tx.scope.now() }
  await writeLights(
    tx,
    changeSetId,
    sayings.map((saying) => ({ ...saying, ...author })),
  )
  await tellOfLights(tx, person.organizationId, sayings)
  return { changeSetId, cells: sayings.length }
}

function whoSets(actor: Actor): UserActor {
  if (actor.kind !== 'user') throw new NotAllowed()
  permit(canSetLights(actor, actor.organizationId))
  return actor
}
