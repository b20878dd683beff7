import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { anyIdentity, aSentRequest } from '../../testing.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

const aSent = () => aSentRequest(region.scope(region.anyone), { identity: { email: 'jo@example.nl' } })
const right = { 'birthDate-day': '27', 'birthDate-month': 'maart', 'birthDate-year': '1941' }
const opened = async () => {
  const sent = await aSent()
  const at = `/volg/${sent.number}/${sent.key}`
  const visitor = app.as()
  expect((await visitor.post(`${at}/controle`, right)).location).toBe(at)
  return { sent, at, visitor }
}

describe('the private page', () => {
  test('shows where it stands without script, is not kept and not indexed', async () => {
    const { number, key } = await aSent()
    const page = await app.as().get(`/volg/${number}/${key}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Hoe staat het met de zorgvraag?')
    expect(page.text).toContain('tel:+31260000001')
    expect(page.text).not.toMatch(anyIdentity)
    expect(page.text).not.toMatch(/<script|wassen/)
    // Of what one reads, that is: the keys in its addresses may spell anything.
    expect(page.text.replace(/<[^>]+>/g, ' ')).not.toMatch(/Meer|1941|6811/)
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
    expect((await app.as().get('/aanvragen')).headers['x-robots-tag']).toBeUndefined()
  })

  test('opens with the birth date for half an hour, in this browser and for this link only', async () => {
    const { at, visitor, sent } = await opened()
    const full = await visitor.get(at)
    expect(full.text).toContain('Johanna van der Meer')
    expect(full.text).toContain('Wie heeft gekeken?')
    const set = await app.as().post(`${at}/controle`, right)
    expect(String(set.headers['set-cookie'])).toMatch(
      new RegExp(`follow=.*Max-Age=1800; Path=/volg/${sent.number}; HttpOnly; SameSite=Lax`),
    )
    expect((await app.as().get(at)).text).not.toContain('Johanna')
    const other = await aSent()
    expect((await visitor.get(`/volg/${other.number}/${other.key}`)).text).not.toContain('Johanna')
    app.setClock(new Date(Date.now() + 31 * 60_000))
    expect((await visitor.get(at)).text).not.toContain('Johanna')
    app.setClock()
  })

  test('tells beside the boxes what is wrong, counts, and stops after five', async () => {
    const sent = await aSent()
    const check = `/volg/${sent.number}/${sent.key}/controle`
    const visitor = app.as()
    expect((await visitor.post(check, {})).status).toBe(422)
    expect((await visitor.post(check, { ...right, 'birthDate-month': '13' })).text).toContain(
      'een datum in die bestaat',
    )
    for (let left = 4; left >= 0; left -= 1) {
      const wrong = await visitor.post(check, { ...right, 'birthDate-year': '1942' })
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain(left > 0 ? `nog ${left} van de 5 keer` : 'over een kwartier')
      expect(wrong.text).toContain('value="1942"')
    }
    const blocked = await visitor.post(check, right)
    expect(blocked.status).toBe(429)
    expect(blocked.text).toContain('Te vaak een verkeerde datum')
    expect(blocked.text).not.toContain('Johanna')
  })

  test.each([
    '/volg/AAAAAAAA/x',
    '/volg/%00/%00',
    `/volg/K7MPX4TD/${'a'.repeat(32)}`,
    `/volg/${'A'.repeat(150)}/b`,
    '/volg/../../etc',
  ])('%s is no link, and says no more than that', async (address) => {
    const page = await app.as().get(address)
    expect([400, 404]).toContain(page.status)
    expect((await app.as().get(`/volg/${(await aSent()).number}/${'b'.repeat(32)}`)).text).toContain(
      'Deze link werkt niet',
    )
  })

  test('a pasted link opens it; a number alone explains that a link is needed', async () => {
    const { number, key } = await aSent()
    const visitor = app.as()
    expect((await visitor.get('/volg')).text).toContain('Link kwijt?')
    expect((await visitor.post('/volg', { link: `http://127.0.0.1:3000/volg/${number}/${key}?x=1` })).location).toBe(
      `/volg/${number}/${key}`,
    )
    for (const link of ['', number, 'https://elders.example/volg/x', '\u0000'])
      expect((await visitor.post('/volg', { link })).status).toBe(422)
  })
})

