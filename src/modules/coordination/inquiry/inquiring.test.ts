import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { fillIn, type Preset, type WayOfWorking } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { aSentRequest, type Overrides } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { escalateOverdue, remindHolders } from '../deadlines/escalating.ts'
import { reactions } from '../reactions.ts'
import { takeRequest } from '../taking/taking.ts'
import { answerInquiry, askParties, assignParty, chooseOffer, type GiveAnswer, stopAsking } from './inquiring.ts'
import { listParties } from './parties.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

const monday = new Date('2026-11-23T08:00:00Z')
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)

async function workAs(preset: Preset, over: Partial<WayOfWorking> = {}): Promise<void> {
  const way = { ...fillIn(preset, region.teams.desk), ...over }
  await region.asOwner('update regions.region set way_of_working = $1', [JSON.stringify(way)])
  forgetRegion(region.database)
}
type Row = {
  state: string
  holder_coordinating_team_id: string | null
  holder_organization_id: string | null
  taker_organization_id: string | null
  act_by: Date | null
  escalation_level: number
  escalation_step: string | null
  shown_to_organizations: string[]
  shown_to_teams: string[]
  choice_by: string | null
}
const rowOf = async (id: string): Promise<Row> =>
  (await region.asOwner<Row>('select * from requests.care_request where id = $1', [id]))[0] as Row
const historyOf = async (id: string) =>
  (
    await region.asOwner<{ code: string }>(
      'select code from requests.history_entry where request_id = $1 order by at, id',
      [id],
    )
  ).map(({ code }) => code)
const outcomesOf = async (id: string) =>
  region.asOwner<{ organization_id: string; answer: string | null; outcome: string | null }>(
    'select organization_id, answer, outcome from coordination.inquiry_party where request_id = $1',
    [id],
  )
const sees = async (actor: UserActor, table: 'requests.care_request' | 'requests.patient_identity', id: string) => {
  const column = table === 'requests.care_request' ? 'id' : 'request_id'
  const { rows } = await read(region.scope(actor), {
    rows: build
      .selectFrom(table)
      .select(column as never)
      .where(column as never, '=', id as never),
  })
  return rows.length > 0
}
const sent = async (overrides: Overrides = {}, by: UserActor | undefined = undefined, at = monday) =>
  (await aSentRequest(region.scope(by ?? region.anyone, at), overrides)).id
const ask = (actor: UserActor, requestId: string, organizationIds: string[] | 'all', at = monday) =>
  askParties(region.scope(actor, at), { requestId, organizationIds })
const answer = (actor: UserActor, requestId: string, given: Omit<GiveAnswer, 'requestId'>, at = later(1)) =>
  answerInquiry(region.scope(actor, at), { requestId, ...given })
const run = (at: Date) => escalateOverdue(region.scope(region.system, at))
const alfa = () => region.organizations.alfa
const beta = () => region.organizations.beta
const gamma = () => region.organizations.gamma
const ok = { ok: true, value: undefined }

