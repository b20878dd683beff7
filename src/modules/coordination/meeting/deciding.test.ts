import { beforeAll, describe, expect, test } from 'vitest'
import { anyIdentity } from '#modules/requests/testing.ts'
import type { SmallRegion } from '#testing/small-region.ts'
import { tripsOf } from '#testing/trips.ts'
import { closeForgotten } from './leading.ts'
import { later, meetingOfNoord } from './testing.ts'

const { region: made, noord, as, anja, bea, sent, post, decide, table, stateOf } = meetingOfNoord()
let region: SmallRegion

beforeAll(() => {
  region = made()
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
    expect((await as().api('GET', base())).status).toBe(401)
    const { meeting } = (await anja().api('GET', base())).json<Told>()
    expect(meeting?.id).toBe(opened.id)
    expect(await stateOf(id)).toMatchObject({ state: 'listed' })
  })
})
