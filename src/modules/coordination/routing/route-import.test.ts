import { beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { importFile } from '#testing/import-visitor.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})
const path = '/regio/bestanden/verdeling/import'
const routes = () =>
  region.asOwner(`select t.name, r.priority, r.pc4s, r.care_kinds from coordination.route r
    join organizations.coordinating_team t on t.id = r.coordinating_team_id order by r.priority, t.name`)

test('lines come from a file, with the gaps and overlaps that follow said before', async () => {
  const text = `Team;Volgorde;Postcodes;Soort zorg;Opmerking
Wijkteam Zuid;100;6812, 6841;;Tijdelijk
Palliatief;20;;palliatieve zorg;
`
  const rita = app.as(region.people.manager)
  const wrong = await importFile(rita, path, text)
  expect(wrong.preview.text).toContain('Dit kennen wij niet: ‘Palliatief’')
  expect(wrong.answer.status).toBe(422)

  const { preview, answer } = await importFile(rita, path, text.replace('Palliatief', 'Wondteam'))
  expect(preview.text).toContain('Daarna zonder team: 6861')
  expect(preview.text).toContain('Daarna met twee of meer teams: 6812')
  expect(answer.location).toBe('/regio/verdeling?bewaard=ja')
  expect(await routes()).toEqual([
    { name: 'Wondteam', priority: 10, pc4s: null, care_kinds: ['wound'] },
    { name: 'Wondteam', priority: 20, pc4s: null, care_kinds: ['palliative'] },
    { name: 'Wijkteam Noord', priority: 100, pc4s: ['6811', '6812'], care_kinds: null },
    { name: 'Wijkteam Zuid', priority: 100, pc4s: ['6812', '6841'], care_kinds: null },
  ])
})

test('is closed to everyone but the region manager', async () => {
  for (const person of ['nurseAlfa', 'adminAlfa', 'gp'] as const) {
    expect((await app.as(region.people[person]).get(path)).status).toBe(403)
  }
})
