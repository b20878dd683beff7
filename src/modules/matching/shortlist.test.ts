import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { addDays, localDateOf } from '#kernel/dates.ts'
import { setLights } from '#modules/capacity/index.ts'
import { aTeam, aWish } from '#modules/capacity/testing.ts'
import { answerInquiry, askParties } from '#modules/coordination/inquiry/inquiring.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { returnRequest } from '#modules/coordination/taking/returning.ts'
import { takeRequest } from '#modules/coordination/taking/taking.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read, trips } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions as matchingReactions } from './reactions.ts'
import { getShortlist, rankInTransaction } from './shortlist.ts'

let region: SmallRegion
let app: TestApp
let teams: { alfa: string; beta: string; gamma: string }
const tomorrow = addDays(localDateOf(new Date()), 1)

beforeAll(async () => {
  region = await createSmallRegion()
  coordinationReactions(region.events)
  matchingReactions(region.events)
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

  test('keeps off whom the client does not want, and tells all but its own people why', async () => {
    const { alfa } = region.organizations
    await region.asOwner(`update organizations.team set carer_genders = '{female}' where id = $1`, [teams.alfa])
    const { id } = await asked({ unwantedOrganizationIds: [alfa], carerGender: 'female' })
    const told = async (actor: UserActor) => {
      const page = await app.as(actor).get(`/zorgvragen/${id}/wie-kan`)
      const api = await app.as(actor).get(`/api/care-requests/${id}/shortlist`)
      const { excluded } = JSON.parse(api.text) as {
        excluded: { team: { name: string }; barriers: { code: string }[] }[]
      }
      const barred = excluded.find(({ team }) => team.name === 'Team Alfa')
      return [barred?.barriers.map(({ code }) => code), page.text.includes('liever niet van deze organisatie')]
    }
    const { nurseAlfa, nurseBeta } = region.people
    expect(await told(nurseBeta)).toEqual([['unwanted'], true])
    expect(await told(nurseAlfa)).toEqual([['not-eligible'], false])
    // Behind the page as well: its own people cannot read the row, nor can who may not see the card.
    const rowsFor = async (actor: UserActor) => {
      const of = build
        .selectFrom('requests.unwanted_organization')
        .select('organization_id')
        .where('request_id', '=', id)
      return (await read(region.scope(actor), { rows: of })).rows.length
    }
    expect([await rowsFor(nurseAlfa), await rowsFor(nurseBeta), await rowsFor(region.people.nurseGamma)]).toEqual([
      0, 1, 0,
    ])
    const { wanted } = await inTransaction(region.scope(region.system), (tx) => rankInTransaction(tx, id))
    expect(wanted).toMatchObject({ unwantedIds: [alfa], carerGender: 'female' })
    const other = await getShortlist(region.scope(nurseBeta), (await asked({ carerGender: 'female' })).id)
    expect(other.candidates[0]?.factors).toContainEqual(
      expect.objectContaining({ code: 'carer-gender', holds: true, points: 8 }),
    )
  })

  test('follows at once when the client takes that back: by link, by who referred or by who holds it; never by its own people', async () => {
    const { alfa } = region.organizations
    const { nurseAlfa, nurseBeta, nurseGamma, transferNurse, gp } = region.people
    const unwanted = { unwantedOrganizationIds: [alfa] }
    const isOnList = async (id: string) =>
      (await getShortlist(region.scope(nurseBeta), id)).candidates.some(({ party }) => party.organizationId === alfa)
    const press = (actor: UserActor | undefined, path: string) =>
      app.as(actor).post(`${path}/liever-niet`, { toch: alfa })

    const byHolder = (await asked(unwanted)).id
    const at = `/zorgvragen/${byHolder}`
    expect((await press(nurseAlfa, at)).status).toBe(303)
    expect((await press(nurseGamma, at)).status).toBe(404)
    expect((await press(gp, at)).status).toBe(403)
    // The fault planted: past the page and the policy.
    for (const actor of [nurseAlfa, nurseGamma, gp]) {
      const planted = build.deleteFrom('requests.unwanted_organization').where('request_id', '=', byHolder)
      await read(region.scope(actor), { planted })
    }
    expect(await isOnList(byHolder)).toBe(false)
    expect((await app.as(nurseAlfa).get(at)).text).not.toContain('Neem de wens terug')
    expect((await app.as(nurseBeta).get(at)).text).toContain('Neem de wens terug')
    expect((await app.as(nurseBeta).post(`${at}/liever-niet`, {})).status).toBe(422)
    expect((await press(nurseBeta, at)).location).toBe(at)
    expect(await isOnList(byHolder)).toBe(true)
    const [line] = await region.asOwner(
      `select organization_id, facts from requests.history_entry where request_id = $1 and code = 'wishes-changed'`,
      [byHolder],
    )
    expect(line).toEqual({ organization_id: null, facts: {} })
    const log = await region.asOwner(
      `select user_name, fields from audit.event where event_type = 'request.take-back-unwanted' and care_request_id = $1`,
      [byHolder],
    )
    expect(log).toEqual([{ user_name: 'Bea Beta', fields: ['unwantedOrganizations'] }])

    const referred = await aSentRequest(region.scope(transferNurse), {
      card: { source: 'hospital', careKinds: ['personal-care'], dayparts: ['morning'], startOn: tomorrow, ...unwanted },
    })
    const referral = `/verwijzingen/${referred.id}`
    expect((await press(gp, referral)).status).toBe(404)
    expect((await app.as(transferNurse).get(referral)).text).toContain('Mag het toch?')
    expect((await press(transferNurse, referral)).location).toBe(`${referral}?gelukt=wens`)
    expect(await isOnList(referred.id)).toBe(true)

    const byLink = await asked(unwanted)
    const link = `/volg/${byLink.number}/${byLink.key}`
    expect((await press(undefined, link)).location).toBe(link)
    expect(await isOnList(byLink.id)).toBe(false)
    const client = app.as()
    const born = { 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1941' }
    expect((await client.post(`${link}/controle`, born)).location).toBe(link)
    expect((await client.get(link)).text).toContain('Toch zorg van die organisatie')
    expect((await client.get(`${link}/liever-niet`)).text).toContain('Van wie mag de zorg toch komen?')
    expect((await client.post(`${link}/liever-niet`, { toch: alfa })).location).toBe(`${link}?gelukt=wens`)
    expect(await isOnList(byLink.id)).toBe(true)
    expect((await client.get(link)).text).not.toContain('Toch zorg van die organisatie')
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

  test('keeps off who said no to this request or gave it back, and counts how often and how fast they say yes', async () => {
    const { id } = await asked()
    const nurse = region.scope(region.people.nurseAlfa)
    const { alfa, beta } = region.organizations
    const barriersOf = async (organizationId: string) =>
      (await getShortlist(nurse, id)).excluded
        .filter(({ party }) => party.organizationId === organizationId)
        .flatMap(({ barriers }) => barriers)
    expect((await askParties(nurse, { requestId: id, organizationIds: [alfa, beta] })).ok).toBe(true)
    const beforeAnswer = await getShortlist(nurse, id)
    expect(beforeAnswer.candidates[0]?.party.response).toBeUndefined()
    expect(
      (await answerInquiry(nurse, { requestId: id, answer: 'cannot', reason: 'other', remark: 'Alle routes vol' })).ok,
    ).toBe(true)
    expect(await barriersOf(alfa)).toMatchObject([{ code: 'refused', how: 'refused', reason: 'other' }])
    // Another answer takes the no back, and is no second answer.
    expect((await answerInquiry(nurse, { requestId: id, answer: 'can-take' })).ok).toBe(true)
    expect(await barriersOf(alfa)).toEqual([])
    const [count] = await region.asOwner(
      'select yes, no_room, cannot, silent from matching.answer_count where organization_id = $1',
      [alfa],
    )
    expect(count).toEqual({ yes: 0, no_room: 1, cannot: 0, silent: 0 })
    // Given back: not asked again for the same request.
    const other = await asked()
    expect((await takeRequest(nurse, { requestId: other.id })).ok).toBe(true)
    expect((await returnRequest(nurse, { requestId: other.id, reason: 'no-room' })).ok).toBe(true)
    const after = await getShortlist(nurse, other.id)
    expect(after.candidates).toEqual([])
    // Page and program read the same words, not the code.
    const { label } = (
      await region.asOwner<{ label: string }>(
        `select label from regions.reason where region_id = $1 and list in ('refusal', 'return') and code = 'no-room' order by list`,
        [region.regionId],
      )
    )[0] as { label: string }
    for (const path of [`/zorgvragen/${other.id}/wie-kan`, `/api/care-requests/${other.id}/shortlist`])
      expect((await app.as(region.people.nurseAlfa).get(path)).text).toContain(`terug: ${label}`)
    expect(after.excluded.flatMap(({ barriers }) => barriers)).toContainEqual(
      expect.objectContaining({ code: 'refused', how: 'returned', reason: 'no-room' }),
    )
    // A fault planted: somebody outside the team asks past the policy, and writes.
    const stranger = region.scope(region.people.nurseGamma)
    const rows = build.selectFrom('matching.refusal').select('request_id')
    expect((await read(nurse, { rows })).rows.length).toBeGreaterThan(0)
    expect((await read(stranger, { rows })).rows).toEqual([])
    const planted = build.insertInto('matching.refusal').values({
      request_id: id,
      organization_id: beta,
      region_id: region.regionId,
      how: 'refused',
      reason: 'other',
      refused_on: tomorrow,
    })
    await expect(read(nurse, { planted })).rejects.toThrow('row-level security')
  })

  test('for a rule that acts by itself is the same, without a row in the log, and for nobody else', async () => {
    const { id } = await asked()
    const own = await inTransaction(region.scope(region.system), (tx) => rankInTransaction(tx, id))
    const { candidates } = await getShortlist(region.scope(region.people.nurseAlfa), id)
    expect(own.candidates.map(({ party, points }) => [party.teamId, points])).toEqual(
      candidates.map(({ party, points }) => [party.teamId, points]),
    )
    const nurse = region.scope(region.people.nurseAlfa)
    await expect(inTransaction(nurse, (tx) => rankInTransaction(tx, id))).rejects.toThrow()
  })

  test('knows who gave care to the same client before, and tells only the organisation', async () => {
    const person = { familyName: 'Geheimstra', bsn: '999990019', birthDate: '1940-05-06' }
    const scope = region.scope(region.anyone)
    const before = await aSentRequest(scope, { card: { careKinds: ['personal-care'] }, identity: person })
    const { alfa } = region.organizations
    await region.asOwner(
      `update requests.care_request set state = 'closed', taker_organization_id = $2, started_on = '2026-01-05', ended_at = now(),
         holder_coordinating_team_id = null, act_by = null where id = $1`,
      [before.id, alfa],
    )
    const again = await aSentRequest(scope, {
      card: { careKinds: ['personal-care'], dayparts: ['morning'], startOn: tomorrow },
      identity: person,
    })
    const { wanted, candidates } = await getShortlist(region.scope(region.people.nurseAlfa), again.id)
    expect(wanted.earlierOrganizationIds).toEqual([alfa])
    expect(candidates[0]?.factors).toContainEqual(
      expect.objectContaining({ code: 'continuity', before: true, holds: false, points: 10 }),
    )
    const answer = build.selectNoFrom(sql`requests.gave_care_before(${again.id})`.as('who'))
    expect((await read(region.scope(region.people.transferNurse), { answer })).answer).toEqual([{ who: [] }])
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
