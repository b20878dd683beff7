import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { instantOf } from '#kernel/dates.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { aTeam } from '../testing.ts'
import { paths } from './paths.ts'

const monday = '2026-11-23'
let region: SmallRegion
let app: TestApp
let team: string
let name: string
let made = 0

beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

beforeEach(async () => {
  app.setClock(instantOf(monday, '07:30'))
  made += 1
  name = `Team Bestand ${made}`
  team = await aTeam(region, 'alfa', { name })
})

const lights = async () =>
  region.asOwner('select light_on as on, daypart, light, reason from capacity.light where team_id = $1 order by 1, 2', [
    team,
  ])

describe('lights from a file', () => {
  async function send(content: string | Buffer, actor: UserActor = region.people.nurseAlfa) {
    const visitor = app.as(actor)
    const sent = await visitor.postFiles(paths.importLights, {}, [
      { field: 'file', name: 'stoplicht.csv', type: 'text/csv', content: Buffer.from(content) },
    ])
    const preview = await visitor.get(sent.location ?? '')
    const seen = /name="seen" value="([^"]+)"/.exec(preview.text)?.[1] ?? ''
    return { preview, yes: () => visitor.post(sent.location ?? '', { seen }) }
  }

  test('are shown first, and saved after the yes; the export goes in again and changes nothing', async () => {
    const file = `Team;Datum;Dagdeel;Licht;Reden\n${name};2026-11-23;ochtend;groen;\n${name};24-11-2026;nacht;rood;De routes zijn vol\n`
    const { preview, yes } = await send(file)
    expect([preview.status, await lights()]).toEqual([200, []])
    expect(preview.text).toContain('ochtend')
    expect((await yes()).status).toBe(303)
    expect(await lights()).toEqual([
      { on: '2026-11-23', daypart: 'morning', light: 'green', reason: null },
      { on: '2026-11-24', daypart: 'night', light: 'red', reason: 'full-routes' },
    ])
    const exported = await app.as(region.people.nurseAlfa).get(paths.exportLights)
    expect(exported.text).toContain(name)
    const again = await send(exported.raw)
    expect(again.preview.text).not.toContain('Regel 2')
    expect(again.preview.status).toBe(200)
  })

  test('from a spreadsheet in Windows-1252 with commas', async () => {
    const text = `Team,Datum,Dagdeel,Licht,Reden,Nieuwe cliënten\n${name},2026-11-23,middag,oranje,Zieke collega’s,2\n`
    const { yes } = await send(Buffer.from(text.replace('’', '\u0092'), 'latin1'))
    expect((await yes()).status).toBe(303)
    expect(await lights()).toMatchObject([{ light: 'amber', reason: 'staff-ill' }])
  })

  test.each([
    ['Team;Datum;Dagdeel\nA;2026-11-23;ochtend', 'Licht'],
    ['Team;Datum;Dagdeel;Licht\nTeam van een ander;2026-11-23;ochtend;groen', 'niet van uw organisatie'],
    ['TEAM;2026-11-20;ochtend;groen', 'voorbij'],
    ['TEAM;2026-13-41;ochtend;groen', 'Vul een datum in'],
    ['TEAM;2026-11-23;ochtend;paars', 'Kies groen, oranje, rood of niet opgegeven'],
    ['TEAM;2026-11-23;ochtend;rood', 'Kies waarom er geen plek is'],
    ['=1+1;2026-11-23;ochtend;groen', 'formule'],
    ['TEAM;2026-11-23;ochtend;groen\nTEAM;2026-11-23;ochtend;rood', 'ook al op regel'],
  ])('%s: %s', async (text, told) => {
    const lines = text.startsWith('Team;') ? text : `Team;Datum;Dagdeel;Licht\n${text.replaceAll('TEAM', name)}`
    const { preview, yes } = await send(lines)
    expect(preview.text).toContain(told)
    expect((await yes()).status).toBe(422)
    expect(await lights()).toEqual([])
  })

  test('of 100,000 lines are refused with what to do', async () => {
    const line = `${name};2026-11-23;ochtend;groen\n`
    const { preview } = await send(`Team;Datum;Dagdeel;Licht\n${line.repeat(100_000)}`)
    expect(preview.text).toContain('meer dan 20.000 regels')
  })
})

describe('a calendar', () => {
  const make = async (actor: UserActor) => {
    const { text } = await app.as(actor).post(paths.feed, { team })
    return /\/capaciteit\/agenda\/[\w-]+\.ics/.exec(text)?.[0] ?? ''
  }

  test('shows the lights of the team to who holds the address, without names, until it is taken back', async () => {
    await app.as(region.people.nurseAlfa).api('PUT', `/api/lights/${team}/${monday}/evening`, { light: 'green' })
    const address = await make(region.people.nurseAlfa)
    const calendar = await app.as().get(address)
    expect(calendar.headers['content-type']).toContain('text/calendar')
    expect(calendar.text).toContain(`SUMMARY:${name}: groen (avond)`)
    expect(calendar.text).not.toContain('Anja')
    expect(
      await region.asOwner('select key_hash::text as hash from capacity.feed where team_id = $1', [team]),
    ).not.toContainEqual(expect.objectContaining({ hash: expect.stringContaining(address.slice(-30, -4)) }))
    const next = await make(region.people.nurseAlfa2)
    expect([(await app.as().get(address)).status, (await app.as().get(next)).status]).toEqual([404, 200])
    await app.as(region.people.nurseAlfa).post(paths.feed, { team, weg: 'ja' })
    expect((await app.as().get(next)).status).toBe(404)
  })

  test('is not made for the team of another', async () => {
    expect((await app.as(region.people.nurseBeta).post(paths.feed, { team })).status).toBe(404)
  })
})

test('a webhook is for the administrator, and not for an address on the inside', async () => {
  const { text } = await app.as(region.people.nurseAlfa).get(paths.connections)
  expect(text).not.toContain('Bericht aan een ander systeem')
  expect((await app.as(region.people.nurseAlfa).post(paths.webhook, { url: 'https://a.example.nl' })).status).toBe(403)
  const refused = await app.as(region.people.adminAlfa).post(paths.webhook, { url: 'https://' })
  expect(refused.status).toBe(422)
  const added = await app.as(region.people.adminAlfa).post(paths.webhook, { url: 'https://a.example.nl/licht' })
  expect(added.text).toMatch(/whsec_[\w+/]{32}/)
  expect((await app.as(region.people.adminAlfa).get(paths.connections)).text).not.toContain('whsec_')
})
