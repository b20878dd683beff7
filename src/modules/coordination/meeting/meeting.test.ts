import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Permission, UserActor } from '#kernel/actor.ts'
import { fillIn, type Preset } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { anyIdentity, aSentRequest, type Overrides } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { tripsOf } from '#testing/trips.ts'
import { watchPage } from '#testing/watch-page.ts'
import { reactions } from '../reactions.ts'
import { closeForgotten } from './leading.ts'
import { mailMeetings } from './mailing.ts'
import { getTable } from './table.ts'

let region: SmallRegion
let app: TestApp
let address: string
const monday = new Date('2026-11-23T07:30:00Z')
const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000)

beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
  // Its own jobs do not run at the moment of this run: on a Monday morning they would mail before the test of the letter.
  app.setClock(monday)
  await app.start()
  address = await app.server.listen({ host: '127.0.0.1', port: 0 })
})
beforeEach(async () => {
  app.setClock(monday)
  await region.asOwner(
    `truncate coordination.meeting, coordination.meeting_attendance, coordination.meeting_decision,
       coordination.meeting_left_open, coordination.agenda_mark, coordination.meeting_rota, coordination.meeting_setting`,
  )
  await workAs('coordinating-teams')
})

async function workAs(preset: Preset): Promise<void> {
  const way = fillIn(preset, region.teams.desk)
  await region.asOwner('update regions.region set way_of_working = $1', [JSON.stringify(way)])
  forgetRegion(region.database)
}

const noord = () => `/overleg/${region.teams.noord}`
const sent = async (over: Overrides = {}) =>
  (await aSentRequest(region.scope(region.anyone, later(-60)), { identity: { familyName: 'Geheimstra' }, ...over })).id
const as = (actor: UserActor) => app.as(actor)
const anja = () => as(region.people.nurseAlfa)
const bea = () => as(region.people.nurseBeta)
const post = (visitor: ReturnType<typeof as>, path: string, body: Record<string, string | string[]> = {}) =>
  visitor.post(`${noord()}${path}`, body)
const decide = (visitor: ReturnType<typeof as>, id: string, body: Record<string, string>) =>
  post(visitor, `/zorgvraag/${id}/besluit`, body)
const table = (actor: UserActor = region.people.nurseAlfa, at = monday) =>
  getTable(region.scope(actor, at), { teamId: region.teams.noord, joint: false })
const stateOf = async (id: string) =>
  (
    await region.asOwner<{ state: string; taker_organization_id: string | null }>(
      'select state, taker_organization_id from requests.care_request where id = $1',
      [id],
    )
  )[0]

describe('the screen', () => {
  test('shows agenda, card and who can take it, without who it is about, also to who has it', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await decide(anja(), id, { partij: region.organizations.alfa, volg: 'ja' })
    const other = await sent()
    const page = await anja().get(`${noord()}/zorgvraag/${other}`)
    expect(page.text).toContain('Wie neemt dit?')
    expect(page.text).toContain('Wijkteam Noord')
    const taken = await anja().get(`${noord()}/zorgvraag/${id}`)
    expect(taken.text).toContain('Alfa Thuiszorg heeft deze zorgvraag')
    for (const { text } of [page, taken]) expect(text).not.toMatch(anyIdentity)
  })

  test('is one trip to the database: an item of one’s own, what is shown to all, and the papers beside it', async () => {
    const id = await sent()
    const visitor = anja()
    await post(visitor, '/beginnen')
    await post(visitor, `/zorgvraag/${id}/tonen`)
    const pages = [`/zorgvraag/${id}`, '', '/lijst', '/aanwezig']
    await visitor.get(noord())
    for (const path of pages) {
      expect([path, await tripsOf(() => visitor.get(noord() + path))]).toEqual([path, 1])
      if (!path) expect((await visitor.get(noord())).text).toContain('Wie neemt dit?')
    }
  })

  test('what it showed of whom is in the log, also when only the meeting says which', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await post(anja(), `/zorgvraag/${id}/tonen`)
    await bea().get(noord())
    const told = await region.asOwner<{ event_type: string }>(
      `select event_type from audit.event where care_request_id = $1 and object_id = care_request_id and user_name = 'Bea Beta'
         and action = 'R' order by event_type`,
      [id],
    )
    expect(told.map(({ event_type }) => event_type)).toEqual(['request.card.read', 'request.shortlist'])
  })

  test('of another team is not there, nor is what is on its list', async () => {
    const id = await sent()
    const gijs = as(region.people.nurseGamma)
    for (const path of ['', '/lijst', '/aanwezig', '/verslagen', '/afspraken', `/zorgvraag/${id}`])
      expect((await gijs.get(noord() + path)).status).toBe(404)
    for (const path of ['/beginnen', '/aanwezig', `/zorgvraag/${id}/tonen`, `/zorgvraag/${id}/besluit`])
      expect((await gijs.post(noord() + path)).status).toBe(404)
    const own = await gijs.get(`/overleg/${region.teams.zuid}/zorgvraag/${id}`)
    expect(own.status).toBe(404)
  })

  test('its policy stands before row-level security: opening the table shows no more', async () => {
    const id = await sent()
    await region.asOwner('create policy planted on requests.care_request for select to wijkpoort_app using (true)')
    const seen = await as(region.people.nurseGamma).get(`/overleg/${region.teams.zuid}/zorgvraag/${id}`)
    await region.asOwner('drop policy planted on requests.care_request')
    expect(seen.status).toBe(404)
  })

  test('says clearly that a region does not meet', async () => {
    await workAs('answer-rounds')
    const page = await anja().get('/overleg')
    expect(page.text).toContain('In deze regio is geen dagelijks overleg')
    expect((await anja().get(noord())).text).toContain('In deze regio is geen dagelijks overleg')
  })
})

