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
import { followDeskHours } from '../../desk/standing-in.ts'
import { reactions } from '../../reactions.ts'
import { takeRequest } from '../../taking/taking.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
})
afterEach(() => app.setClock())

const desk = () => app.as(region.people.nurseDesk)
const monday = new Date('2026-11-23T09:00:00Z')
const call = (fields: Record<string, string> = {}) => ({
  loket: region.teams.desk,
  callerName: 'Wilma Kersten',
  callerPhone: '06 12345678',
  callerKind: 'informal-carer',
  note: 'Vader komt morgen thuis.',
  ...fields,
})
async function aCall(fields: Record<string, string> = {}): Promise<string> {
  const answer = await desk().post('/balie/gesprekken', call({ next: 'intake', ...fields }))
  expect(answer.status).toBe(303)
  return answer.location?.split('/')[3] ?? ''
}
const intake = {
  question: 'Hulp bij wassen voor Piet Kersten.',
  careKinds: ['personal-care'],
  priority: 'within-48-hours',
  familyName: 'Kersten',
  postcode: '6811 AB',
  houseNumber: '4',
  'birthDate-day': '2',
  'birthDate-month': '3',
  'birthDate-year': '1940',
  contactName: 'Wilma Kersten',
  contactPhone: '06 12345678',
  location: 'home',
  consent: ['told'],
}
const one = async <Row extends object>(sql: string, values: unknown[]) => (await region.asOwner<Row>(sql, values))[0]

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

describe('a request on the phone', () => {
  test('begins with what the call told', async () => {
    const id = await aCall({ note: 'Vader valt vaak' })
    const page = await desk().get(`/balie/gesprekken/${id}/zorgvraag`)
    for (const words of ['Vader valt vaak', 'value="Wilma Kersten"', 'value="06 12 34 56 78"'])
      expect(page.text).toContain(words)
  })

  test('loses nothing of what was typed, right or wrong, and keeps it sealed', async () => {
    const id = await aCall()
    const path = `/balie/gesprekken/${id}/zorgvraag`
    const wrong = await desk().post(path, { ...intake, postcode: '99', question: 'Half getypt' })
    expect(wrong.status).toBe(422)
    expect((await desk().get(path)).text).toContain('Half getypt')
    await desk().post(`/balie/gesprekken/${id}/bewaren`, { ...intake, question: 'Later verder' })
    const again = await desk().get(path)
    expect(again.text).toContain('Later verder')
    expect(again.text).toContain('U gaat verder waar u was')
    const row = await one<{ kept: string }>(
      `select encode(intake_sealed, 'escape') as kept from coordination.call where id = $1`,
      [id],
    )
    expect(row?.kept).not.toContain('Later verder')
  })

  test('is sent, routed and tied to its call at once, and tells what to read out', async () => {
    const id = await aCall()
    const sent = await desk().post(`/balie/gesprekken/${id}/zorgvraag`, { ...intake, houseNumber: '40' })
    expect(sent.location).toBe(`/balie/gesprekken/${id}/verstuurd`)
    expect((await desk().get(sent.location ?? '')).text).toContain('Wijkteam Noord')
    const row = await one<Record<string, unknown>>(
      `select r.channel, r.source, r.state, r.coordinating_team_id = $2 as routed, r.question, c.intake_sealed,
         r.requester_organization_id from coordination.call c join requests.care_request r on r.id = c.request_id
       where c.id = $1`,
      [id, region.teams.noord],
    )
    expect(row).toEqual({
      channel: 'phone',
      source: 'informal-carer',
      state: 'listed',
      routed: true,
      question: expect.not.stringContaining('Piet') as unknown,
      intake_sealed: null,
      requester_organization_id: null,
    })
    // Pressed twice is one request.
    const twice = await desk().post(`/balie/gesprekken/${id}/zorgvraag`, { ...intake, houseNumber: '40' })
    expect(twice.location).toBe(`/balie/gesprekken/${id}/verstuurd`)
    expect((await desk().get(`/balie/gesprekken/${id}/zorgvraag`)).status).toBe(303)
  })

  test('for somebody who has one already is sent only when it is another', async () => {
    const first = await aCall()
    const fields = { ...intake, houseNumber: '77' }
    await desk().post(`/balie/gesprekken/${first}/zorgvraag`, fields)
    const second = await aCall()
    const stopped = await desk().post(`/balie/gesprekken/${second}/zorgvraag`, fields)
    expect(stopped.status).toBe(409)
    expect(stopped.text).toContain('Er loopt al een zorgvraag voor deze cliënt')
    const sent = await desk().post(`/balie/gesprekken/${second}/zorgvraag`, { ...fields, sendAnyway: 'ja' })
    expect(sent.status).toBe(303)
  })

  test('for somebody who calls for a known organisation stands on the list of that organisation too, with its log', async () => {
    const { organizations, people } = region
    const id = await aCall({ callerKind: 'gp', callerName: 'Assistente De Linde' })
    const path = `/balie/gesprekken/${id}/zorgvraag`
    const page = (await desk().get(path)).text
    expect(page).toContain('Voor welke organisatie belt Assistente De Linde?')
    expect(page).toContain('Huisartsen De Linde</option>')
    expect(page).not.toContain('Ziekenhuis Testwijk</option>')
    const asked = { ...intake, familyName: 'Lindeboom', houseNumber: '41' }
    // Not of the kind that calls: what was typed in the address bar of a form is not believed.
    for (const wrong of [organizations.hospital, organizations.office, 'iets']) {
      const answer = await desk().post(path, { ...asked, callerOrganization: wrong })
      expect([answer.status, answer.text.includes('Kies een organisatie uit de lijst')]).toEqual([422, true])
    }
    expect((await desk().post(path, { ...asked, callerOrganization: organizations.practice })).status).toBe(303)
    const row = await one<{ id: string; of: string; told: boolean }>(
      `select r.id, r.requester_organization_id as of, i.requester_organization_id = r.requester_organization_id as told
       from coordination.call c join requests.care_request r on r.id = c.request_id
       join requests.patient_identity i on i.request_id = r.id where c.id = $1`,
      [id],
    )
    expect(row).toMatchObject({ of: organizations.practice, told: true })
    expect((await app.as(people.gp).get('/verwijzingen')).text).toContain('Lindeboom')
    expect((await app.as(people.gp).get(`/verwijzingen/${row?.id}`)).status).toBe(200)
    expect((await app.as(people.transferNurse).get('/verwijzingen')).text).not.toContain('Lindeboom')
    const log = await region.asOwner<{ event_type: string; fields: string[] }>(
      `select event_type, fields from audit.event where care_request_id = $1 and event_type in ('request.send', 'call.link')`,
      [row?.id],
    )
    for (const { fields } of log) expect(fields).toContain('requester-organization')
    expect(log).toHaveLength(2)
    const carer = await aCall({ callerKind: 'informal-carer' })
    expect((await desk().get(`/balie/gesprekken/${carer}/zorgvraag`)).text).not.toContain('Voor welke organisatie')
  })

  test('outside the region says so beside the postcode', async () => {
    const id = await aCall()
    const answer = await desk().post(`/balie/gesprekken/${id}/zorgvraag`, { ...intake, postcode: '9999 AB' })
    expect([answer.status, answer.text.includes('ligt niet in onze regio')]).toEqual([422, true])
  })
})

