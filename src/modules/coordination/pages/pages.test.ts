import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest, type Overrides } from '#modules/requests/testing.ts'
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

/** Sent by anyone, with a family name that must not be seen before taking. */
const sent = (overrides: Overrides = {}) =>
  aSentRequest(region.scope(region.anyone), {
    ...overrides,
    identity: { familyName: 'Geheimstra', ...overrides.identity },
  })
const audited = async (id: string) =>
  (
    await region.asOwner<{ event_type: string }>(
      'select event_type from audit.event where care_request_id = $1 order by id',
      [id],
    )
  ).map((row) => row.event_type)

describe('the list', () => {
  test('shows the cards of the own team without identity, with a form that takes', async () => {
    const here = await sent()
    const elsewhere = await sent({ identity: { postcode: '6841AA' } })
    const page = await app.as(region.people.nurseAlfa).get('/zorgvragen')
    expect(page.status).toBe(200)
    expect(page.text).toContain(`/zorgvragen/${here.id}/nemen`)
    expect(page.text).not.toContain(elsewhere.id)
    expect(page.text).not.toContain('Geheimstra')
    expect(page.text).toContain('Vrouw, 85–94 jaar, 6811 Arnhem')
    const [row] = await region.asOwner<{ fields: string[] }>(
      `select fields from audit.event where event_type = 'request.list' order by id desc limit 1`,
    )
    expect(row?.fields).toEqual(['waiting'])
  })

  test('filters stand in the address and go along to the request and back', async () => {
    const wound = await sent({ card: { careKinds: ['nursing'], priority: 'today' }, identity: { postcode: '6812AA' } })
    const nurse = app.as(region.people.nurseAlfa)
    const page = await nurse.get('/zorgvragen?zorg=nursing&postcode=6812+AB&urgentie=today&dagdeel=morning')
    const query = '?zorg=nursing&amp;dagdeel=morning&amp;urgentie=today&amp;postcode=6812'
    expect(page.text).toContain(`href="/zorgvragen/${wound.id}${query}"`)
    expect((await nurse.get('/zorgvragen?zorg=wound')).text).toContain('Geen zorgvraag gevonden')
    const request = await nurse.get(`/zorgvragen/${wound.id}${query.replaceAll('&amp;', '&')}`)
    expect(request.text).toContain(`href="/zorgvragen${query}"`)
  })

  test('an address changed by hand never fails', async () => {
    const nurse = app.as(region.people.nurseAlfa)
    for (const query of [
      '?team=x',
      "?zorg='",
      '?pagina=-1',
      '?pagina=999',
      '?postcode=%00',
      '?lijst[]=1',
      '?team=a&team=b',
    ])
      expect((await nurse.get(`/zorgvragen${query}`)).status).toBe(200)
    expect((await nurse.get(`/zorgvragen?team=${region.teams.zuid}`)).text).toContain('Alles is verdeeld')
  })

  test('a referrer has no list', async () => {
    expect((await app.as(region.people.transferNurse).get('/zorgvragen')).status).toBe(403)
  })

  test('who oversees the region sees every list and takes nothing', async () => {
    const elsewhere = await sent({ identity: { postcode: '6841AA' } })
    const page = await app.as(region.people.manager).get('/zorgvragen')
    expect(page.text).toContain(elsewhere.id)
    expect(page.text).not.toContain('/nemen')
  })
})

