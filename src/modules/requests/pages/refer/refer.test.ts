import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { dateFields, inDays, rightFields, sendIn, whoFields } from './testing.ts'

let region: SmallRegion
let app: TestApp
let send: ReturnType<typeof sendIn>
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  send = sendIn(region, app)
})

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
      ...dateFields('dischargeOn', inDays(13)),
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
  })
})
