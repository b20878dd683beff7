import { beforeAll, describe, expect, test } from 'vitest'
import { importJobs } from '#platform/csv/kept.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import type { Answer, Visitor } from '#testing/visitor.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

const own = '/organisatie/teams/import'
const ofAll = '/regio/bestanden/teams/import'
const send = (visitor: Visitor, text: string | Buffer, path = own) =>
  visitor.postFiles(path, {}, [
    { field: 'file', name: 'teams.csv', type: 'text/csv', content: Buffer.from(text as string) },
  ])
const seenIn = ({ text }: Answer) => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? ''
const teams = () =>
  region.asOwner(`select o.slug, t.name, t.phone, t.active, t.care_kinds,
    array(select pc4 from organizations.service_area a where a.team_id = t.id order by 1) as pc4s
    from organizations.team t join organizations.organization o on o.id = t.organization_id order by o.slug, t.name`)

/** Sends a file, looks, and says yes. */
async function importTeams(visitor: Visitor, text: string, path = own): Promise<Answer> {
  const { location = '' } = await send(visitor, text, path)
  const preview = await visitor.get(location)
  return visitor.post(location, { seen: seenIn(preview) })
}

const first = 'Team;Telefoon;Werkgebied;Soorten zorg\nCentrum;026 123 45 67;6811-6812;wondzorg | ANW\nZuid;;6841;\n'

describe('teams from a file', () => {
  test('are shown before they are saved, and saved after the yes; the same file again changes nothing', async () => {
    const ada = app.as(region.people.adminAlfa)
    const { location = '' } = await send(ada, first)
    const preview = await ada.get(location)
    expect(preview.text).toContain('Werkgebied: 6811, 6812')
    expect(preview.text).toContain('Bewaar deze 2 wijzigingen')
    expect(await teams()).toEqual([])

    expect((await ada.post(location, { seen: seenIn(preview) })).location).toBe('/organisatie/teams?bewaard=ja')
    expect(await teams()).toEqual([
      {
        slug: 'alfa',
        name: 'Centrum',
        phone: '+31261234567',
        active: true,
        care_kinds: ['wound', 'unplanned'],
        pc4s: ['6811', '6812'],
      },
      { slug: 'alfa', name: 'Zuid', phone: null, active: true, care_kinds: [], pc4s: ['6841'] },
    ])
    // Clicked twice.
    expect((await ada.post(location, { seen: seenIn(preview) })).location).toBe(`${own}?weg=ja`)

    const again = await ada.get((await send(ada, first)).location ?? '')
    expect(again.text).toContain('Alles in dit bestand is al zo bewaard')
    expect(seenIn(again)).toBe('')
  })

  test('leave what they do not name as it is: other teams, and columns that are not there', async () => {
    const answer = await importTeams(app.as(region.people.adminAlfa), 'team;werkt\nzuid;nee')
    expect(answer.status).toBe(303)
    expect(await teams()).toMatchObject([
      { name: 'Centrum', active: true },
      { name: 'zuid', active: false, pc4s: ['6841'] },
    ])
  })

  test('come out as they went in', async () => {
    const ada = app.as(region.people.adminAlfa)
    const file = await ada.get('/organisatie/teams/export.csv')
    expect(file.headers['content-disposition']).toContain('teams.csv')
    expect(file.text).toContain('"Alfa Thuiszorg";"Centrum";"026 123 45 67";"6811, 6812"')
    const again = await ada.get((await send(ada, file.text)).location ?? '')
    expect(again.text).toContain('Alles in dit bestand is al zo bewaard')
  })

  test('with something wrong are refused as a whole, each with its line', async () => {
    const ada = app.as(region.people.adminAlfa)
    const before = await teams()
    const wrong = 'Team;Telefoon;Werkgebied\nNieuw;;6811\n=1+1;;6811\nOost;bel maar;6811\nWest;;1012\n'
    const { location = '' } = await send(ada, wrong)
    const preview = await ada.get(location)
    expect(preview.text).toContain('Er zijn 3 dingen niet goed')
    for (const words of ['formule', 'Vul een telefoonnummer in', 'liggen niet in Regio Testwijk: 1012']) {
      expect(preview.text).toContain(words)
    }
    expect(seenIn(preview)).toBe('')
    expect((await ada.post(location, { seen: 'x' })).status).toBe(422)
    expect(await teams()).toEqual(before)
  })

  test.each([
    ['no file', undefined, 'Kies een bestand'],
    ['an empty one', '', undefined],
  ])('refuses %s', async (_what, text, message) => {
    const ada = app.as(region.people.adminAlfa)
    if (text === undefined) {
      const answer = await ada.postFiles(own, {}, [])
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(message)
    } else {
      expect((await ada.get((await send(ada, text)).location ?? own)).text).toContain('leeg')
    }
  })
})

