import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetRegion } from '#modules/regions/region.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'
import { takeRequest } from '../taking/taking.ts'
import { answerConsult, askConsult, withdrawConsult } from './consulting.ts'
import { remindAdvisers } from './telling.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
})
beforeEach(() => consulting(true))

async function consulting(on: boolean): Promise<void> {
  await region.asOwner(
    `update regions.region set way_of_working = way_of_working || jsonb_build_object('consult', $1::boolean)`,
    [on],
  )
  forgetRegion(region.database)
}
const nurse = () => region.scope(region.people.nurseAlfa)
const specialist = () => app.as(region.people.specialist)
const aRequest = () => aSentRequest(region.scope(region.anyone), { identity: { familyName: 'Geheimnaam' } })
const question = 'Welk verband past bij een open been?'
async function anAsked(requestId: string, words = question): Promise<string> {
  const outcome = await askConsult(nurse(), { requestId, teamId: region.teams.wound, question: words })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

describe('asking for advice', () => {
  test('leaves the request where it is, and tells the requester that it was asked, not what', async () => {
    const { id, number, key } = await aRequest()
    const before = await region.asOwner('select state, act_by, version from requests.care_request where id = $1', [id])
    await anAsked(id)
    const after = await region.asOwner('select state, act_by, version from requests.care_request where id = $1', [id])
    expect(after).toEqual(before)
    const follow = await app.as().get(`/volg/${number}/${key}`)
    expect(follow.text).toContain('Advies gevraagd aan Wondteam')
    expect(follow.text).not.toContain('verband')
  })

  test('takes out what looks personal', async () => {
    const { id } = await aRequest()
    await anAsked(id, 'Bel mevrouw op 06 12345678 over haar been')
    const [row] = await region.asOwner<{ question: string }>(
      'select question from coordination.consult where request_id = $1',
      [id],
    )
    expect(row?.question).not.toContain('12345678')
  })

  test.each([
    ['who does not hold it', 'nurseDesk', 'wound', question, 'NotFound'],
    ['a team that is not specialised', 'nurseAlfa', 'zuid', question, 'team-unknown'],
    ['without a question', 'nurseAlfa', 'wound', '  ', 'text-wanted'],
  ] as const)('is refused: %s', async (_what, who, team, words, expected) => {
    const { id } = await aRequest()
    const input = { requestId: id, teamId: region.teams[team], question: words }
    const asked = askConsult(region.scope(region.people[who]), input).then(
      (outcome) => (outcome.ok ? 'done' : outcome.refusal.code),
      (fault: Error) => fault.name,
    )
    expect(await asked).toBe(expected)
  })

  test('twice of the same team is refused while the first waits; also where the region does not', async () => {
    const { id } = await aRequest()
    await anAsked(id)
    const again = () => askConsult(nurse(), { requestId: id, teamId: region.teams.wound, question })
    expect(await again()).toMatchObject({ refusal: { code: 'already-asked' } })
    await consulting(false)
    expect(await again()).toMatchObject({ refusal: { code: 'consult-off' } })
    const page = await app.as(region.people.nurseAlfa).get(`/zorgvragen/${id}`)
    expect(page.text).not.toContain('Vraag advies aan een specialist')
  })
})

describe('who was asked', () => {
  test('sees the card and not who it is about, finds the request nowhere else, and can do nothing with it', async () => {
    const { id } = await aRequest()
    const consult = await anAsked(id)
    const page = await specialist().get(`/consulten/${consult}`)
    expect(page.status).toBe(200)
    for (const words of [question, 'Hulp bij wassen']) expect(page.text).toContain(words)
    expect(page.text).not.toContain('Geheimnaam')
    for (const address of [`/zorgvragen/${id}`, '/zorgvragen', `/zorgvragen/${id}/bsn`])
      expect((await specialist().get(address)).status).toBe(403)
    const actor = region.people.specialist
    const { cards, identities } = await read(region.scope(actor), {
      cards: build.selectFrom('requests.care_request').select('id'),
      identities: build.selectFrom('requests.patient_identity').select('request_id'),
    })
    expect([cards, identities]).toEqual([[], []])
    const looked = await region.asOwner(
      `select from audit.event where care_request_id = $1 and event_type = 'request.card.read' and user_id = $2`,
      [id, actor.userId],
    )
    expect(looked).toHaveLength(1)
  })

  test('another team sees neither question nor card, and cannot answer', async () => {
    const { id } = await aRequest()
    const consult = await anAsked(id)
    const other = app.as(region.people.nurseGamma)
    expect((await other.get(`/consulten/${consult}`)).status).toBe(404)
    expect((await other.post(`/consulten/${consult}`, { advies: 'Niets doen' })).status).toBe(404)
    expect((await other.get('/consulten')).text).not.toContain(question)
  })

  test('the door to the card is what keeps others out: opened for everyone, they see it', async () => {
    const { id } = await aRequest()
    const consult = await anAsked(id)
    const seenBy = async () => {
      const { rows } = await read(region.scope(region.people.nurseGamma), {
        rows: build.selectFrom('coordination.consult').select('id').where('id', '=', consult),
      })
      return rows.length
    }
    expect(await seenBy()).toBe(0)
    await region.asOwner('alter table coordination.consult disable row level security')
    expect(await seenBy()).toBe(1)
    await region.asOwner('alter table coordination.consult enable row level security')
  })

  test('answers, and the advice stays with the request', async () => {
    const { id } = await aRequest()
    const consult = await anAsked(id)
    expect((await specialist().post(`/consulten/${consult}`, { advies: '' })).status).toBe(422)
    expect(
      (await specialist().post(`/consulten/${consult}`, { advies: 'Compressie, twee keer per week.' })).status,
    ).toBe(303)
    const page = await app.as(region.people.nurseAlfa).get(`/zorgvragen/${id}`)
    for (const words of ['Compressie, twee keer per week.', 'Saar Specialist']) expect(page.text).toContain(words)
    const again = await answerConsult(region.scope(region.people.specialist), { id: consult, answer: 'Toch anders' })
    expect(again).toMatchObject({ refusal: { code: 'answered-already' } })
  })

  test('loses sight when the question is taken back', async () => {
    const { id } = await aRequest()
    const consult = await anAsked(id)
    expect((await withdrawConsult(nurse(), { id: consult })).ok).toBe(true)
    expect((await specialist().get(`/consulten/${consult}`)).status).toBe(404)
  })

  test('may also be asked by the organisation that took it', async () => {
    const { id } = await aRequest()
    await takeRequest(region.scope(region.people.nurseBeta), { requestId: id })
    const input = { requestId: id, teamId: region.teams.wound, question }
    expect((await askConsult(nurse(), input)).ok).toBe(false)
    expect((await askConsult(region.scope(region.people.nurseBeta), input)).ok).toBe(true)
  })
})

describe('advice for programs', () => {
  test('is asked, listed for both sides and answered', async () => {
    const { id } = await aRequest()
    const ask = { team: region.teams.wound, question: 'Via het systeem gevraagd' }
    const asked = await app.as(region.people.nurseAlfa).api('POST', `/api/care-requests/${id}/consults`, ask)
    expect(asked.status).toBe(200)
    const again = await app.as(region.people.nurseAlfa).api('POST', `/api/care-requests/${id}/consults`, ask)
    expect([again.status, again.json<{ code: string }>().code]).toEqual([409, 'already-asked'])
    const { id: consult } = asked.json<{ id: string }>()
    expect((await specialist().api('GET', '/api/consults')).text).toContain('Via het systeem gevraagd')
    const answer = { answer: 'Doe dit' }
    const other = app.as(region.people.nurseGamma)
    expect((await other.api('POST', `/api/consults/${consult}/answer`, answer)).status).toBe(404)
    expect((await specialist().api('POST', `/api/consults/${consult}/answer`, answer)).status).toBe(200)
    expect((await app.as(region.people.nurseAlfa).api('GET', '/api/consults')).text).toContain('Doe dit')
  })
})

describe('the moment to answer', () => {
  test('when it passes the team is told once; the question stays open', async () => {
    const { id } = await aRequest()
    const consult = await anAsked(id)
    const letters = () =>
      region.asOwner<{ body: string }>(
        `select body from platform.mail where to_address = 'wound@testwijk.example' and subject like '%advies%'`,
      )
    const before = (await letters()).length
    await remindAdvisers(region.scope(region.system))
    expect((await letters()).length).toBe(before)
    const late = region.scope(region.system, new Date(Date.now() + 8 * 86_400_000))
    await remindAdvisers(late)
    const told = (await letters()).length
    await remindAdvisers(late)
    expect([told > before, (await letters()).length]).toEqual([true, told])
    expect((await specialist().get(`/consulten/${consult}`)).text).toContain('Uw advies')
    expect((await letters()).map(({ body }) => body).join()).not.toContain(question)
  })
})