describe('one request', () => {
  test('one press takes; then the identity is on the page, and that it was opened is in the log', async () => {
    const { id } = await sent()
    const nurse = app.as(region.people.nurseAlfa)
    const before = await nurse.get(`/zorgvragen/${id}`)
    expect(before.text).not.toContain('Geheimstra')
    expect(before.text).toContain('Postcode 6811 hoort bij Wijkteam Noord.')
    const taken = await nurse.post(`/zorgvragen/${id}/nemen`)
    expect([taken.status, taken.location]).toEqual([303, `/zorgvragen/${id}`])
    expect((await nurse.get(`/zorgvragen/${id}`)).text).toContain('Johanna Geheimstra')
    expect(await audited(id)).toEqual([
      'request.send',
      'request.route',
      'request.card.read',
      'request.take',
      'request.card.read',
      'identity.read',
    ])
  })

  test('the others see that it is taken and by whom, and no identity', async () => {
    const { id } = await sent()
    await app.as(region.people.nurseAlfa).post(`/zorgvragen/${id}/nemen`)
    const other = app.as(region.people.nurseBeta)
    const late = await other.post(`/zorgvragen/${id}/nemen`)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Alfa Thuiszorg heeft deze zorgvraag genomen.')
    expect(late.text).not.toContain('Geheimstra')
    expect((await other.get('/zorgvragen?lijst=genomen')).text).toContain(id)
    expect((await audited(id)).includes('identity.read')).toBe(false)
  })

  test('giving back wants a reason, keeps what was typed, and closes the identity', async () => {
    const { id } = await sent()
    const nurse = app.as(region.people.nurseAlfa)
    await nurse.post(`/zorgvragen/${id}/nemen`)
    const wrong = await nurse.post(`/zorgvragen/${id}/teruggeven`, { toelichting: 'Te ver <weg>' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Te ver &lt;weg&gt;')
    const untold = await nurse.post(`/zorgvragen/${id}/teruggeven`, { reden: 'other' })
    expect([untold.status, untold.text.includes('<title>Fout: ')]).toEqual([422, true])
    const back = await nurse.post(`/zorgvragen/${id}/teruggeven`, { reden: 'no-room', toelichting: 'Te ver' })
    expect(back.status).toBe(303)
    const page = await nurse.get(`/zorgvragen/${id}`)
    expect(page.text).not.toContain('Geheimstra')
    expect(page.text).toContain('toch geen plek')
  })

  test('the start is confirmed on a day that exists and has come', async () => {
    const { id } = await sent()
    const nurse = app.as(region.people.nurseAlfa)
    await nurse.post(`/zorgvragen/${id}/nemen`)
    const day = (date: string) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-')
      return { 'gestart-day': dayOfMonth, 'gestart-month': month, 'gestart-year': year }
    }
    expect((await nurse.post(`/zorgvragen/${id}/zorg-gestart`, day('2026-02-30'))).status).toBe(422)
    expect((await nurse.post(`/zorgvragen/${id}/zorg-gestart`, day('2999-01-01'))).status).toBe(422)
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
    expect((await nurse.post(`/zorgvragen/${id}/zorg-gestart`, day(today))).status).toBe(303)
    expect((await nurse.post(`/zorgvragen/${id}/afsluiten`)).status).toBe(303)
    expect((await nurse.get(`/zorgvragen/${id}`)).text).not.toContain('Geheimstra')
  })

  test('the BSN is shown by itself, to the taker, and that is in the log', async () => {
    const { id } = await sent({ identity: { bsn: '999990019', bsnCheckedWith: 'passport' } })
    const nurse = app.as(region.people.nurseAlfa)
    expect((await nurse.get(`/zorgvragen/${id}/bsn`)).status).toBe(404)
    await nurse.post(`/zorgvragen/${id}/nemen`)
    expect((await nurse.get(`/zorgvragen/${id}`)).text).not.toContain('999990019')
    expect((await nurse.get(`/zorgvragen/${id}/bsn`)).text).toContain('999990019')
    expect((await app.as(region.people.nurseBeta).get(`/zorgvragen/${id}/bsn`)).status).toBe(404)
    expect((await audited(id)).filter((event) => event === 'identity.bsn.read')).toHaveLength(1)
  })

  test('of another team it does not exist, and leaves no row that says it was read', async () => {
    const { id } = await sent()
    const stranger = app.as(region.people.nurseGamma)
    for (const path of ['', '/teruggeven', '/zorg-gestart', '/bsn'])
      expect((await stranger.get(`/zorgvragen/${id}${path}`)).status).toBe(404)
    for (const path of ['/nemen', '/teruggeven', '/zorg-gestart', '/afsluiten'])
      expect((await stranger.post(`/zorgvragen/${id}${path}`)).status).toBe(404)
    expect(await audited(id)).toEqual(['request.send', 'request.route'])
    expect((await stranger.get('/zorgvragen/geen-nummer')).status).toBe(404)
  })
})
