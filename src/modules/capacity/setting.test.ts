import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, UserActor } from '#kernel/actor.ts'
import { addDays, instantOf, localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { inTransaction, read } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import type { Wish } from './rules/setting.ts'
import { confirmLights, setLights, undoLights } from './setting.ts'
import { selectLights } from './store.ts'
import { aCell, aTeam, aWish } from './testing.ts'

const monday = '2026-11-23'
const tuesday = addDays(monday, 1)
const at = (time: string, on = monday) => instantOf(on, time)
const morning = at('07:30')

let region: SmallRegion
let people: SmallRegion['people']

beforeAll(async () => {
  region = await createSmallRegion()
  people = region.people
})

const save = (actor: Actor, cells: Wish[], { key = newId(), now = morning } = {}) =>
  setLights(region.scope(actor, now), { key, channel: 'page', cells })

async function look(actor: Actor, teamId: string, now = morning) {
  const scope = region.scope(actor, now)
  const from = localDateOf(now)
  const { rows } = await read(scope, {
    rows: selectLights(scope, addDays(from, -1), addDays(from, 7))
      .where('l.team_id', '=', teamId)
      .orderBy('l.light_on'),
  })
  return rows
}

async function saved(actor: UserActor, cells: Wish[], now = morning): Promise<string> {
  const outcome = await save(actor, cells, { now })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.changeSetId
}

describe('a nurse says what room there is', () => {
  test('with her name and the time of the server, and boards hear of it once per team', async () => {
    const team = await aTeam(region)
    await saved(people.nurseAlfa, [aWish(team, monday), aWish(team, tuesday, { light: 'red', reason: 'full-routes' })])
    expect(await look(people.nurseBeta, team)).toMatchObject([
      { light: 'green', setByName: 'Anja Alfa', setAt: morning, origin: 'set' },
      { light: 'red', reason: 'full-routes' },
    ])
    const told = await region.asOwner('select topic, payload from platform.outbox where subject_id = $1 order by id', [
      team,
    ])
    // A region whose lights are for its teams only tells them only.
    expect(told).toEqual([
      {
        topic: 'lights:professionals',
        payload: { organizationId: region.organizations.alfa, days: [monday, tuesday] },
      },
    ])
  })

  test('sending the same form again changes nothing', async () => {
    const team = await aTeam(region)
    const key = newId()
    const first = await save(people.nurseAlfa, [aWish(team, monday)], { key })
    expect(await save(people.nurseAlfa, [aWish(team, monday)], { key, now: at('07:40') })).toEqual(first)
    expect(await look(people.nurseAlfa, team)).toMatchObject([{ setAt: morning }])
  })

  test('it grows old: grey for who looks later, and what was said is still there', async () => {
    const team = await aTeam(region)
    await saved(people.nurseAlfa, [aWish(team, tuesday)])
    expect(await look(people.nurseBeta, team, at('07:29', tuesday))).toMatchObject([{ light: 'green' }])
    expect(await look(people.nurseBeta, team, at('07:30', tuesday))).toMatchObject([
      { light: 'unknown', said: 'green' },
    ])
  })

  test('narrowed to one kind of care, beside the light for all care', async () => {
    const team = await aTeam(region)
    await saved(people.nurseAlfa, [
      aWish(team, monday),
      aWish(team, monday, { careKind: 'wound', light: 'red', reason: 'other', reasonText: 'Cursus' }),
    ])
    const rows = await look(people.nurseAlfa, team)
    expect(new Map(rows.map((row) => [row.careKind, row.light]))).toEqual(
      new Map([
        ['', 'green'],
        ['wound', 'red'],
      ]),
    )
  })
})

describe('two colleagues', () => {
  test('who save at once: one is first, the other is shown what that one said', async () => {
    const team = await aTeam(region)
    const outcomes = await Promise.all([
      save(people.nurseAlfa, [aWish(team, monday, { seen: 0 })]),
      save(people.nurseAlfa2, [aWish(team, monday, { seen: 0, light: 'red', reason: 'staff-ill' })]),
    ])
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))
    expect(refusals).toMatchObject([{ code: 'changed-meanwhile', cells: [{ teamId: team }] }])
    const [row] = await look(people.nurseAlfa, team)
    const decided = await save(people.nurseAlfa2, [
      aWish(team, monday, { seen: row?.version, light: 'amber', reason: 'staff-ill' }),
    ])
    expect(decided.ok).toBe(true)
  })
})