describe('deciding', () => {
  test('for one’s own organisation is taking, for another an assignment that it confirms itself', async () => {
    const [own, others] = [await sent(), await sent()]
    await post(anja(), '/beginnen')
    expect((await decide(anja(), own, { partij: region.organizations.alfa })).status).toBe(303)
    await decide(anja(), others, { partij: region.organizations.beta })
    expect(await stateOf(own)).toMatchObject({ state: 'assigned', taker_organization_id: region.organizations.alfa })
    expect(await stateOf(others)).toMatchObject({ state: 'offered', taker_organization_id: null })
    expect((await bea().get(`${noord()}/zorgvraag/${others}`)).text).toContain('Ja, wij nemen dit')
    await decide(bea(), others, { doe: 'bevestig' })
    expect(await stateOf(others)).toMatchObject({ state: 'assigned', taker_organization_id: region.organizations.beta })
    const codes = (await table()).decisions.map(({ code, byName }) => [code, byName])
    expect(codes).toEqual([
      ['taken', 'Anja Alfa'],
      ['assigned', 'Anja Alfa'],
    ])
  })

  test('nobody confirms for another: the answer is that of the organisation that was asked', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await decide(anja(), id, { partij: region.organizations.beta })
    const answer = await decide(anja(), id, { doe: 'bevestig' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Aan uw organisatie is niets gevraagd')
    expect(await stateOf(id)).toMatchObject({ taker_organization_id: null })
  })

  test('what those present do anywhere is in the minutes; what others do is not', async () => {
    const [first, second] = [await sent(), await sent()]
    const third = await sent()
    await post(anja(), '/beginnen')
    await post(anja(), `/zorgvraag/${first}/tonen`)
    await post(bea(), '/ik-ben-er', { er: 'ja' })
    await bea().post(`/zorgvragen/${second}/nemen`)
    await as(region.people.nurseAlfa2).post(`/zorgvragen/${third}/nemen`)
    const { decisions } = await table()
    expect(decisions.map(({ requestId }) => requestId)).toEqual([second])
  })

  test('when the line of the minutes cannot be written, nothing is decided', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await region.asOwner('alter table coordination.meeting_decision add constraint planted check (false) not valid')
    const answer = await decide(anja(), id, { partij: region.organizations.alfa })
    await region.asOwner('alter table coordination.meeting_decision drop constraint planted')
    expect(answer.status).toBe(500)
    expect(await stateOf(id)).toMatchObject({ state: 'listed' })
  })

  test('later and first are for anyone of the team; later is until the next day it meets', async () => {
    const [one, other] = [await sent(), await sent()]
    await post(bea(), `/zorgvraag/${one}/volgorde`, { wat: 'postpone' })
    await post(anja(), `/zorgvraag/${other}/volgorde`, { wat: 'pin' })
    const { agenda } = await table()
    expect(agenda[0]).toMatchObject({ facts: { id: other }, pinned: true })
    expect(agenda.at(-1)).toMatchObject({ facts: { id: one }, postponedUntil: '2026-11-24' })
    await post(anja(), `/zorgvraag/${one}/volgorde`, { wat: 'free' })
    expect((await table()).agenda.find(({ facts }) => facts.id === one)?.postponedUntil).toBeUndefined()
  })

  test('an agreement without a decision is kept without what looks personal', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await post(anja(), `/zorgvraag/${id}/afspraak`, { afspraak: 'Alfa belt 06-12345678 vanmiddag' })
    const [decision] = (await table()).decisions
    expect(decision?.code).toBe('noted')
    expect(JSON.stringify(decision?.facts)).not.toContain('12345678')
  })
})