describe('asking parties', () => {
  beforeAll(() => workAs('coordinating-teams'))

  test('shows the card, and nothing of who it is about, to who is asked only; it is hidden again when it is over', async () => {
    const id = await sent()
    const { nurseAlfa, nurseGamma } = region.people
    expect(await sees(nurseGamma, 'requests.care_request', id)).toBe(false)
    expect(await ask(nurseAlfa, id, [gamma()])).toEqual(ok)
    expect(await rowOf(id)).toMatchObject({
      state: 'offered',
      holder_coordinating_team_id: region.teams.noord,
      shown_to_organizations: [gamma()],
    })
    expect(await sees(nurseGamma, 'requests.care_request', id)).toBe(true)
    expect(await sees(nurseGamma, 'requests.patient_identity', id)).toBe(false)
    expect(await stopAsking(region.scope(nurseAlfa), { requestId: id })).toEqual(ok)
    expect(await sees(nurseGamma, 'requests.care_request', id)).toBe(false)
    expect((await rowOf(id)).state).toBe('listed')
  })

  test('never asks whom the client does not want, by hand or with all; it cannot take it either, and is not told whose wish that was', async () => {
    const { nurseAlfa, nurseBeta } = region.people
    const id = await sent({ card: { unwantedOrganizationIds: [beta()] } })
    expect(await ask(nurseAlfa, id, [beta()])).toEqual({ ok: false, refusal: { code: 'party-unknown' } })
    expect((await listParties(region.scope(nurseAlfa), id)).map((party) => party.id)).not.toContain(beta())
    const refused = await takeRequest(region.scope(nurseBeta, monday), { requestId: id })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-eligible' } })
    expect(await ask(nurseAlfa, id, 'all')).toEqual(ok)
    const { shown_to_organizations: shown } = await rowOf(id)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown).not.toContain(beta())
  })

  test('one question runs at a time, and only the holder asks', async () => {
    const id = await sent()
    await ask(region.people.nurseAlfa, id, [gamma()])
    expect(await ask(region.people.nurseBeta, id, [beta()])).toEqual({ ok: false, refusal: { code: 'being-asked' } })
    expect(await ask(region.people.nurseAlfa, await sent(), [region.organizations.hospital])).toEqual({
      ok: false,
      refusal: { code: 'party-unknown' },
    })
    const other = await sent()
    await ask(region.people.nurseAlfa, other, [gamma()])
    expect(await stopAsking(region.scope(region.people.nurseGamma), { requestId: other })).toEqual({
      ok: false,
      refusal: { code: 'holder-only' },
    })
  })

  test('nobody can: it is on the list again, for as long as was promised', async () => {
    const id = await sent()
    const promised = (await rowOf(id)).act_by
    await ask(region.people.nurseAlfa, id, [beta(), gamma()])
    await answer(region.people.nurseBeta, id, { answer: 'cannot', reason: 'other', remark: 'Bel 06-12345678' })
    expect((await rowOf(id)).state).toBe('offered')
    expect(await answer(region.people.nurseGamma, id, { answer: 'cannot', reason: 'other', remark: 'vol' })).toEqual(ok)
    expect(await rowOf(id)).toMatchObject({ state: 'listed', act_by: promised, shown_to_organizations: [] })
    expect(await sees(region.people.nurseGamma, 'requests.care_request', id)).toBe(false)
    expect((await historyOf(id)).slice(-2)).toEqual(['asked', 'asked-back'])
    const rows = await region.asOwner('select remark from coordination.inquiry_party where request_id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain('12345678')
  })

  test('an answer says what it has to, and may be given anew', async () => {
    const id = await sent()
    await ask(region.people.nurseAlfa, id, [beta(), gamma()])
    for (const [given, code] of [
      [{ answer: 'cannot', reason: 'nope' }, 'reason-unknown'],
      [{ answer: 'cannot', reason: 'other' }, 'text-wanted'],
      [{ answer: 'other-date' }, 'date-wanted'],
      [{ answer: 'other-date', startOn: '2026-11-01' }, 'date-over'],
      [{ answer: 'part' }, 'dayparts-wanted'],
      [{ answer: 'need-to-know' }, 'text-wanted'],
    ] as const)
      expect(await answer(region.people.nurseGamma, id, given)).toEqual({ ok: false, refusal: { code } })
    expect(await answer(region.people.nurseAlfa, id, { answer: 'can-take' })).toEqual({
      ok: false,
      refusal: { code: 'asked-only' },
    })
    await answer(region.people.nurseGamma, id, { answer: 'need-to-know', remark: 'Is er een tillift?' })
    expect(await answer(region.people.nurseGamma, id, { answer: 'can-take' })).toEqual(ok)
    expect((await rowOf(id)).state).toBe('offered')
  })

  test('offers are weighed by the holder; the others are told it is another, and lose sight', async () => {
    const id = await sent()
    await ask(region.people.nurseAlfa, id, [beta(), gamma()])
    await answer(region.people.nurseGamma, id, { answer: 'other-date', startOn: '2026-12-01' })
    await answer(region.people.nurseBeta, id, { answer: 'can-take' })
    expect(await rowOf(id)).toMatchObject({ state: 'proposed', choice_by: null })
    expect(
      await chooseOffer(region.scope(region.people.nurseAlfa), { requestId: id, organizationId: gamma() }),
    ).toEqual(ok)
    expect(await rowOf(id)).toMatchObject({
      state: 'assigned',
      taker_organization_id: gamma(),
      // nine working hours from eight o'clock on the day that was offered
      act_by: new Date('2026-12-01T16:00:00Z'),
      shown_to_organizations: [],
    })
    expect(await sees(region.people.nurseGamma, 'requests.patient_identity', id)).toBe(true)
    const outcomes = Object.fromEntries((await outcomesOf(id)).map((row) => [row.organization_id, row.outcome]))
    expect(outcomes).toEqual({ [beta()]: 'not-chosen', [gamma()]: 'chosen' })
  })

  test('the database itself holds the one that is chosen', async () => {
    const id = await sent()
    await ask(region.people.nurseAlfa, id, [beta(), gamma()])
    const both = region.asOwner(`update coordination.inquiry_party set outcome = 'chosen' where request_id = $1`, [id])
    await expect(both).rejects.toMatchObject({ constraint: 'one_party_is_chosen' })
  })

  test('taking in between closes the question', async () => {
    const id = await sent()
    await ask(region.people.nurseAlfa, id, [gamma()])
    expect((await takeRequest(region.scope(region.people.nurseBeta), { requestId: id })).ok).toBe(true)
    expect(await outcomesOf(id)).toMatchObject([{ outcome: 'no-answer' }])
    expect(await sees(region.people.nurseGamma, 'requests.care_request', id)).toBe(false)
  })
})

