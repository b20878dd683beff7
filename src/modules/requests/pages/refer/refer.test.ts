import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

const whoFields = {
  familyName: 'Zonderland',
  'birthDate-day': '3',
  'birthDate-month': '4',
  'birthDate-year': '1940',
  postcode: '6811 ab',
  houseNumber: '12',
}
const rightFields = {
  ...whoFields,
  phone: '06 12345678',
  question: 'Hulp bij wassen na een heupoperatie.',
  careKinds: ['personal-care'],
  priority: 'within-24-hours',
  location: 'hospital',
  requesterPhone: '026 1234567',
  consent: 'told',
}
const aFile = (content: Buffer | string, type = 'text/plain', name = 'brief.txt', field = 'files') => ({
  field,
  name,
  type,
  content: Buffer.from(content),
})
const send = async (fields: Record<string, string | string[]> = {}, files: ReturnType<typeof aFile>[] = []) => {
  const visitor = app.as(region.people.transferNurse)
  const answer = await visitor.postFiles('/verwijzen', { sentKey: newId(), ...rightFields, ...fields }, files)
  return { visitor, answer, id: /verwijzingen\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? '' }
}

describe('the form for referrers', () => {
  test('is prefilled with who refers and what is usual there', async () => {
    const page = await app.as(region.people.transferNurse).get('/verwijzen')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Tess Transfer, Ziekenhuis Testwijk')
    expect(page.text).toMatch(/value="hospital" checked|checked="" value="hospital"|id="location-2"[^>]*checked/)
    expect(page.headers['cache-control']).toBe('no-store')
  })

  test('is for referrers only', async () => {
    expect((await app.as(region.people.nurseAlfa).get('/verwijzen')).status).toBe(403)
    expect((await app.as().get('/verwijzen')).status).toBe(303)
  })

  test('sends with the least that is needed, and shows who is on it', async () => {
    const { visitor, answer, id } = await send()
    expect(answer.status).toBe(303)
    const page = await visitor.get(answer.location ?? '')
    expect(page.status).toBe(200)
    expect(page.text).toContain('De zorgvraag is verstuurd')
    expect(page.text).toContain('tel:+31260000001')
    const [row] = await region.asOwner(
      'select source, channel, requester_organization_id from requests.care_request where id = $1',
      [id],
    )
    expect(row).toEqual({
      source: 'hospital',
      channel: 'portal',
      requester_organization_id: region.organizations.hospital,
    })
  })

  test('sent twice is one request, and goes to the same page', async () => {
    const sentKey = newId()
    const visitor = app.as(region.people.transferNurse)
    const fields = { ...rightFields, ...whoFields, familyName: 'Tweemaal', sentKey }
    const [one, two] = [
      await visitor.postFiles('/verwijzen', fields, []),
      await visitor.postFiles('/verwijzen', fields, []),
    ]
    expect(one.status).toBe(303)
    expect(two.location).toBe(one.location)
  })

  test('warns before filling when the same client has an open request, and again before sending', async () => {
    await send({ familyName: 'Dubbel' })
    const gp = app.as(region.people.gp)
    const check = await gp.postFiles(
      '/verwijzen/controleren',
      { ...whoFields, familyName: 'dubbel', question: 'al getypt' },
      [],
    )
    expect(check.status).toBe(200)
    expect(check.text).toContain('Er loopt al een zorgvraag')
    expect(check.text).toContain('al getypt')
    const again = await gp.postFiles('/verwijzen', { ...rightFields, familyName: 'Dubbel', sentKey: newId() }, [])
    expect(again.status).toBe(409)
    const anyway = await gp.postFiles(
      '/verwijzen',
      { ...rightFields, familyName: 'Dubbel', sentKey: newId(), sendAnyway: 'ja' },
      [],
    )
    expect(anyway.status).toBe(303)
    const none = await gp.postFiles('/verwijzen/controleren', { ...whoFields, familyName: 'Niemand' }, [])
    expect(none.text).toContain('Er loopt nog geen zorgvraag')
    expect((await gp.postFiles('/verwijzen/controleren', { familyName: 'Niemand' }, [])).status).toBe(422)
  })

  test('keeps every professional field that was filled in', async () => {
    const { visitor, answer } = await send({
      familyName: 'Volledig',
      bsn: '9999 00 006',
      bsnCheckedWith: 'passport',
      contactName: 'Piet Volledig',
      contactPhone: '0612121212',
      dayparts: ['morning', 'evening'],
      timesPerWeek: '14',
      hoursPerWeek: '5,5',
      ward: 'B3',
      'dischargeOn-day': '5',
      'dischargeOn-month': '12',
      'dischargeOn-year': String(new Date().getFullYear()),
      certainty: 'certain',
      'action-386420003': '2 keer per dag',
      otherActions: 'oogdruppelen, 4 keer per dag',
      indication: 'present',
      indicatedBy: 'W. Kundige',
      insurer: '3332',
      financing: 'zvw',
      diagnoses: 'Heupfractuur',
      allergies: 'Penicilline',
      woundKind: '112633009',
      medicationHelp: 'giving',
      medicationMore: ['opiates'],
      lines: ['oxygen'],
      excretion: ['stoma'],
      executionAct: 'Subcutaan injecteren',
      executionInstructions: '0,4 ml om 20.00 uur',
      executionDoctor: 'dr. Arts',
      palliativePhase: 'symptom-directed',
      palliativeKit: 'present',
      'directive-89666000': '2',
      alerts: ['fall', 'mrsa'],
      twoCarers: 'ja',
      homeKind: 'FLATW',
      keySafe: 'present',
      preferredOrganization: region.organizations.alfa,
      preferenceReason: 'eerder goede zorg',
      language: 'tr',
      interpreter: 'interpreter',
      carerGender: 'female',
      warmHandover: 'ja',
    })
    expect(answer.status).toBe(303)
    const { text } = await visitor.get(answer.location ?? '')
    for (const shown of [
      'eindigt op 006',
      'Piet Volledig',
      'ochtend, avond',
      '14 keer per week',
      '5,5 uur',
      'B3',
      'ondersteunen bij wassen, 2 keer per dag',
      'oogdruppelen',
      'W. Kundige',
      'Menzis',
      'Heupfractuur',
      'Penicilline',
      'operatiewond',
      'opiaten',
      'zuurstof',
      'stoma',
      'Subcutaan injecteren',
      'dr. Arts',
      'symptoomgerichte',
      'Behandelgrens: reanimeren',
      'valgevaar',
      'MRSA',
      'twee tegelijk',
      'flat of appartement',
      'Alfa Thuiszorg',
      'Turks',
      'nodig',
    ])
      expect(text).toContain(shown)
  })
})

