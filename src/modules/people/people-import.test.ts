import { beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { importFile, sendFile } from '#testing/import-visitor.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})
const path = '/organisatie/mensen/import'
const header = 'E-mail;Naam;Functie;Rol;Coördinerende teams\n'
const ada = () => app.as(region.people.adminAlfa)
const person = (email: string) =>
  region.asOwner(
    `select p.name, r.job_title, r.role, r.organization_id,
      array(select t.name from people.coordinating_team_member m join organizations.coordinating_team t on t.id = m.coordinating_team_id
        where m.practitioner_role_id = r.id order by 1) as teams
      from people.user_account u join people.practitioner p on p.id = u.practitioner_id
      join people.practitioner_role r on r.practitioner_id = p.id where lower(u.email) = $1`,
    [email],
  )

test('people are added and invited, and changed when the file comes again', async () => {
  const one = `${header}fenna@alfa.example;Fenna de Wit;Wijkverpleegkundige;wijkverpleegkundige;Wijkteam Noord | Wondteam\n`
  const { preview, answer } = await importFile(ada(), path, one)
  expect(preview.text).toContain('Eén persoon krijgt een uitnodiging per mail')
  expect(answer.location).toBe('/organisatie/mensen?bewaard=bestand')
  expect(await person('fenna@alfa.example')).toEqual([
    {
      name: 'Fenna de Wit',
      job_title: 'Wijkverpleegkundige',
      role: 'nurse',
      organization_id: region.organizations.alfa,
      teams: ['Wijkteam Noord', 'Wondteam'],
    },
  ])
  const letters = await region.asOwner(`select * from platform.mail where to_address = 'fenna@alfa.example'`)
  expect(letters).toHaveLength(1)
  await importFile(ada(), path, one.replace('Fenna de Wit', "Fenna 't Wit").replace(' | Wondteam', ''))
  expect(await person('fenna@alfa.example')).toMatchObject([{ name: "Fenna 't Wit", teams: ['Wijkteam Noord'] }])
  expect(await region.asOwner(`select * from platform.mail where to_address = 'fenna@alfa.example'`)).toHaveLength(1)
})

test('an export comes back as it went out', async () => {
  const file = await ada().get('/organisatie/mensen/export.csv')
  const again = await ada().get(await sendFile(ada(), path, file.text))
  expect(again.text).toContain('Alles in dit bestand is al zo bewaard')
  expect((await app.as(region.people.nurseAlfa).get('/organisatie/mensen/export.csv')).status).toBe(403)
})

test.each([
  ['fenna@alfa.example;Fenna;x;verwijzer;', 'verandert u niet met een bestand'],
  [
    'nieuw@alfa.example;Nieuw;x;regiomanager;',
    'Kies uit: wijkverpleegkundige; medewerker van het loket; specialist die advies geeft; verwijzer',
  ],
  ['nieuw@alfa.example;Nieuw;x;verwijzer;Wijkteam Noord', 'Alleen wijkverpleegkundigen'],
  ['geen adres;Nieuw;x;verwijzer;', 'Vul een e-mailadres in'],
  ['nieuw@alfa.example;12345;x;verwijzer;', 'met letters'],
])('%s is refused', async (line, message) => {
  const { preview, answer } = await importFile(ada(), path, header + line)
  expect(preview.text).toContain(message)
  expect(answer.status).toBe(422)
  expect(await person('nieuw@alfa.example')).toEqual([])
})

test('an address that somebody else has is told when it is saved, and nothing of the file is', async () => {
  const [beta] = await region.asOwner<{ email: string }>('select email from people.user_account where id = $1', [
    region.people.nurseBeta.userId,
  ])
  const { preview, answer } = await importFile(
    ada(),
    path,
    `${header}eerst@alfa.example;Eerst;x;verwijzer;\n${beta?.email};Dubbel;x;verwijzer;`,
  )
  // Whose it is was not to be seen before.
  expect(preview.text).not.toContain('niet goed</')
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Er is al een account met dit e-mailadres')
  expect(await person('eerst@alfa.example')).toEqual([])
})
