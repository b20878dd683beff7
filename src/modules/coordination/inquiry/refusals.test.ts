import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { setLights } from '#modules/capacity/index.ts'
import { aTeam, aWish } from '#modules/capacity/testing.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { getSheet } from '../list/sheet.ts'
import { reactions } from '../reactions.ts'
import { answerInquiry, askParties } from './inquiring.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
})

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)

test('who said no stands with the request, and what their light told at that moment', async () => {
  const { nurseAlfa, nurseBeta } = region.people
  const team = await aTeam(region, 'beta', { name: 'Team Rijn' })
  const say = (light: 'green' | 'red', time: string) =>
    setLights(region.scope(nurseBeta, at(time)), {
      key: newId(),
      channel: 'page',
      cells: [aWish(team, '2026-11-24', { light, reason: light === 'red' ? 'full-routes' : null })],
    })
  await say('green', '08:00')
  const { id } = await aSentRequest(region.scope(region.anyone, at('08:10')), {
    card: { startOn: '2026-11-24', dayparts: ['morning'] },
  })
  const asked = await askParties(region.scope(nurseAlfa, at('08:20')), {
    requestId: id,
    organizationIds: [region.organizations.beta, region.organizations.gamma],
  })
  const answered = await answerInquiry(region.scope(nurseBeta, at('09:00')), {
    requestId: id,
    answer: 'cannot',
    reason: 'other',
    remark: 'Vol tot vrijdag',
  })
  expect([asked, answered]).toMatchObject([{ ok: true }, { ok: true }])
  await say('red', '09:10')
  const sheet = await getSheet(region.scope(nurseAlfa, at('09:20')), id)
  expect(sheet.refusals).toMatchObject([
    {
      organizationName: 'Bèta Zorg',
      reason: 'other',
      at: at('09:00'),
      lights: [{ team: 'Team Rijn', on: '2026-11-24', daypart: 'morning', light: 'green' }],
    },
  ])

  const path = `/api/care-requests/${id}/inquiry`
  const asProgram = async () =>
    (await app.as(nurseAlfa).api('GET', path)).json<{ answers: { lightsThen: unknown[] }[] }>().answers[0]?.lightsThen
  expect(await asProgram()).toEqual([{ team: 'Team Rijn', on: '2026-11-24', daypart: 'morning', light: 'green' }])

  // An organisation that keeps its lights to its own circle: the answer is told, its light then is not.
  await region.asOwner(
    `insert into capacity.organization_setting (organization_id, region_id, audience) values ($1, $2, 'team')`,
    [region.organizations.beta, region.regionId],
  )
  await region.asOwner(
    `delete from people.coordinating_team_member m using people.practitioner_role r
     where r.id = m.practitioner_role_id and r.organization_id = $1`,
    [region.organizations.beta],
  )
  const { refusals } = await getSheet(region.scope(nurseAlfa, at('09:30')), id)
  expect(refusals).toMatchObject([{ organizationName: 'Bèta Zorg', lights: [] }])
  expect(await asProgram()).toEqual([])
})
