import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, instantOf } from '#kernel/dates.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { aTeam } from './testing.ts'

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

type Answer = { changeSet: string; cells: number }
type Lights = { lights: { on: string; light: string; setBy: string | null; version: number }[] }
const one = (on = monday, more = {}) => ({ team, on, daypart: 'morning', light: 'green', ...more })
const url = () => `/api/lights?team=${team}`

test('many lights at once, and the same key is the same save', async () => {
  const nurse = app.as(region.people.nurseAlfa)
  const lights = [one(), one(addDays(monday, 1), { light: 'amber', reason: 'staff-ill' })]
  const send = () => nurse.api('POST', '/api/lights', { lights }, { 'idempotency-key': `key-${team}` })
  const first = await send()
  expect([first.status, first.json<Answer>().cells]).toEqual([200, 2])
  expect((await send()).json<Answer>()).toEqual(first.json<Answer>())
  const seen = await nurse.api('GET', url())
  expect(seen.json<Lights>().lights).toMatchObject([
    { on: monday, light: 'green', setBy: 'Anja Alfa' },
    { light: 'amber', reason: 'staff-ill' },
  ])
})

test('one light, with the version that was looked at', async () => {
  const nurse = app.as(region.people.nurseAlfa)
  const put = (body: object) => nurse.api('PUT', `/api/lights/${team}/${monday}/morning`, body)
  expect((await put({ light: 'green', version: 0 })).status).toBe(200)
  const late = await put({ light: 'red', reason: 'full-routes', version: 0 })
  expect([late.status, late.json()]).toMatchObject([409, { code: 'changed-meanwhile', cells: [{ light: 'green' }] }])
  const { cells } = late.json<{ cells: { version: number }[] }>()
  expect((await put({ light: 'red', reason: 'full-routes', version: cells[0]?.version })).status).toBe(200)
})

test('says for every cell what is wrong, and then saves none', async () => {
  const theirs = await aTeam(region, 'beta')
  const lights = [
    one(),
    one('2026-11-20'),
    one(monday, { team: theirs }),
    one(monday, { daypart: 'evening', light: 'red' }),
  ]
  const refused = await app.as(region.people.nurseAlfa).api('POST', '/api/lights', { lights })
  expect(refused.status).toBe(422)
  expect(refused.json<{ cells: { why: string }[] }>().cells.map(({ why }) => why)).toEqual([
    'past',
    'foreign-team',
    'no-reason',
  ])
  expect((await app.as(region.people.nurseAlfa).api('GET', url())).json<Lights>().lights).toEqual([])
})

test('is read by its audience only: as far as the region agreed, and nearer when the organisation wants that', async () => {
  await app.as(region.people.nurseAlfa).api('POST', '/api/lights', { lights: [one()] })
  const seenBy = async (actor: Parameters<TestApp['as']>[0]) =>
    (await app.as(actor).api('GET', url())).json<Lights>().lights.length
  const audience = (way: string) =>
    region.asOwner(
      `update regions.region set way_of_working = way_of_working || jsonb_build_object('lightAudience', $1::text)`,
      [way],
    )
  const { people } = region
  await audience('teams')
  expect([await seenBy(people.nurseBeta), await seenBy(people.gp), await seenBy(undefined)]).toEqual([1, 0, 0])
  await audience('referrers')
  expect([await seenBy(people.gp), await seenBy(people.transferNurse), await seenBy(undefined)]).toEqual([1, 1, 0])
  await audience('everyone')
  expect([await seenBy(people.gp), await seenBy(undefined)]).toEqual([1, 1])
  const open = await app.as().api('GET', url())
  expect(open.json<Lights>().lights[0]?.setBy).toBeNull()
  await region.asOwner(
    "insert into capacity.organization_setting (organization_id, region_id, audience) values ($1, $2, 'team')",
    [region.organizations.alfa, region.regionId],
  )
  expect([await seenBy(people.nurseBeta), await seenBy(people.nurseGamma), await seenBy(people.gp)]).toEqual([1, 0, 0])
  expect([await seenBy(people.manager), await seenBy(people.adminAlfa)]).toEqual([1, 1])
  await region.asOwner('delete from capacity.organization_setting')
})

test('only for the team’s own organisation, and for no more days than a page shows', async () => {
  for (const actor of [region.people.gp, region.people.manager, undefined])
    expect([401, 403]).toContain((await app.as(actor).api('POST', '/api/lights', { lights: [one()] })).status)
  expect((await app.as().api('GET', '/api/lights?from=2026-11-01&to=2026-12-31')).status).toBe(422)
  expect((await app.as().api('GET', '/api/lights?from=2026-13-01')).status).toBe(400)
})
