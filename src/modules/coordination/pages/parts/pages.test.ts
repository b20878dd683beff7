import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../../reactions.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  reactions(region.events)
})

const sent = async () =>
  aSentRequest(region.scope(region.anyone), {
    card: { dayparts: ['morning', 'evening'], careKinds: ['personal-care', 'nursing'] },
  })
const partsOf = async (id: string) =>
  region.asOwner<{ id: string; taker_organization_id: string | null }>(
    'select id, taker_organization_id from requests.part where request_id = $1 and ended_at is null order by position',
    [id],
  )
const division = { 'deel-morning': '1', 'deel-evening': '2', overzicht: '1' }

describe('dividing on the pages', () => {
  test('the nurse chooses parts, keeps what was chosen when it is wrong, and each part has its taker', async () => {
    const { id } = await sent()
    const nurse = app.as(region.people.nurseAlfa)
    expect((await nurse.get(`/zorgvragen/${id}`)).text).toContain('Verdelen over meer organisaties')
    const page = await nurse.get(`/zorgvragen/${id}/verdelen`)
    expect([page.status, page.text.includes('Ochtend'), page.text.includes('Per soort zorg')]).toEqual([
      200,
      true,
      true,
    ])
    const wrong = await nurse.post(`/zorgvragen/${id}/verdelen`, { ...division, 'deel-evening': '1' })
    expect([wrong.status, wrong.text.includes('Maak ten minste twee delen')]).toEqual([422, true])
    expect((await nurse.post(`/zorgvragen/${id}/verdelen`, division)).status).toBe(303)
    const divided = await nurse.get(`/zorgvragen/${id}`)
    expect([divided.text.includes('Verdeeld in 2 delen'), divided.text.includes('nog 2 open')]).toEqual([true, true])
    expect((await nurse.get('/zorgvragen')).text).toContain('Verdeeld, nog open: ochtend; avond')

    const [morning, evening] = await partsOf(id)
    expect((await nurse.post(`/zorgvragen/${id}/delen/${morning!.id}/nemen`, {})).status).toBe(303)
    const late = await app.as(region.people.nurseBeta).post(`/zorgvragen/${id}/delen/${morning!.id}/nemen`, {})
    expect([late.status, late.text.includes('Alfa Thuiszorg heeft dit al genomen.')]).toEqual([409, true])
    expect((await nurse.get(`/zorgvragen/${id}/delen/${evening!.id}/zorg-gestart`)).status).toBe(303)
    expect((await nurse.get(`/zorgvragen/${id}/delen/${morning!.id}/zorg-gestart`)).text).toContain(
      'Zorg is gestart: ochtend',
    )
    expect((await nurse.get(`/zorgvragen/${id}/delen/${morning!.id}/teruggeven`)).text).toContain('Deel teruggeven')
    const back = await nurse.post(`/zorgvragen/${id}/delen/${morning!.id}/teruggeven`, { reden: 'no-room' })
    expect(back.status).toBe(303)
    expect((await partsOf(id)).map((part) => part.taker_organization_id)).toEqual([null, null])
  })

  test('has nothing open any more once the request went elsewhere: not for the team, nor for who asked', async () => {
    const { id, number, key } = await sent()
    const nurse = app.as(region.people.nurseAlfa)
    await nurse.post(`/zorgvragen/${id}/verdelen`, division)
    const [morning] = await partsOf(id)
    await nurse.post(`/zorgvragen/${id}/delen/${morning!.id}/nemen`, {})
    const stillSought = 'Wij zoeken nog een organisatie'
    const before = (await nurse.get(`/zorgvragen/${id}`)).text
    expect([before.includes('nog 1 open'), before.includes('nog niet genomen')]).toEqual([true, true])
    expect((await app.as().get(`/volg/${number}/${key}`)).text).toContain(stillSought)
    expect((await nurse.post(`/zorgvragen/${id}/doorverwijzen`, { reden: 'wmo' })).status).toBe(303)
    const page = (await nurse.get(`/zorgvragen/${id}`)).text
    for (const told of ['Was verdeeld in 2 delen', 'Alfa Thuiszorg, tot het einde', 'niet genomen'])
      expect(page).toContain(told)
    expect(page).not.toMatch(/nog 1 open|nog niet genomen|houdt het overzicht/)
    const followed = (await app.as().get(`/volg/${number}/${key}`)).text
    expect(followed).toContain('Gemeente (Wmo)')
    expect(followed).not.toContain(stillSought)
  })

  test('a party from outside is asked for a part, sees it on its list, and says that it cannot', async () => {
    const { id } = await sent()
    const nurse = app.as(region.people.nurseAlfa)
    await nurse.post(`/zorgvragen/${id}/verdelen`, division)
    const [, evening] = await partsOf(id)
    const path = `/zorgvragen/${id}/delen/${evening!.id}`
    expect((await nurse.post(`${path}/uitvragen`, {})).status).toBe(422)
    expect((await nurse.post(`${path}/uitvragen`, { organisatie: region.organizations.gamma })).status).toBe(303)
    const gamma = app.as(region.people.nurseGamma)
    expect((await gamma.get('/zorgvragen?lijst=gevraagd')).text).toContain('voor een deel gevraagd')
    expect((await gamma.post(`${path}/kan-niet`, {})).status).toBe(422)
    const wordless = await gamma.post(`${path}/kan-niet`, { reden: 'other' })
    expect([wordless.status, wordless.text]).toEqual([422, expect.stringContaining('Vertel kort wat u bedoelt')])
    const why = { reden: 'other', toelichting: 'De fiets is stuk' }
    expect((await gamma.post(`${path}/kan-niet`, why)).status).toBe(303)
    expect((await gamma.get(`/zorgvragen/${id}`)).status).toBe(404)
    expect((await nurse.get(`/zorgvragen/${id}`)).text).toContain('De fiets is stuk')
  })

  test('is not there for who has nothing to divide or nothing to do with it', async () => {
    const single = await aSentRequest(region.scope(region.anyone))
    const nurse = app.as(region.people.nurseAlfa)
    expect((await nurse.get(`/zorgvragen/${single.id}/verdelen`)).status).toBe(303)
    const { id } = await sent()
    expect((await app.as(region.people.nurseGamma).get(`/zorgvragen/${id}/verdelen`)).status).toBe(404)
    expect((await app.as(region.people.transferNurse).get(`/zorgvragen/${id}/verdelen`)).status).toBe(403)
    expect((await app.as().get(`/zorgvragen/${id}/verdelen`)).status).toBe(303)
    const stranger = await app.as(region.people.nurseGamma).post(`/zorgvragen/${id}/verdelen`, division)
    expect([stranger.status, await partsOf(id)]).toEqual([404, []])
  })

  test('the API does the same, and tells the parts without identity', async () => {
    const { id } = await sent()
    const nurse = app.as(region.people.nurseAlfa)
    const parts = [{ pieces: ['morning'] }, { pieces: ['evening'] }]
    const twice = await nurse.api('POST', `/api/care-requests/${id}/split`, {
      by: 'daypart',
      overview: 0,
      parts: parts.slice(0, 1),
    })
    expect([twice.status, twice.json<{ code: string }>().code]).toEqual([422, 'piece-missing'])
    expect(
      (await nurse.api('POST', `/api/care-requests/${id}/split`, { by: 'daypart', overview: 0, parts })).status,
    ).toBe(200)
    const [morning] = await partsOf(id)
    expect((await nurse.api('POST', `/api/care-requests/${id}/parts/${morning!.id}/take`, {})).status).toBe(200)
    const told = await nurse.api('GET', `/api/care-requests/${id}`)
    const { request } = told.json<{ request: { splitBy: string; parts: { takenBy: string | null }[] } }>()
    expect([request.splitBy, request.parts.map(({ takenBy }) => takenBy)]).toEqual([
      'daypart',
      ['Alfa Thuiszorg', null],
    ])
  })
})

