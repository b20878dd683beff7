import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { setLights } from '#modules/capacity/index.ts'
import { aTeam, aWish } from '#modules/capacity/testing.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'
import { redirectRequest } from './ending.ts'
import { listHouses } from './houses.ts'
import { sendOn } from './sending-on.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
})

/** At the desk: no route leads anywhere for this postcode. */
const atTheDesk = () => aSentRequest(region.scope(region.anyone), { identity: { postcode: '6861AB' } })
const desk = () => region.scope(region.people.nurseDesk)
const standOf = async (id: string) => {
  const [row] = await region.asOwner<{ team: string; holder: string; act_by: Date; state: string }>(
    `select coordinating_team_id as team, holder_coordinating_team_id as holder, act_by, state
     from requests.care_request where id = $1`,
    [id],
  )
  return row
}

describe('sending on', () => {
  test('puts it on the list of the other team, with the moment that it had, for the requester to see', async () => {
    const { id, number, key } = await atTheDesk()
    const before = await standOf(id)
    const page = await app.as(region.people.nurseDesk).get(`/zorgvragen/${id}`)
    expect(page.text).toContain('Doorsturen naar een ander team')
    // No other region runs here to hand it over to.
    expect(page.text).not.toContain('Overdragen aan een andere regio')
    const other = await app.as(region.people.nurseDesk).get(`/zorgvragen/${id}/naar-andere-regio`)
    expect(other.location).toBe(`/zorgvragen/${id}`)
    const sent = await app.as(region.people.nurseDesk).post(`/zorgvragen/${id}/doorsturen`, { team: region.teams.zuid })
    expect(sent.status).toBe(303)
    expect(await standOf(id)).toEqual({ ...before, team: region.teams.zuid, holder: region.teams.zuid })
    expect((await app.as(region.people.nurseGamma).get(`/zorgvragen/${id}`)).status).toBe(200)
    expect((await app.as(region.people.nurseDesk).get(`/zorgvragen/${id}`)).status).toBe(404)
    expect((await app.as().get(`/volg/${number}/${key}`)).text).toContain('Bij Wijkteam Zuid')
  })

  test('is for who holds it, to a team that works and is another', async () => {
    const { id } = await atTheDesk()
    const to = (teamId: string, scope = desk()) =>
      sendOn(scope, { requestId: id, teamId }).then(
        (outcome) => (outcome.ok ? 'done' : outcome.refusal.code),
        (fault: Error) => fault.name,
      )
    expect(await to(region.teams.desk)).toBe('team-unknown')
    expect(await to(id)).toBe('team-unknown')
    expect(await to(region.teams.zuid, region.scope(region.people.nurseAlfa))).toBe('NotFound')
    expect(await to(region.teams.zuid, region.scope(region.people.manager))).toBe('watching-only')
    await region.asOwner('update organizations.coordinating_team set active = false where id = $1', [
      region.teams.wound,
    ])
    expect(await to(region.teams.wound)).toBe('team-unknown')
    const wrong = await app.as(region.people.nurseDesk).post(`/zorgvragen/${id}/doorsturen`, { team: '' })
    expect([wrong.status, wrong.text.includes('Kies naar welk team')]).toEqual([422, true])
  })
})