describe('the requester chooses', () => {
  beforeAll(() => workAs('shared-counter'))

  test('all are asked at once; when all spoke, the client’s side sees the offers and chooses', async () => {
    const id = await sent({ card: { source: 'hospital' } }, region.people.transferNurse)
    expect(await rowOf(id)).toMatchObject({ state: 'offered', holder_coordinating_team_id: region.teams.desk })
    expect((await outcomesOf(id)).map((row) => row.organization_id).sort()).toEqual([alfa(), beta(), gamma()].sort())
    await answer(region.people.nurseAlfa, id, { answer: 'can-take' })
    await answer(region.people.nurseBeta, id, { answer: 'can-take' })
    const choose = (actor: UserActor, organizationId: string) =>
      chooseOffer(region.scope(actor, later(2)), { requestId: id, organizationId })
    expect(await choose(region.people.transferNurse, beta())).toEqual({
      ok: false,
      refusal: { code: 'not-your-choice' },
    })
    await answer(region.people.nurseGamma, id, { answer: 'cannot', reason: 'other', remark: 'vol' })
    expect(await rowOf(id)).toMatchObject({ state: 'proposed', choice_by: 'client' })
    await expect(choose(region.people.gp, beta())).rejects.toThrow('Niet gevonden')
    expect(await choose(region.people.transferNurse, gamma())).toEqual({
      ok: false,
      refusal: { code: 'no-such-offer' },
    })
    expect(await choose(region.people.transferNurse, beta())).toEqual(ok)
    expect((await rowOf(id)).taker_organization_id).toBe(beta())
  })

  test('with the private link too, and only after the birth date', async () => {
    const id = await sent()
    for (const nurse of [region.people.nurseAlfa, region.people.nurseBeta, region.people.nurseGamma])
      await answer(nurse, id, { answer: 'can-take' })
    const link = (verified: boolean) =>
      region.scope({ kind: 'link', regionId: region.regionId, requestId: id, verified }, later(2))
    const wanted = { requestId: id, organizationId: gamma() }
    expect((await chooseOffer(link(false), wanted)).ok).toBe(false)
    expect(await chooseOffer(link(true), wanted)).toEqual(ok)
  })

  test('nobody chose in time: the earliest start has it', async () => {
    const id = await sent()
    await answer(region.people.nurseAlfa, id, { answer: 'other-date', startOn: '2026-11-30' })
    await answer(region.people.nurseBeta, id, { answer: 'other-date', startOn: '2026-11-26' })
    await run((await rowOf(id)).act_by as Date)
    expect((await rowOf(id)).state).toBe('proposed')
    await run((await rowOf(id)).act_by as Date)
    expect(await rowOf(id)).toMatchObject({ state: 'assigned', taker_organization_id: beta() })
  })

  test('organisations do not take by themselves here', async () => {
    const id = await sent()
    expect(await takeRequest(region.scope(region.people.nurseAlfa), { requestId: id })).toEqual({
      ok: false,
      refusal: { code: 'not-by-taking' },
    })
  })
})