describe('handing over on the pages', () => {
  test('is asked, read without identity, accepted, and told to who asked for the care', async () => {
    const { id, number, key } = await sent()
    const nurse = app.as(region.people.nurseAlfa)
    await nurse.post(`/zorgvragen/${id}/nemen`, {})
    expect((await nurse.get(`/zorgvragen/${id}/overdragen`)).text).toContain('Aan welke organisatie?')
    expect((await nurse.post(`/zorgvragen/${id}/overdragen`, {})).status).toBe(422)
    expect((await nurse.post(`/zorgvragen/${id}/overdragen`, { organisatie: region.organizations.gamma })).status).toBe(
      303,
    )
    const gamma = app.as(region.people.nurseGamma)
    expect((await gamma.get('/zorgvragen?lijst=gevraagd')).text).toMatch(/overnemen gevraagd.*Antwoord vóór/s)
    const card = await gamma.get(`/zorgvragen/${id}`)
    expect([card.text.includes('Ja, wij nemen over'), card.text.includes('van der Meer')]).toEqual([true, false])
    expect((await gamma.post(`/zorgvragen/${id}/niet-overnemen`, {})).status).toBe(422)
    expect((await gamma.post(`/zorgvragen/${id}/overnemen`, {})).status).toBe(303)
    expect((await gamma.get(`/zorgvragen/${id}`)).text).toContain('van der Meer')
    expect((await nurse.get(`/zorgvragen/${id}`)).text).not.toContain('van der Meer')
    const followed = await app.as().get(`/volg/${number}/${key}`)
    expect(followed.text).toContain('Gamma aan Huis neemt de zorg over')
  })
})
