import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { aSentRequest, type Overrides } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { escalateOverdue } from './deadlines/escalating.ts'
import { reactions } from './reactions.ts'
import { closeRequest, closeStarted } from './taking/closing.ts'
import { returnRequest } from './taking/returning.ts'
import { confirmStart } from './taking/starting.ts'
import { takeRequest } from './taking/taking.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

const monday = new Date('2026-11-23T08:00:00Z')
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)

type Row = {
  state: string
  coordinating_team_id: string
  holder_coordinating_team_id: string | null
  holder_organization_id: string | null
  taker_organization_id: string | null
  act_by: Date | null
  escalation_level: number
  list_rank: number
}
const rowOf = async (id: string): Promise<Row> =>
  (await region.asOwner<Row>('select * from requests.care_request where id = $1', [id]))[0] as Row
const historyOf = async (id: string) =>
  (
    await region.asOwner<{ code: string; facts: Record<string, unknown> }>(
      'select code, facts from requests.history_entry where request_id = $1 order by at, id',
      [id],
    )
  ).map(({ code, facts }) => ({ code, facts }))
const auditedOf = async (id: string) =>
  (
    await region.asOwner<{ what: string }>(
      `select event_type || ' ' || outcome as what from audit.event where care_request_id = $1 order by id`,
      [id],
    )
  ).map(({ what }) => what)
const seesIdentity = async (actor: UserActor, id: string): Promise<boolean> => {
  const { rows } = await read(region.scope(actor), {
    rows: build.selectFrom('requests.patient_identity').select('request_id').where('request_id', '=', id),
  })
  return rows.length > 0
}
const sent = async (overrides: Overrides = {}, at = monday) =>
  (await aSentRequest(region.scope(region.anyone, at), overrides)).id
const take = (actor: UserActor, requestId: string, at = monday) => takeRequest(region.scope(actor, at), { requestId })

describe('routing on sending', () => {
  test('by postcode to the coordinating team, with the reason in the history', async () => {
    const id = await sent()
    const row = await rowOf(id)
    expect(row).toMatchObject({
      state: 'listed',
      coordinating_team_id: region.teams.noord,
      holder_coordinating_team_id: region.teams.noord,
    })
    expect(row.act_by).toBeInstanceOf(Date)
    expect(await historyOf(id)).toEqual([
      { code: 'submitted', facts: {} },
      { code: 'routed', facts: { why: { by: 'route', pc4: '6811' } } },
    ])
  })

  test('by kind of care to the specialised team, before the postcode', async () => {
    const id = await sent({ card: { careKinds: ['wound', 'nursing'] }, identity: { postcode: '6841AA' } })
    expect((await rowOf(id)).coordinating_team_id).toBe(region.teams.wound)
  })

  test('without a line to the desk of the region, never nowhere', async () => {
    const id = await sent({ identity: { postcode: '6861AA' } })
    expect(await rowOf(id)).toMatchObject({ state: 'listed', holder_coordinating_team_id: region.teams.desk })
    expect((await historyOf(id))[1]?.facts).toEqual({ why: { by: 'fallback', pc4: '6861' } })
  })

  test('the same for who signed in and for who did not', async () => {
    const id = (await aSentRequest(region.scope(region.people.transferNurse), { card: { source: 'hospital' } })).id
    expect((await rowOf(id)).coordinating_team_id).toBe(region.teams.noord)
  })
})

