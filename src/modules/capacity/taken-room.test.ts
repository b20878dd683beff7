import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { addDays, instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { paths, weekPath } from './pages/paths.ts'
import { setLights } from './setting.ts'
import { forgetTakenRoom, keepTakenRoom, type NewClient } from './taken-room.ts'
import { aTeam, aWish } from './testing.ts'

const monday = '2026-11-23'
const tuesday = addDays(monday, 1)
const at = (time: string, on = monday) => instantOf(on, time)

let region: SmallRegion
let app: TestApp
let people: SmallRegion['people']
let team: string

beforeAll(async () => {
  region = await createSmallRegion()
  people = region.people
  app = await createTestApp(region)
})

beforeEach(async () => {
  await region.asOwner('delete from capacity.taken_room')
  await region.asOwner('update organizations.team set active = false')
  app.setClock(at('10:00'))
  team = await aTeam(region)
})

const aClient = (more: Partial<NewClient> = {}): NewClient => ({
  organizationId: region.organizations.alfa,
  pc4: '6811',
  startsOn: tuesday,
  dayparts: ['morning'],
  minutes: 30,
  takenAt: at('09:00'),
  ...more,
})

const keep = (source: string, ...clients: NewClient[]) =>
  inTransaction(region.scope(region.system, at('09:00')), (tx) => keepTakenRoom(tx, source, clients))

const say = (on: string, more = {}) =>
  setLights(region.scope(people.nurseAlfa, at('07:30')), {
    key: newId(),
    channel: 'page',
    cells: [aWish(team, on, more)],
  })

const lightsOf = (on: string) =>
  region.asOwner('select light, reason, new_clients from capacity.light where team_id = $1 and light_on = $2', [
    team,
    on,
  ])

async function look(actor: UserActor = people.nurseAlfa): Promise<string> {
  return (await app.as(actor).get(weekPath(team))).text
}

/** The form of the suggestion as it was shown, with only the boxes that this test leaves ticked. */
async function answer(act: 'neem-over' | 'laat', keepDays: readonly string[], actor = people.nurseAlfa) {
  const text = await look()
  const card = text.slice(text.indexOf('id="voorstel"'), text.indexOf('data-controller="light-week"'))
  const valuesOf = (name: string) =>
    [...card.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')
  const shown = valuesOf('getoond')
  return app.as(actor).post(paths.suggestion, {
    team,
    key: newId(),
    actie: act,
    'getoond-op': valuesOf('getoond-op')[0] ?? '',
    getoond: shown,
    plek: shown.filter((place) => keepDays.some((day) => place.startsWith(day))),
    'reden-voorstel': 'full-routes',
  })
}

describe('after clients were taken on', () => {
  test('the week asks whether the light is still right, with why, and changes nothing by itself', async () => {
    await say(tuesday)
    await keep(newId(), aClient())
    await keep(newId(), aClient())
    const text = await look()
    expect(text).toContain('Klopt het stoplicht nog?')
    expect(text).toContain('2 nieuwe cliënten genomen voor de ochtend')
    expect(text).toContain('voorstel: oranje')
    expect(await lightsOf(tuesday)).toMatchObject([{ light: 'green' }])
  })

  test('a nurse accepts one place and leaves the other: neither is asked again', async () => {
    await say(tuesday)
    await say(addDays(tuesday, 1))
    await keep(newId(), aClient())
    expect((await answer('neem-over', [tuesday])).status).toBe(303)
    expect(await lightsOf(tuesday)).toMatchObject([{ light: 'amber', reason: 'full-routes' }])
    expect(await lightsOf(addDays(tuesday, 1))).toMatchObject([{ light: 'green' }])
    expect(await look()).not.toContain('Klopt het stoplicht nog?')
  })

  test('she leaves all as it is, until somebody new is taken on', async () => {
    await say(tuesday, { newClients: 3 })
    await keep(newId(), aClient())
    expect(await look()).toContain('nog 2 cliënten')
    expect((await answer('laat', [tuesday])).location).toContain('gedaan=gelaten')
    expect(await look()).not.toContain('Klopt het stoplicht nog?')
    await keep(newId(), aClient({ takenAt: at('09:30') }))
    expect(await look()).toContain('1 nieuwe cliënt genomen')
  })

  test('where room was counted less is left, without a reason', async () => {
    await say(tuesday, { newClients: 3 })
    await keep(newId(), aClient())
    await answer('neem-over', [tuesday])
    expect(await lightsOf(tuesday)).toEqual([{ light: 'green', reason: null, new_clients: 2 }])
  })

  test('who was taken on between looking and pressing is shown first', async () => {
    await say(tuesday)
    await keep(newId(), aClient())
    const before = await look()
    await keep(newId(), aClient({ takenAt: at('09:30') }))
    const shown = /name="getoond" value="([^"]*)"/.exec(before)?.[1] ?? ''
    const late = await app
      .as(people.nurseAlfa)
      .post(paths.suggestion, { team, actie: 'neem-over', getoond: shown, plek: shown })
    expect(late.status).toBe(409)
    expect(late.text).toContain('2 nieuwe cliënten genomen')
    expect(await lightsOf(tuesday)).toMatchObject([{ light: 'green' }])
  })

  test('a client who was given back is no reason any more, nor is a day that is over', async () => {
    await say(tuesday)
    const source = newId()
    await keep(source, aClient())
    await keep(source)
    expect(await look()).not.toContain('Klopt het stoplicht nog?')
    await keep(source, aClient())
    await forgetTakenRoom(region.scope(region.system, at('08:00', addDays(monday, 20))))
    expect(await region.asOwner('select from capacity.taken_room')).toEqual([])
  })

  test('only teams that come in the postcode are asked, or all where none does', async () => {
    const elsewhere = await aTeam(region, 'alfa', { name: 'Team Zuid', pc4s: ['6841'] })
    const teams = async () =>
      (await region.asOwner('select distinct team_id from capacity.taken_room order by 1')).map(
        ({ team_id }) => team_id,
      )
    await keep(newId(), aClient())
    expect(await teams()).toEqual([team])
    await keep(newId(), aClient({ pc4: '6861' }))
    expect(await teams()).toEqual([team, elsewhere].sort())
  })
})

describe('who', () => {
  test('another organisation neither sees it nor answers it', async () => {
    await say(tuesday)
    await keep(newId(), aClient())
    await aTeam(region, 'beta')
    const answered = await answer('neem-over', [tuesday], people.nurseBeta)
    expect(answered.status).toBe(404)
    expect(await lightsOf(tuesday)).toMatchObject([{ light: 'green' }])
    const seen = (actor: UserActor) =>
      inTransaction(region.scope(actor), (tx) => tx.db.selectFrom('capacity.taken_room').select('source_id').execute())
    expect(await seen(people.nurseBeta)).toEqual([])
    expect((await seen(people.nurseAlfa)).length).toBeGreaterThan(0)
  })

  test('nobody writes down that somebody was taken on but the product itself', async () => {
    const plant = inTransaction(region.scope(people.nurseAlfa, at('09:00')), (tx) =>
      keepTakenRoom(tx, newId(), [aClient()]),
    )
    await expect(plant).rejects.toThrow('row-level security')
  })
})