describe('for programs', () => {
  const base = () => `/api/meetings/${region.teams.noord}`
  type Told = { meeting: { id: string; shown: string } | null; agenda: { request: { id: string }; pinned: boolean }[] }

  test('the whole meeting: open, show, mark, note, decide, close and read the minutes, without identity', async () => {
    const [one, other, third] = [await sent(), await sent(), await sent()]
    const anjaAs = anja()
    const ask = (method: 'GET' | 'POST', path: string, body?: unknown) => anjaAs.api(method, base() + path, body)
    const opened = (await ask('POST', '/open')).json<{ id: string }>()
    expect((await ask('POST', '/open')).json()).toEqual({ id: opened.id, done: true })
    for (const item of [one, other]) await ask('POST', `/care-requests/${item}/show`)
    await ask('POST', `/care-requests/${third}/mark`, { mark: 'pin' })
    const seen = await ask('GET', '')
    expect(seen.status).toBe(200)
    const told = seen.json<Told>()
    expect(told).toMatchObject({ meeting: { id: opened.id, shown: other }, leads: ['Anja Alfa'] })
    expect(told.agenda[0]).toMatchObject({ pinned: true, request: { id: third } })
    expect(seen.text).not.toMatch(anyIdentity)

    const decision = { do: 'give', organizationId: region.organizations.alfa }
    for (const path of [`/care-requests/${one}/decide`, `/care-requests/${one}/decide`])
      expect((await ask('POST', path, decision)).status).toBe(200)
    const given = { do: 'give', organizationId: region.organizations.beta }
    for (let times = 0; times < 2; times += 1)
      expect((await ask('POST', `/care-requests/${other}/decide`, given)).status).toBe(200)
    for (let times = 0; times < 2; times += 1)
      expect((await ask('POST', `/care-requests/${third}/mark`, { mark: 'postpone' })).status).toBe(200)
    for (let times = 0; times < 2; times += 1)
      expect((await ask('POST', `/care-requests/${third}/note`, { text: 'Alfa belt vanmiddag' })).status).toBe(200)
    const late = await bea().api('POST', `${base()}/care-requests/${one}/decide`, given)
    expect([late.status, late.json<{ code: string }>().code]).toEqual([409, 'already-taken'])

    const closed = (await ask('POST', '/close')).json<{ id: string }>()
    expect((await ask('POST', '/close')).json()).toEqual({ id: opened.id, done: true })
    const minutes = await bea().api('GET', `/api/minutes/${closed.id}`)
    const { decisions } = minutes.json<{ decisions: { decision: string }[] }>()
    expect(decisions.map(({ decision }) => decision)).toEqual(['taken', 'assigned', 'postponed', 'noted'])
    expect(minutes.text).not.toMatch(anyIdentity)
    expect((await ask('GET', '/minutes')).json()).toMatchObject({ minutes: [{ id: closed.id, decided: 3 }] })
    expect((await anjaAs.api('GET', '/api/meetings')).json()).toMatchObject({
      meetings: [{ team: region.teams.noord, waiting: expect.any(Number) }],
      joint: true,
    })
  })

  test('is for who sits there: another team, a requester and a stranger get nothing, and change nothing', async () => {
    const id = await sent()
    const opened = (await anja().api('POST', `${base()}/open`)).json<{ id: string }>()
    const posts = ['/open', '/close', '/here', '/lead', '/attendance'].map((path) => base() + path)
    const items = ['show', 'mark', 'note', 'decide'].map((name) => `${base()}/care-requests/${id}/${name}`)
    const bodies = [{}, {}, { here: true }, { on: true }, { present: [] }, {}, { mark: 'pin' }, { text: 'a' }]
    const all = [...posts, ...items].map((path, place) => ({ path, body: bodies[place] ?? { do: 'ask-all' } }))
    const gijs = as(region.people.nurseGamma)
    for (const path of ['', '/minutes']) expect((await gijs.api('GET', base() + path)).status).toBe(404)
    expect((await gijs.api('GET', `/api/minutes/${opened.id}`)).status).toBe(404)
    for (const { path, body } of all) expect([path, (await gijs.api('POST', path, body)).status]).toEqual([path, 404])
    for (const { path, body } of all) expect((await as(region.people.gp).api('POST', path, body)).status).toBe(403)
    expect((await app.as().api('GET', base())).status).toBe(401)
    const { meeting } = (await anja().api('GET', base())).json<Told>()
    expect(meeting?.id).toBe(opened.id)
    expect(await stateOf(id)).toMatchObject({ state: 'listed' })
  })
})

