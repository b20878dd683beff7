import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { dutchIn } from '../../languages/testing.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

const asked = { name: "Jo 't Hooft", phone: '06 12345678', moment: 'morning', note: 'Voor mijn moeder.' }

describe('asking to be called', () => {
  test('tells by when, and puts it on the list of the desk only', async () => {
    const answer = await app.as().post('/terugbellen', asked)
    expect(answer.status).toBe(303)
    const page = await app.as().get(answer.location ?? '')
    expect(page.text).toContain('uiterlijk')
    const list = await app.as(region.people.nurseDesk).get('/balie')
    expect(list.text).toContain('Jo &#x27;t Hooft')
  })

  test('sent twice is one callback', async () => {
    const sentKey = '0198f2aa-0000-7000-8000-00000000000a'
    await app.as().post('/terugbellen', { ...asked, sentKey })
    await app.as().post('/terugbellen', { ...asked, sentKey })
    expect(await region.asOwner('select 1 from requests.callback where sent_key = $1', [sentKey])).toHaveLength(1)
  })

  test('says beside the field what is missing and keeps what was typed', async () => {
    const answer = await app.as().post('/terugbellen', { name: 'Łukasz', phone: '123' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Fout: Bel mij terug')
    expect(answer.text).toContain('Vul een telefoonnummer in')
    expect(answer.text).toContain('value="Łukasz"')
    expect(answer.text).toContain('value="123"')
  })

  test('in English is answered in English, and the desk reads in which language to call', async () => {
    const visitor = app.as()
    const wrong = await visitor.post('/en/terugbellen', { name: 'Łukasz', phone: '123' })
    expect([wrong.status, dutchIn(wrong.text)]).toEqual([422, []])
    expect(wrong.text).toContain('value="123"')
    const answer = await visitor.post('/en/terugbellen', { ...asked, name: 'Mary Ng' })
    expect(answer.location).toMatch(/^\/en\/terugbellen\/gevraagd\//)
    const page = await visitor.get(answer.location ?? '')
    expect(page.text).toContain('at the latest')
    expect(dutchIn(page.text)).toEqual([])
    expect((await app.as(region.people.nurseDesk).get('/balie')).text).toContain('vroeg dit in het Engels')
  })
})