describe('from there', () => {
  test('nothing can be done before the birth date was given', async () => {
    const { number, key, id } = await aSent()
    const at = `/volg/${number}/${key}`
    for (const deed of ['aanvullen', 'corrigeren', 'intrekken', 'nieuwe-link']) {
      const answer = await app.as().post(`${at}/${deed}`, { text: 'x', reason: 'arranged' })
      expect([answer.status, answer.location]).toEqual([303, at])
    }
    expect(await region.asOwner('select state from requests.care_request where id = $1', [id])).not.toEqual([
      { state: 'withdrawn' },
    ])
  })

  test('one adds a file and reads it again; what is no document is told beside the chooser, and nobody else reads it', async () => {
    const { at, visitor } = await opened()
    const file = (name: string, content: string) => ({
      field: 'files',
      name,
      type: 'text/plain',
      content: Buffer.from(content),
    })
    expect((await visitor.postFiles(`${at}/bestand`, {}, [])).text).toContain('Kies een bestand')
    const wrong = await visitor.postFiles(`${at}/bestand`, {}, [
      { ...file('foto.png', 'geen foto'), type: 'image/png' },
    ])
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('foto.png')
    // Without script nothing makes a photo smaller: the page says beforehand how large it may be, and afterwards which one was not.
    expect(wrong.text).toContain('Een bestand is hoogstens 10 MB.')
    const large = { ...file('wond.txt', ''), content: Buffer.alloc(10 * 1024 * 1024 + 1, 0x61) }
    const tooLarge = await visitor.postFiles(`${at}/bestand`, {}, [file('medicijnen.txt', 'ijzer'), large])
    expect(tooLarge.status).toBe(422)
    expect(tooLarge.text).toContain('Het bestand ‘wond.txt’ is groter dan 10 MB. Kies een kleiner bestand.')
    expect((await visitor.get(at)).text).not.toContain('medicijnen.txt')
    expect((await visitor.postFiles(`${at}/bestand`, {}, [file('medicijnen.txt', 'ijzer')])).location).toBe(
      `${at}?gelukt=bestand`,
    )
    const page = await visitor.get(at)
    const [, href = ''] = /href="([^"]+\/bestand\/[0-9a-f-]{36})"/.exec(page.text) ?? []
    const saved = await visitor.get(href)
    expect(saved.text).toBe('ijzer')
    expect(saved.headers['content-disposition']).toContain('medicijnen.txt')
    expect((await app.as().get(href)).location).toBe(at)
    const other = await opened()
    expect((await other.visitor.get(href.replace(at, other.at))).status).toBe(404)
  })

  test('one supplements, corrects and withdraws, and what was typed stays when something is wrong', async () => {
    const { at, visitor } = await opened()
    expect((await visitor.post(`${at}/aanvullen`, { text: '' })).status).toBe(422)
    expect((await visitor.post(`${at}/aanvullen`, { text: 'De sleutel ligt bij de buren.' })).location).toBe(
      `${at}?gelukt=aangevuld`,
    )
    expect((await visitor.get(at)).text).toContain('De sleutel ligt bij de buren.')
    const form = (await visitor.get(`${at}/corrigeren`)).text
    expect(form).toContain('value="jo@example.nl"')
    const fields = {
      phone: '0687654321',
      email: 'jo@example.nl',
      postcode: '6811 AB',
      houseNumber: '12',
      question: 'Alleen douchen.',
    }
    const wrong = await visitor.post(`${at}/corrigeren`, { ...fields, phone: 'nul', contactPhone: '0612121212' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="nul"')
    expect(wrong.text).toContain('Vul de naam van de contactpersoon in')
    expect((await visitor.post(`${at}/corrigeren`, { ...fields, postcode: '6841 AB' })).text).toContain(
      'Dit is een andere wijk',
    )
    expect((await visitor.post(`${at}/corrigeren`, fields)).status).toBe(303)
    expect((await visitor.get(at)).text).toContain('06 87 65 43 21')
    expect((await visitor.post(`${at}/intrekken`, {})).text).toContain('Kies waarom')
    expect((await visitor.post(`${at}/intrekken`, { reason: 'arranged' })).status).toBe(303)
    expect((await visitor.get(at)).text).toContain('De zorgvraag is ingetrokken')
    expect((await visitor.post(`${at}/intrekken`, { reason: 'arranged' })).status).toBe(409)
  })

  test('a new link takes the place of the old one', async () => {
    const { at, visitor } = await opened()
    const answer = await visitor.post(`${at}/nieuwe-link`)
    expect(answer.status).toBe(303)
    expect((await visitor.get(answer.location ?? '')).text).toContain('Dit is uw nieuwe link')
    expect((await visitor.get(at)).status).toBe(404)
  })
})

