import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { answerQuestion } from '#modules/requests/questions.ts'
import { changeDate } from '#modules/requests/supplementing.ts'
import { aSentRequest, type Overrides } from '#modules/requests/testing.ts'
import { withdrawRequest } from '#modules/requests/withdrawing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { escalateOverdue } from '../deadlines/escalating.ts'
import { askRequester } from '../deadlines/holding.ts'
import { confirmDate } from '../deadlines/new-date.ts'
import { answerInquiry, askParties, chooseOffer } from '../inquiry/inquiring.ts'
import { getSheet } from '../list/sheet.ts'
import { splitRequest } from '../parts/splitting.ts'
import { takePart } from '../parts/taking-part.ts'
import { reactions } from '../reactions.ts'
import { takeRequest } from '../taking/taking.ts'
import { lapseRequest, redirectRequest, reopenRequest } from './ending.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

const monday = new Date('2026-11-23T08:00:00Z')
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)
type Row = {
  state: string
  act_by: Date | null
  holder_organization_id: string | null
  holder_coordinating_team_id: string | null
  taker_organization_id: string | null
  clock_started_at: Date | null
  ended_at: Date | null
  list_rank: number
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
const sent = async (overrides: Overrides = {}, by: UserActor = region.people.transferNurse) =>
  (await aSentRequest(region.scope(by, monday), { card: { source: 'hospital', ...overrides.card }, ...overrides })).id
const seesIdentity = async (actor: UserActor, id: string) => {
  const { rows } = await read(region.scope(actor), {
    rows: build.selectFrom('requests.patient_identity').select('request_id').where('request_id', '=', id),
  })
  return rows.length > 0
}
const ok = { ok: true, value: undefined }
const anja = () => region.people.nurseAlfa

describe('a question to the requester', () => {
  const askAt = (id: string, hours: number, text = 'Is er een tillift?') =>
    askRequester(region.scope(anja(), later(hours)), { requestId: id, text })

  test('lets the clock rest; after the answer what was left of it is left again', async () => {
    const id = await sent({ card: { priority: 'within-24-hours' } })
    expect(await askAt(id, 4)).toEqual(ok)
    // Nine working hours from Monday 13:00 local time.
    expect(await rowOf(id)).toMatchObject({ state: 'triage', act_by: new Date('2026-11-24T12:00:00Z') })
    const answered = await answerQuestion(region.scope(region.people.transferNurse, later(10)), {
      requestId: id,
      text: 'Ja, bij mevrouw Geheimstra.',
    })
    expect(answered.ok).toBe(true)
    // Twenty hours were left; the clock started six hours later.
    expect(await rowOf(id)).toMatchObject({ state: 'listed', act_by: later(30), clock_started_at: later(6) })
    expect(await historyOf(id)).toEqual(['submitted', 'routed', 'question-asked', 'question-answered'])
    const [supplement] = await region.asOwner<{ text: string }>(
      'select text from requests.supplement where request_id = $1',
      [id],
    )
    expect(supplement?.text).toContain('Geheimstra')
  })

  test('that stays unanswered goes on by itself, and holds nothing personal', async () => {
    const id = await sent()
    await askAt(id, 1, 'Woont mevrouw op 06-12345678 alleen?')
    const [question] = await region.asOwner<{ text: string }>(
      'select text from requests.question where request_id = $1',
      [id],
    )
    expect(question?.text).not.toContain('12345678')
    await escalateOverdue(region.scope(region.system, (await rowOf(id)).act_by as Date))
    expect((await rowOf(id)).state).toBe('listed')
    expect((await historyOf(id)).at(-1)).toBe('question-unanswered')
  })

  test('is asked by the holder only, and answered by who asked for the care only', async () => {
    const id = await sent()
    await expect(askRequester(region.scope(region.people.nurseGamma), { requestId: id, text: 'x' })).rejects.toThrow(
      'Niet gevonden',
    )
    await askAt(id, 1)
    await expect(answerQuestion(region.scope(region.people.gp), { requestId: id, text: 'x' })).rejects.toThrow(
      'Niet gevonden',
    )
    expect(await askAt(id, 2)).toEqual({ ok: false, refusal: { code: 'resting' } })
    const link = { kind: 'link', regionId: region.regionId, requestId: id, verified: false } as const
    await expect(answerQuestion(region.scope(link), { requestId: id, text: 'x' })).rejects.toThrow()
    expect((await answerQuestion(region.scope({ ...link, verified: true }), { requestId: id, text: 'x' })).ok).toBe(
      true,
    )
  })
})

describe('the date moves', () => {
  test('who has it confirms again within its time; who is silent loses the turn to the team', async () => {
    const id = await sent({ card: { startOn: '2026-11-26' } })
    await takeRequest(region.scope(anja(), monday), { requestId: id })
    const change = { requestId: id, startOn: '2026-12-03', certainty: 'certain' } as const
    expect((await changeDate(region.scope(region.people.transferNurse, later(1)), change)).ok).toBe(true)
    expect(await rowOf(id)).toMatchObject({
      state: 'assigned',
      act_by: later(5),
      holder_organization_id: region.organizations.alfa,
    })
    expect(await confirmDate(region.scope(region.people.nurseBeta, later(2)), { requestId: id })).toEqual({
      ok: false,
      refusal: { code: 'not-yours' },
    })
    expect(await confirmDate(region.scope(anja(), later(2)), { requestId: id })).toEqual(ok)
    expect((await rowOf(id)).act_by).toEqual(new Date('2026-12-03T16:00:00Z'))
    await changeDate(region.scope(region.people.transferNurse, later(3)), { ...change, startOn: '2026-12-04' })
    await escalateOverdue(region.scope(region.system, (await rowOf(id)).act_by as Date))
    expect(await rowOf(id)).toMatchObject({
      holder_coordinating_team_id: region.teams.noord,
      taker_organization_id: region.organizations.alfa,
    })
  })
})

describe('the date moves while it is not yet settled', () => {
  const move = (requestId: string, hours: number, startOn = '2026-12-03') =>
    changeDate(region.scope(region.people.transferNurse, later(hours)), { requestId, startOn, certainty: 'certain' })
  const answersOf = (id: string) =>
    region.asOwner<{ organization_id: string; answer: string | null; again: boolean }>(
      `select organization_id, answer, asked_again_at is not null as again from coordination.inquiry_party
         where request_id = $1 order by answer nulls first`,
      [id],
    )

  test('who offered is asked again, with a mail; who cannot is not, and nothing is counted twice', async () => {
    const id = await sent({ card: { startOn: '2026-11-26' } })
    const { beta, gamma } = region.organizations
    await askParties(region.scope(anja(), monday), { requestId: id, organizationIds: [beta, gamma] })
    await region.asOwner("update organizations.organization set email = 'beta@zorg.example' where id = $1", [beta])
    const says = (actor: UserActor, hours: number, answer: 'can-take' | 'cannot') =>
      answerInquiry(region.scope(actor, later(hours)), { requestId: id, answer, reason: 'other', remark: 'vol' })
    await says(region.people.nurseBeta, 1, 'can-take')
    await says(region.people.nurseGamma, 1, 'cannot')
    expect((await rowOf(id)).state).toBe('proposed')
    expect((await move(id, 2)).ok).toBe(true)
    expect((await rowOf(id)).state).toBe('offered')
    expect(await answersOf(id)).toEqual([
      { organization_id: beta, answer: null, again: true },
      { organization_id: gamma, answer: 'cannot', again: false },
    ])
    expect(await chooseOffer(region.scope(anja(), later(2)), { requestId: id, organizationId: beta })).toEqual({
      ok: false,
      refusal: { code: 'no-such-offer' },
    })
    const [mail, ...more] = await region.asOwner<{ subject: string; body: string }>(
      "select subject, body from platform.mail where to_address = 'beta@zorg.example'",
    )
    expect(more).toEqual([])
    expect(mail?.subject).toBe('De datum van een zorgvraag is gewijzigd')
    expect(mail?.body).not.toContain(id)
    expect(await says(region.people.nurseBeta, 3, 'can-take')).toEqual(ok)
    expect((await rowOf(id)).state).toBe('proposed')
    expect(await chooseOffer(region.scope(anja(), later(4)), { requestId: id, organizationId: beta })).toEqual(ok)
  })

  test('who has a part says it too, while the other part waits', async () => {
    const id = await sent({ card: { startOn: '2026-11-26', dayparts: ['morning', 'evening'] } })
    await splitRequest(region.scope(anja(), monday), {
      requestId: id,
      by: 'daypart',
      overview: 0,
      parts: [{ pieces: ['morning'] }, { pieces: ['evening'] }],
    })
    const parts = await region.asOwner<{ id: string }>(
      'select id from requests.part where request_id = $1 order by position',
      [id],
    )
    const take = (actor: UserActor, place: number, hours: number) =>
      takePart(region.scope(actor, later(hours)), { requestId: id, partId: parts[place]?.id ?? '' })
    await take(anja(), 0, 1)
    const before = (await rowOf(id)).act_by
    await move(id, 2)
    expect(await rowOf(id)).toMatchObject({ state: 'listed', act_by: before })
    expect((await getSheet(region.scope(anja(), later(2)), id)).dateToConfirm).toBe(true)
    await take(region.people.nurseBeta, 1, 3)
    // The one who did not say it yet has the time of an assignment for it.
    expect(await rowOf(id)).toMatchObject({ state: 'assigned', act_by: later(7) })
    expect(await confirmDate(region.scope(anja(), later(4)), { requestId: id })).toEqual(ok)
    expect((await rowOf(id)).act_by).toEqual(new Date('2026-12-03T16:00:00Z'))
    expect((await getSheet(region.scope(anja(), later(4)), id)).dateToConfirm).toBe(false)
  })
})

describe('ending and opening again', () => {
  test('redirecting tells where to, hides it from who was asked, and can be undone', async () => {
    const id = await sent()
    await askParties(region.scope(anja(), monday), { requestId: id, organizationIds: [region.organizations.gamma] })
    const redirect = (reason: string) => redirectRequest(region.scope(anja(), later(1)), { requestId: id, reason })
    expect(await redirect('nope')).toEqual({ ok: false, refusal: { code: 'reason-unknown' } })
    expect(await redirect('wmo')).toEqual(ok)
    expect(await rowOf(id)).toMatchObject({ state: 'redirected', act_by: null, ended_at: later(1) })
    expect(await region.asOwner('select closed_how from coordination.inquiry where request_id = $1', [id])).toEqual([
      { closed_how: 'withdrawn' },
    ])
    expect(await reopenRequest(region.scope(region.people.nurseBeta, later(50)), { requestId: id })).toEqual(ok)
    expect(await rowOf(id)).toMatchObject({
      state: 'listed',
      ended_at: null,
      clock_started_at: later(50),
      list_rank: 0,
    })
  })

  test('lapsing closes the identity for who had it, and opening again gives it to nobody', async () => {
    const id = await sent()
    await takeRequest(region.scope(anja(), monday), { requestId: id })
    expect(await lapseRequest(region.scope(anja(), later(1)), { requestId: id, reason: 'deceased' })).toEqual(ok)
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' })
    expect(await seesIdentity(anja(), id)).toBe(false)
    expect(await reopenRequest(region.scope(anja(), later(2)), { requestId: id })).toEqual(ok)
    expect(await rowOf(id)).toMatchObject({ state: 'listed', taker_organization_id: null })
    expect(await seesIdentity(anja(), id)).toBe(false)
    expect((await takeRequest(region.scope(region.people.nurseBeta, later(3)), { requestId: id })).ok).toBe(true)
  })

  test('withdrawing closes what was asked of parties and of the requester', async () => {
    for (const wait of ['parties', 'requester'] as const) {
      const id = await sent()
      if (wait === 'parties')
        await askParties(region.scope(anja(), monday), { requestId: id, organizationIds: [region.organizations.gamma] })
      else await askRequester(region.scope(anja(), monday), { requestId: id, text: 'Is er een tillift?' })
      const out = await withdrawRequest(region.scope(region.people.transferNurse, later(1)), {
        requestId: id,
        reason: 'arranged',
      })
      expect(out.ok).toBe(true)
      const [left] = await region.asOwner(
        `select (select count(*)::int from coordination.inquiry where request_id = $1 and closed_at is null) as parties,
           (select count(*)::int from requests.question where request_id = $1 and closed_at is null) as requester`,
        [id],
      )
      expect(left).toEqual({ parties: 0, requester: 0 })
    }
  })

  test('who only looks along does none of it', async () => {
    const id = await sent()
    const manager = region.scope(region.people.manager)
    for (const tried of [
      redirectRequest(manager, { requestId: id, reason: 'wmo' }),
      lapseRequest(manager, { requestId: id, reason: 'deceased' }),
      reopenRequest(manager, { requestId: id }),
    ])
      expect(await tried).toEqual({ ok: false, refusal: { code: 'watching-only' } })
  })
})
