import type { Bundle, CapabilityStatement, HealthcareService, OperationOutcome, Organization } from 'fhir/r4'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { declaredRoutes } from '#platform/http/guard.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { interactions } from './capability.ts'

let region: SmallRegion
let app: TestApp
const ids = { noord: newId(), zuid: newId(), office: newId(), endpoint: newId(), contact: newId() }
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  const { alfa, beta } = region.organizations
  await region.asOwner(`update organizations.organization set ura = '99990001', agb_code = '99990002' where id = $1`, [
    alfa,
  ])
  for (const [id, organization, name, pc4s] of [
    [ids.noord, alfa, 'Team Élan Noord', ['6811', '6812']],
    [ids.zuid, beta, 'Team Zuid', ['6841']],
  ] as const) {
    // One transaction, so that the team and where it comes are one version.
    await region.asOwner(
      `insert into organizations.team (id, region_id, organization_id, name, phone, care_kinds, expertises)
        values ('${id}', '${region.regionId}', '${organization}', '${name}', '+31260000009', '{nursing,wound}', '{wound}');
      insert into organizations.service_area select '${id}', unnest('{${pc4s}}'::text[])`,
    )
  }
  await region.asOwner(
    `insert into organizations.location (id, region_id, organization_id, team_id, name, street, postcode, place, latitude, longitude)
      values ($1, $2, $3, $4, 'Wijkpost', 'Dijk 1', '6811AB', 'Arnhem', 51.98, 5.91)`,
    [ids.office, region.regionId, alfa, ids.noord],
  )
  await region.asOwner(
    `insert into organizations.endpoint (id, region_id, organization_id, name, connection_type, payload_types, address)
      values ($1, $2, $3, 'eOverdracht', 'hl7-fhir-rest', '{eOverdracht}', 'https://fhir.alfa.example/')`,
    [ids.endpoint, region.regionId, alfa],
  )
  await region.asOwner(
    `insert into organizations.contact_person (id, region_id, coordinating_team_id, organization_id, first_name, job_title)
      values ($1, $2, $3, $4, 'Eva', 'Wijkverpleegkundige')`,
    [ids.contact, region.regionId, region.teams.noord, alfa],
  )
})

const ask = async <Resource>(path: string, headers: Record<string, string> = {}) => {
  const answer = await app.as().get(`/fhir/r4/${path}`, { accept: 'application/fhir+json', ...headers })
  return { ...answer, body: JSON.parse(answer.text) as Resource }
}
const found = async (path: string) => {
  const { status, body } = await ask<Bundle>(path)
  expect(status).toBe(200)
  return (body.entry ?? []).map(
    ({ resource }) => `${resource?.resourceType} ${(resource as { name?: string }).name ?? ''}`,
  )
}

