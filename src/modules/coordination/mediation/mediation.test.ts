import { beforeAll, describe, expect, test } from 'vitest'
import { letInsurerHelp } from '#modules/requests/letting-insurer-help.ts'
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

  test('is let go by the client’s side on its own page too, in both languages, once, and by no referrer', async () => {
    const sent = await aSentRequest(region.scope(region.anyone), { identity: { familyName: 'Geheimstra' } })
    const at = `/volg/${sent.number}/${sent.key}`
    const visitor = app.as()
    const born = { 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1941' }
    expect((await visitor.post(`${at}/controle`, born)).location).toBe(at)
    const question = 'Mag de zorgverzekeraar helpen zoeken?'
    expect((await visitor.get(at)).text).not.toContain(question)
    expect((await visitor.get(`${at}/zorgverzekeraar`)).location).toBe(at)
    await visitor.post(`${at}/zorgverzekeraar`, { akkoord: 'client' })
    await region.asOwner(
      `update requests.care_request set escalation_step = 'insurer-mediation', escalation_level = 5,
         holder_coordinating_team_id = null, holder_organization_id = $2 where id = $1`,
      [sent.id, region.organizations.office],
    )
    const seen = () => findInsured(region.scope(region.people.manager), sent.id)
    expect(await seen()).toBeUndefined()
    expect((await app.as().get(`${at}/zorgverzekeraar`)).location).toBe(at)
    expect((await visitor.get(at)).text).toContain(question)
    expect((await visitor.get(`/en${at}/zorgverzekeraar`)).text).toContain('May the health insurer help to find care?')
    const empty = await visitor.post(`${at}/zorgverzekeraar`, {})
    expect([empty.status, empty.text.includes('Kies wie u bent')]).toEqual([422, true])
    for (const _press of [1, 2])
      expect((await visitor.post(`${at}/zorgverzekeraar`, { akkoord: 'informal-carer' })).status).toBe(303)
    expect((await seen())?.familyName).toBe('Geheimstra')
    const kept = await region.asOwner(
      `select given_by from requests.consent where request_id = $1 and scope = '{insurer-mediation}'`,
      [sent.id],
    )
    expect(kept).toEqual([{ given_by: 'informal-carer' }])
    expect((await visitor.get(`${at}?gelukt=zorgverzekeraar`)).text).toContain('Wij mogen nu de zorgverzekeraar vragen')
    const referred = await aSentRequest(region.scope(region.people.transferNurse), { card: { source: 'hospital' } })
    await expect(
      letInsurerHelp(region.scope(region.people.transferNurse), { requestId: referred.id, givenBy: 'client' }),
    ).rejects.toThrow()
  })
})