describe('for programs', () => {
  test('the link tells where it stands and nothing of the client', async () => {
    const { number, key } = await aSent()
    const answer = await app.as().api('GET', `/api/follow/${number}/${key}`)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.json<object>())).toEqual(['number', 'state', 'submittedAt', 'actBy', 'holder', 'history'])
    expect((await app.as().api('GET', `/api/follow/${number}/${'c'.repeat(32)}`)).status).toBe(404)
  })

  test('a referrer’s own system refers, checks, reads, changes and withdraws; another organisation’s does not', async () => {
    const nurse = app.as(region.people.transferNurse)
    const gp = app.as(region.people.gp)
    const body = {
      sentKey: '0198f2aa-1111-7000-8000-000000000001',
      card: { source: 'gp', priority: 'today', careKinds: ['nursing'], location: 'hospital' },
      identity: {
        familyName: 'Koppeling',
        birthDate: '1950-01-01',
        postcode: '6811AB',
        houseNumber: '3',
        bsn: '999900018',
        question: 'Verpleging thuis',
        particulars: { diagnoses: 'COPD' },
      },
      consent: { givenBy: 'told-to-referrer', scope: ['share-with-team'], textVersion: '2026-11' },
    }
    const sent = await nurse.api('POST', '/api/referrals', body)
    expect(sent.status).toBe(201)
    const { id } = sent.json<{ id: string }>()
    expect((await nurse.api('POST', '/api/referrals', body)).json<{ id: string }>().id).toBe(id)
    const stolen = await gp.api('POST', '/api/referrals', body)
    expect(stolen.json<{ id: string }>().id).not.toBe(id)
    expect((await gp.api('POST', '/api/referrals/check', { bsn: '999900018' })).json()).toMatchObject({
      open: { state: 'listed' },
    })
    expect((await gp.api('POST', '/api/referrals/check', {})).status).toBe(400)
    expect((await nurse.api('GET', `/api/referrals/${id}`)).json()).toMatchObject({
      identity: { familyName: 'Koppeling', bsnEnd: '018', particulars: { diagnoses: 'COPD' } },
      history: [{ code: 'submitted' }, { code: 'routed' }],
    })
    expect(
      (await nurse.api('GET', '/api/referrals')).json<{ items: { id: string }[] }>().items.map((item) => item.id),
    ).toContain(id)
    expect((await nurse.api('POST', `/api/referrals/${id}/supplement`, { text: 'Nog iets' })).status).toBe(200)
    expect((await nurse.api('POST', `/api/referrals/${id}/date`, { startOn: '2026-12-24' })).status).toBe(200)
    for (const [deed, given] of [
      ['supplement', { text: 'x' }],
      ['date', { startOn: '2026-12-24' }],
      ['withdraw', { reason: 'arranged' }],
    ] as const)
      expect((await gp.api('POST', `/api/referrals/${id}/${deed}`, given)).status).toBe(404)
    expect((await gp.api('GET', `/api/referrals/${id}`)).status).toBe(404)
    expect((await nurse.api('POST', `/api/referrals/${id}/withdraw`, { reason: 'niets' })).status).toBe(422)
    expect(
      (await nurse.api('POST', `/api/referrals/${id}/withdraw`, { reason: 'arranged', state: 'assigned' })).status,
    ).toBe(400)
    expect((await nurse.api('POST', `/api/referrals/${id}/withdraw`, { reason: 'arranged' })).status).toBe(200)
    expect((await nurse.api('POST', `/api/referrals/${id}/withdraw`, { reason: 'arranged' })).status).toBe(409)
    expect((await app.as(region.people.nurseAlfa).api('GET', '/api/referrals')).status).toBe(403)
    expect((await app.as().api('GET', '/api/referrals')).status).toBe(401)
    expect((await app.as().api('GET', '/api/openapi.json')).text).toContain('/api/referrals/{id}/date')
  })
})
