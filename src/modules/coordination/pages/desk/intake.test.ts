import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../../reactions.ts'
import { deskIn } from './testing.ts'

let region: SmallRegion
let app: TestApp
let desk: ReturnType<typeof deskIn>['desk']
let aCall: ReturnType<typeof deskIn>['aCall']
let one: ReturnType<typeof deskIn>['one']
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
  ;({ desk, aCall, one } = deskIn(region, app))
})

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
    // It is the list of that team now: there is nothing for the desk to open, until it comes to the desk.
    const about = async () => [
      (await desk().get(sent.location ?? '')).text,
      (await desk().get(`/balie/gesprekken/${id}`)).text,
    ]
    const given = await about()
    expect([given[0]?.includes('/wie-kan'), given[1]?.includes('Die ligt nu bij een ander')]).toEqual([false, true])
    const tied = await one<{ id: string }>('select request_id as id from coordination.call where id = $1', [id])
    const holder = 'update requests.care_request set holder_coordinating_team_id = $1 where id = $2'
    await region.asOwner(holder, [region.teams.desk, tied?.id])
    const back = await about()
    expect(back[0]).toContain(`/zorgvragen/${tied?.id}/wie-kan`)
    expect(back[1]).toContain(`href="/zorgvragen/${tied?.id}"`)
    await region.asOwner(holder, [region.teams.noord, tied?.id])
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