describe('to a bed for a while', () => {
  const agreeOnBeds = async (beds: boolean) => {
    await region.asOwner(
      `update regions.region set way_of_working = jsonb_set(way_of_working, '{beds}', to_jsonb($1::boolean))`,
      [beds],
    )
    forgetRegion(region.database)
  }
  const house = async (organization: 'alfa' | 'beta', name: string) => {
    const id = await aTeam(region, organization, { name })
    await region.asOwner(`update organizations.team set care_kinds = '{short-stay}' where id = $1`, [id])
    return id
  }

  test('is not offered where the region did not agree on beds, and says so', async () => {
    await agreeOnBeds(false)
    const { id } = await atTheDesk()
    const at = app.as(region.people.nurseDesk)
    expect((await at.get(`/zorgvragen/${id}`)).text).not.toContain('Naar tijdelijk verblijf')
    const page = (await at.get(`/zorgvragen/${id}/doorverwijzen`)).text
    expect(page).toContain('bedden horen in deze regio niet bij de werkwijze')
    expect(page).not.toContain('value="short-stay"')
    expect((await at.get(`/zorgvragen/${id}/tijdelijk-verblijf`)).location).toBe(`/zorgvragen/${id}`)
    // Who asks for it nevertheless, with a form of their own or as a program.
    const forged = await at.post(`/zorgvragen/${id}/doorverwijzen`, { reden: 'short-stay' })
    expect([forged.status, forged.text.includes('Bedden horen in deze regio niet bij de werkwijze')]).toEqual([
      422,
      true,
    ])
    expect((await at.post(`/zorgvragen/${id}/tijdelijk-verblijf`, { huis: 'elders' })).status).toBe(409)
    const program = await at.api('POST', `/api/care-requests/${id}/redirect`, { reason: 'short-stay' })
    expect([program.status, program.json<{ code: string }>().code]).toEqual([422, 'no-beds'])
    expect(await standOf(id)).toMatchObject({ state: 'listed' })
  })

  test('goes to a house with its number to call, and is told to who asked and to the team', async () => {
    await agreeOnBeds(true)
    const alfa = await house('alfa', 'Logeerhuis Alfa')
    await aTeam(region, 'beta', { name: 'Thuis Bèta' })
    const { id, number, key } = await atTheDesk()
    const at = app.as(region.people.nurseDesk)
    expect((await at.get(`/zorgvragen/${id}`)).text).toContain('Naar tijdelijk verblijf')
    const asked = await at.post(`/zorgvragen/${id}/doorverwijzen`, { reden: 'short-stay' })
    expect(asked.location).toBe(`/zorgvragen/${id}/tijdelijk-verblijf`)
    const form = (await at.get(`/zorgvragen/${id}/tijdelijk-verblijf`)).text
    expect([form.includes('Logeerhuis Alfa'), form.includes('Thuis Bèta')]).toEqual([true, false])
    const empty = await at.post(`/zorgvragen/${id}/tijdelijk-verblijf`, {})
    expect([empty.status, empty.text.includes('Kies een huis uit de lijst')]).toEqual([422, true])
    const unknown = await at.post(`/zorgvragen/${id}/tijdelijk-verblijf`, { huis: region.teams.noord })
    expect([unknown.status, (await standOf(id))?.state]).toEqual([422, 'listed'])
    expect((await at.post(`/zorgvragen/${id}/tijdelijk-verblijf`, { huis: alfa })).status).toBe(303)
    const followed = (await app.as().get(`/volg/${number}/${key}`)).text
    expect(followed).toContain('Naar: Tijdelijk verblijf, bij Alfa Thuiszorg, Logeerhuis Alfa. Bel 026')
    expect((await app.as().get(`/en/volg/${number}/${key}`)).text).toContain('At Alfa Thuiszorg, Logeerhuis Alfa. Call')
    expect((await at.get(`/zorgvragen/${id}`)).text).toContain('Tijdelijk verblijf: Alfa Thuiszorg, Logeerhuis Alfa')
  })

  test('shows who has room first, and not with whom the client does not want', async () => {
    await agreeOnBeds(true)
    const monday = new Date('2026-11-23T08:00:00Z')
    const there = await house('beta', 'Huis met plek')
    const outcome = await setLights(region.scope(region.people.nurseBeta, monday), {
      key: newId(),
      channel: 'page',
      cells: [aWish(there, '2026-11-23', { careKind: 'short-stay', light: 'green' })],
    })
    expect(outcome.ok).toBe(true)
    const { id } = await atTheDesk()
    const houses = () => listHouses(region.scope(region.people.nurseDesk, monday), id)
    const [first, ...others] = await houses()
    expect(first).toMatchObject({ id: there, light: 'green' })
    expect(others.every(({ light }) => light === 'unknown')).toBe(true)
    await region.asOwner(
      'insert into requests.unwanted_organization (request_id, organization_id, region_id) values ($1, $2, $3)',
      [id, region.organizations.beta, region.regionId],
    )
    expect((await houses()).map((one) => one.id)).not.toContain(there)
    const chosen = await redirectRequest(desk(), { requestId: id, reason: 'short-stay', houseId: there })
    expect(chosen).toEqual({ ok: false, refusal: { code: 'house-unknown' } })
  })
})
