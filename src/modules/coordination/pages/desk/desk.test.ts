import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { saveDesk } from '#modules/organizations/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { escalatePromises } from '../../desk/late-promises.ts'
import { reactions } from '../../reactions.ts'
import { deskIn, monday } from './testing.ts'

let region: SmallRegion
let app: TestApp
let desk: ReturnType<typeof deskIn>['desk']
let call: ReturnType<typeof deskIn>['call']
let aCall: ReturnType<typeof deskIn>['aCall']
let one: ReturnType<typeof deskIn>['one']
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
  ;({ desk, call, aCall, one } = deskIn(region, app))
})
afterEach(() => app.setClock())

describe('taking a call', () => {
  test('writes it down once, with what was promised, for this desk only', async () => {
    app.setClock(monday)
    const sentKey = newId()
    const fields = call({ sentKey, before: '14:00', note: 'Alleen voor het loket' })
    const first = await desk().post('/balie/gesprekken', fields)
    const second = await desk().post('/balie/gesprekken', fields)
    expect([first.status, second.location]).toEqual([303, first.location])
    const board = await desk().get('/balie')
    expect(board.text).toContain('Wilma Kersten')
    expect(board.text).toContain('vóór vandaag 14:00')
    expect((await app.as(region.people.nurseAlfa).get('/balie')).status).toBe(403)
    const elsewhere = { ...region.people.nurseDesk, coordinatingTeamIds: [region.teams.zuid] }
    expect((await app.as(elsewhere).get(first.location ?? '')).status).toBe(404)
    expect((await app.as(elsewhere).get('/balie')).text).not.toContain('Wilma Kersten')
    expect(await region.asOwner('select from coordination.call where sent_key = $1', [sentKey])).toHaveLength(1)
  })

  test('what is shown and written stands in the log, without a name', async () => {
    const id = await aCall({ callerName: 'Logboek Achternaam' })
    await desk().get(`/balie/gesprekken/${id}`)
    const rows = await region.asOwner<{ event_type: string; row: string }>(
      'select event_type, event::text as row from audit.event where object_id = $1',
      [id],
    )
    expect(rows.map(({ event_type }) => event_type)).toEqual(expect.arrayContaining(['call.log', 'call.read']))
    expect(rows.map(({ row }) => row).join()).not.toContain('Achternaam')
  })

  test('says beside the field what is missing, and keeps what was typed', async () => {
    const answer = await desk().post('/balie/gesprekken', call({ callerName: '', note: 'Bewaar dit', before: '25:00' }))
    expect(answer.status).toBe(422)
    for (const words of ['Vul in wie er belt', 'Vul een tijd in', 'Bewaar dit']) expect(answer.text).toContain(words)
    expect(answer.text).not.toContain('turbo-stream-source')
  })

  test('is found again by its number and tied to the request it was about', async () => {
    const { number } = await aSentRequest(region.scope(region.anyone))
    const id = await aCall()
    expect((await desk().post(`/balie/gesprekken/${id}/koppelen`, { number: 'AAAA-AAAA' })).status).toBe(422)
    expect((await desk().post(`/balie/gesprekken/${id}/koppelen`, { number })).status).toBe(303)
    expect((await desk().get(`/balie/gesprekken/${id}`)).text).toContain('hoort bij een zorgvraag')
  })
})

describe('row-level security', () => {
  test('keeps calls and promises from everyone but their desk, whatever is asked', async () => {
    await aCall({ before: '23:59' })
    const { people } = region
    for (const table of ['coordination.call', 'coordination.promise'] as const) {
      const seenBy = async (actor: Parameters<typeof region.scope>[0]) =>
        (await read(region.scope(actor), { rows: build.selectFrom(table).select('id') })).rows.length
      for (const actor of [people.nurseAlfa, people.manager, people.gp, people.privacyOfficer, region.anyone])
        expect(await seenBy(actor)).toBe(0)
      expect(await seenBy(people.nurseDesk)).toBeGreaterThan(0)
      // The lock is what keeps them out: without it everyone sees everything.
      await region.asOwner(`alter table ${table} disable row level security`)
      expect(await seenBy(people.nurseAlfa)).toBeGreaterThan(0)
      await region.asOwner(`alter table ${table} enable row level security`)
    }
  })
})

