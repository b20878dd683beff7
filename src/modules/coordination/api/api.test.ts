import { beforeAll, expect, test } from 'vitest'
import { localDateOf } from '#kernel/dates.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
})

const sent = () =>
  aSentRequest(region.scope(region.anyone), {
    card: { careKinds: ['nursing'], hoursPerWeek: 5.5 },
    identity: { familyName: 'Geheimstra', bsn: '999990019', particulars: { household: 'Woont alleen' } },
  })

test('the list, the counts and one request tell no identity', async () => {
  const { id } = await sent()
  const nurse = app.as(region.people.nurseAlfa)
  const list = await nurse.api('GET', '/api/care-requests?careKind=nursing')
  expect(list.status).toBe(200)
  expect(list.json<{ requests: { id: string }[] }>().requests.map((one) => one.id)).toContain(id)
  expect((await nurse.api('GET', '/api/care-requests/counts')).json()).toEqual({
    waiting: 1,
    taken: 0,
    own: 0,
    asked: 0,
  })
  const sheet = await nurse.api('GET', `/api/care-requests/${id}`)
  expect(sheet.json()).toMatchObject({ identityOpen: false, request: { pc4: '6811', hoursPerWeek: 5.5 } })
  for (const answer of [list, sheet]) expect(answer.text).not.toMatch(/Geheimstra|1941-03-27|6811AB|999990019/)
  expect((await nurse.api('GET', `/api/care-requests/${id}/identity`)).status).toBe(404)
})

test('take, start and close as on the pages; a refusal has a code and a sentence', async () => {
  const { id } = await sent()
  const nurse = app.as(region.people.nurseAlfa)
  const other = app.as(region.people.nurseBeta)
  expect((await nurse.api('POST', `/api/care-requests/${id}/take`)).json()).toEqual({ id, done: true })
  const late = await other.api('POST', `/api/care-requests/${id}/take`)
  expect([late.status, late.json<{ code: string }>().code]).toEqual([409, 'already-taken'])
  expect((await other.api('GET', `/api/care-requests/${id}/identity`)).status).toBe(404)
  expect((await nurse.api('GET', `/api/care-requests/${id}/identity`)).json()).toMatchObject({
    familyName: 'Geheimstra',
    bsn: '999990019',
    particulars: { household: 'Woont alleen' },
  })
  const early = await nurse.api('POST', `/api/care-requests/${id}/close`)
  expect([early.status, early.json<{ code: string }>().code]).toEqual([409, 'not-started'])
  expect((await nurse.api('POST', `/api/care-requests/${id}/start`, { startedOn: '2999-01-01' })).status).toBe(422)
  const today = localDateOf(new Date())
  expect((await nurse.api('POST', `/api/care-requests/${id}/start`, { startedOn: today })).status).toBe(200)
  expect((await nurse.api('POST', `/api/care-requests/${id}/close`)).status).toBe(200)
})

test('giving back wants a reason of the region', async () => {
  const { id } = await sent()
  const nurse = app.as(region.people.nurseAlfa)
  await nurse.api('POST', `/api/care-requests/${id}/take`)
  const path = `/api/care-requests/${id}/return`
  expect((await nurse.api('POST', path, { reason: 'nonsense' })).status).toBe(422)
  expect((await nurse.api('POST', path, { reason: 'no-room', organizationId: region.organizations.beta })).status).toBe(
    400,
  )
  expect((await nurse.api('POST', path, { reason: 'no-room' })).status).toBe(200)
})

test('who has no list gets none, whatever is asked', async () => {
  const { id } = await sent()
  for (const actor of [region.people.transferNurse, region.people.adminAlfa, region.people.privacyOfficer]) {
    for (const path of ['', '/counts', `/${id}`, `/${id}/identity`])
      expect((await app.as(actor).api('GET', `/api/care-requests${path}`)).status).toBe(403)
    expect((await app.as(actor).api('POST', `/api/care-requests/${id}/take`)).status).toBe(403)
  }
  expect((await app.as().api('GET', '/api/care-requests')).status).toBe(401)
  expect((await app.as(region.people.nurseGamma).api('GET', `/api/care-requests/${id}`)).status).toBe(404)
  expect((await app.as(region.people.nurseAlfa).api('GET', '/api/care-requests?sort=name')).status).toBe(400)
})
