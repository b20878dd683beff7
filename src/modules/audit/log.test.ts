import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { inTransaction } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { audit } from './index.ts'
import { eventText } from './text.nl.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  for (const person of [region.people.nurseAlfa, region.people.nurseBeta]) {
    await inTransaction(region.scope(person), (tx) =>
      audit(tx, {
        event: 'request.list',
        action: 'R',
        objectType: 'request',
        fields: ['team'],
        legalBasis: 'coordination',
        rule: 'canList',
      }),
    )
  }
})

const officer = () => app.as(region.people.privacyOfficer)
const body = (text: string) => text.slice(text.indexOf('<tbody'), text.indexOf('</tbody>'))

describe('the log of who saw what', () => {
  test('shows who did what, in which role and for which organisation', async () => {
    const page = await officer().get('/inzage-log')
    expect(page.status).toBe(200)
    for (const words of ['Anja Alfa', 'Alfa Thuiszorg', 'lijst van zorgvragen bekeken', 'Bea Beta']) {
      expect(body(page.text)).toContain(words)
    }
  })

  test('is itself in the log when somebody looks, with the names of the filters and not what was typed', async () => {
    await officer().get('/inzage-log?wie=Anja')
    const [row] = await region.asOwner('select * from audit.event order by id desc limit 1')
    expect(row).toMatchObject({
      event_type: 'audit.read',
      user_id: region.people.privacyOfficer.userId,
      fields: ['user'],
      legal_basis: 'oversight',
    })
    expect(JSON.stringify(row)).not.toContain('Anja')
  })

  test.each([
    ['wie=anja', 'Anja Alfa', 'Bea Beta'],
    ['organisatie=b%C3%A8ta', 'Bea Beta', 'Anja Alfa'],
    ['wat=request.list', 'Bea Beta', 'Paul Privacy'],
    ['wie=%25', 'Niets gevonden', 'Anja Alfa'],
    ['van=2020-01-01&tot=2020-12-31', 'Niets gevonden', 'Anja Alfa'],
  ])('is filtered by %s', async (query, there, notThere) => {
    const { text } = await officer().get(`/inzage-log?${query}`)
    expect(text).toContain(there)
    expect(body(text)).not.toContain(notThere)
  })

  test.each([
    'van=2026-02-30',
    'nummer=123',
    'wat=x',
    'van=2026-02-02&tot=2026-01-01',
    'wie=a&wie=b',
    'voor=-1',
    'wie=%00',
  ])('says what is wrong with %s', async (query) => {
    expect((await officer().get(`/inzage-log?${query}`)).status).toBe(422)
  })

  test('shows every field of one row, and 404 for a row that is not there', async () => {
    const [row] = await region.asOwner<{ id: number }>(
      `select max(id)::int as id from audit.event where event_type = 'request.list'`,
    )
    const page = await officer().get(`/inzage-log/regel/${row?.id}`)
    for (const words of ['Bea Beta', 'canList', 'verdelen van zorgvragen', 'nog niet'])
      expect(page.text).toContain(words)
    expect((await officer().get('/inzage-log/regel/999999999')).status).toBe(404)
    expect((await officer().get('/inzage-log/regel/x')).status).toBe(404)
  })

  test('goes on page by page without leaving a row out', async () => {
    await region.asOwner(
      `insert into audit.event (region_id, event_type, action, actor_kind, user_name, access_point, object_type, legal_basis,
         authorization_rule, http_request_id)
       select $1, 'request.search', 'E', 'user', 'Bladeraar ' || n, 'x', 'request', 'coordination', 'x', 'x'
         from generate_series(1, 120) n`,
      [region.regionId],
    )
    const seen: string[] = []
    let next: string | undefined = '/inzage-log?wie=Bladeraar'
    while (next) {
      const { text }: { text: string } = await officer().get(next)
      seen.push(...[...body(text).matchAll(/Bladeraar (\d+)/g)].map(([, number]) => number ?? ''))
      next = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => String(120 - n)))
  })

  test('is exported for a spreadsheet, without formulas, and the export is in the log', async () => {
    await region.asOwner(
      `insert into audit.event (region_id, event_type, action, actor_kind, user_name, access_point, object_type, legal_basis,
         authorization_rule, http_request_id)
       values ($1, 'request.search', 'E', 'user', '=HYPERLINK("x")', 'x', 'request', 'coordination', 'x', 'x')`,
      [region.regionId],
    )
    const answer = await officer().get('/inzage-log/export?wie=HYPERLINK')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect(answer.text.split('\r\n')).toHaveLength(3)
    expect(answer.text).toContain(`"'=HYPERLINK(""x"")"`)
    const [row] = await region.asOwner('select event_type from audit.event order by id desc limit 1')
    expect(row?.event_type).toBe('audit.export')
  })

  test('is closed to everybody else', async () => {
    for (const person of ['nurseAlfa', 'gp', 'adminAlfa', 'manager'] as const) {
      for (const url of ['/inzage-log', '/inzage-log/export', '/inzage-log/keten', '/inzage-log/regel/1']) {
        expect((await app.as(region.people[person]).get(url)).status).toBe(403)
      }
    }
    expect((await app.as().get('/inzage-log')).status).toBe(303)
  })

  test('says whether the chain holds', async () => {
    expect((await officer().get('/inzage-log/keten')).text).toContain('Er is nog niets verzegeld')
    await vi.waitUntil(
      async () => {
        await region.asOwner('select audit.seal_events()')
        return (await region.asOwner('select from audit.seal')).length > 0
      },
      { timeout: 150_000 },
    )
    expect((await officer().get('/inzage-log/keten')).text).toContain('De keten klopt tot en met regel')
    await region.asOwner(`update audit.event set user_name = 'x' where id = (select min(id) from audit.event)`)
    expect((await officer().get('/inzage-log/keten')).text).toContain('De keten klopt niet vanaf verzegelde regel 1')
  })
})

test('every event that a module writes has its Dutch words', () => {
  const modules = join(import.meta.dirname, '..')
  const written = readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .flatMap((path) => [...readFileSync(join(modules, path), 'utf8').matchAll(/\bevent: '([a-z.-]+)'/g)])
    .map(([, event]) => event ?? '')
  expect(written.length).toBeGreaterThan(20)
  expect(written.filter((event) => !(event in eventText))).toEqual([])
})