describe('taking', () => {
  test('opens the identity for the nurses of the taker only, and says who answers until when', async () => {
    const id = await sent({ card: { startOn: '2026-11-25' } })
    expect(await seesIdentity(region.people.nurseAlfa, id)).toBe(false)
    expect(await take(region.people.nurseAlfa, id)).toEqual({ ok: true, value: undefined })
    expect(await rowOf(id)).toMatchObject({
      state: 'assigned',
      coordinating_team_id: region.teams.noord,
      holder_organization_id: region.organizations.alfa,
      holder_coordinating_team_id: null,
      taker_organization_id: region.organizations.alfa,
      // nine working hours from eight o'clock on the day care should begin
      act_by: new Date('2026-11-25T16:00:00Z'),
    })
    expect(await seesIdentity(region.people.nurseAlfa, id)).toBe(true)
    expect(await seesIdentity(region.people.nurseAlfa2, id)).toBe(true)
    expect(await seesIdentity(region.people.nurseBeta, id)).toBe(false)
    expect(await auditedOf(id)).toEqual(['request.send success', 'request.route success', 'request.take success'])
  })

  test('pressing twice is a success, a colleague of the same organisation too', async () => {
    const id = await sent()
    await take(region.people.nurseAlfa, id)
    expect((await take(region.people.nurseAlfa, id)).ok).toBe(true)
    expect((await take(region.people.nurseAlfa2, id)).ok).toBe(true)
    expect((await historyOf(id)).filter(({ code }) => code === 'taken')).toHaveLength(1)
  })

  test('another organisation hears who has it', async () => {
    const id = await sent()
    await take(region.people.nurseAlfa, id)
    expect(await take(region.people.nurseBeta, id)).toEqual({
      ok: false,
      refusal: { code: 'already-taken', takenBy: 'Alfa Thuiszorg' },
    })
    expect((await auditedOf(id)).at(-1)).toBe('request.take refused')
  })

  test('a request on the list of another team does not exist for this nurse', async () => {
    const id = await sent()
    await expect(take(region.people.nurseGamma, id)).rejects.toThrow('Niet gevonden')
    await expect(take(region.people.transferNurse, id)).rejects.toThrow('Niet gevonden')
  })

  test('an organisation that gives no care takes nothing', async () => {
    const id = await sent({ identity: { postcode: '6861AA' } })
    expect(await take(region.people.nurseDesk, id)).toEqual({ ok: false, refusal: { code: 'gives-no-care' } })
  })

  test('the database itself holds the one taker, whatever the code says', async () => {
    const id = await sent()
    await take(region.people.nurseAlfa, id)
    const second = region.asOwner(
      `insert into coordination.assignment (id, request_id, region_id, organization_id, taken_at)
       values (gen_random_uuid(), $1, $2, $3, now())`,
      [id, region.regionId, region.organizations.beta],
    )
    await expect(second).rejects.toMatchObject({ constraint: 'assignment_taken_once' })
  })
})

describe('returning', () => {
  test('puts it on top with a fresh act-by and closes the identity at once', async () => {
    const id = await sent({ card: { priority: 'within-24-hours' } })
    await take(region.people.nurseAlfa, id)
    const outcome = await returnRequest(region.scope(region.people.nurseAlfa, later(5)), {
      requestId: id,
      reason: 'other',
      text: 'Bel mevrouw Van der Meer op 06-12345678.',
    })
    expect(outcome.ok).toBe(true)
    expect(await rowOf(id)).toMatchObject({
      state: 'listed',
      list_rank: 0,
      holder_coordinating_team_id: region.teams.noord,
      taker_organization_id: null,
      act_by: later(29),
    })
    expect(await seesIdentity(region.people.nurseAlfa, id)).toBe(false)
    const [ended] = await region.asOwner<{ ended_how: string; return_text: string }>(
      'select ended_how, return_text from coordination.assignment where request_id = $1',
      [id],
    )
    expect(ended?.ended_how).toBe('returned')
    expect(ended?.return_text).not.toMatch(/12345678/)
    expect((await take(region.people.nurseBeta, id)).ok).toBe(true)
  })

  test('wants a reason of the list, and words where the list says so', async () => {
    const id = await sent()
    await take(region.people.nurseAlfa, id)
    const scope = region.scope(region.people.nurseAlfa)
    expect(await returnRequest(scope, { requestId: id, reason: 'none' })).toMatchObject({
      refusal: { code: 'reason-unknown' },
    })
    expect(await returnRequest(scope, { requestId: id, reason: 'other' })).toMatchObject({
      refusal: { code: 'text-wanted' },
    })
    expect((await rowOf(id)).state).toBe('assigned')
  })

  test('a nurse of the taker outside the team can return it too, and loses sight of it', async () => {
    const outside: UserActor = { ...region.people.nurseAlfa2, coordinatingTeamIds: [] }
    const id = await sent()
    await take(region.people.nurseAlfa, id)
    expect((await returnRequest(region.scope(outside), { requestId: id, reason: 'no-room' })).ok).toBe(true)
    expect((await rowOf(id)).taker_organization_id).toBeNull()
    await expect(take(outside, id)).rejects.toThrow('Niet gevonden')
  })

  test('another organisation cannot return it', async () => {
    const id = await sent()
    await take(region.people.nurseAlfa, id)
    expect(await returnRequest(region.scope(region.people.nurseBeta), { requestId: id, reason: 'no-room' })).toEqual({
      ok: false,
      refusal: { code: 'not-yours' },
    })
  })
})

