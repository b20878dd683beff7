import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

function aBody({ card = {}, identity = {}, consent = {}, ...rest }: Record<string, object | string> = {}) {
  return {
    sentKey: newId(),
    card: { source: 'client', priority: 'this-week', careKinds: ['nursing'], ...(card as object) },
    identity: {
      familyName: "'t Hooft",
      birthDate: '1941-03-27',
      postcode: '6811 ab',
      houseNumber: '12',
      phone: '06 12345678',
      question: 'Injecties',
      ...(identity as object),
    },
    consent: { givenBy: 'client', scope: ['card-to-team'], textVersion: '1', ...(consent as object) },
    ...rest,
  }
}

type Sent = { number: string; followUrl: string; holder: { name: string }; actBy: string }

describe('sending a request by API', () => {
  test('answers with number, link, holder and act-by; a retry answers the same', async () => {
    const body = aBody()
    const first = await app.as().api('POST', '/api/care-requests', body)
    expect(first.status).toBe(201)
    expect(first.json<Sent>().followUrl).toContain(first.json<Sent>().number)
    expect(first.json<Sent>().holder.name).toBeTruthy()
    const second = await app.as().api('POST', '/api/care-requests', body)
    expect(second.json<Sent>().number).toBe(first.json<Sent>().number)
  })

  test('the key of another never answers with their link', async () => {
    const body = aBody()
    const first = await app.as().api('POST', '/api/care-requests', body)
    const guessed = { ...aBody({ identity: { familyName: 'Ander' } }), sentKey: body.sentKey }
    const second = await app.as().api('POST', '/api/care-requests', guessed)
    expect(second.json<Sent>().number).not.toBe(first.json<Sent>().number)
  })

  test('a referrer sends for their organisation, anyone else only for themselves', async () => {
    const referral = aBody({ card: { source: 'hospital' }, consent: { givenBy: 'told-to-referrer' } })
    expect((await app.as().api('POST', '/api/care-requests', referral)).status).toBe(422)
    const sent = await app.as(region.people.transferNurse).api('POST', '/api/care-requests', referral)
    expect(sent.status).toBe(201)
    const [row] = await region.asOwner(
      'select requester_organization_id as by from requests.care_request where number = $1',
      [sent.json<Sent>().number],
    )
    expect(row?.by).toBe(region.organizations.hospital)
  })

  test.each([
    ['outside the region', aBody({ identity: { postcode: '1011AB' } }), 422],
    ['an unknown provider', aBody({ card: { preferredOrganizationId: newId() } }), 422],
    ['a birth date to come', aBody({ identity: { birthDate: '2999-01-01' } }), 422],
    ['a field too many', aBody({ extra: 'x' }), 400],
    ['a wrong type', aBody({ card: { careKinds: 'nursing' } }), 400],
    ['no kind of care', aBody({ card: { careKinds: [] } }), 400],
    ['a BSN that is none', aBody({ identity: { bsn: '123456789' } }), 400],
    ['a NUL in a name', aBody({ identity: { familyName: 'a\u0000b' } }), 400],
    ['a text without end', aBody({ identity: { question: 'x'.repeat(1_000_000) } }), 400],
    ['nothing', null, 400],
    ['half a document', '{"card":', 400],
  ])('refuses %s', async (_name, body, status) => {
    const answer = await app.as().api('POST', '/api/care-requests', body)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})
