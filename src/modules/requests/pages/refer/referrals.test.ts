import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { aFile, dateFields, inDays, rightFields, sendIn } from './testing.ts'

let region: SmallRegion
let app: TestApp
let send: ReturnType<typeof sendIn>
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  send = sendIn(region, app)
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
            ...dateFields('startOn', inDays(9)),
          })
        ).status,
      ).toBe(404)
    expect((await visitor.get('/verwijzingen/geen-id')).status).toBe(404)
    expect((await visitor.get('/verwijzingen?pagina=9999999&groep=constructor&periode=%00')).status).toBe(200)
  })

  test('a moved discharge is one form: the day and a button', async () => {
    const { visitor, id } = await send({
      familyName: 'Verschoven',
      ...dateFields('dischargeOn', inDays(9)),
    })
    const later = inDays(11)
    const moved = await visitor.post(`/verwijzingen/${id}/datum`, {
      ...dateFields('dischargeOn', later),
      'startOn-day': '',
      certainty: 'certain',
    })
    expect(moved.location).toBe(`/verwijzingen/${id}?gelukt=datum`)
    expect((await visitor.get(moved.location ?? '')).text).toContain('Datum gewijzigd')
    const [row] = await region.asOwner(
      'select discharge_on, start_on, date_changed_at is not null as seen from requests.care_request where id = $1',
      [id],
    )
    expect(row).toEqual({ discharge_on: later, start_on: later, seen: true })
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
