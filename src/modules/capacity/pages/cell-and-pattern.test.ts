import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { aTeam } from '../testing.ts'
import { paths } from './paths.ts'

const monday = '2026-11-23'
let region: SmallRegion
let app: TestApp
let team: string

beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

beforeEach(async () => {
  app.setClock(instantOf(monday, '07:30'))
  team = await aTeam(region)
})

const nurse = () => app.as(region.people.nurseAlfa)
const rows = () =>
  region.asOwner(
    'select care_kind, light, reason, until_at, free_minutes, new_clients from capacity.light where team_id = $1 order by 1',
    [team],
  )

describe('one daypart', () => {
  const post = (fields: Record<string, string>, on = monday) =>
    nurse().post(paths.cell(team, on, 'evening'), { key: newId(), gezien: '0', zorg: '', ...fields })

  test('can say until when, how much room, and something else for one kind of care', async () => {
    const until = { 'tot-day': '24', 'tot-month': '11', 'tot-year': '2026', totTijd: '12:00' }
    expect((await post({ licht: 'green', uren: '2,5', clienten: '3', ...until })).status).toBe(303)
    expect((await post({ licht: 'red', reden: 'full-routes', zorg: 'wound' })).status).toBe(303)
    expect(await rows()).toEqual([
      {
        care_kind: '',
        light: 'green',
        reason: null,
        until_at: instantOf('2026-11-24', '12:00'),
        free_minutes: 150,
        new_clients: 3,
      },
      {
        care_kind: 'wound',
        light: 'red',
        reason: 'full-routes',
        until_at: null,
        free_minutes: null,
        new_clients: null,
      },
    ])
    const page = await nurse().get(`${paths.cell(team, monday, 'evening')}?zorg=wound`)
    expect(page.text).toContain('Is er plek voor wondzorg?')
    const week = await nurse().get(`${paths.week}?team=${team}`)
    expect(week.text).toContain('3 cliënten')
    expect(week.text).toContain('wondzorg: rood')
  })

  test.each([
    [{}, 'Kies een kleur'],
    [{ licht: 'red' }, 'Kies waarom er geen plek is'],
    [{ licht: 'red', reden: 'other' }, 'Vul bij deze reden een toelichting in'],
    [{ licht: 'green', totTijd: '12:00' }, 'Vul ook de dag in'],
    [{ licht: 'green', 'tot-day': '1', 'tot-month': '11', 'tot-year': '2026' }, 'Kies een moment dat nog komt'],
    [{ licht: 'green', clienten: 'veel' }, 'Vul een heel getal in'],
  ])('%j: %s', async (fields: Record<string, string>, told) => {
    const answer = await post(fields)
    expect([answer.status, answer.text.includes(told)]).toEqual([422, true])
    expect(await rows()).toEqual([])
  })

  test('of yesterday, or of another’s team, is not there', async () => {
    expect((await nurse().get(paths.cell(team, addDays(monday, -1), 'evening'))).status).toBe(404)
    expect((await app.as(region.people.nurseBeta).get(paths.cell(team, monday, 'evening'))).status).toBe(404)
    expect((await nurse().get(paths.cell(team, '2026-02-30', 'evening'))).status).toBe(404)
  })
})

describe('the standing week', () => {
  test('is saved with its reason, shown in the week, and given an exception', async () => {
    const path = paths.pattern(team)
    expect((await nurse().post(path, { gezien: '0', 'p-1-night': 'red' })).text).toContain(
      'Kies waarom er geen plek is',
    )
    const saved = await nurse().post(path, { gezien: '0', 'p-1-night': 'red', reden: 'full-routes' })
    expect(saved.status).toBe(303)
    const week = await nurse().get(`${paths.week}?team=${team}`)
    expect(week.text).toContain('vast patroon')
    expect((await nurse().post(path, { gezien: '0' })).status).toBe(409)
    const day = { 'eerste-day': '23', 'eerste-month': '11', 'eerste-year': '2026', licht: 'unknown' }
    expect((await nurse().post(paths.exception(team), { ...day, 'eerste-year': '2025' })).status).toBe(422)
    expect((await nurse().post(paths.exception(team), day)).status).toBe(303)
    const page = await nurse().get(path)
    const weg = /name="weg" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    expect(page.text).toContain('Haal weg')
    expect((await nurse().post(paths.exception(team), { weg })).status).toBe(303)
    expect((await nurse().get(path)).text).toContain('Geen uitzonderingen')
  })

  test('of another’s team is not there', async () => {
    const other = app.as(region.people.nurseBeta)
    expect((await other.get(paths.pattern(team))).status).toBe(404)
    expect((await other.post(paths.pattern(team), { gezien: '0' })).status).toBe(404)
    expect((await other.post(paths.exception(team), {})).status).toBe(404)
  })
})