describe('preferred first, then the switch team', () => {
  beforeAll(() => workAs('switch-team'))
  const wished = () => sent({ card: { preferredOrganizationId: gamma() } })

  test('the preferred organisation is asked alone, and its yes is enough', async () => {
    const id = await wished()
    expect(await rowOf(id)).toMatchObject({ state: 'offered', shown_to_organizations: [gamma()] })
    expect(await answer(region.people.nurseGamma, id, { answer: 'can-take' })).toEqual(ok)
    expect(await rowOf(id)).toMatchObject({ state: 'assigned', taker_organization_id: gamma() })
  })

  test('who gives care already is asked alone too, where the client wished for nobody else', async () => {
    const id = await sent({ card: { existingOrganizationId: beta() } })
    expect(await rowOf(id)).toMatchObject({ state: 'offered', shown_to_organizations: [beta()] })
    const both = { preferredOrganizationId: gamma(), existingOrganizationId: beta() }
    expect(await rowOf(await sent({ card: both }))).toMatchObject({ shown_to_organizations: [gamma()] })
  })

  test('when it cannot, its reason is kept and told, and the switch team has it', async () => {
    const id = await wished()
    await answer(region.people.nurseGamma, id, { answer: 'cannot', reason: 'other', remark: 'vol' })
    expect(await rowOf(id)).toMatchObject({ state: 'listed', holder_coordinating_team_id: region.teams.noord })
    const [line] = await region.asOwner(
      `select organization_id, facts from requests.history_entry where request_id = $1 and code = 'wish-not-met'`,
      [id],
    )
    expect(line).toEqual({ organization_id: gamma(), facts: { reason: 'other', label: 'Anders' } })
  })

  test('when it says nothing, it goes on by itself', async () => {
    const id = await wished()
    await run((await rowOf(id)).act_by as Date)
    expect(await rowOf(id)).toMatchObject({ state: 'listed', shown_to_organizations: [] })
    expect(await historyOf(id)).toContain('wish-not-met')
  })

  test('an assignment is confirmed by its party; a refusal comes back and is counted', async () => {
    const id = await sent()
    const assign = (organizationId: string) =>
      assignParty(region.scope(region.people.nurseAlfa), { requestId: id, organizationId })
    expect(await assign(beta())).toEqual(ok)
    await answer(region.people.nurseBeta, id, { answer: 'cannot', reason: 'other', remark: 'ziek' })
    expect((await rowOf(id)).state).toBe('listed')
    expect(await assign(gamma())).toEqual(ok)
    await answer(region.people.nurseGamma, id, { answer: 'can-take' })
    expect(await rowOf(id)).toMatchObject({ state: 'assigned', taker_organization_id: gamma() })
    const [counted] = await region.asOwner<{ refused: number }>(
      `select count(*)::int as refused from coordination.inquiry i join coordination.inquiry_party p on p.inquiry_id = i.id
       where i.why = 'assignment' and p.answer = 'cannot' and i.request_id = $1`,
      [id],
    )
    expect(counted?.refused).toBe(1)
  })

  test('silence is no yes: it comes back to the team', async () => {
    const id = await sent()
    await assignParty(region.scope(region.people.nurseAlfa), { requestId: id, organizationId: beta() })
    await run((await rowOf(id)).act_by as Date)
    expect(await rowOf(id)).toMatchObject({ state: 'listed', taker_organization_id: null })
  })
})