describe('taking a save back', () => {
  test('gives what was said before, with the author and the moment of then', async () => {
    const team = await aTeam(region)
    await saved(people.nurseAlfa2, [aWish(team, monday)], at('07:00'))
    const set = await saved(people.nurseAlfa, [
      aWish(team, monday, { light: 'red', reason: 'staff-ill' }),
      aWish(team, tuesday),
    ])
    const undo = await undoLights(region.scope(people.nurseAlfa, at('07:35')), { changeSetId: set })
    expect(undo).toMatchObject({ ok: true, value: { cells: 2 } })
    expect(await look(people.nurseAlfa, team)).toMatchObject([
      { on: monday, light: 'green', setByName: 'Amir Alfa', setAt: at('07:00') },
    ])
    expect(await undoLights(region.scope(people.nurseAlfa, at('07:36')), { changeSetId: set })).toEqual(undo)
    const history = await region.asOwner('select light from capacity.light_change where team_id = $1 order by id', [
      team,
    ])
    expect(history.map(({ light }) => light)).toEqual(['green', 'red', 'green', 'green', null])
  })

  test('not after ten minutes, not after a colleague, and not of a colleague', async () => {
    const team = await aTeam(region)
    const set = await saved(people.nurseAlfa, [aWish(team, monday)])
    const undo = (actor: Actor, now: Date) => undoLights(region.scope(actor, now), { changeSetId: set })
    expect(await undo(people.nurseAlfa, at('07:40'))).toEqual({ ok: false, refusal: 'too-late' })
    await expect(undo(people.nurseAlfa2, at('07:31'))).rejects.toThrow('Niet gevonden')
    await saved(people.nurseAlfa2, [aWish(team, monday, { light: 'amber', reason: 'staff-ill' })], at('07:31'))
    expect(await undo(people.nurseAlfa, at('07:32'))).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  })
})

describe('saying again that it is right', () => {
  test('gives old lights a new moment, and leaves alone what a colleague changed', async () => {
    const team = await aTeam(region)
    await saved(people.nurseAlfa, [aWish(team, tuesday)])
    const [row] = await look(people.nurseAlfa, team)
    const confirm = (seen: number) =>
      confirmLights(region.scope(people.nurseAlfa2, at('08:00', tuesday)), {
        key: newId(),
        channel: 'page',
        cells: [{ ...aCell(team, tuesday), seen }],
      })
    expect(await confirm(0)).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } })
    expect(await confirm(row?.version ?? 0)).toMatchObject({ ok: true, value: { cells: 1 } })
    expect(await look(people.nurseAlfa, team, at('09:00', tuesday))).toMatchObject([
      { light: 'green', setByName: 'Amir Alfa', setAt: at('08:00', tuesday) },
    ])
  })
})

describe('who may', () => {
  test('not for the team of another organisation, not for a day that is over', async () => {
    const team = await aTeam(region)
    expect(await save(people.nurseBeta, [aWish(team, monday)])).toMatchObject({
      ok: false,
      refusal: { code: 'not-valid', cells: [{ why: 'foreign-team' }] },
    })
    expect(await save(people.nurseAlfa, [aWish(team, addDays(monday, -1))])).toMatchObject({
      ok: false,
      refusal: { cells: [{ why: 'past' }] },
    })
  })

  test('an administrator may as well; who refers, oversees or only looks may not', async () => {
    const team = await aTeam(region)
    await saved(people.adminAlfa, [aWish(team, monday)])
    for (const actor of [people.gp, people.manager, people.privacyOfficer, region.anyone as Actor]) {
      await expect(save(actor, [aWish(team, monday)])).rejects.toThrow('Dit hoort niet bij uw rol')
    }
  })

  test('the database itself refuses a light for another, whatever the command says', async () => {
    const team = await aTeam(region)
    const set = await saved(people.nurseBeta, [aWish(await aTeam(region, 'beta'), monday)])
    const plant = (organization: string) =>
      inTransaction(region.scope(people.nurseBeta, morning), (tx) =>
        tx.db
          .insertInto('capacity.light')
          .values({
            team_id: team,
            organization_id: organization,
            region_id: region.regionId,
            light_on: monday,
            daypart: 'morning',
            light: 'green',
            set_by_name: 'Bea',
            set_at: morning,
            change_set_id: set,
          })
          .execute(),
      )
    await expect(plant(region.organizations.alfa)).rejects.toThrow('row-level security')
    await expect(plant(region.organizations.beta)).rejects.toThrow('foreign key')
  })

  test('nobody changes the history', async () => {
    await expect(
      inTransaction(region.scope(people.nurseAlfa), (tx) => tx.db.deleteFrom('capacity.light_change').execute()),
    ).rejects.toThrow('permission denied')
  })

  test('another region sees nothing', async () => {
    const team = await aTeam(region)
    await saved(people.nurseAlfa, [aWish(team, monday)])
    expect(await look({ ...people.nurseAlfa, regionId: newId() }, team)).toEqual([])
  })
})

describe('a big save', () => {
  test('10,000 lights of many teams go in at once, and out again as they were', async () => {
    const teams = await Promise.all(Array.from({ length: 60 }, (_, n) => aTeam(region, 'gamma', { name: `Team ${n}` })))
    const cells = teams.flatMap((team) =>
      Array.from({ length: 42 }, (_, day) => addDays(monday, day)).flatMap((on) =>
        (['morning', 'afternoon', 'evening', 'night'] as const).map((daypart) => aWish(team, on, { daypart })),
      ),
    )
    expect(cells.length).toBeGreaterThan(10_000)
    const set = await saved(people.nurseGamma, cells)
    const count = () =>
      region.asOwner('select count(*)::int as n from capacity.light where team_id = any ($1)', [teams])
    expect(await count()).toEqual([{ n: cells.length }])
    await undoLights(region.scope(people.nurseGamma, morning), { changeSetId: set })
    expect(await count()).toEqual([{ n: 0 }])
  })
})