describe('what is wrong in a field', () => {
  const wrong: [string, Record<string, string | string[]>, string][] = [
    ['familyName', { familyName: '' }, 'Vul de achternaam in'],
    ['familyName', { familyName: '<script>' }, 'alleen letters'],
    ['birthDate', { 'birthDate-day': '31', 'birthDate-month': '2' }, 'een datum in die bestaat'],
    ['birthDate', { 'birthDate-year': '2999' }, 'in de toekomst'],
    ['birthDate', { 'birthDate-year': '1700' }, 'Controleer het geboortejaar'],
    ['bsn', { bsn: '123456789' }, 'Dit is geen BSN'],
    ['postcode', { postcode: '0000 AA' }, 'Vul een postcode in'],
    ['postcode', { postcode: '9999 AB' }, 'niet in onze regio'],
    ['houseNumber', { houseNumber: 'twaalf' }, 'Vul een huisnummer in'],
    ['phone', { phone: '', contactName: '' }, 'Vul een nummer in'],
    ['phone', { phone: '12' }, 'Vul een telefoonnummer in'],
    ['question', { question: '   ' }, 'waarvoor hulp nodig is'],
    ['question', { question: 'tekst \u0000 met nul' }, 'een teken dat wij niet kunnen lezen'],
    ['careKinds', { careKinds: [] }, 'Kies welke zorg nodig is'],
    ['careKinds', { careKinds: ['nursing', 'iets-anders'] }, 'Kies uit de lijst'],
    ['priority', { priority: 'gisteren' }, 'Kies hoe snel'],
    ['location', { location: ['home', 'hospital'] }, 'één keer'],
    ['timesPerWeek', { timesPerWeek: '-1' }, 'Vul een heel getal in'],
    ['hoursPerWeek', { hoursPerWeek: '1e9' }, 'Vul een getal in'],
    [
      'dischargeOn',
      { 'dischargeOn-day': '1', 'dischargeOn-month': '1', 'dischargeOn-year': '2019' },
      'ver in het verleden',
    ],
    ['startOn', { 'startOn-day': '1', 'startOn-month': '1', 'startOn-year': '2099' }, 'meer dan een jaar vooruit'],
    ['executionInstructions', { executionAct: 'Injecteren', executionDoctor: 'dr. A' }, 'Vul de instructie in'],
    ['preferredOrganization', { preferredOrganization: newId() }, 'Kies een organisatie'],
    ['requesterPhone', { requesterPhone: '' }, 'waarop het team u kan bellen'],
    ['consent', { consent: '' }, 'goed vindt'],
  ]
  test.each(wrong)('%s is told beside it, and what was typed stays', async (name, fields, message) => {
    const { answer } = await send({ diagnoses: 'dit typte ik', ...fields })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('<title>Fout: ')
    expect(answer.text).toContain(`href="#${name}"`)
    expect(answer.text).toContain(`id="${name}"`)
    expect(answer.text).toContain(message)
    expect(answer.text).toContain('dit typte ik')
  })

  test('in every field at once is never a fault of ours', async () => {
    const form = (await app.as(region.people.transferNurse).get('/verwijzen')).text
    const names = [...new Set([...form.matchAll(/ name="([\w-]+)"/g)].map(([, name]) => name!))].filter(
      (name) => name !== '_csrf',
    )
    expect(names.length).toBeGreaterThan(90)
    for (const value of [
      '\u0000',
      '\u202e',
      '<b>"\'',
      '-1',
      '9'.repeat(5000),
      'é'.repeat(300),
      '%00',
      "'; drop table x; --",
      '😀',
    ]) {
      const { answer } = await send(Object.fromEntries(names.map((name) => [name, value])))
      expect(answer.status).toBe(422)
      const twice = await send(Object.fromEntries(names.map((name) => [name, [value, value]])))
      expect(twice.answer.status).toBe(422)
    }
  }, 120_000)
})

