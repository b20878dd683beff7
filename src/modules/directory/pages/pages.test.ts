import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { aTeamOf } from '../testing.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  await aTeamOf(region, 'alfa', ['6811', '6812'], {
    care_kinds: ['personal-care', 'wound'],
    languages: ['nl', 'tr'],
    faiths: ['islamitisch'],
    insurers: ['3332'],
    description: 'Zorg van alfa.',
    quality_url: 'https://kwaliteit.example.nl/alfa',
  })
  await aTeamOf(region, 'beta', ['6811'], { care_kinds: ['palliative'], insurers: ['3311'] })
  await region.asOwner(
    `insert into organizations.contact_person (id, region_id, coordinating_team_id, organization_id, first_name, job_title)
     values (gen_random_uuid(), $1, $2, $3, 'Marit', 'Wijkverpleegkundige')`,
    [region.regionId, region.teams.noord, region.organizations.alfa],
  )
})

const look = (path: string) => app.as().get(path)
/** What a reader sees, without the structured data. */
const words = (text: string) => text.replace(/<script[^>]*>.*?<\/script>/gs, '').replace(/<[^>]+>/g, ' ')

describe('a search', () => {
  test.each([
    ['?plaats=6811', '/wijk/6811'],
    ['?plaats=6811%20AB&zorg=', '/wijk/6811'],
    ['?plaats=arnhem', '/wijk/arnhem'],
    ['?plaats=6841&zorg=steunkousen', '/wijk/6841?zorg=steunkousen'],
    ['?plaats=wond+arnhem', '/wijk/arnhem?zorg=wond'],
  ])('%s leads straight to the neighbourhood', async (question, address) => {
    const answer = await look(`/wijk${question}`)
    expect([answer.status, answer.location]).toEqual([303, address])
    expect((await look(`/en/wijk${question}`)).location).toBe(`/en${address}`)
  })

  test.each([
    ['?plaats=1012AB', 'Postcode 1012 hoort niet bij onze regio'],
    ['?plaats=arnhm', 'Bedoelt u een van deze plaatsen?'],
    ['?plaats=maastricht', 'Deze plaats kennen wij niet'],
    ['?plaats=0811', 'Deze plaats kennen wij niet'],
    ['?zorg=steunkousen', 'persoonlijke verzorging'],
    ['?zorg=schoonmaken', 'Wmo-loket'],
    ['?zorg=abracadabra', 'kennen wij niet als soort zorg'],
    ['?plaats=<script>alert(1)</script>', 'Deze plaats kennen wij niet'],
  ])('%s gets a clear answer', async (question, sentence) => {
    const answer = await look(`/wijk${question}`)
    expect(answer.status).toBe(200)
    expect(words(answer.text)).toContain(sentence)
    expect(answer.text).not.toContain('<script>alert')
  })

  test('of odd signs, twice the same box or without end is answered', async () => {
    for (const question of [
      '?plaats=a&plaats=b',
      '?plaats[]=x',
      `?plaats=${'x'.repeat(5000)}`,
      '?plaats=%00%ff',
      '?zorg=((',
    ]) {
      expect((await look(`/wijk${question}`)).status).toBe(200)
    }
  })
})