describe('leading', () => {
  test('who leads shows an item to all who follow; two may lead, who does not may not', async () => {
    const [one, other] = [await sent(), await sent()]
    await post(anja(), '/beginnen')
    expect((await post(bea(), `/zorgvraag/${one}/tonen`)).status).toBe(403)
    await post(bea(), '/leiden', { leid: 'ja' })
    await post(bea(), `/zorgvraag/${other}/tonen`)
    expect((await table()).meeting?.shownRequestId).toBe(other)
    await post(anja(), `/zorgvraag/${one}/tonen`)
    expect((await table(region.people.nurseBeta)).meeting?.shownRequestId).toBe(one)
  })

  test('everyone hears it: the outcome at once, rendered without identity', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await post(anja(), `/zorgvraag/${id}/tonen`)
    as(region.people.nurseBeta)
    const page = await watchPage(address, region.people.nurseBeta, `/live${noord()}`)
    await decide(anja(), id, { partij: region.organizations.alfa })
    await page.until('Alfa Thuiszorg neemt de zorg')
    await post(anja(), '/aanwezig')
    await page.until('target="overleg-stand"')
    expect(page.heard()).not.toMatch(anyIdentity)
    await page.close()
  })

  const followed = (actor: UserActor) => {
    as(actor)
    return watchPage(address, actor, `/live${noord()}`)
  }
  /** What came with the item, and nothing that came before it. */
  const itemIn = (page: { heard(): string }) =>
    page
      .heard()
      .split('\n\n')
      .find((message) => nextItem.test(message))
  const nextItem = /target="stage-right"[\s\S]*<\/turbo-stream>/

  test('the next item comes by itself, with what each may decide; who saw whose card is in the log', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await decide(anja(), id, { partij: region.organizations.beta })
    const { nurseAlfa2, nurseBeta } = region.people
    // Of the same organisation and team; where only the organisation told audiences apart, hers would be the buttons of a nurse.
    const onlooker = {
      ...nurseBeta,
      userId: randomUUID(),
      name: 'Olga Beta',
      permissions: new Set<Permission>(['requests.list']),
    }
    const pages = await Promise.all([nurseAlfa2, nurseBeta, onlooker].map(followed))
    await post(anja(), `/zorgvraag/${id}/tonen`)
    await Promise.all(pages.map((page) => page.until(nextItem)))
    const [amir = '', bea = '', olga = ''] = pages.map(itemIn)
    expect(bea).toContain('Ja, wij nemen dit')
    expect(amir).not.toContain('Ja, wij nemen dit')
    expect(amir).toContain('Trek de toewijzing in')
    expect(olga).not.toMatch(/<button|Ja, wij nemen dit/)
    for (const heard of [amir, bea, olga]) {
      expect(heard).not.toMatch(anyIdentity)
      expect(heard).not.toMatch(/name="_csrf" value="[^"]/)
    }
    const told = await region.asOwner<{ name: string }>(
      `select distinct user_name as name from audit.event where care_request_id = $1 and event_type = 'request.card.read' order by 1`,
      [id],
    )
    expect(told.map(({ name }) => name)).toEqual(['Amir Alfa', 'Bea Beta', 'Olga Beta'])
    await Promise.all(pages.map((page) => page.close()))
  })

  test('whose row of the log cannot be written is shown nothing; the others are', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    const [amir, bea] = [await followed(region.people.nurseAlfa2), await followed(region.people.nurseBeta)]
    await region.asOwner(
      "alter table audit.event add constraint planted check (event_type <> 'request.card.read' or user_name <> 'Bea Beta') not valid",
    )
    await post(anja(), `/zorgvraag/${id}/tonen`)
    await amir.until(nextItem)
    await bea.ended
    await region.asOwner('alter table audit.event drop constraint planted')
    expect(bea.heard()).not.toContain('stage-right')
    await amir.close()
  })

  test('a stranger hears nothing', async () => {
    as(region.people.nurseGamma)
    const answer = await as(region.people.nurseGamma).get(`/live${noord()}`)
    expect(answer.status).toBe(404)
  })
})

