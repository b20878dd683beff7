import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'
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