describe('finding a request for who calls', () => {
  const person = { 'birthDate-day': '5', 'birthDate-month': '6', 'birthDate-year': '1935', postcode: '6812 AB' }

  test('by all of who it is about or by its number, never by a part, and never tells who it is about', async () => {
    const { number } = await aSentRequest(region.scope(region.anyone), {
      identity: { familyName: 'Vindbaar', birthDate: '1935-06-05', postcode: '6812AB', houseNumber: '9' },
    })
    const shown = `${number.slice(0, 4)}-${number.slice(4)}`
    const whole = { ...person, familyName: 'Vindbaar', houseNumber: '9' }
    const search = (fields: Record<string, string>) => desk().post('/balie/zoeken', fields)
    expect((await search(whole)).text).toContain(shown)
    expect((await search({ number })).text).toContain('Wijkteam Noord')
    expect((await search({ ...whole, houseNumber: '10' })).text).toContain('Niets gevonden')
    expect((await search({ familyName: 'Vindbaar' })).status).toBe(422)
    expect((await search({ number })).text).not.toContain('Vindbaar')
    const open = `select from requests.find_open_at_desk('{}', $1)`
    expect(await region.asOwner(open, [number])).toEqual([])
    expect((await app.as(region.people.nurseAlfa).post('/balie/zoeken', { number })).status).toBe(403)
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

describe('a desk that is busy or closed', () => {
  const holderOf = async (id: string) =>
    one<{ holder: string; team: string; facts: { insteadWhile?: string } }>(
      `select r.holder_coordinating_team_id as holder, r.coordinating_team_id as team, h.facts
       from requests.care_request r join requests.history_entry h on h.request_id = r.id and h.code = 'routed'
       where r.id = $1`,
      [id],
    )
  const atDesk = { identity: { postcode: '6861AB' } }

  test('lets its partner hold what comes in, for everyone to see', async () => {
    const { teams, people } = region
    await desk().post(`/balie/rooster/${teams.desk}`, { partner: teams.noord })
    await desk().post(`/balie/rooster/${teams.desk}/druk`, { minuten: '30' })
    const { id, number, key } = await aSentRequest(region.scope(region.anyone), atDesk)
    expect(await holderOf(id)).toEqual({ holder: teams.noord, team: teams.desk, facts: expect.anything() })
    expect((await holderOf(id))?.facts.insteadWhile).toBe('busy')
    const follow = await app.as().get(`/volg/${number}/${key}`)
    for (const words of ['Wijkteam Noord', 'Het loket heeft het nu druk']) expect(follow.text).toContain(words)
    expect((await app.as(people.nurseAlfa).get(`/zorgvragen/${id}`)).text).toContain('waarneemt')
    await app.as().post('/terugbellen', { name: 'Druk Moment', phone: '06 12345678' })
    const callback = await one('select from requests.callback where name = $1 and coordinating_team_id = $2', [
      'Druk Moment',
      teams.noord,
    ])
    expect(callback).toBeDefined()

    await desk().post(`/balie/rooster/${teams.desk}/druk`, { minuten: '0' })
    const later = await aSentRequest(region.scope(region.anyone), atDesk)
    expect(await holderOf(later.id)).toMatchObject({ holder: teams.desk })
    await desk().post(`/balie/rooster/${teams.desk}`, { partner: '' })
  })

  test('sends on outside its hours, which it keeps itself', async () => {
    const { teams } = region
    const hours = { days: ['1', '2', '3', '4', '5'], opens: '08:00', closes: '17:00', partner: teams.noord }
    expect((await desk().post(`/balie/rooster/${teams.desk}`, { ...hours, closes: '07:00' })).status).toBe(422)
    expect((await desk().post(`/balie/rooster/${teams.desk}`, hours)).status).toBe(303)
    const sunday = new Date('2026-11-22T10:00:00Z')
    const asked = await aSentRequest(region.scope(region.anyone, sunday), atDesk)
    expect((await holderOf(asked.id))?.facts.insteadWhile).toBe('closed')
    const open = await aSentRequest(region.scope(region.anyone, monday), atDesk)
    expect(await holderOf(open.id)).toMatchObject({ holder: teams.desk })
    await desk().post(`/balie/rooster/${teams.desk}`, { partner: '' })
  })

  test('leaves what it holds to its partner when it closes, once and in order, and has it back when it opens', async () => {
    const { teams } = region
    const hours = { days: ['1', '2', '3', '4', '5'], opens: '08:00', closes: '17:00', partner: teams.noord }
    await desk().post(`/balie/rooster/${teams.desk}`, hours)
    await region.asOwner('delete from coordination.stand_in')
    const rowOf = (id: string) =>
      one<Record<string, unknown>>(
        `select holder_coordinating_team_id as holder, coordinating_team_id as team, state, act_by, choice_by
         from requests.care_request where id = $1`,
        [id],
      )
    const sendAt = (at: Date, priority: 'planned' | 'within-24-hours') =>
      aSentRequest(region.scope(region.anyone, at), { ...atDesk, card: { priority } })
    const planned = await sendAt(monday, 'planned')
    const pressing = await sendAt(monday, 'within-24-hours')
    const follow = (at: string) => followDeskHours(region.scope(region.system, new Date(at)))
    const before = [await rowOf(planned.id), await rowOf(pressing.id)]
    await follow('2026-11-23T15:59:00Z')
    expect([await rowOf(planned.id), await rowOf(pressing.id)]).toEqual(before)

    const evening = '2026-11-23T16:00:00Z'
    // Two processes look at the same moment; a third time there is nothing left.
    await Promise.all([follow(evening), follow(evening)])
    expect(await follow(evening)).toBe(0)
    const inTheEvening = before.map((row) => ({ ...row, holder: teams.noord }))
    expect([await rowOf(planned.id), await rowOf(pressing.id)]).toEqual(inTheEvening)
    const order = await region.asOwner<{ request_id: string }>(
      `select request_id from requests.history_entry where code = 'partner-answers' and request_id = any ($1) order by id`,
      [[planned.id, pressing.id]],
    )
    expect(order.map(({ request_id: id }) => id)).toEqual([pressing.id, planned.id])
    const page = await app.as().get(`/volg/${planned.number}/${planned.key}`)
    expect(page.text).toContain('Wijkteam Noord neemt waar')

    const arrived = await sendAt(new Date('2026-11-23T20:00:00Z'), 'planned')
    await takeRequest(region.scope(region.people.nurseAlfa), { requestId: pressing.id })
    // A whole night and day without a server: at the start the present hour counts.
    const nextDay = '2026-11-24T09:00:00Z'
    expect(await follow(nextDay)).toBeGreaterThan(1)
    expect(await follow(nextDay)).toBe(0)
    expect(await rowOf(planned.id)).toEqual(before[0])
    expect(await rowOf(arrived.id)).toMatchObject({ holder: teams.desk })
    expect(await rowOf(pressing.id)).toMatchObject({ state: 'assigned', holder: null })
    const log = await region.asOwner<{ event_type: string }>(
      `select event_type from audit.event where care_request_id = $1 and event_type = 'request.stand-in'`,
      [planned.id],
    )
    expect(log).toHaveLength(2)
    await desk().post(`/balie/rooster/${teams.desk}`, { partner: '' })
  })

  test('does not get back what moved up the ladder or was sent on, and leaves nothing to a partner that is closed too', async () => {
    const { teams, people } = region
    const opening = { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }
    const manager = region.scope(people.manager)
    await saveDesk(manager, { deskId: teams.desk, opening, partnerTeamId: teams.noord })
    const held = await aSentRequest(region.scope(region.anyone, monday), atDesk)
    const partner = `insert into organizations.desk (coordinating_team_id, region_id, opening) values ($1, $2, $3)`
    await region.asOwner(partner, [teams.noord, region.regionId, JSON.stringify(opening)])
    const follow = (at: string) => followDeskHours(region.scope(region.system, new Date(at)))
    expect(await follow('2026-11-23T17:00:00Z')).toBe(0)
    await region.asOwner('delete from organizations.desk where coordinating_team_id = $1', [teams.noord])
    expect(await follow('2026-11-23T17:01:00Z')).toBeGreaterThan(0)
    await region.asOwner('update requests.care_request set escalation_level = 1 where id = $1', [held.id])
    await follow('2026-11-24T08:00:00Z')
    expect((await holderOf(held.id))?.holder).toBe(teams.noord)
    await saveDesk(manager, { deskId: teams.desk, opening: null, partnerTeamId: null })
  })

  test('is kept by who works there and by the region manager, and by nobody else', async () => {
    const { teams, people } = region
    const elsewhere = { ...people.nurseDesk, userId: people.nurseBeta.userId, coordinatingTeamIds: [teams.zuid] }
    expect((await app.as(elsewhere).post(`/balie/rooster/${teams.desk}/druk`, { minuten: '30' })).status).toBe(403)
    expect((await app.as(people.nurseAlfa).get('/balie/rooster')).status).toBe(403)
    expect((await app.as(people.manager).get('/balie/rooster')).text).toContain('Regioloket')
    expect((await app.as(people.manager).post(`/balie/rooster/${teams.noord}`, { partner: '' })).status).toBe(404)
  })
})

describe('who is on duty', () => {
  const turn = { name: 'Gerrie Dienst', phone: '06 87654321', from: '2026-11-23T08:00', until: '2026-11-23T22:00' }

  test('is the number that requesters see, as long as it lasts; never the name', async () => {
    const { teams } = region
    app.setClock(monday)
    expect((await desk().post(`/balie/rooster/${teams.desk}/diensten`, turn)).status).toBe(303)
    const sent = await aSentRequest(region.scope(region.anyone, monday), { identity: { postcode: '6861AB' } })
    const follow = () => app.as().get(`/volg/${sent.number}/${sent.key}`)
    const during = await follow()
    expect(during.text).toContain('06 87 65 43 21')
    expect(during.text).toContain('nu bereikbaar, tot 22.00 uur')
    expect(during.text).not.toContain('Gerrie')
    expect((await desk().get(`/zorgvragen/${sent.id}`)).text).toContain('06 87 65 43 21')
    app.setClock(new Date('2026-11-23T21:30:00Z'))
    expect((await follow()).text).not.toContain('06 87 65 43 21')
  })

  test.each([
    ['ends before it begins', { ...turn, until: '2026-11-23T07:00' }, 'eindigt voor hij begint'],
    ['lasts longer than a week', { ...turn, until: '2026-12-05T07:00' }, 'hoogstens zeven dagen'],
    ['is over', { ...turn, from: '2026-11-20T07:00', until: '2026-11-20T08:00' }, 'al voorbij'],
    ['has no number', { ...turn, phone: '' }, 'Vul het nummer in'],
  ])('a turn that %s is not planned', async (_what, fields, words) => {
    app.setClock(monday)
    const answer = await desk().post(`/balie/rooster/${region.teams.desk}/diensten`, fields)
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true])
  })

  test('can be taken off again', async () => {
    const duty = await one<{ id: string }>('select id from organizations.duty where name = $1', [turn.name])
    await desk().post(`/balie/rooster/${region.teams.desk}/diensten/${duty?.id}/weg`)
    expect(await one('select from organizations.duty where id = $1', [duty?.id])).toBeUndefined()
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
