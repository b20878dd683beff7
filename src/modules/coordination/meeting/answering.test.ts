import { beforeAll, expect, test } from 'vitest'
import { fillIn } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { anyIdentity, aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { escalateOverdue } from '../deadlines/escalating.ts'
import { reactions } from '../reactions.ts'

let region: SmallRegion
let app: TestApp
const monday = new Date('2026-11-23T07:30:00Z')

beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  const way = {
    ...fillIn('answer-rounds', region.teams.desk),
    preferredFirst: null,
    rounds: [{ postUntil: '10:00', answerAt: '12:00' }],
  }
  await region.asOwner('update regions.region set way_of_working = $1', [JSON.stringify(way)])
  forgetRegion(region.database)
  app = await createTestApp(region)
  app.setClock(monday)
})

const sent = async () =>
  (await aSentRequest(region.scope(region.anyone, monday), { identity: { familyName: 'Geheimstra' } })).id
const answersOf = (id: string) =>
  region.asOwner<{ organization_id: string; answer: string | null }>(
    'select organization_id, answer from coordination.inquiry_party where request_id = $1',
    [id],
  )

test('one page answers all that was asked; what is refused holds up nothing else; the round closes by itself', async () => {
  const bea = app.as(region.people.nurseBeta)
  const [one, other] = [await sent(), await sent()]
  const page = await bea.get('/antwoordronde')
  expect(page.text).toContain(one)
  expect(page.text).toContain('Plaatsen kan tot vandaag 10:00; antwoorden kan tot vandaag 12:00')
  expect(page.text).not.toMatch(anyIdentity)

  const wrong = await bea.post('/antwoordronde', {
    [`antwoord-${one}`]: 'can-take',
    [`antwoord-${other}`]: 'cannot',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Kies een reden uit de lijst')
  const answers = [...(await answersOf(one)), ...(await answersOf(other))]
  expect(answers.filter(({ answer }) => answer !== null)).toEqual([
    { organization_id: region.organizations.beta, answer: 'can-take' },
  ])
  const right = await bea.post('/antwoordronde', {
    [`antwoord-${other}`]: 'cannot',
    [`reden-${other}`]: 'other',
    [`toelichting-${other}`]: 'De route is vol',
  })
  expect(right.status).toBe(303)

  app.setClock(new Date('2026-11-23T09:30:00Z'))
  expect((await bea.get('/antwoordronde')).text).toContain('Er wordt niets meer geplaatst')
  await escalateOverdue(region.scope(region.system, new Date('2026-11-23T11:00:30Z')))
  const states = await region.asOwner<{ state: string }>('select state from requests.care_request where id = $1', [one])
  expect(states[0]?.state).toBe('proposed')
  app.setClock(monday)
})

test('each of the five answers is given on the page, in one save; what is wrong stays as it was typed', async () => {
  const bea = app.as(region.people.nurseBeta)
  const asked = [await sent(), await sent(), await sent(), await sent(), await sent()] as const
  const [can, date, part, know, not] = asked
  const kinds = ['can-take', 'other-date', 'part', 'need-to-know', 'cannot']
  const chosen = Object.fromEntries(asked.map((id, place) => [`antwoord-${id}`, kinds[place] ?? '']))
  const wrong = await bea.post('/antwoordronde', {
    ...chosen,
    [`datum-${date}-day`]: '31',
    [`datum-${date}-month`]: '2',
    [`datum-${date}-year`]: '2027',
    // Belongs to an answer that was not given: not looked at.
    [`datum-${can}-day`]: '99',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="31"')
  expect(wrong.text).toMatch(new RegExp(`href="#datum-${date}"[^]*href="#dagdelen-${part}"[^]*href="#reden-${not}"`))
  const said = async (id: string) =>
    (
      await region.asOwner(
        `select answer, start_on::text, dayparts, reason, remark from coordination.inquiry_party
           where request_id = $1 and organization_id = $2`,
        [id, region.organizations.beta],
      )
    )[0]
  expect(await said(can)).toMatchObject({ answer: 'can-take' })
  for (const id of [date, part, know, not]) expect(await said(id)).toMatchObject({ answer: null })

  const right = await bea.post('/antwoordronde', {
    ...chosen,
    [`datum-${date}-day`]: '1',
    [`datum-${date}-month`]: 'dec',
    [`datum-${date}-year`]: '2026',
    [`dagdelen-${part}`]: 'morning',
    [`toelichting-${know}`]: 'Is er een tillift?',
    [`reden-${not}`]: 'other',
    [`toelichting-${not}`]: 'De route is vol',
  })
  expect(right.status).toBe(303)
  expect(await said(date)).toMatchObject({ answer: 'other-date', start_on: '2026-12-01' })
  expect(await said(part)).toMatchObject({ answer: 'part', dayparts: ['morning'] })
  expect(await said(know)).toMatchObject({ answer: 'need-to-know', remark: 'Is er een tillift?' })
  expect(await said(not)).toMatchObject({ answer: 'cannot', reason: 'other' })
  const kept = await bea.get('/antwoordronde')
  expect(kept.text).toContain('Is er een tillift?')
  expect(kept.text).toMatch(new RegExp(`name="datum-${date}-year"[^>]*value="2026"`))
})

test('who was asked nothing finds nothing, and cannot answer for another', async () => {
  const id = await sent()
  const desk = app.as(region.people.nurseDesk)
  expect((await desk.get('/antwoordronde')).text).not.toContain(`vraag-${id}`)
  await desk.post('/antwoordronde', { [`antwoord-${id}`]: 'can-take' })
  expect((await answersOf(id)).every(({ answer }) => answer === null)).toBe(true)
  expect((await app.as(region.people.gp).get('/antwoordronde')).status).toBe(403)
})