describe('promises', () => {
  const promiseOf = (name: string) =>
    one<{ id: string; desk: string; level: number; done: boolean }>(
      `select p.id, p.coordinating_team_id as desk, p.escalation_level as level, p.done_at is not null as done
       from coordination.promise p left join requests.callback b on b.id = p.callback_id
       where coalesce(p.about_name, b.name) = $1`,
      [name],
    )

  test('asked for on the website stand on the same list, and are kept there', async () => {
    await app.as().post('/terugbellen', { name: 'Website Beller', phone: '06 12345678', moment: 'morning' })
    expect((await desk().get('/balie')).text).toContain('Website Beller')
    expect((await desk().get('/terugbelverzoeken')).location).toBe('/balie')
    const { id = '' } = (await promiseOf('Website Beller')) ?? {}
    expect((await app.as(region.people.nurseAlfa).post(`/balie/beloften/${id}/gedaan`)).status).toBe(403)
    expect((await desk().post(`/balie/beloften/${id}/gedaan`)).status).toBe(303)
    expect((await desk().post(`/balie/beloften/${id}/gedaan`)).status).toBe(303)
    const called = await one('select from requests.callback where name = $1 and called_at is not null', [
      'Website Beller',
    ])
    expect(called).toBeDefined()
    expect((await promiseOf('Website Beller'))?.done).toBe(true)
  })

  test('that are late are told to the desk, then given to its partner, each once', async () => {
    const { teams, people } = region
    app.setClock(monday)
    await aCall({ callerName: 'Late Belofte', before: '11:00' })
    await saveDesk(region.scope(people.manager), { deskId: teams.desk, opening: null, partnerTeamId: teams.zuid })
    const at = (hours: number) => region.scope(region.system, new Date(monday.getTime() + hours * 3_600_000))
    await escalatePromises(at(0.5))
    expect((await promiseOf('Late Belofte'))?.level).toBe(0)
    await escalatePromises(at(1.1))
    await escalatePromises(at(1.2))
    expect(await promiseOf('Late Belofte')).toMatchObject({ level: 1, desk: teams.desk })
    await escalatePromises(at(48))
    expect(await promiseOf('Late Belofte')).toMatchObject({ level: 2, desk: teams.zuid })
    const letters = await region.asOwner<{ to_address: string; body: string }>(
      `select to_address, body from platform.mail where subject like 'Een belofte%'`,
    )
    expect(letters.map(({ to_address }) => to_address)).toEqual(
      expect.arrayContaining(['desk@testwijk.example', 'zuid@testwijk.example']),
    )
    expect(letters.map(({ body }) => body).join()).not.toContain('Late Belofte')
    await saveDesk(region.scope(people.manager), { deskId: teams.desk, opening: null, partnerTeamId: null })
  })
})

describe('the desk for programs', () => {
  test('writes down a call once, shows what was promised, and marks it done; for this desk only', async () => {
    const { people, teams } = region
    const body = {
      desk: teams.desk,
      key: newId(),
      callerKind: 'gp',
      callerName: 'Centrale Beller',
      callerPhone: '026 1234567',
      promise: { words: 'Terugbellen', dueAt: '2030-01-01T12:00:00Z' },
    }
    const first = await desk().api('POST', '/api/desk/calls', body)
    const second = await desk().api('POST', '/api/desk/calls', body)
    expect([first.status, second.json()]).toEqual([200, first.json()])
    expect((await desk().api('GET', '/api/desk/calls')).text).toContain('+31261234567')
    const { promises } = (await desk().api('GET', '/api/desk/promises')).json<{
      promises: { id: string; name: string }[]
    }>()
    const promise = promises.find(({ name }) => name === 'Centrale Beller')
    expect((await app.as(people.nurseAlfa).api('POST', `/api/desk/promises/${promise?.id}/done`)).status).toBe(403)
    expect((await desk().api('POST', `/api/desk/promises/${promise?.id}/done`)).status).toBe(200)
    expect((await desk().api('GET', '/api/desk/promises')).text).not.toContain('Centrale Beller')
    expect((await desk().api('POST', '/api/desk/calls', { ...body, key: newId(), desk: teams.noord })).status).toBe(409)
    expect((await app.as(people.nurseAlfa).api('GET', '/api/desk/calls')).status).toBe(403)
  })
})

describe('a region without a desk', () => {
  test('says so, keeps the promises of the website, and writes down no calls', async () => {
    const desks = (on: boolean) =>
      region.asOwner(
        `update regions.region set way_of_working = way_of_working || jsonb_build_object('desk', $1::boolean)`,
        [on],
      )
    await desks(false)
    forgetRegion(region.database)
    await app.as().post('/terugbellen', { name: 'Zonder Balie', phone: '06 12345678' })
    const page = await desk().get('/balie')
    for (const words of ['Deze regio werkt zonder balie', 'Zonder Balie']) expect(page.text).toContain(words)
    expect((await desk().post('/balie/gesprekken', call())).status).toBe(422)
    await desks(true)
    forgetRegion(region.database)
  })
})

test('what the desk holds goes to a bed from its row, where the region agreed on beds and while the desk itself holds it', async () => {
  const { id } = await aSentRequest(region.scope(region.anyone, monday), { identity: { postcode: '6861AB' } })
  const bed = `href="/zorgvragen/${id}/tijdelijk-verblijf"`
  const beds = async (on: boolean) => {
    await region.asOwner(
      `update regions.region set way_of_working = way_of_working || jsonb_build_object('beds', $1::boolean)`,
      [on],
    )
    forgetRegion(region.database)
  }
  // The most pressing of a list that other tests filled.
  const moveTo = (holder: string) =>
    region.asOwner('update requests.care_request set holder_coordinating_team_id = $1, list_rank = -9 where id = $2', [
      holder,
      id,
    ])
  const { teams } = region
  await moveTo(teams.desk)
  expect((await desk().get('/balie')).text).not.toContain(bed)
  await beds(true)
  expect((await desk().get('/balie')).text).toContain(bed)
  await moveTo(teams.noord)
  const elsewhere = (await desk().get('/balie')).text
  expect(elsewhere).toContain(`/zorgvragen/${id}/wie-kan`)
  expect(elsewhere).not.toContain(bed)
  await beds(false)
})