describe('a neighbourhood', () => {
  test('shows its team, a face, a number, who comes there, how to ask and what it costs', async () => {
    const { status, text } = await look('/wijk/6811')
    expect(status).toBe(200)
    for (const part of [
      'Zorg thuis in 6811 Arnhem',
      'Wijkteam Noord',
      'Marit',
      'Wijkverpleegkundige, Alfa Thuiszorg',
      '026 000 00 01',
      'Alfa Thuiszorg',
      'Bèta Zorg',
      'Turks',
      'islamitisch',
      'Wondteam',
      'Hoe het gaat',
      'geen eigen risico',
    ])
      expect(words(text)).toContain(part)
    expect(words(text)).not.toContain('Gamma aan Huis')
    expect(words(text)).not.toContain('Wijkteam Zuid')
  })

  test('narrows down to who gives a kind of care, and says when nobody does', async () => {
    const wound = words((await look('/wijk/6811?zorg=wondzorg')).text)
    expect(wound).toContain('1 van 2 organisaties')
    expect(words((await look('/wijk/6811?zorg=short-stay')).text)).toContain(
      'Er is geen organisatie die aan alles voldoet',
    )
    expect(words((await look('/wijk/6811?verzekeraar=3311')).text)).toContain('1 van 2 organisaties')
  })

  test('without a team has the desk, and without organisations says so', async () => {
    const { text } = await look('/wijk/6861')
    expect(words(text)).toContain('Deze wijk heeft nu geen eigen team')
    expect(words(text)).toContain('Regioloket')
    expect(words(text)).toContain('Hier staan nog geen organisaties')
  })

  test('whose team stopped has the desk, and names the team nowhere', async () => {
    await region.asOwner('update organizations.coordinating_team set active = false where id = $1', [region.teams.zuid])
    const { text } = await look('/wijk/6841')
    await region.asOwner('update organizations.coordinating_team set active = true where id = $1', [region.teams.zuid])
    expect(text).not.toContain('Wijkteam Zuid')
    expect(words(text)).toContain('Deze wijk heeft nu geen eigen team')
  })

  test('on the border of two teams shows both, and which one comes first', async () => {
    const id = crypto.randomUUID()
    await region.asOwner(
      `insert into coordination.route (id, region_id, priority, coordinating_team_id, pc4s) values ($1, $2, 90, $3, '{6812}')`,
      [id, region.regionId, region.teams.zuid],
    )
    const { text } = await look('/wijk/6812')
    await region.asOwner('delete from coordination.route where id = $1', [id])
    expect(words(text)).toContain('Uw aanvraag komt eerst bij Wijkteam Zuid')
    expect(words(text)).toContain('Wijkteam Noord')
  })

  test('of a whole place says which team has which postcodes', async () => {
    const { text } = await look('/wijk/arnhem')
    expect(words(text)).toContain('voor 6811, 6812')
    expect(words(text)).toContain('voor 6841')
  })

  test.each(['/wijk/1012', '/wijk/nergens', '/wijk/__proto__', '/en/wijk/1012', '/wijk/organisatie/weg'])(
    '%s is not there, and the way on is shown',
    async (address) => {
      const { status, text } = await look(address)
      expect(status).toBe(404)
      expect(text).toContain('noindex')
      expect(text).toMatch(/action="(\/en)?\/wijk"|href="(\/en)?\/wijk"/)
    },
  )
})

describe('an organisation', () => {
  test('tells what it does, where it comes, and is asked for with one click', async () => {
    const { text } = await look('/wijk/organisatie/alfa')
    for (const part of [
      'Een wond verzorgen',
      'Nederlands, Turks',
      'Menzis',
      'Zorg van alfa.',
      'Arnhem',
      '(6811, 6812)',
    ])
      expect(words(text)).toContain(part)
    expect(text).toContain('href="/aanvragen?voorkeur=alfa"')
    expect(text).toContain('href="https://kwaliteit.example.nl/alfa"')
  })

  test('whose team has no area says so', async () => {
    await aTeamOf(region, 'gamma', [])
    expect(words((await look('/wijk/organisatie/gamma')).text)).toContain('nog niet gezegd waar zij komt')
  })

  test('that refers or stopped has no page', async () => {
    expect((await look('/wijk/organisatie/hospital')).status).toBe(404)
    await region.asOwner(`update organizations.organization set active = false where slug = 'beta'`)
    expect((await look('/wijk/organisatie/beta')).status).toBe(404)
    expect((await look('/wijk/6811')).text).not.toContain('Bèta Zorg')
    await region.asOwner(`update organizations.organization set active = true where slug = 'beta'`)
  })

  test('is compared with others by the address, four at most, and one that is gone is said', async () => {
    const { text } = await look('/wijk/vergelijken?met=beta&met=alfa')
    expect(text.indexOf('Bèta Zorg')).toBeLessThan(text.indexOf('Alfa Thuiszorg'))
    expect(text).toContain('href="/aanvragen?voorkeur=beta"')
    expect((await look('/wijk/vergelijken?met=alfa&met=weg')).text).toContain('is er niet meer')
    expect((await look('/wijk/vergelijken?met=a&met=b&met=c&met=d&met=e')).text).toContain('eerste vier')
    expect((await look('/wijk/vergelijken')).text).toContain('Kies eerst organisaties')
  })
})