describe('the directory as FHIR', () => {
  test('says of itself what it serves, and serves it', async () => {
    const { body, headers } = await ask<CapabilityStatement>('metadata')
    expect(headers['content-type']).toBe('application/fhir+json; charset=utf-8')
    const said = (body.rest?.[0]?.resource ?? []).flatMap(({ type, interaction = [] }) =>
      interaction.map(({ code }) => `/fhir/r4/${type}${interactions[code as keyof typeof interactions]}`),
    )
    const served = declaredRoutes(app.server)
      .filter(({ method, url }) => method === 'GET' && url.startsWith('/fhir/r4/') && !/metadata$|\*$/.test(url))
      .map(({ url }) => url)
    expect(said.sort()).toEqual(served.sort())
    // Each parameter it names is understood: a strict search by it is no error.
    for (const { type, searchParam = [], searchInclude = [], searchRevInclude = [] } of body.rest?.[0]?.resource ??
      []) {
      for (const { name, type: kind } of searchParam) {
        const value = kind === 'date' ? '2026' : name === 'active' ? 'true' : 'x'
        expect([name, (await ask(`${type}?${name}=${value}`, { prefer: 'handling=strict' })).status]).toEqual([
          name,
          200,
        ])
      }
      for (const one of searchInclude)
        expect((await ask(`${type}?_include=${one}`, { prefer: 'handling=strict' })).status).toBe(200)
      for (const one of searchRevInclude)
        expect((await ask(`${type}?_revinclude=${one}`, { prefer: 'handling=strict' })).status).toBe(200)
    }
  })

  test('shows an organisation with its Dutch identifier, and a team as a part of it', async () => {
    const { body, headers } = await ask<Organization>(`Organization/${region.organizations.alfa}`)
    expect(body).toMatchObject({
      id: region.organizations.alfa,
      identifier: [
        { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '99990001' },
        { system: 'http://fhir.nl/fhir/NamingSystem/agb-z', value: '99990002' },
      ],
      active: true,
      name: 'Alfa Thuiszorg',
      meta: { versionId: '2' },
    })
    expect(headers.etag).toBe('W/"2"')
    const team = await ask<Organization>(`Organization/${ids.noord}`)
    expect(team.body.partOf?.reference).toBe(`Organization/${region.organizations.alfa}`)
  })

  test('shows what a team does and where, an office on the map, a face by its first name, and an address of a system', async () => {
    const service = await ask<HealthcareService>(`HealthcareService/${ids.noord}`)
    expect(service.body.coverageArea?.map(({ identifier }) => identifier?.value)).toEqual(['6811', '6812'])
    expect(service.body.specialty?.[0]?.coding?.[0]).toMatchObject({ code: 'wound', display: 'wondzorg' })
    expect(service.body.location).toEqual([{ reference: `Location/${ids.office}`, display: 'Wijkpost' }])
    const coordinating = await ask<HealthcareService>(`HealthcareService/${region.teams.noord}`)
    expect(coordinating.body.coverageArea?.map(({ identifier }) => identifier?.value)).toEqual(['6811', '6812'])
    const wound = await ask<HealthcareService>(`HealthcareService/${region.teams.wound}`)
    expect(wound.body.coverageArea).toEqual([{ type: 'Location', display: 'De hele regio' }])
    expect((await ask(`Location/${ids.office}`)).body).toMatchObject({
      address: { postalCode: '6811AB' },
      position: { latitude: 51.98 },
      managingOrganization: { reference: `Organization/${ids.noord}` },
    })
    expect((await ask(`PractitionerRole/${ids.contact}`)).body).toMatchObject({
      practitioner: { display: 'Eva' },
      healthcareService: [{ reference: `HealthcareService/${region.teams.noord}` }],
    })
    expect((await ask(`Endpoint/${ids.endpoint}`)).body).toMatchObject({
      status: 'active',
      connectionType: { code: 'hl7-fhir-rest' },
      managingOrganization: { reference: `Organization/${region.organizations.alfa}` },
    })
  })

  test.each([
    ['Organization?name=alfa', ['Organization Alfa Thuiszorg']],
    ['Organization?name=beta', ['Organization Bèta Zorg']],
    ['Organization?name:contains=elan', ['Organization Team Élan Noord']],
    ['Organization?name:exact=bèta zorg', []],
    ['Organization?name=100%25', []],
    ['Organization?identifier=99990001', ['Organization Alfa Thuiszorg']],
    ['Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura|99990001', ['Organization Alfa Thuiszorg']],
    ['Organization?identifier=http://fhir.nl/fhir/NamingSystem/agb-z|99990001', []],
    ['Organization?identifier=http://fhir.nl/fhir/NamingSystem/agb-z|99990002', ['Organization Alfa Thuiszorg']],
    ['Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura|', ['Organization Alfa Thuiszorg']],
    ['Organization?type=team', ['Organization Team Élan Noord', 'Organization Team Zuid']],
    ['Organization?type=hospital', ['Organization Ziekenhuis Testwijk']],
    ['Organization?type=team,hospital&name=zie', ['Organization Ziekenhuis Testwijk']],
    ['Organization?active=false', []],
    [
      'HealthcareService?coverage-area:identifier=urn:wijkpoort:pc4|6841',
      ['HealthcareService Team Zuid', 'HealthcareService Wijkteam Zuid', 'HealthcareService Wondteam'],
    ],
    [
      'HealthcareService?coverage-area=6811&service-category=area,specialised',
      ['HealthcareService Wijkteam Noord', 'HealthcareService Wondteam'],
    ],
    [
      'HealthcareService?service-type=nursing&name=team',
      ['HealthcareService Team Élan Noord', 'HealthcareService Team Zuid'],
    ],
    ['HealthcareService?specialty=wound&service-category=specialised', ['HealthcareService Wondteam']],
    ['Location?address-city=arn&address-postalcode=6811&status=active', ['Location Wijkpost']],
    ['Endpoint?connection-type=hl7-fhir-rest&payload-type=eOverdracht&status=active', ['Endpoint eOverdracht']],
    ['Endpoint?_lastUpdated=lt2020', []],
    ['Organization?_id=nonsense', []],
    ["Organization?name=' or 1=1 --", []],
  ])('is searched by %s', async (path, names) => {
    expect((await found(path)).sort()).toEqual([...names].sort())
  })

  test('is searched by references, also with a form', async () => {
    const { alfa, beta } = region.organizations
    expect(await found(`Organization?partof=Organization/${alfa}`)).toEqual(['Organization Team Élan Noord'])
    expect(await found(`Organization?partof=${beta}`)).toEqual(['Organization Team Zuid'])
    expect(await found(`Endpoint?organization=http://127.0.0.1:3000/fhir/r4/Organization/${alfa}`)).toHaveLength(1)
    expect(await found(`PractitionerRole?service=HealthcareService/${region.teams.noord}`)).toHaveLength(1)
    const answer = await app.server.inject({
      method: 'POST',
      url: '/fhir/r4/HealthcareService/_search',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `organization=Organization/${beta}`,
    })
    expect((answer.json() as Bundle).total).toBe(1)
    expect(await found(`HealthcareService?location=Location/${ids.office}`)).toEqual([
      'HealthcareService Team Élan Noord',
    ])
    expect(await found(`HealthcareService?location=${ids.office}&_include=HealthcareService:location`)).toHaveLength(2)
  })

  test('sends along what is asked, each once', async () => {
    const { alfa } = region.organizations
    const { body } = await ask<Bundle>(`HealthcareService?organization=${alfa}&_include=HealthcareService:organization`)
    expect(body.entry?.map(({ resource, search }) => [resource?.resourceType, search?.mode])).toEqual([
      ['HealthcareService', 'match'],
      ['Organization', 'include'],
    ])
    expect(body.total).toBe(1)
    const back = await ask<Bundle>(
      `Organization?_id=${alfa}&_revinclude=Endpoint:organization&_revinclude=HealthcareService:organization&_revinclude=Organization:partof`,
    )
    expect(back.body.entry?.map(({ resource }) => resource?.resourceType).sort()).toEqual([
      'Endpoint',
      'HealthcareService',
      'Organization',
      'Organization',
    ])
  })

  test('is read page by page, each resource once, also when one changes in between', async () => {
    const seen: string[] = []
    let url: string | undefined = '/fhir/r4/Organization?_count=3&nonsense=x'
    for (let page = 0; url; page += 1) {
      const { text } = await app.as().get(url.replace('http://127.0.0.1:3000', ''))
      const bundle = JSON.parse(text) as Bundle
      expect(bundle.total).toBe(8)
      expect(bundle.link?.[0]?.url).not.toContain('nonsense')
      seen.push(...(bundle.entry ?? []).map(({ resource }) => resource?.id ?? ''))
      if (page === 0)
        await region.asOwner(`update organizations.team set phone = '+31260000010' where id = $1`, [ids.zuid])
      url = bundle.link?.find(({ relation }) => relation === 'next')?.url
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
    expect((await ask<Bundle>('Organization?_summary=count')).body).toMatchObject({ total: 8 })
    expect((await ask<Bundle>('Organization?_count=0')).body.entry).toBeUndefined()
  })

  test('tells what changed since a moment, how it was, and what was removed', async () => {
    const { body: before } = await ask<Bundle>('Location/_history')
    const since = before.meta?.lastUpdated ?? ''
    expect((await ask<Bundle>(`Location/_history?_since=${since}`)).body.total).toBe(0)
    await region.asOwner(`update organizations.location set name = 'Wijkpost aan de dijk' where id = $1`, [ids.office])
    await region.asOwner(`delete from organizations.location where id = $1`, [ids.office])
    const { body } = await ask<Bundle>(`Location/_history?_since=${encodeURIComponent(since)}`)
    expect(body.entry?.map(({ request, response }) => [request?.method, response?.etag])).toEqual([
      ['DELETE', 'W/"3"'],
      ['PUT', 'W/"2"'],
    ])
    expect(body.entry?.[0]?.resource).toBeUndefined()
    expect((await ask(`Location/${ids.office}`)).status).toBe(410)
    expect((await ask(`Location/${ids.office}/_history/1`)).body).toMatchObject({ name: 'Wijkpost' })
    expect((await ask(`Location/${ids.office}/_history/3`)).status).toBe(410)
    const one = await ask<Bundle>(`Location/${ids.office}/_history?_count=2`)
    expect(one.body.total).toBe(3)
    const next = one.body.link?.find(({ relation }) => relation === 'next')?.url ?? ''
    const rest = JSON.parse((await app.as().get(next.replace('http://127.0.0.1:3000', ''))).text) as Bundle
    expect(rest.entry?.map(({ request }) => request?.method)).toEqual(['POST'])
    expect(await found('Location')).toEqual([])
  })

  test.each([
    ['Patient', 404, 'not-supported'],
    ['Organization/nonsense', 404, 'not-found'],
    ['', 404, 'not-supported'],
    [`Organization/${newId()}`, 404, 'not-found'],
    [`Organization/${newId()}/_history`, 404, 'not-found'],
    ['Organization?_lastUpdated=gister', 400, 'value'],
    ['Organization?active=misschien', 400, 'value'],
    ['Organization?name:fuzzy=x', 400, 'value'],
    ['Organization?_count=veel', 400, 'value'],
    ['Organization?_cursor=x', 400, 'value'],
    ['Location/_history?_since=ooit', 400, 'value'],
    ['Organization?_format=xml', 406, 'not-supported'],
  ])('answers %s with an outcome', async (path, status, code) => {
    const { body, ...answer } = await ask<OperationOutcome>(path)
    expect(answer.status).toBe(status)
    expect(body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code }] })
  })

  test('refuses what it does not know only from who asks it to be strict', async () => {
    expect((await ask('Organization?shoe-size=43')).status).toBe(200)
    expect((await ask('Organization?shoe-size=43', { prefer: 'handling=strict' })).status).toBe(400)
    expect((await ask('Organization', { accept: 'application/fhir+xml' })).status).toBe(406)
    expect((await ask('Organization', { accept: 'text/html' })).status).toBe(200)
    expect((await ask('Organization?_format=application/fhir%2Bjson', { accept: 'text/html' })).status).toBe(200)
  })

  test('is for reading: nothing is written here', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      const answer = await app.server.inject({ method, url: `/fhir/r4/Organization/${region.organizations.alfa}` })
      expect(answer.statusCode).toBe(405)
      expect(answer.json()).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'not-supported' }] })
    }
  })

  test('a fault of ours is an outcome with a number to quote, and nothing of the inside', async () => {
    await region.asOwner('alter table organizations.change rename to broken_on_purpose')
    try {
      const { status, body, text } = await ask<OperationOutcome>('Organization')
      expect([status, body.issue[0]?.code]).toEqual([500, 'exception'])
      expect(body.issue[0]?.diagnostics).toMatch(/nummer [0-9a-f]{12}$/)
      expect(text).not.toContain('organizations')
    } finally {
      await region.asOwner('alter table organizations.broken_on_purpose rename to change')
    }
  })
})
