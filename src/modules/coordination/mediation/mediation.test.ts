import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'
import { agreeToMediation, findInsured } from './letter.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  reactions(region.events)
})

const now = new Date('2026-11-23T09:00:00Z')
type Name = keyof SmallRegion['people']
const as = (name: Name) => region.scope(region.people[name], now)

/** A request as it stands when the last step of the ladder has come: with the region office. */
async function atTheInsurer(step = 'insurer-mediation'): Promise<string> {
  const { id } = await aSentRequest(region.scope(region.anyone, now), { identity: { familyName: 'Geheimstra' } })
  await region.asOwner(
    `update requests.care_request set escalation_step = $2, escalation_level = 5, holder_coordinating_team_id = null,
       holder_organization_id = $3 where id = $1`,
    [id, step, region.organizations.office],
  )
  return id
}

describe('the letter to the insurer', () => {
  test('says who it is about only when the step has come, the client agreed, and to who holds the request', async () => {
    const early = await atTheInsurer('region-manager')
    expect(await agreeToMediation(as('manager'), { requestId: early, givenBy: 'client' })).toEqual({
      ok: false,
      refusal: { code: 'not-due' },
    })
    const id = await atTheInsurer()
    expect(await findInsured(as('manager'), id)).toBeUndefined()
    expect(await agreeToMediation(as('nurseAlfa'), { requestId: id, givenBy: 'client' })).toEqual({
      ok: false,
      refusal: { code: 'holder-only' },
    })
    expect((await agreeToMediation(as('manager'), { requestId: id, givenBy: 'client' })).ok).toBe(true)
    expect((await findInsured(as('manager'), id))?.familyName).toBe('Geheimstra')
    for (const other of ['nurseAlfa', 'nurseGamma', 'transferNurse', 'privacyOfficer', 'adminAlfa'] as const)
      expect([other, await findInsured(as(other), id)]).toEqual([other, undefined])
    const logged = await region.asOwner(
      "select event_type from audit.event where care_request_id = $1 and event_type like 'request.insurer%' order by id",
      [id],
    )
    expect(logged).toEqual([{ event_type: 'request.insurer-consent' }, { event_type: 'request.insurer-letter' }])
    await region.asOwner(
      "update requests.consent set withdrawn_at = now() where request_id = $1 and scope = '{insurer-mediation}'",
      [id],
    )
    expect(await findInsured(as('manager'), id)).toBeUndefined()
  })

  test('asks for the client’s yes first, and is then a page to print and a file', async () => {
    app.setClock(now)
    const id = await atTheInsurer()
    const manager = app.as(region.people.manager)
    const path = `/zorgvragen/${id}/zorgbemiddeling`
    expect((await manager.get(`/zorgvragen/${id}`)).text).toContain('Maak de brief')
    const before = await manager.get(path)
    expect([before.text.includes('Wie vindt het goed?'), before.text.includes('Geheimstra')]).toEqual([true, false])
    expect((await manager.get(`${path}.pdf`)).status).toBe(303)
    expect((await manager.post(path, {})).status).toBe(422)
    expect((await manager.post(path, { akkoord: 'representative' })).status).toBe(303)
    const letter = await manager.get(path)
    expect([letter.text.includes('Verzoek om zorgbemiddeling'), letter.text.includes('Geheimstra')]).toEqual([
      true,
      true,
    ])
    const file = await manager.get(`${path}.pdf`)
    expect([file.status, file.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect((await app.as(region.people.nurseAlfa).get(path)).status).toBe(303)
    app.setClock()
  })
})
