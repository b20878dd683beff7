import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { addDays, localDateOf } from '#kernel/dates.ts'
import { setLights } from '#modules/capacity/index.ts'
import { aTeam, aWish } from '#modules/capacity/testing.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { takeRequest } from '#modules/coordination/taking.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { trips } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { getShortlist } from './shortlist.ts'

let region: SmallRegion
let app: TestApp
let teams: { alfa: string; beta: string; gamma: string }
const tomorrow = addDays(localDateOf(new Date()), 1)

beforeAll(async () => {
  region = await createSmallRegion()
  coordinationReactions(region.events)
  app = await createTestApp(region)
  await region.asOwner(
    `update organizations.organization set care_kinds = '{personal-care,nursing}' where kind = 'provider'`,
  )
  teams = {
    alfa: await aTeam(region, 'alfa', { name: 'Team Alfa' }),
    beta: await aTeam(region, 'beta', { name: 'Team Bèta' }),
    gamma: await aTeam(region, 'gamma', { name: 'Team Gamma', pc4s: ['6841'] }),
  }
  await say(region.people.adminAlfa, teams.alfa, 'green')
  await say(region.people.adminBeta, teams.beta, 'red')
})

async function say(actor: UserActor, teamId: string, light: 'green' | 'amber' | 'red') {
  const reason = light === 'green' ? {} : { reason: 'staff-ill' }
  const wishes = [0, 1, 2, 3].map((day) => aWish(teamId, addDays(tomorrow, day), { light, ...reason }))
  const saved = await setLights(region.scope(actor), { key: crypto.randomUUID(), channel: 'page', cells: wishes })
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal))
}

const asked = (card = {}) =>
  aSentRequest(region.scope(region.anyone), {
    card: { careKinds: ['personal-care'], dayparts: ['morning'], startOn: tomorrow, ...card },
    identity: { familyName: 'Geheimstra' },
  })

describe('the shortlist of a request', () => {
  test('tells who can, and of everyone else why not, in one trip and with one row in the log', async () => {
    const { id } = await asked()
    const before = trips.count
    const { candidates, excluded, split } = await getShortlist(region.scope(region.people.nurseAlfa), id)
    expect(trips.count - before).toBe(1)
    expect(candidates.map(({ party }) => party.teamName)).toEqual(['Team Alfa'])
    expect(excluded.map(({ party, barriers }) => [party.teamName, barriers.map(({ code }) => code)])).toEqual([
      ['Team Bèta', ['no-room']],
      ['Team Gamma', ['outside-area']],
    ])
    expect(split).toBeUndefined()
    const log = await region.asOwner(
      `select user_name from audit.event where event_type = 'request.shortlist' and care_request_id = $1`,
      [id],
    )
    expect(log).toEqual([{ user_name: 'Anja Alfa' }])
  })

  test('is not there for who may not see the card, and leaves no row', async () => {
    const { id } = await asked()
    const stranger = region.scope(region.people.nurseGamma)
    await expect(getShortlist(stranger, id)).rejects.toThrow()
    await expect(getShortlist(region.scope(region.people.transferNurse), id)).rejects.toThrow()
    await expect(getShortlist(region.scope(region.anyone), id)).rejects.toThrow()
    const log = await region.asOwner(
      `select from audit.event where event_type = 'request.shortlist' and care_request_id = $1`,
      [id],
    )
    expect(log).toEqual([])
  })

  test('knows who took how many, counted at the moment of taking', async () => {
    const { id } = await asked()
    expect((await takeRequest(region.scope(region.people.nurseAlfa), { requestId: id })).ok).toBe(true)
    const other = await asked()
    const { candidates } = await getShortlist(region.scope(region.people.nurseBeta), other.id)
    expect(candidates[0]?.party.taken).toEqual({ week: 1, month: 1 })
    const counted = async () => region.asOwner('select organization_id, taken_on, requests from requests.taken_count')
    const before = await counted()
    await region.asOwner('select requests.count_taken_anew()')
    expect(await counted()).toEqual(before)
  })

  test('is a page without identity, the same as the answer to a program', async () => {
    const { id } = await asked()
    const visitor = app.as(region.people.nurseAlfa)
    const page = await visitor.get(`/zorgvragen/${id}/wie-kan`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('1. Team Alfa')
    expect(page.text).toContain('Rood op')
    expect(page.text).toContain('Eén team werkt niet in deze postcode')
    expect(page.text).not.toContain('Geheimstra')
    const answer = JSON.parse((await visitor.get(`/api/care-requests/${id}/shortlist`)).text)
    expect(answer.candidates.map(({ team }: { team: { name: string } }) => team.name)).toEqual(['Team Alfa'])
    expect(answer.excluded[0].barriers[0]).toMatchObject({ code: 'no-room' })
    expect((await app.as(region.people.nurseGamma).get(`/zorgvragen/${id}/wie-kan`)).status).toBe(404)
    expect((await app.as(region.people.nurseGamma).get(`/api/care-requests/${id}/shortlist`)).status).toBe(404)
  })
})