describe('attachments', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n')
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  test('wait on the server while another field is mended, and go along', async () => {
    const sentKey = newId()
    const visitor = app.as(region.people.transferNurse)
    const first = await visitor.postFiles('/verwijzen', { ...rightFields, familyName: '', sentKey }, [
      aFile(pdf, 'application/pdf', 'ontslag.pdf'),
      aFile(png, 'image/png', 'wond.png', 'files-wound-photo'),
    ])
    expect(first.status).toBe(422)
    expect(first.text).toContain('Deze bestanden zijn al ontvangen')
    expect(first.text).toContain('ontslag.pdf')
    const [kept] = await region.asOwner<{ n: number; clear: boolean }>(
      `select count(*)::int as n, bool_or(position('%PDF'::bytea in content_sealed) > 0) as clear from requests.pending_attachment where form_key = $1`,
      [sentKey],
    )
    expect(kept).toEqual({ n: 2, clear: false })
    expect((await app.as(region.people.gp).postFiles('/verwijzen', { sentKey }, [])).text).not.toContain('ontslag.pdf')
    const second = await visitor.postFiles('/verwijzen', { ...rightFields, familyName: 'Bijlage', sentKey }, [])
    const { text } = await visitor.get(second.location ?? '')
    expect(text).toContain('ontslag.pdf')
    expect(text).toContain('wondfoto')
    expect(await region.asOwner('select 1 from requests.pending_attachment where form_key = $1', [sentKey])).toEqual([])
  })

  test('are served for saving only, to who may open the identity, and in the log', async () => {
    const { visitor, answer, id } = await send({ familyName: 'Download' }, [
      aFile(pdf, 'application/pdf', 'brief é "x".pdf'),
    ])
    const { text } = await visitor.get(answer.location ?? '')
    const address = /\/zorgvragen\/[0-9a-f-]+\/bijlagen\/[0-9a-f-]+/.exec(text)?.[0] ?? ''
    const file = await visitor.get(address)
    expect(file.status).toBe(200)
    expect(file.raw.equals(pdf)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="brief _ _22x_22.pdf"; filename\*=UTF-8''brief%20%C3%A9/,
    )
    for (const other of [region.people.gp, region.people.nurseAlfa])
      expect((await app.as(other).get(address)).status).toBe(404)
    expect((await app.as(region.people.manager).get(address)).status).toBe(403)
    const rows = await region.asOwner(
      `select user_id from audit.event where event_type = 'attachment.read' and care_request_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ user_id: region.people.transferNurse.userId }])
  })

  test.each([
    [
      'a web page that says it is a picture',
      aFile('<html><script>alert(1)</script>', 'image/png', 'foto.png'),
      'past niet bij het soort bestand',
    ],
    ['a web page', aFile('<html>', 'text/html', 'x.html'), 'geen pdf, jpeg, png of platte tekst'],
    ['a picture with script', aFile('<svg onload="x"/>', 'image/svg+xml', 'x.svg'), 'geen pdf'],
    [
      'a program that says it is text',
      aFile(Buffer.from([0x4d, 0x5a, 0x90, 0x00]), 'text/plain', 'x.txt'),
      'past niet bij',
    ],
    ['text that is no UTF-8', aFile(Buffer.from([0xff, 0xfe, 0x41]), 'text/plain', 'x.txt'), 'past niet bij'],
    ['an empty file', aFile('', 'text/plain', 'leeg.txt'), 'is leeg'],
    [
      'a file over 10 MB',
      aFile(Buffer.alloc(10 * 1024 * 1024 + 1, 0x61), 'text/plain', 'groot.txt'),
      'groter dan 10 MB',
    ],
  ])('%s is refused beside the chooser', async (_what, file, message) => {
    const { answer } = await send({ familyName: 'Fout' }, [file])
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(answer.text).toContain('href="#files"')
  })

  test('more than ten are refused, and nothing that was typed is lost', async () => {
    const { answer } = await send(
      { familyName: 'Elf' },
      Array.from({ length: 11 }, (_, index) => aFile('x', 'text/plain', `${index}.txt`)),
    )
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Er passen 10 bestanden')
    expect(answer.text).toContain('value="Elf"')
  })

  test('a form that breaks off is refused, not a fault', async () => {
    const visitor = app.as(region.people.transferNurse)
    const broken = await app.server.inject({
      method: 'POST',
      url: '/verwijzen',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'x-test-actor': region.people.transferNurse.userId,
      },
      payload: '--x\r\nContent-Disposition: form-data; name="a"',
    })
    expect(broken.statusCode).toBeLessThan(500)
    expect((await visitor.get('/verwijzen')).status).toBe(200)
  })
})

describe('mijn verwijzingen', () => {
  test('lists, filters in the address and finds by number or name without putting either in an address', async () => {
    const { visitor, id } = await send({ familyName: 'Lijstman' })
    const list = await visitor.get('/verwijzingen?groep=open&periode=week')
    expect(list.text).toContain('Lijstman')
    expect((await visitor.get('/verwijzingen?groep=ended')).text).not.toContain('Lijstman')
    const found = await visitor.post('/verwijzingen/zoeken', { zoek: 'lijst' })
    expect(found.status).toBe(200)
    expect(found.text).toContain(`/verwijzingen/${id}`)
    expect((await visitor.post('/verwijzingen/zoeken', { zoek: '' })).status).toBe(422)
    const gp = app.as(region.people.gp)
    expect((await gp.get('/verwijzingen?groep=all')).text).not.toContain('Lijstman')
    expect((await gp.post('/verwijzingen/zoeken', { zoek: 'lijst' })).text).not.toContain(id)
    expect((await gp.get(`/verwijzingen/${id}`)).status).toBe(404)
    for (const deed of ['datum', 'aanvullen', 'intrekken'])
      expect(
        (
          await gp.post(`/verwijzingen/${id}/${deed}`, {
            text: 'x',
            reason: 'arranged',
            'startOn-day': '1',
            'startOn-month': '12',
            'startOn-year': String(new Date().getFullYear()),
          })
        ).status,
      ).toBe(404)
    expect((await visitor.get('/verwijzingen/geen-id')).status).toBe(404)
    expect((await visitor.get('/verwijzingen?pagina=9999999&groep=constructor&periode=%00')).status).toBe(200)
  })

  test('a moved discharge is one form: the day and a button', async () => {
    const { visitor, id } = await send({
      familyName: 'Verschoven',
      'dischargeOn-day': '1',
      'dischargeOn-month': '12',
      'dischargeOn-year': String(new Date().getFullYear()),
    })
    const year = String(new Date().getFullYear())
    const moved = await visitor.post(`/verwijzingen/${id}/datum`, {
      'dischargeOn-day': '3',
      'dischargeOn-month': '12',
      'dischargeOn-year': year,
      'startOn-day': '',
      certainty: 'certain',
    })
    expect(moved.location).toBe(`/verwijzingen/${id}?gelukt=datum`)
    expect((await visitor.get(moved.location ?? '')).text).toContain('Datum gewijzigd')
    const [row] = await region.asOwner(
      'select discharge_on, start_on, date_changed_at is not null as seen from requests.care_request where id = $1',
      [id],
    )
    expect(row).toEqual({ discharge_on: `${year}-12-03`, start_on: `${year}-12-03`, seen: true })
    expect((await visitor.post(`/verwijzingen/${id}/datum`, {})).status).toBe(422)
  })

  test('withdrawing asks for a reason, and afterwards nothing can be changed', async () => {
    const { visitor, id } = await send({ familyName: 'Weg' })
    expect((await visitor.post(`/verwijzingen/${id}/intrekken`, {})).status).toBe(422)
    expect((await visitor.post(`/verwijzingen/${id}/intrekken`, { reason: 'other' })).text).toContain(
      'Vul een toelichting in',
    )
    expect((await visitor.post(`/verwijzingen/${id}/intrekken`, { reason: 'deceased' })).status).toBe(303)
    expect((await visitor.get(`/verwijzingen/${id}`)).text).toContain('Ingetrokken')
    expect((await visitor.post(`/verwijzingen/${id}/intrekken`, { reason: 'deceased' })).status).toBe(409)
    expect((await visitor.post(`/verwijzingen/${id}/aanvullen`, { text: 'nog iets' })).status).toBe(409)
  })

  test('withdrawing what was taken ends the assignment and closes the identity for the taker at once', async () => {
    const { visitor, id } = await send({ familyName: 'Genomen' })
    const taker = app.as(region.people.nurseAlfa)
    expect((await taker.post(`/zorgvragen/${id}/nemen`)).status).toBe(303)
    expect((await taker.get(`/zorgvragen/${id}`)).text).toContain('Genomen')
    expect((await visitor.get(`/verwijzingen/${id}`)).text).toContain('Aangenomen door Alfa Thuiszorg')
    expect((await visitor.post(`/verwijzingen/${id}/intrekken`, { reason: 'admitted' })).status).toBe(303)
    const rows = await region.asOwner(
      `select a.ended_how, i.open_to from coordination.assignment a
       join requests.patient_identity i on i.request_id = a.request_id where a.request_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ ended_how: 'withdrawn', open_to: [] }])
    expect((await taker.get(`/zorgvragen/${id}`)).text).not.toContain('06 12 34 56 78')
  })
})