describe('starting and closing', () => {
  test('after the confirmed start nobody has to act, and some weeks later it closes by itself', async () => {
    const id = await sent()
    await take(region.people.nurseAlfa, id)
    const scope = region.scope(region.people.nurseAlfa, later(24))
    expect(await confirmStart(scope, { requestId: id, startedOn: '2026-11-25' })).toMatchObject({
      refusal: { code: 'in-the-future' },
    })
    expect((await confirmStart(scope, { requestId: id, startedOn: '2026-11-24' })).ok).toBe(true)
    expect((await confirmStart(scope, { requestId: id, startedOn: '2026-11-24' })).ok).toBe(true)
    expect(await rowOf(id)).toMatchObject({ state: 'started', act_by: null })

    await closeStarted(region.scope(region.system, later(24 * 14)))
    expect((await rowOf(id)).state).toBe('started')
    await closeStarted(region.scope(region.system, later(24 * 15 + 1)))
    expect((await rowOf(id)).state).toBe('closed')
    expect(await seesIdentity(region.people.nurseAlfa, id)).toBe(false)
  })

  test('closing by hand comes after the start', async () => {
    const id = await sent()
    await take(region.people.nurseAlfa, id)
    const scope = region.scope(region.people.nurseAlfa, later(1))
    expect(await closeRequest(scope, { requestId: id })).toEqual({ ok: false, refusal: { code: 'not-started' } })
    await confirmStart(scope, { requestId: id, startedOn: '2026-11-23' })
    expect((await closeRequest(scope, { requestId: id })).ok).toBe(true)
    expect((await closeRequest(scope, { requestId: id })).ok).toBe(true)
    expect((await rowOf(id)).state).toBe('closed')
  })
})

describe('when the act-by passes', () => {
  const run = (at: Date) => escalateOverdue(region.scope(region.system, at))

  test('nobody took it: to the desk, on top of the list, and up a level each time', async () => {
    await run(later(1_000))
    const id = await sent({ card: { priority: 'today' } }, later(1_000))
    await run(later(1_003))
    expect(await rowOf(id)).toMatchObject({ holder_coordinating_team_id: region.teams.noord, escalation_level: 0 })
    await run(later(1_005))
    const once = await rowOf(id)
    expect(once).toMatchObject({
      state: 'listed',
      coordinating_team_id: region.teams.noord,
      holder_coordinating_team_id: region.teams.desk,
      escalation_level: 1,
      list_rank: 0,
    })
    expect(once.act_by?.getTime()).toBeGreaterThan(later(1_005).getTime())
    await run(new Date((once.act_by as Date).getTime()))
    expect(await rowOf(id)).toMatchObject({ holder_coordinating_team_id: region.teams.desk, escalation_level: 2 })
    expect((await historyOf(id)).map(({ code }) => code)).toEqual(['submitted', 'routed', 'escalated', 'escalated'])
    expect((await take(region.people.nurseBeta, id)).ok).toBe(true)
  })

  test('taken without a confirmed start: back to the team, and the taker still has it', async () => {
    const id = await sent({}, later(2_000))
    await take(region.people.nurseAlfa, id, later(2_000))
    await run(later(2_100))
    expect(await rowOf(id)).toMatchObject({
      state: 'assigned',
      holder_coordinating_team_id: region.teams.noord,
      taker_organization_id: region.organizations.alfa,
      escalation_level: 1,
    })
    expect(await seesIdentity(region.people.nurseAlfa, id)).toBe(true)
    const scope = region.scope(region.people.nurseAlfa, later(2_101))
    expect((await confirmStart(scope, { requestId: id, startedOn: '2027-02-17' })).ok).toBe(true)
  })

  test('once, also when two processes look at the same moment', async () => {
    await run(later(3_000))
    const ids = await Promise.all(Array.from({ length: 12 }, () => sent({ card: { priority: 'today' } }, later(3_000))))
    const moved = await Promise.all([run(later(3_010)), run(later(3_010)), run(later(3_010))])
    await run(later(3_010))
    expect(moved.reduce((sum, one) => sum + one, 0)).toBe(ids.length)
    for (const id of ids) {
      expect((await historyOf(id)).filter(({ code }) => code === 'escalated')).toHaveLength(1)
      expect((await rowOf(id)).escalation_level).toBe(1)
    }
  })
})