describe('the ladder', () => {
  test('widens the circle, and each step changes who holds it and until when', async () => {
    await workAs('coordinating-teams')
    const id = await sent({ card: { priority: 'within-24-hours' } }, undefined, later(1_000))
    const steps: unknown[] = []
    for (let step = 0; step < 5; step += 1) {
      const before = await rowOf(id)
      await run(before.act_by as Date)
      const after = await rowOf(id)
      expect(after.act_by?.getTime()).toBeGreaterThan((before.act_by as Date).getTime())
      steps.push([after.escalation_step, after.holder_coordinating_team_id ?? after.holder_organization_id])
      if (step === 0) expect(after.shown_to_organizations.sort()).toEqual([alfa(), beta(), gamma()].sort())
      if (step === 1) expect(after.shown_to_teams.sort()).toEqual([region.teams.noord, region.teams.zuid].sort())
    }
    const { desk } = region.teams
    const { office } = region.organizations
    expect(steps).toEqual([
      ['wider-circle', desk],
      ['joint-discussion', desk],
      ['neighbouring-areas', desk],
      ['region-manager', office],
      ['region-manager', office],
    ])
    expect(await sees(region.people.nurseGamma, 'requests.care_request', id)).toBe(true)
    expect(await sees(region.people.nurseGamma, 'requests.patient_identity', id)).toBe(false)
    expect((await takeRequest(region.scope(region.people.nurseGamma, later(1_200)), { requestId: id })).ok).toBe(true)
  })

  test('reminds who holds it once per term, with a mail that says nothing of the client', async () => {
    const at = later(3_000)
    await run(at)
    const id = await sent({ card: { priority: 'today' } }, undefined, at)
    const remind = (hours: number) => remindHolders(region.scope(region.system, later(3_000 + hours)))
    await remind(0)
    expect(await historyOf(id)).not.toContain('reminded')
    await remind(3)
    await remind(3.5)
    expect((await historyOf(id)).filter((code) => code === 'reminded')).toHaveLength(1)
    const mail = await region.asOwner<{ body: string }>(
      `select body from platform.mail where to_address = 'noord@testwijk.example'`,
    )
    expect(mail.length).toBeGreaterThan(0)
    // The id in the address may spell anything.
    for (const { body } of mail) expect(body.replace(/https?:\S+/g, '')).not.toMatch(/Meer|6811|wassen/)
  })
})

describe('the holder', () => {
  test('sees whom it is about where the region agreed so, and nobody else does; elsewhere not', async () => {
    await workAs('coordination-point')
    const id = await sent({ card: { source: 'hospital', channel: 'portal' } }, region.people.transferNurse)
    expect(await rowOf(id)).toMatchObject({ state: 'listed', holder_coordinating_team_id: region.teams.desk })
    expect(await sees(region.people.nurseDesk, 'requests.patient_identity', id)).toBe(true)
    for (const other of [region.people.nurseAlfa, region.people.nurseGamma, region.people.manager])
      expect(await sees(other, 'requests.patient_identity', id)).toBe(false)
    await assignParty(region.scope(region.people.nurseDesk), { requestId: id, organizationId: beta() })
    expect(await sees(region.people.nurseBeta, 'requests.patient_identity', id)).toBe(false)
    await answer(region.people.nurseBeta, id, { answer: 'can-take' })
    expect(await sees(region.people.nurseBeta, 'requests.patient_identity', id)).toBe(true)
    expect(await sees(region.people.nurseDesk, 'requests.patient_identity', id)).toBe(false)
    await workAs('coordinating-teams')
    const strict = await sent({ identity: { postcode: '6861AA' } })
    expect(await sees(region.people.nurseDesk, 'requests.patient_identity', strict)).toBe(false)
  })
})
