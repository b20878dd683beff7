import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { importFile } from '#testing/import-visitor.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { getMunicipalityHelp, saveOtherHelp, seenOf } from '../other-help.ts'
import { paths } from './paths.ts'

let region: SmallRegion
let app: TestApp
let arnhem: string
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  const [row] = await region.asOwner<{ id: string }>('select id from regions.municipality')
  arnhem = row!.id
})

const seenIn = (text: string) => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? ''

describe('other help of a municipality', () => {
  test('is filled in by the region manager and read by everyone, and the log knows who changed it', async () => {
    const manager = app.as(region.people.manager)
    const form = await manager.get(paths.otherHelpOf(arnhem))
    const saved = await manager.post(paths.otherHelpOf(arnhem), {
      seen: seenIn(form.text),
      'wmo-name': 'Wmo-loket Arnhem',
      'wmo-phone': '026 000 03 01',
      'wmo-website': 'www.wmo.example.nl',
      'wmo-hours': 'werkdagen',
    })
    expect(saved.location).toBe('/regio/andere-hulp?bewaard=ja')
    const page = await app.as().get('/wijk/6811')
    expect(page.text).toContain('Wmo-loket Arnhem')
    expect(page.text).toContain('href="tel:+31260000301"')
    expect(page.text).toContain('href="https://www.wmo.example.nl/"')
    const log = await region.asOwner(`select fields from audit.event where event_type = 'other-help.update'`)
    expect(log).toEqual([{ fields: ['wmo'] }])
  })

  test('shows what a colleague changed meanwhile, and keeps what was typed', async () => {
    const manager = app.as(region.people.manager)
    const seen = seenIn((await manager.get(paths.otherHelpOf(arnhem))).text)
    await manager.post(paths.otherHelpOf(arnhem), { seen, 'wmo-name': 'Van de collega' })
    const late = await manager.post(paths.otherHelpOf(arnhem), { seen, 'wmo-name': 'Van mij' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Van de collega')
    expect(late.text).toContain('value="Van mij"')
    const again = await manager.post(paths.otherHelpOf(arnhem), { seen: seenIn(late.text), 'wmo-name': 'Van mij' })
    expect(again.status).toBe(303)
  })

  test('asks for a name, a number and an address that can be read', async () => {
    const manager = app.as(region.people.manager)
    const seen = seenIn((await manager.get(paths.otherHelpOf(arnhem))).text)
    const answer = await manager.post(paths.otherHelpOf(arnhem), {
      seen,
      'gp-phone': '12',
      'wlz-hours': 'altijd',
      'wmo-name': 'Wmo',
      'wmo-website': 'javascript:alert(1)',
    })
    expect(answer.status).toBe(422)
    for (const field of ['gp-phone', 'wlz-name', 'wmo-website']) expect(answer.text).toContain(`id="${field}-error"`)
  })

  test('is not for others to change: not on the page, not by the command, not in the database', async () => {
    for (const person of [region.people.adminAlfa, region.people.nurseAlfa]) {
      expect((await app.as(person).get(paths.otherHelpOf(arnhem))).status).toBe(403)
      expect((await app.as(person).post(paths.otherHelpOf(arnhem), { 'wmo-name': 'x' })).status).toBe(403)
      const scope = region.scope(person)
      const { help } = await getMunicipalityHelp(scope, arnhem)
      await expect(saveOtherHelp(scope, { municipalityId: arnhem, seen: seenOf(help), help: [] })).rejects.toThrow(
        'rol',
      )
    }
    expect((await app.as().get(paths.otherHelpOf(arnhem))).status).toBe(303)
    const changed = await region.database.pool.query('delete from directory.other_help')
    expect(changed.rowCount).toBe(0)
    expect(await region.asOwner('select count(*)::int as n from directory.other_help')).toEqual([{ n: 1 }])
  })

  test.each(['geen-id', '00000000-0000-7000-8000-000000000000'])('of %s is not there', async (id) => {
    expect((await app.as(region.people.manager).get(paths.otherHelpOf(id))).status).toBe(404)
  })

  test('comes from a file as well: what changes is shown first, the rest stays, and another region is refused', async () => {
    const manager = app.as(region.people.manager)
    const path = '/regio/bestanden/andere-hulp/import'
    const heads = 'Gemeente;Soort hulp;Naam;Telefoon;Website'
    const wrong = await importFile(manager, path, `${heads}\nUtrecht;gp;Huisarts;;\nArnhem;kapper;Knip;12;`)
    for (const fault of ['‘Utrecht’ is geen gemeente van deze regio', 'kapper', 'Vul een telefoonnummer in'])
      expect(wrong.preview.text).toContain(fault)
    const { preview, answer } = await importFile(manager, path, `${heads}\nArnhem;gp;Huisartsen Arnhem;026 000 03 02;`)
    expect(preview.text).toContain('Huisartsen Arnhem')
    expect(answer.status).toBe(303)
    const { help } = await getMunicipalityHelp(region.scope(region.people.manager), arnhem)
    expect(help.map(({ kind, name }) => [kind, name])).toEqual([
      ['gp', 'Huisartsen Arnhem'],
      ['wmo', 'Van mij'],
    ])
    const file = await manager.get('/regio/bestanden/andere-hulp/export.csv')
    expect(file.text).toContain('Huisartsen Arnhem')
    expect((await app.as(region.people.adminAlfa).get(path)).status).toBe(403)
  })
})
