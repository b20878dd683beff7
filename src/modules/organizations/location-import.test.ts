import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { importFile, seenIn, sendFile } from '#testing/import-visitor.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import type { Visitor } from '#testing/visitor.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  await importFile(app.as(region.people.adminAlfa), '/organisatie/teams/import', 'Team;Werkgebied\nCentrum;6811')
})
const ada = () => app.as(region.people.adminAlfa)
const rita = () => app.as(region.people.manager)
const sendBytes = async (visitor: Visitor, path: string, content: Buffer) => {
  const file = { field: 'file', name: 'bestand.csv', type: 'text/csv', content }
  return visitor.get((await visitor.postFiles(path, {}, [file])).location ?? path)
}

const kinds = [
  {
    what: 'locaties',
    table: 'location',
    header: 'Locatie;Straat;Postcode;Plaats',
    line: (name: string) => `${name};Dijk 1;6811 AB;Arnhem`,
    named: 'locaties',
  },
  {
    what: 'elektronische-adressen',
    table: 'endpoint',
    header: 'Naam;Verbinding;Adres',
    line: (name: string) => `${name};beveiligde e-mail;zorg@alfa.example`,
    named: 'elektronische adressen',
  },
] as const

describe.each(kinds)('$what from a file', ({ what, table, header, line, named }) => {
  const own = `/organisatie/${what}/import`
  const ofAll = `/regio/bestanden/${what}/import`
  const names = () =>
    region.asOwner(`select o.slug, x.name from organizations.${table} x
      join organizations.organization o on o.id = x.organization_id order by 1, 2`)

  test('are shown, saved after the yes, remembered, and come out as they went in', async () => {
    const { preview, answer } = await importFile(ada(), own, `${header}\n${line('Noord')}\n${line('Zuid')}\n`)
    expect(preview.text).toContain('Bewaar deze 2 wijzigingen')
    expect(answer.location).toBe(`/organisatie/${what}?bewaard=ja`)
    expect(await names()).toEqual([
      { slug: 'alfa', name: 'Noord' },
      { slug: 'alfa', name: 'Zuid' },
    ])
    const remembered = await region.asOwner('select action, by_user from organizations.change where object_type = $1', [
      table,
    ])
    expect(remembered).toEqual(Array(2).fill({ action: 'C', by_user: region.people.adminAlfa.userId }))
    for (const [visitor, path] of [[ada(), own] as const, [rita(), ofAll] as const]) {
      const file = await visitor.get(path.replace(/import$/, 'export.csv'))
      expect(file.headers['content-disposition']).toContain(`${what}.csv`)
      const again = await visitor.get(await sendFile(visitor, path, file.text))
      expect(again.text).toContain('Alles in dit bestand is al zo bewaard')
    }
    expect((await rita().get('/regio/bestanden')).text).toContain(ofAll)
    expect((await ada().get(`/organisatie/${what}`)).text).toContain(own)
  })

  test('are read with commas and in Windows-1252 as well', async () => {
    const commas = `${header}\n${line('Komma')}\n`.replaceAll(';', ',')
    expect(seenIn(await sendBytes(ada(), own, Buffer.from(commas)))).not.toBe('')
    const page = await sendBytes(ada(), own, Buffer.from(`${header}\n${line('Café België')}\n`, 'latin1'))
    expect(page.text).toContain('Café België')
    expect(seenIn(page)).not.toBe('')
  })

  test.each([
    ['a separator that nobody uses', (text: string) => text.replaceAll(';', '#'), 'kolom'],
    ['a missing column', (text: string) => text.replace(/;[^;\n]*(?=\n)/g, ''), 'kolom'],
    ['a formula in a cell', (text: string) => text.replace('Fout', '=HYPERLINK("x")'), 'formule'],
    ['the same twice', (text: string) => `${text}${text.split('\n')[1]}\n`, 'regel 2'],
  ])('with %s are refused, and nothing is saved', async (_what, spoil, words) => {
    const before = await names()
    const { preview, answer } = await importFile(ada(), own, spoil(`${header}\n${line('Fout')}\n`))
    expect(preview.text).toContain(words)
    expect(seenIn(preview)).toBe('')
    expect(answer.status).toBe(422)
    expect(await names()).toEqual(before)
  })

  test('of another organisation are not touched, however the file names them', async () => {
    const before = await names()
    const { preview, answer } = await importFile(ada(), own, `Organisatie;${header}\nBèta Zorg;${line('Gekaapt')}`)
    expect(preview.text).toContain(`U wijzigt alleen ${named} van uw eigen organisatie`)
    expect(answer.status).toBe(422)
    const strange = await importFile(rita(), ofAll, `Organisatie;${header}\nNergens;${line('Gekaapt')}`)
    expect(strange.preview.text).toContain('‘Nergens’ is geen organisatie in deze regio')
    expect(await names()).toEqual(before)
    for (const person of ['nurseAlfa', 'gp', 'privacyOfficer'] as const) {
      const visitor = app.as(region.people[person])
      for (const path of [own, ofAll]) {
        expect((await visitor.get(path)).status).toBe(403)
        expect((await visitor.get(path.replace(/import$/, 'export.csv'))).status).toBe(403)
      }
    }
    expect((await ada().get(ofAll)).status).toBe(403)
  })

  test('sent twice at once are added once: who comes second sees that all is there', async () => {
    const text = `Organisatie;${header}\nAlfa Thuiszorg;${line('Tegelijk')}\n`
    const mine = await sendFile(ada(), own, text)
    const hers = await sendFile(rita(), ofAll, text)
    const [a, b] = [await ada().get(mine), await rita().get(hers)]
    const answers = await Promise.all([ada().post(mine, { seen: seenIn(a) }), rita().post(hers, { seen: seenIn(b) })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(answers.find(({ status }) => status === 409)?.text).toContain('Alles in dit bestand is al zo bewaard')
    expect((await names()).filter(({ name }) => name === 'Tegelijk')).toHaveLength(1)
  })
})

describe('a location from a file', () => {
  const path = '/organisatie/locaties/import'
  const header = 'Locatie;Team;Straat;Postcode;Plaats'
  const found = () =>
    region.asOwner<Record<string, unknown>>(`select l.name, t.name as team, l.postcode, l.latitude
      from organizations.location l left join organizations.team t on t.id = l.team_id where l.name = 'Wijkpost'`)

  test('belongs to a team by its name, and gets a place on the map that it keeps until it moves', async () => {
    await importFile(ada(), path, `${header}\nWijkpost;centrum;Dijk 1;6811ab;Arnhem`)
    expect(await found()).toEqual([{ name: 'Wijkpost', team: 'Centrum', postcode: '6811AB', latitude: 51.98 }])
    await region.asOwner(`update organizations.location set latitude = 51.9812 where name = 'Wijkpost'`)
    await importFile(ada(), path, `${header}\nWijkpost;;Dijk 2;6811ab;Arnhem`)
    expect(await found()).toEqual([{ name: 'Wijkpost', team: null, postcode: '6811AB', latitude: 51.9812 }])
    await importFile(ada(), path, `${header}\nWijkpost;;Dijk 2;1012AB;Amsterdam`)
    expect(await found()).toEqual([{ name: 'Wijkpost', team: null, postcode: '1012AB', latitude: null }])
  })

  test.each([
    ['Wijkpost;Team Nergens;Dijk 1;6811AB;Arnhem', 'geen team van Alfa Thuiszorg'],
    ['Wijkpost;;Dijk 1;6811;Arnhem', 'Vul een postcode in'],
    ['Wijkpost;;;6811AB;Arnhem', 'Vul straat en huisnummer in'],
  ])('is refused: %s', async (line, words) => {
    expect((await importFile(ada(), path, `${header}\n${line}`)).preview.text).toContain(words)
  })
})

describe('an electronic address', () => {
  const path = '/organisatie/elektronische-adressen'
  const form = {
    name: 'eOverdracht',
    connectionType: 'hl7-fhir-rest',
    address: 'fhir.alfa.example/r4',
    payloadTypes: 'eOverdracht, zorgvraag',
    active: 'ja',
  }
  const found = async () =>
    (await region.asOwner<{ id: string }>(`select * from organizations.endpoint where name like 'eOverdracht%'`))[0]

  test('is kept on a page and read by FHIR', async () => {
    expect((await ada().post(`${path}/nieuw`, form)).location).toBe(`${path}?bewaard=ja`)
    const row = await found()
    expect(row).toMatchObject({ address: 'https://fhir.alfa.example/r4', payload_types: ['eOverdracht', 'zorgvraag'] })
    const url = `${path}/${row?.id}`
    expect((await ada().get(url)).text).toContain('https://fhir.alfa.example/r4')
    expect((await ada().post(url, { ...form, version: '1', name: 'eOverdracht 2' })).status).toBe(303)
    const stale = await ada().post(url, { ...form, version: '1', address: 'fhir.alfa.example/r5' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Iemand anders heeft dit intussen gewijzigd')
    expect(stale.text).toContain('U typte: https://fhir.alfa.example/r5')
    const resource = await app.as(undefined).get(`/fhir/r4/Endpoint/${row?.id}`)
    expect(JSON.parse(resource.text)).toMatchObject({
      status: 'active',
      name: 'eOverdracht 2',
      address: 'https://fhir.alfa.example/r4',
      connectionType: { code: 'hl7-fhir-rest' },
    })
  })

  test.each([
    [{ name: '' }, 'name'],
    [{ connectionType: 'pigeon' }, 'connectionType'],
    [{ address: 'http://fhir.alfa.example' }, 'address'],
    [{ address: '' }, 'address'],
    [{ connectionType: 'secure-email' }, 'address'],
    [{ payloadTypes: 'e overdracht' }, 'payloadTypes'],
  ])('is refused: %j', async (wrong, field) => {
    const answer = await ada().post(`${path}/nieuw`, { ...form, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(new RegExp(`href="#${field}`))
  })

  test('of another organisation is not there', async () => {
    const row = await found()
    const bob = app.as(region.people.adminBeta)
    const url = `${path}/${row?.id}`
    expect((await bob.get(path)).text).not.toContain('eOverdracht 2')
    expect((await bob.get(url)).status).toBe(404)
    expect((await bob.post(url, { step: 'remove', version: '2' })).status).toBe(404)
    expect((await app.as(region.people.nurseAlfa).post(url, { step: 'remove', version: '2' })).status).toBe(403)
    expect((await ada().post(url, { step: 'remove', version: '1' })).status).toBe(409)
    expect((await ada().post(url, { step: 'remove', version: '2' })).status).toBe(303)
    expect(await found()).toBeUndefined()
  })
})

describe('the numbers of the registers', () => {
  test.each([
    ['ura', 'URA', '0099 0001', '00990001'],
    ['agbCode', 'AGB-code', '01.00.99.02', '01009902'],
  ])('%s is kept on the page and in the file of organisations, with its zeros', async (field, column, typed, kept) => {
    const [row] = await region.asOwner<{ version: number }>(
      `select version from organizations.organization where slug = 'alfa'`,
    )
    const fields = { version: String(row?.version), name: 'Alfa Thuiszorg', step: 'save' }
    const wrong = await ada().post('/organisatie', { ...fields, [field]: '12345' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('heeft acht cijfers')
    expect((await ada().post('/organisatie', { ...fields, [field]: typed })).status).toBe(303)
    const file = await rita().get('/regio/bestanden/organisaties/export.csv')
    expect(file.text).toContain(`"${kept}"`)
    const lost = `Organisatie;Soort;${column}\nAlfa Thuiszorg;zorgaanbieder;990001`
    const { preview } = await importFile(rita(), '/regio/bestanden/organisaties/import', lost)
    expect(preview.text).toMatch(/heeft acht cijfers, ook als (het|die) met een 0 begint/)
  })
})