describe('two who import at once', () => {
  test('the second sees what the first made of it, and decides', async () => {
    const ada = app.as(region.people.adminAlfa)
    const rita = app.as(region.people.manager)
    const { location: mine = '' } = await send(ada, 'Team;Werkgebied\nCentrum;6841')
    const { location: hers = '' } = await send(rita, 'Organisatie;Team;Werkgebied\nAlfa Thuiszorg;Centrum;6861', ofAll)
    const [a, b] = [await ada.get(mine), await rita.get(hers)]
    const answers = await Promise.all([ada.post(mine, { seen: seenIn(a) }), rita.post(hers, { seen: seenIn(b) })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const second = answers.find(({ status }) => status === 409)
    expect(second?.text).toContain('Iemand anders heeft intussen iets gewijzigd')
    expect(second?.text).toMatch(/Werkgebied: (6841 → 6861|6861 → 6841)/)
    const [who, where] = answers[0].status === 409 ? [ada, mine] : [rita, hers]
    expect((await who.post(where, { seen: seenIn(second as Answer) })).status).toBe(303)
  })
})

describe('imports that overlap', () => {
  test('the same file sent twice at once adds a team once', async () => {
    const rita = app.as(region.people.manager)
    const text = 'Organisatie;Team;Werkgebied\nBèta Zorg;Tegelijk;6811'
    const [one = '', two = ''] = [(await send(rita, text, ofAll)).location, (await send(rita, text, ofAll)).location]
    const [a, b] = [seenIn(await rita.get(one)), seenIn(await rita.get(two))]
    const answers = await Promise.all([rita.post(one, { seen: a }), rita.post(two, { seen: b })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(late?.text).toContain('Alles in dit bestand is al zo bewaard')
    expect((await teams()).filter(({ name }) => name === 'Tegelijk')).toHaveLength(1)
  })

  test('areas that overlap stay with both teams, and with one team count once', async () => {
    const rita = app.as(region.people.manager)
    const lines = ['Bèta Zorg;Overlap een;6811, 6811-6812 6811', 'Bèta Zorg;Overlap twee;6812']
    await importTeams(rita, `Organisatie;Team;Werkgebied\n${lines.join('\n')}`, ofAll)
    expect((await teams()).filter(({ name }) => String(name).startsWith('Overlap'))).toMatchObject([
      { name: 'Overlap een', pc4s: ['6811', '6812'] },
      { name: 'Overlap twee', pc4s: ['6812'] },
    ])
  })
})

describe('another organisation', () => {
  test('is not changed by naming it in a file', async () => {
    const ada = app.as(region.people.adminAlfa)
    const before = await teams()
    const { location = '' } = await send(ada, 'Organisatie;Team\nBèta Zorg;Gekaapt')
    const preview = await ada.get(location)
    expect(preview.text).toContain('U wijzigt alleen teams van uw eigen organisatie')
    expect((await ada.post(location, { seen: seenIn(preview) })).status).toBe(422)
    expect(await teams()).toEqual(before)
  })

  test('does not see the file, nor says yes to it', async () => {
    const ada = app.as(region.people.adminAlfa)
    const { location = '' } = await send(ada, 'Team\nGeheim')
    const seen = seenIn(await ada.get(location))
    const bob = app.as(region.people.adminBeta)
    for (const answer of [await bob.get(location), await bob.post(location, { seen })]) {
      expect(answer.location).toBe(`${own}?weg=ja`)
    }
    expect(await teams()).not.toContainEqual(expect.objectContaining({ name: 'Geheim' }))
    for (const person of ['nurseAlfa', 'gp', 'privacyOfficer'] as const) {
      expect((await app.as(region.people[person]).get(own)).status).toBe(403)
      expect((await app.as(region.people[person]).get(ofAll)).status).toBe(403)
    }
    expect((await ada.get('/regio/bestanden/teams/export.csv')).status).toBe(403)
  })

  test('nor does one import be taken for another', async () => {
    const rita = app.as(region.people.manager)
    const { location = '' } = await send(rita, 'Organisatie;Team\nBèta Zorg;Bèta Noord', ofAll)
    expect((await rita.get(location)).text).toContain('Bèta Noord, Bèta Zorg')
    expect((await rita.get(location.replace(ofAll, own))).status).toBe(403)
  })
})

test('a file that nobody said yes to is forgotten after a day', async () => {
  const ada = app.as(region.people.adminAlfa)
  const { location = '' } = await send(ada, 'Team\nVergeten')
  await region.asOwner(`update platform.import set made_at = made_at - interval '25 hours'`)
  await importJobs['forget-imports']?.(region.scope(region.system), {})
  expect((await ada.get(location)).location).toBe(`${own}?weg=ja`)
})