describe('the light', () => {
  const show = (audience: string) =>
    region.asOwner(`update regions.region set way_of_working = jsonb_set(way_of_working, '{lightAudience}', $1)`, [
      JSON.stringify(audience),
    ])

  test('is shown where its audience is everyone, and to nobody on these pages where it is not, a nurse included', async () => {
    const [team] = await region.asOwner<{ id: string }>(
      'select id from organizations.team where organization_id = $1 limit 1',
      [region.organizations.alfa],
    )
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
    const set = crypto.randomUUID()
    await region.asOwner(
      `insert into capacity.change_set (id, region_id, organization_id, key, act, channel, made_by_name, made_at, cells)
       values ($1, $2, $3, 'k', 'set', 'page', 'Anja', now(), 1)`,
      [set, region.regionId, region.organizations.alfa],
    )
    await region.asOwner(
      `insert into capacity.light (team_id, organization_id, region_id, light_on, daypart, light, set_at, set_by_name, change_set_id)
       values ($1, $2, $3, $4, 'night', 'green', now(), 'Anja', $5)`,
      [team?.id, region.organizations.alfa, region.regionId, today, set],
    )
    for (const visitor of [app.as(), app.as(region.people.nurseAlfa)]) {
      await show('professionals')
      for (const page of ['/wijk/6811', '/wijk/organisatie/alfa', '/wijk/vergelijken?met=alfa'])
        expect((await visitor.get(page)).text).not.toContain('Er is plek')
      await show('everyone')
      for (const page of ['/wijk/6811', '/wijk/organisatie/alfa', '/wijk/vergelijken?met=alfa'])
        expect((await visitor.get(page)).text).toContain('Er is plek')
    }
  })
})

describe('what an organisation writes about itself', () => {
  test('is text wherever it stands: on pages, in the structured data, in the widget', async () => {
    const bad = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'&\u2028'
    await region.asOwner(
      `update organizations.organization set description = $1, name = $2, faiths = $3 where slug = 'beta'`,
      [bad, `Bèta ${bad}`, [bad]],
    )
    await region.asOwner('update organizations.coordinating_team set description = $1 where id = $2', [
      bad,
      region.teams.noord,
    ])
    await region.asOwner('update organizations.contact_person set first_name = $1, job_title = $1', [bad])
    for (const page of [
      '/wijk/6811',
      '/wijk/organisatie/beta',
      '/wijk/vergelijken?met=beta&met=alfa',
      '/en/wijk/organisatie/beta',
      '/widget?plaats=6811',
    ]) {
      const { text } = await look(page)
      expect(text, page).not.toContain('<script>alert')
      expect(text, page).not.toContain('<img src=x')
      for (const [, json = ''] of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        expect(json).not.toMatch(/[<>&\u2028]/)
        expect(JSON.parse(json)).toHaveProperty('@context', 'https://schema.org')
      }
    }
    await region.asOwner(
      `update organizations.organization set description = '', name = 'Bèta Zorg', faiths = '{}' where slug = 'beta'`,
    )
    await region.asOwner(
      `update organizations.contact_person set first_name = 'Marit', job_title = 'Wijkverpleegkundige'`,
    )
  })
})

describe('search engines', () => {
  test('read what a page is, in which languages, and under which address', async () => {
    const { text } = await look('/wijk/6811')
    expect(text).toContain('<link rel="canonical" href="http://127.0.0.1:3000/wijk/6811"/>')
    expect(text).toContain('<link rel="alternate" hrefLang="en" href="http://127.0.0.1:3000/en/wijk/6811"/>')
    expect(text).toContain('<link rel="alternate" hrefLang="x-default" href="http://127.0.0.1:3000/wijk/6811"/>')
    expect(text).toMatch(/<meta name="description" content="Wie geeft er zorg thuis in 6811 Arnhem\?/)
    expect(text).not.toContain('noindex')
    expect((await look('/wijk/6811?zorg=wond')).text).toContain('noindex')
  })

  test('find every page in the site map, and the site map in robots.txt', async () => {
    const { text, headers } = await look('/sitemap.xml')
    expect(headers['content-type']).toContain('application/xml')
    for (const address of ['/wijk', '/wijk/arnhem', '/wijk/6811', '/en/wijk/6811', '/wijk/organisatie/alfa'])
      expect(text).toContain(`<loc>http://127.0.0.1:3000${address}</loc>`)
    expect(text).not.toContain('hospital')
    expect((await look('/robots.txt')).text).toContain('Sitemap: http://127.0.0.1:3000/sitemap.xml')
    for (const [, address = ''] of text.matchAll(/<loc>http:\/\/127\.0\.0\.1:3000([^<]+)<\/loc>/g))
      expect((await look(address)).status, address).toBe(200)
  })
})

describe('another language', () => {
  test('is the whole page: its words, its menu and its language', async () => {
    const { text } = await look('/en/wijk/6811')
    expect(text).toMatch(/^<!doctype html><html lang="en"/)
    expect(text).toContain('Care at home in 6811 Arnhem')
    expect(text).toContain('Skip to the content')
    expect(text).toContain('href="/en/wijk"')
    expect(text).toContain('href="/wijk/6811" lang="nl" hrefLang="nl"')
    expect(text).toContain('<span lang="nl">Zorg van alfa.</span>')
    expect(words(text)).toContain('Islamic')
  })

  test('that we do not have is not there', async () => {
    expect((await look('/de/wijk/6811')).status).toBe(404)
  })
})
