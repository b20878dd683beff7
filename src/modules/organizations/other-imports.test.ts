import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { importFile, sendFile } from '#testing/import-visitor.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})
const rita = () => app.as(region.people.manager)
const files = '/regio/bestanden'

describe('everything the region manager can send comes out as it went in', () => {
  test.each(['organisaties', 'coordinerende-teams', 'contactpersonen', 'postcodes', 'verdeling', 'teams'])(
    '%s',
    async (what) => {
      if (what === 'contactpersonen') {
        await importFile(rita(), `${files}/${what}/import`, 'Team;Voornaam;Functie\nWijkteam Noord;Eva;Verpleegkundige')
      }
      if (what === 'teams') {
        await importFile(rita(), `${files}/${what}/import`, 'Organisatie;Team;Werkgebied\nBèta Zorg;Noord;6811')
      }
      const file = await rita().get(`${files}/${what}/export.csv`)
      expect(file.status).toBe(200)
      expect(file.text.split('\r\n').length).toBeGreaterThan(2)
      const preview = await rita().get(await sendFile(rita(), `${files}/${what}/import`, file.text))
      expect(preview.text).toContain('Alles in dit bestand is al zo bewaard')
    },
  )

  test('and all of them stand on one page', async () => {
    const page = await rita().get(files)
    for (const what of ['organisaties', 'coordinerende-teams', 'contactpersonen', 'postcodes', 'verdeling', 'teams']) {
      expect(page.text).toContain(`${files}/${what}/import`)
    }
  })
})

describe('organisations', () => {
  test('are added and changed, of the kind they are', async () => {
    const text =
      'Organisatie;Soort;Talen;Contracten\nDelta Zorg;zorgaanbieder;Turks | nl;3332 | 7095\nBèta Zorg;zorgaanbieder;Duits;'
    const { preview, answer } = await importFile(rita(), `${files}/organisaties/import`, text)
    expect(preview.text).toContain('nog geen beheerder')
    expect(answer.location).toBe('/regio/bestanden?bewaard=ja')
    const rows = await region.asOwner(
      `select name, slug, languages, insurers from organizations.organization where slug in ('delta-zorg', 'beta') order by slug`,
    )
    expect(rows).toEqual([
      { name: 'Bèta Zorg', slug: 'beta', languages: ['de'], insurers: [] },
      { name: 'Delta Zorg', slug: 'delta-zorg', languages: ['nl', 'tr'], insurers: ['3332', '7095'] },
    ])
    const wrong = await importFile(rita(), `${files}/organisaties/import`, 'Organisatie;Soort\nBèta Zorg;ziekenhuis')
    expect(wrong.preview.text).toContain('kan niet veranderen')
    expect(wrong.answer.status).toBe(422)
  })
})

describe('coordinating teams', () => {
  const header = 'Team;Soort;Specialisatie;Telefoon;Te bereiken;E-mail;Werkt\n'
  test('are added, changed and closed, but not the desk that holds what no team holds', async () => {
    const line = (name: string, other = 'ja') =>
      `${name};wijkteam;;026 111 11 11;werkdagen;team@testwijk.example;${other}\n`
    const { answer } = await importFile(
      rita(),
      `${files}/coordinerende-teams/import`,
      header + line('Wijkteam Oost') + line('Wijkteam Zuid', 'nee'),
    )
    expect(answer.status).toBe(303)
    const rows = await region.asOwner(
      `select name, active from organizations.coordinating_team where kind = 'area' order by name`,
    )
    expect(rows).toContainEqual({ name: 'Wijkteam Oost', active: true })
    expect(rows).toContainEqual({ name: 'Wijkteam Zuid', active: false })
    const desk = await importFile(
      rita(),
      `${files}/coordinerende-teams/import`,
      `${header}Regioloket;loket;;026 111 11 11;x;a@b.example;nee`,
    )
    expect(desk.answer.status).toBe(422)
    expect(desk.preview.text).toContain('kan niet stoppen')
  })
})

describe('contact people', () => {
  const path = '/organisatie/contactpersonen/import'
  test('are kept by their organisation, and only by theirs', async () => {
    const ada = app.as(region.people.adminAlfa)
    const { answer } = await importFile(
      ada,
      path,
      'Team;Voornaam;Functie;Plaats\nwijkteam noord;Mo;Wijkverpleegkundige;2',
    )
    expect(answer.status).toBe(303)
    expect((await ada.get('/organisatie/contactpersonen')).text).toContain('Mo')
    const wrong = await importFile(
      ada,
      path,
      'Team;Organisatie;Voornaam;Functie\nWijkteam Noord;Bèta Zorg;Bo;x\nTeam Nergens;;Bo;x',
    )
    expect(wrong.preview.text).toContain('U wijzigt alleen contactpersonen van uw eigen organisatie')
    expect(wrong.preview.text).toContain('‘Team Nergens’ is geen coördinerend team')
    expect(wrong.answer.status).toBe(422)
  })
})