describe('who is there', () => {
  test('by the rota, with who stands in and who is absent', async () => {
    const setting = { dagen: ['1'], tijd: '8.15', minuten: '20', video: 'https://beeld.example/noord' }
    const { members } = await read(region.scope(region.people.nurseAlfa), {
      members: build
        .selectFrom('people.practitioner_role as p')
        .innerJoin('people.practitioner as n', 'n.id', 'p.practitioner_id')
        .select(['p.id', 'n.name']),
    })
    const roleOf = (name: string) => members.find((one) => one.name === name)?.id ?? ''
    const { alfa, beta } = region.organizations
    const answer = await post(anja(), '/afspraken', {
      ...setting,
      [`komt-1-${alfa}`]: roleOf('Amir Alfa'),
      [`komt-1-${beta}`]: roleOf('Bea Beta'),
      // Somebody of another team, by hand: left out.
      [`vervangt-1-${beta}`]: roleOf('Gijs Gamma'),
    })
    expect(answer.status).toBe(303)
    await post(anja(), '/beginnen')
    const { seats, setting: kept } = await table()
    expect(kept).toMatchObject({ weekdays: [1], startsAt: '08:15', minutes: 20 })
    expect(
      seats.map(({ organizationName, present }) => [organizationName, present.map((one) => one.standsInFor)]),
    ).toEqual([
      ['Alfa Thuiszorg', ['Amir Alfa']],
      ['Bèta Zorg', []],
    ])
    expect(seats[1]).toMatchObject({ expected: 'Bea Beta', standIn: undefined })
    expect((await anja().get(noord())).text).toContain('afwezig: Bèta Zorg')
  })

  test('one ticks off the room, and only people of the team', async () => {
    await post(anja(), '/beginnen')
    const members = await region.asOwner<{ id: string; name: string }>(
      'select p.id, n.name from people.practitioner_role p join people.practitioner n on n.id = p.practitioner_id',
    )
    const ids = members.filter(({ name }) => ['Anja Alfa', 'Bea Beta', 'Gijs Gamma'].includes(name)).map(({ id }) => id)
    await anja().post(`${noord()}/aanwezig`, { aanwezig: ids })
    expect((await table()).attendance.map(({ name }) => name)).toEqual(['Anja Alfa', 'Bea Beta'])
  })
})

