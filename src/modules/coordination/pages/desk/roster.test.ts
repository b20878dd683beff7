import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { saveDesk } from '#modules/organizations/index.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { followDeskHours } from '../../desk/standing-in.ts'
import { reactions } from '../../reactions.ts'
import { takeRequest } from '../../taking/taking.ts'
import { deskIn, monday } from './testing.ts'

let region: SmallRegion
let app: TestApp
let desk: ReturnType<typeof deskIn>['desk']
let one: ReturnType<typeof deskIn>['one']
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
  ;({ desk, one } = deskIn(region, app))
})
afterEach(() => app.setClock())

describe('a desk that is busy or closed', () => {
  const holderOf = async (id: string) =>
    one<{ holder: string; team: string; facts: { insteadWhile?: string } }>(
      `select r.holder_coordinating_team_id as holder, r.coordinating_team_id as team, h.facts
       from requests.care_request r join requests.history_entry h on h.request_id = r.id and h.code = 'routed'
       where r.id = $1`,
      [id],
    )
  const atDesk = { identity: { postcode: '6861AB' } }

  test('lets its partner hold what comes in, for everyone to see', async () => {
    const { teams, people } = region
    await desk().post(`/balie/rooster/${teams.desk}`, { partner: teams.noord })
    await desk().post(`/balie/rooster/${teams.desk}/druk`, { minuten: '30' })
    const { id, number, key } = await aSentRequest(region.scope(region.anyone), atDesk)
    expect(await holderOf(id)).toEqual({ holder: teams.noord, team: teams.desk, facts: expect.anything() })
    expect((await holderOf(id))?.facts.insteadWhile).toBe('busy')
    const follow = await app.as().get(`/volg/${number}/${key}`)
    for (const words of ['Wijkteam Noord', 'Het loket heeft het nu druk']) expect(follow.text).toContain(words)
    expect((await app.as(people.nurseAlfa).get(`/zorgvragen/${id}`)).text).toContain('waarneemt')
    await app.as().post('/terugbellen', { name: 'Druk Moment', phone: '06 12345678' })
    const callback = await one('select from requests.callback where name = $1 and coordinating_team_id = $2', [
      'Druk Moment',
      teams.noord,
    ])
    expect(callback).toBeDefined()

    await desk().post(`/balie/rooster/${teams.desk}/druk`, { minuten: '0' })
    const later = await aSentRequest(region.scope(region.anyone), atDesk)
    expect(await holderOf(later.id)).toMatchObject({ holder: teams.desk })
    await desk().post(`/balie/rooster/${teams.desk}`, { partner: '' })
  })

  test('sends on outside its hours, which it keeps itself', async () => {
    const { teams } = region
    const hours = { days: ['1', '2', '3', '4', '5'], opens: '08:00', closes: '17:00', partner: teams.noord }
    expect((await desk().post(`/balie/rooster/${teams.desk}`, { ...hours, closes: '07:00' })).status).toBe(422)
    expect((await desk().post(`/balie/rooster/${teams.desk}`, hours)).status).toBe(303)
    const sunday = new Date('2026-11-22T10:00:00Z')
    const asked = await aSentRequest(region.scope(region.anyone, sunday), atDesk)
    expect((await holderOf(asked.id))?.facts.insteadWhile).toBe('closed')
    const open = await aSentRequest(region.scope(region.anyone, monday), atDesk)
    expect(await holderOf(open.id)).toMatchObject({ holder: teams.desk })
    await desk().post(`/balie/rooster/${teams.desk}`, { partner: '' })
  })

  test('leaves what it holds to its partner when it closes, once and in order, and has it back when it opens', async () => {
    const { teams } = region
    const hours = { days: ['1', '2', '3', '4', '5'], opens: '08:00', closes: '17:00', partner: teams.noord }
    await desk().post(`/balie/rooster/${teams.desk}`, hours)
    await region.asOwner('delete from coordination.stand_in')
    const rowOf = (id: string) =>
      one<Record<string, unknown>>(
        `select holder_coordinating_team_id as holder, coordinating_team_id as team, state, act_by, choice_by
         from requests.care_request where id = $1`,
        [id],
      )
    const sendAt = (at: Date, priority: 'planned' | 'within-24-hours') =>
      aSentRequest(region.scope(region.anyone, at), { ...atDesk, card: { priority } })
    const planned = await sendAt(monday, 'planned')
    const pressing = await sendAt(monday, 'within-24-hours')
    const follow = (at: string) => followDeskHours(region.scope(region.system, new Date(at)))
    const before = [await rowOf(planned.id), await rowOf(pressing.id)]
    await follow('2026-11-23T15:59:00Z')
    expect([await rowOf(planned.id), await rowOf(pressing.id)]).toEqual(before)

    const evening = '2026-11-23T16:00:00Z'
    // Two processes look at the same moment; a third time there is nothing left.
    await Promise.all([follow(evening), follow(evening)])
    expect(await follow(evening)).toBe(0)
    const inTheEvening = before.map((row) => ({ ...row, holder: teams.noord }))
    expect([await rowOf(planned.id), await rowOf(pressing.id)]).toEqual(inTheEvening)
    const order = await region.asOwner<{ request_id: string }>(
      `select request_id from requests.history_entry where code = 'partner-answers' and request_id = any ($1) order by id`,
      [[planned.id, pressing.id]],
    )
    expect(order.map(({ request_id: id }) => id)).toEqual([pressing.id, planned.id])
    const page = await app.as().get(`/volg/${planned.number}/${planned.key}`)
    expect(page.text).toContain('Wijkteam Noord neemt waar')

    const arrived = await sendAt(new Date('2026-11-23T20:00:00Z'), 'planned')
    await takeRequest(region.scope(region.people.nurseAlfa), { requestId: pressing.id })
    // A whole night and day without a server: at the start the present hour counts.
    const nextDay = '2026-11-24T09:00:00Z'
    expect(await follow(nextDay)).toBeGreaterThan(1)
    expect(await follow(nextDay)).toBe(0)
    expect(await rowOf(planned.id)).toEqual(before[0])
    expect(await rowOf(arrived.id)).toMatchObject({ holder: teams.desk })
    expect(await rowOf(pressing.id)).toMatchObject({ state: 'assigned', holder: null })
    const log = await region.asOwner<{ event_type: string }>(
      `select event_type from audit.event where care_request_id = $1 and event_type = 'request.stand-in'`,
      [planned.id],
    )
    expect(log).toHaveLength(2)
    await desk().post(`/balie/rooster/${teams.desk}`, { partner: '' })
  })

  test('does not get back what moved up the ladder or was sent on, and leaves nothing to a partner that is closed too', async () => {
    const { teams, people } = region
    const opening = { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }
    const manager = region.scope(people.manager)
    await saveDesk(manager, { deskId: teams.desk, opening, partnerTeamId: teams.noord })
    const held = await aSentRequest(region.scope(region.anyone, monday), atDesk)
    const partner = `insert into organizations.desk (coordinating_team_id, region_id, opening) values ($1, $2, $3)`
    await region.asOwner(partner, [teams.noord, region.regionId, JSON.stringify(opening)])
    const follow = (at: string) => followDeskHours(region.scope(region.system, new Date(at)))
    expect(await follow('2026-11-23T17:00:00Z')).toBe(0)
    await region.asOwner('delete from organizations.desk where coordinating_team_id = $1', [teams.noord])
    expect(await follow('2026-11-23T17:01:00Z')).toBeGreaterThan(0)
    await region.asOwner('update requests.care_request set escalation_level = 1 where id = $1', [held.id])
    await follow('2026-11-24T08:00:00Z')
    expect((await holderOf(held.id))?.holder).toBe(teams.noord)
    await saveDesk(manager, { deskId: teams.desk, opening: null, partnerTeamId: null })
  })

  test('is kept by who works there and by the region manager, and by nobody else', async () => {
    const { teams, people } = region
    const elsewhere = { ...people.nurseDesk, userId: people.nurseBeta.userId, coordinatingTeamIds: [teams.zuid] }
    expect((await app.as(elsewhere).post(`/balie/rooster/${teams.desk}/druk`, { minuten: '30' })).status).toBe(403)
    expect((await app.as(people.nurseAlfa).get('/balie/rooster')).status).toBe(403)
    expect((await app.as(people.manager).get('/balie/rooster')).text).toContain('Regioloket')
    expect((await app.as(people.manager).post(`/balie/rooster/${teams.noord}`, { partner: '' })).status).toBe(404)
  })
})

