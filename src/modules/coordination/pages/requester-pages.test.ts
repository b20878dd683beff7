import { beforeAll, expect, test } from 'vitest'
import { aTeam } from '#modules/capacity/testing.ts'
import { fillIn, usualAskAtOnce } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { askAfterQuietHours } from '../asking-at-once/morning.ts'
import { escalateOverdue } from '../deadlines/escalating.ts'
import { reactions } from '../reactions.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
})

const birthDate = { 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1941' }

test('the client reads what is asked and answers, with the private link and the birth date only', async () => {
  const { id, number, key } = await aSentRequest(region.scope(region.anyone))
  const nurse = app.as(region.people.nurseAlfa)
  const asked = await nurse.post(`/zorgvragen/${id}/vraag-aan-aanvrager`, { vraag: 'Is er een tillift?' })
  expect(asked.status).toBe(303)
  expect((await nurse.get(`/zorgvragen/${id}`)).text).toContain('De klok rust tot')

  const at = `/volg/${number}/${key}`
  const client = app.as()
  expect((await client.get(`${at}/vraag`)).location).toBe(at)
  expect((await client.post(`${at}/vraag`, { antwoord: 'Ja' })).location).toBe(at)
  await client.post(`${at}/controle`, birthDate)
  expect((await client.get(at)).text).toContain('Het team heeft een vraag aan u')
  expect((await client.get(`${at}/vraag`)).text).toContain('Is er een tillift?')
  expect((await client.post(`${at}/vraag`, { antwoord: ' ' })).status).toBe(422)
  expect((await client.post(`${at}/vraag`, { antwoord: 'Ja, sinds gisteren.' })).location).toBe(
    `${at}?gelukt=beantwoord`,
  )
  expect((await client.get(at)).text).not.toContain('Het team heeft een vraag aan u')
})

test('the referrer chooses between offers, and nobody else’s referrer does', async () => {
  await region.asOwner('update regions.region set way_of_working = $1', [
    JSON.stringify(fillIn('shared-counter', region.teams.desk)),
  ])
  forgetRegion(region.database)
  const { id } = await aSentRequest(region.scope(region.people.transferNurse), { card: { source: 'hospital' } })
  for (const nurse of ['nurseAlfa', 'nurseBeta', 'nurseGamma'] as const)
    await app.as(region.people[nurse]).post(`/zorgvragen/${id}/antwoorden`, { antwoord: 'can-take' })
  const referrer = app.as(region.people.transferNurse)
  expect((await referrer.get(`/verwijzingen/${id}`)).text).toContain('U kunt kiezen')
  expect((await referrer.get(`/verwijzingen/${id}/kiezen`)).text).toContain('Bèta Zorg')
  expect((await app.as(region.people.gp).get(`/verwijzingen/${id}/kiezen`)).text).not.toContain('Bèta Zorg')
  expect((await referrer.post(`/verwijzingen/${id}/kiezen`)).status).toBe(422)
  const chosen = await referrer.post(`/verwijzingen/${id}/kiezen`, { organisatie: region.organizations.beta })
  expect(chosen.location).toBe(`/verwijzingen/${id}?gelukt=gekozen`)
  expect((await app.as(region.people.nurseBeta).get(`/zorgvragen/${id}`)).text).toContain('van der Meer')
  expect((await app.as(region.people.nurseAlfa).get(`/zorgvragen/${id}`)).status).toBe(404)
})

test('redirecting, lapsing and opening again, on the page and by program', async () => {
  await region.asOwner('update regions.region set way_of_working = $1', [
    JSON.stringify(fillIn('coordinating-teams', region.teams.desk)),
  ])
  for (const list of ['redirection', 'withdrawal'])
    await region.asOwner(
      `insert into regions.reason (region_id, list, code, label, wants_text, position) values ($1, $2, 'other', 'Anders', true, 9)
       on conflict (region_id, list, code) do update set wants_text = true`,
      [region.regionId, list],
    )
  forgetRegion(region.database)
  const { id } = await aSentRequest(region.scope(region.anyone))
  const nurse = app.as(region.people.nurseAlfa)
  expect((await nurse.get(`/zorgvragen/${id}/doorverwijzen`)).text).toContain('Gemeente (Wmo)')
  expect((await nurse.post(`/zorgvragen/${id}/doorverwijzen`)).status).toBe(422)
  const elsewhere = await nurse.post(`/zorgvragen/${id}/doorverwijzen`, { reden: 'other', toelichting: ' ' })
  expect([elsewhere.status, elsewhere.text]).toEqual([422, expect.stringContaining('Vertel kort wat u bedoelt')])
  expect(elsewhere.text).toMatch(/checked=""[^>]* value="other"/)
  const unread = { reden: 'wmo', toelichting: 'x'.repeat(501) }
  expect((await nurse.post(`/zorgvragen/${id}/doorverwijzen`, unread)).status).toBe(422)
  expect((await nurse.post(`/zorgvragen/${id}/vervallen`, { reden: 'other' })).text).toContain('Vertel kort wat u')
  expect((await nurse.post(`/zorgvragen/${id}/doorverwijzen`, { reden: 'wmo' })).status).toBe(303)
  expect((await nurse.get(`/zorgvragen/${id}/doorverwijzen`)).location).toBe(`/zorgvragen/${id}`)
  expect((await nurse.get(`/zorgvragen/${id}`)).text).toContain(`/zorgvragen/${id}/heropenen`)
  expect((await nurse.post(`/zorgvragen/${id}/heropenen`)).status).toBe(303)
  const late = await nurse.api('POST', `/api/care-requests/${id}/reopen`)
  expect([late.status, late.json<{ code: string }>().code]).toEqual([409, 'still-open'])
  const at = (what: string) => `/api/care-requests/${id}/${what}`
  expect((await nurse.api('POST', at('lapse'), { reason: 'nope' })).status).toBe(422)
  expect((await nurse.api('POST', at('lapse'), { reason: 'other' })).json()).toMatchObject({ code: 'text-wanted' })
  const moved = { reason: 'other', text: 'Verhuisd naar haar dochter' }
  expect((await nurse.api('POST', at('lapse'), moved)).status).toBe(200)
  // The words stand with the identity: who asked reads them, and the history does not.
  const words = await region.asOwner('select text from requests.supplement where request_id = $1', [id])
  expect(words).toEqual([{ text: moved.text }])
  const told = await region.asOwner('select facts::text from requests.history_entry where request_id = $1', [id])
  expect(JSON.stringify(told)).not.toContain('dochter')
  expect((await nurse.api('POST', at('confirm-date'))).status).toBe(409)
  expect((await nurse.api('POST', at('ask-requester'), { text: 'Is er een tillift?' })).status).toBe(409)
})

test('where the region agreed that clients call, the website says so and takes no request', async () => {
  await region.asOwner('update regions.region set way_of_working = $1', [
    JSON.stringify(fillIn('transfer-point', region.teams.desk)),
  ])
  forgetRegion(region.database)
  const page = await app.as().get('/aanvragen')
  expect(page.text).toContain('In deze regio vraagt u zorg aan met de telefoon')
  expect(page.text).toContain('tel:+31260000001')
  expect((await app.as().post('/aanvragen')).location).toBe('/aanvragen')
  await expect(aSentRequest(region.scope(region.anyone))).rejects.toThrow('channel-closed')
  const referred = aSentRequest(region.scope(region.people.gp), { card: { channel: 'portal', source: 'gp' } })
  await expect(referred).resolves.toMatchObject({ number: expect.any(String) })
})

test('where organisations are asked one after the other by itself, who asked reads who is asked, until when, and what follows', async () => {
  await region.asOwner(`update organizations.organization set care_kinds = '{nursing}' where kind = 'provider'`)
  for (const organization of ['alfa', 'beta'] as const)
    await aTeam(region, organization, { name: `Wijk ${organization}` })
  await region.asOwner('update regions.region set way_of_working = $1', [
    JSON.stringify({ ...fillIn('coordinating-teams', region.teams.desk), askAtOnce: usualAskAtOnce }),
  ])
  forgetRegion(region.database)
  const { transferNurse, nurseAlfa, nurseBeta } = region.people
  const evening = new Date('2026-11-23T20:30:00Z')
  const morning = new Date('2026-11-24T06:30:00Z')
  const wish = { preferredOrganizationId: region.organizations.alfa }
  const card = { ...wish, careKinds: ['nursing'] as const, dayparts: ['morning'] as const, source: 'hospital' as const }
  const { id } = await aSentRequest(region.scope(transferNurse, evening), {
    card: { ...card, careKinds: [...card.careKinds], dayparts: [...card.dayparts], priority: 'within-24-hours' },
  })
  const referrer = app.as(transferNurse)
  const read = async () => (await referrer.get(`/verwijzingen/${id}`)).text

  app.setClock(evening)
  expect(await read()).toContain('Vanaf morgen 7:30 vragen wij een organisatie. U hoeft niets te doen.')
  expect((await app.as(nurseBeta).get(`/zorgvragen/${id}`)).text).toContain('Vanaf morgen 7:30 wordt vanzelf een team')

  await askAfterQuietHours(region.scope(region.system, morning))
  app.setClock(morning)
  const asked = await read()
  expect(asked).toContain('Wij vroegen Alfa Thuiszorg of zij de zorg kan geven. Lukt dat niet, dan zoeken wij meteen')
  expect(asked).toContain('Wie wij vroegen, antwoordt vóór')
  expect(asked).not.toContain('Vanaf')
  const question = await app.as(nurseAlfa).get(`/zorgvragen/${id}/antwoorden`)
  expect(question.text).toContain('Kunt u niet, zeg het dan meteen')

  await escalateOverdue(region.scope(region.system, new Date('2026-11-24T07:05:00Z')))
  // A day later the words are those of that day, and nobody reads 'morgen' or 'vandaag' of yesterday.
  app.setClock(new Date('2026-11-25T08:00:00Z'))
  const silent = await read()
  expect(silent).toContain('Alfa Thuiszorg gaf geen antwoord op tijd')
  expect(silent).toContain('Antwoord uiterlijk gisteren 8:00.')
  app.setClock()
})