describe('minutes', () => {
  test('say what was decided, by whom, and what remains; as a page, as a PDF and with the request', async () => {
    const [one, other] = [await sent(), await sent()]
    await post(anja(), '/beginnen')
    await decide(anja(), one, { partij: region.organizations.alfa })
    const closed = await post(anja(), '/afsluiten')
    const path = String(closed.headers.location)
    const reader = bea()
    await reader.get('/verslagen/geen-verslag')
    expect(await tripsOf(() => reader.get(path))).toBe(1)
    const page = await reader.get(path)
    const told = await region.asOwner(
      `select e.user_name as name, e.object_id::text as id from audit.event e where e.event_type = 'meeting.minutes' order by e.id desc limit 1`,
    )
    expect(told).toEqual([{ name: 'Bea Beta', id: path.split('/').at(-1) }])
    expect(page.text).toContain('Alfa Thuiszorg neemt de zorg')
    expect(page.text).toContain('nieuw')
    const { leftOpen } = await leftOpenOf(path)
    expect(leftOpen).toContain(other)
    expect(leftOpen).not.toContain(one)
    const pdf = await bea().get(`${path}/pdf`)
    expect(pdf.headers['content-type']).toContain('application/pdf')
    expect(pdf.raw.subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect((await as(region.people.nurseGamma).get(path)).status).toBe(404)
    expect((await as(region.people.manager).get(path)).status).toBe(200)
    expect((await anja().get(`/zorgvragen/${one}`)).text).toContain(path)
  })

  const leftOpenOf = async (path: string) => {
    const rows = await region.asOwner<{ request_id: string }>(
      'select request_id from coordination.meeting_left_open where meeting_id = $1',
      [path.split('/').at(-1)],
    )
    return { leftOpen: rows.map(({ request_id }) => request_id) }
  }

  test('go on where they stopped when the meeting goes on', async () => {
    await sent()
    await post(anja(), '/beginnen')
    await post(anja(), '/afsluiten')
    await post(bea(), '/beginnen')
    const { meeting, decisions } = await table()
    expect(meeting?.closedAt).toBeNull()
    expect(decisions).toEqual([])
    expect(await region.asOwner('select from coordination.meeting_left_open')).toEqual([])
    expect(await region.asOwner('select from coordination.meeting')).toHaveLength(1)
  })

  test('end in the night when nobody ended them', async () => {
    await post(anja(), '/beginnen')
    const run = (minutes: number) => closeForgotten(region.scope(region.system, later(minutes)), undefined)
    expect(await run(60)).toBe(0)
    expect(await run(24 * 60)).toBe(1)
    expect(await run(24 * 60)).toBe(0)
  })
})

describe('the letter of the morning', () => {
  test('goes to each team that meets, once, before it begins, with an address and nothing else', async () => {
    const count = async () =>
      (await region.asOwner<{ body: string }>("select body from platform.mail where subject like 'Het overleg%'")).map(
        ({ body }) => body,
      )
    const run = (at: Date) => mailMeetings(region.scope(region.system, at))
    expect(await run(new Date('2026-11-23T04:30:00Z'))).toBe(0)
    expect(await run(new Date('2026-11-23T05:30:00Z'))).toBe(4)
    expect(await run(new Date('2026-11-23T05:40:00Z'))).toBe(0)
    expect(await run(new Date('2026-11-22T05:30:00Z'))).toBe(0)
    expect((await count())[0]).toContain('/overleg/')
  })
})

describe('the joint discussion', () => {
  test('shows what is open after 48 hours to all teams, as cards, and nothing else', async () => {
    const [open, own] = [await sent(), await sent()]
    await region.asOwner(
      `update requests.care_request set escalation_step = 'joint-discussion', escalation_level = 2, shown_to_teams = $2,
         holder_coordinating_team_id = $3 where id = $1`,
      [open, [region.teams.zuid, region.teams.noord], region.teams.desk],
    )
    const gijs = as(region.people.nurseGamma)
    const page = await gijs.get('/overleg/gezamenlijk')
    expect(page.status).toBe(200)
    expect(page.text).toContain(open)
    expect(page.text).not.toContain(own)
    const item = await gijs.get(`/overleg/gezamenlijk/zorgvraag/${open}`)
    expect(item.status).toBe(200)
    expect(item.text).not.toMatch(anyIdentity)
    await gijs.post('/overleg/gezamenlijk/beginnen')
    await gijs.post(`/overleg/gezamenlijk/zorgvraag/${open}/besluit`, { partij: region.organizations.gamma })
    const joint = await getTable(region.scope(region.people.nurseAlfa, monday), {
      teamId: region.teams.desk,
      joint: true,
    })
    expect(joint.decisions.map(({ code }) => code)).toEqual(['taken'])
  })

  test('is not there where a region agreed on none', async () => {
    const way = fillIn('coordinating-teams', region.teams.desk)
    const ladder = { ...way.ladder, steps: way.ladder.steps.filter(({ step }) => step !== 'joint-discussion') }
    await region.asOwner('update regions.region set way_of_working = $1', [JSON.stringify({ ...way, ladder })])
    forgetRegion(region.database)
    expect((await anja().get('/overleg/gezamenlijk')).status).toBe(404)
  })
})

test('reading the agenda and the minutes is in the log', async () => {
  await sent()
  await table()
  const rows = await region.asOwner<{ n: number }>(
    "select count(*)::int as n from audit.event where event_type = 'meeting.agenda' and user_name = 'Anja Alfa'",
  )
  expect(rows[0]?.n).toBeGreaterThan(0)
  await expect(table(region.people.nurseGamma)).rejects.toThrow(NotFound)
})
