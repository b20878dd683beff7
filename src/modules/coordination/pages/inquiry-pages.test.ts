import { beforeAll, expect, test } from 'vitest'
import { aTeam } from '#modules/capacity/testing.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
})
const sent = async () =>
  (await aSentRequest(region.scope(region.anyone), { identity: { familyName: 'Geheimstra' } })).id

test('the holder asks, a party of another team answers on its own list, the holder chooses', async () => {
  const id = await sent()
  const holder = app.as(region.people.nurseAlfa)
  const party = app.as(region.people.nurseGamma)
  expect((await holder.get(`/zorgvragen/${id}`)).text).toContain(`/zorgvragen/${id}/uitvragen`)
  expect((await holder.get(`/zorgvragen/${id}/uitvragen`)).text).toContain('Gamma aan Huis')
  expect((await holder.post(`/zorgvragen/${id}/uitvragen`)).status).toBe(422)
  const { gamma, beta } = region.organizations
  expect((await holder.post(`/zorgvragen/${id}/uitvragen`, { wie: [gamma, beta] })).status).toBe(303)

  const list = await party.get('/zorgvragen?lijst=gevraagd')
  expect(list.text).toContain(`/zorgvragen/${id}/antwoorden`)
  const page = await party.get(`/zorgvragen/${id}`)
  expect(page.text).not.toContain('Geheimstra')
  // What another party is asked or says is not for this one.
  expect(page.text).not.toContain('Bèta Zorg')
  const wrong = await party.post(`/zorgvragen/${id}/antwoorden`, { antwoord: 'cannot', toelichting: 'Te <vol>' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Te &lt;vol&gt;')
  expect(wrong.text).toContain('href="#reden"')
  const answered = await party.post(`/zorgvragen/${id}/antwoorden`, { antwoord: 'can-take' })
  expect(answered.location).toBe(`/zorgvragen/${id}`)
  expect((await party.get('/zorgvragen?lijst=gevraagd&gelukt=geantwoord')).text).toContain('Uw antwoord is verstuurd')

  const offers = await holder.get(`/zorgvragen/${id}`)
  expect(offers.text).toContain('Gamma aan Huis')
  expect((await holder.post(`/zorgvragen/${id}/kiezen`, { organisatie: gamma })).status).toBe(303)
  expect((await party.get(`/zorgvragen/${id}`)).text).toContain('Geheimstra')
  expect((await holder.get(`/zorgvragen/${id}`)).text).not.toContain('Geheimstra')
})

test('who was not asked finds nothing there, and who only looks along presses nothing', async () => {
  const id = await sent()
  await app.as(region.people.nurseAlfa).post(`/zorgvragen/${id}/uitvragen`, { wie: region.organizations.beta })
  expect((await app.as(region.people.nurseGamma).get(`/zorgvragen/${id}`)).status).toBe(404)
  expect(
    (await app.as(region.people.nurseGamma).post(`/zorgvragen/${id}/antwoorden`, { antwoord: 'can-take' })).status,
  ).toBe(404)
  const manager = app.as(region.people.manager)
  expect((await manager.get(`/zorgvragen/${id}`)).text).not.toContain('uitvraag-stoppen')
  expect((await manager.post(`/zorgvragen/${id}/uitvraag-stoppen`)).status).toBe(409)
  expect((await app.as(region.people.transferNurse).get(`/zorgvragen/${id}/uitvragen`)).status).toBe(403)
})

test('the same by program, with a code and a sentence for every refusal', async () => {
  const id = await sent()
  const at = (what: string) => `/api/care-requests/${id}/${what}`
  const holder = app.as(region.people.nurseAlfa)
  const party = app.as(region.people.nurseGamma)
  expect((await holder.api('GET', at('inquiry'))).status).toBe(404)
  expect((await holder.api('POST', at('ask'), { organizations: [] })).status).toBe(400)
  expect((await holder.api('POST', at('ask'), { organizations: [region.organizations.hospital] })).status).toBe(422)
  expect((await holder.api('POST', at('ask'), { organizations: 'all' })).status).toBe(200)
  expect((await holder.api('POST', at('assign'), { organization: region.organizations.beta })).status).toBe(409)
  expect((await holder.api('GET', at('inquiry'))).json<{ answers: unknown[] }>().answers).toHaveLength(3)
  expect((await party.api('GET', at('inquiry'))).json<{ answers: unknown[] }>().answers).toHaveLength(1)
  const refused = await party.api('POST', at('answer'), { answer: 'cannot', reason: 'nope' })
  expect([refused.status, refused.json<{ code: string }>().code]).toEqual([422, 'reason-unknown'])
  expect((await party.api('POST', at('answer'), { answer: 'can-take' })).json()).toEqual({ id, done: true })
  expect((await holder.api('POST', at('choose'), { organization: region.organizations.beta })).status).toBe(409)
  expect((await holder.api('POST', at('choose'), { organization: region.organizations.gamma })).status).toBe(200)
  expect((await party.api('GET', at('identity'))).json()).toMatchObject({ familyName: 'Geheimstra' })
})

test('what was taken and begins before the office opens again stands on one list, without identity, with whom to call', async () => {
  const id = await sent()
  const nurse = app.as(region.people.nurseAlfa)
  await nurse.post(`/zorgvragen/${id}/nemen`)
  const at = '/zorgvragen/avond-nacht-weekend'
  const page = await app.as(region.people.nurseBeta).get(at)
  expect(page.text).toContain(id)
  expect(page.text).toContain('Alfa Thuiszorg')
  expect(page.text).not.toContain('Geheimstra')
  expect((await app.as(region.people.nurseGamma).get(at)).text).not.toContain(id)
  await region.asOwner(`update requests.care_request set start_on = current_date + 60 where id = $1`, [id])
  expect((await app.as(region.people.nurseBeta).get(at)).text).not.toContain(id)
  expect((await app.as(region.people.gp).get(at)).status).toBe(403)
})

test('whom to ask stands in the order of the advice, as on its own page and by program', async () => {
  await region.asOwner(`update organizations.organization set care_kinds = '{nursing}' where kind = 'provider'`)
  for (const organization of ['gamma', 'beta'] as const)
    await aTeam(region, organization, { name: `Wijk ${organization}` })
  const card = { careKinds: ['nursing' as const], dayparts: ['morning' as const] }
  const { id } = await aSentRequest(region.scope(region.anyone), {
    card: { ...card, preferredOrganizationId: region.organizations.gamma },
  })
  const holder = app.as(region.people.nurseAlfa)
  const page = (await holder.get(`/zorgvragen/${id}/uitvragen`)).text
  expect(page).toContain(`href="/zorgvragen/${id}/wie-kan"`)
  expect(page).toContain('voorkeur van de cliënt, plaats 1 in het advies, Wijk gamma')
  const named = ['Gamma aan Huis', 'Bèta Zorg', 'Alfa Thuiszorg'].map((name) => page.lastIndexOf(name))
  expect(named).toEqual([...named].sort((one, other) => one - other))
  const advice = await holder.api('GET', `/api/care-requests/${id}/shortlist`)
  expect(advice.text.indexOf(region.organizations.gamma)).toBeLessThan(advice.text.indexOf(region.organizations.beta))
  expect((await holder.get(`/zorgvragen/${id}/toewijzen`)).text).toContain('plaats 2 in het advies, Wijk beta')
})