describe('who is on duty', () => {
  const turn = { name: 'Gerrie Dienst', phone: '06 87654321', from: '2026-11-23T08:00', until: '2026-11-23T22:00' }

  test('is the number that requesters see, as long as it lasts; never the name', async () => {
    const { teams } = region
    app.setClock(monday)
    expect((await desk().post(`/balie/rooster/${teams.desk}/diensten`, turn)).status).toBe(303)
    const sent = await aSentRequest(region.scope(region.anyone, monday), { identity: { postcode: '6861AB' } })
    const follow = () => app.as().get(`/volg/${sent.number}/${sent.key}`)
    const during = await follow()
    expect(during.text).toContain('06 87 65 43 21')
    expect(during.text).toContain('nu bereikbaar, tot 22.00 uur')
    expect(during.text).not.toContain('Gerrie')
    expect((await desk().get(`/zorgvragen/${sent.id}`)).text).toContain('06 87 65 43 21')
    app.setClock(new Date('2026-11-23T21:30:00Z'))
    expect((await follow()).text).not.toContain('06 87 65 43 21')
  })

  test.each([
    ['ends before it begins', { ...turn, until: '2026-11-23T07:00' }, 'eindigt voor hij begint'],
    ['lasts longer than a week', { ...turn, until: '2026-12-05T07:00' }, 'hoogstens zeven dagen'],
    ['is over', { ...turn, from: '2026-11-20T07:00', until: '2026-11-20T08:00' }, 'al voorbij'],
    ['has no number', { ...turn, phone: '' }, 'Vul het nummer in'],
  ])('a turn that %s is not planned', async (_what, fields, words) => {
    app.setClock(monday)
    const answer = await desk().post(`/balie/rooster/${region.teams.desk}/diensten`, fields)
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true])
  })

  test('can be taken off again', async () => {
    const duty = await one<{ id: string }>('select id from organizations.duty where name = $1', [turn.name])
    await desk().post(`/balie/rooster/${region.teams.desk}/diensten/${duty?.id}/weg`)
    expect(await one('select from organizations.duty where id = $1', [duty?.id])).toBeUndefined()
  })
})
