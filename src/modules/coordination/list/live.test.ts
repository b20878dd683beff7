import { beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { getStandingForUpdate, moveRequest } from '#modules/requests/index.ts'
import { anyIdentity, aSentRequest } from '#modules/requests/testing.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { watchPage } from '#testing/watch-page.ts'
import { reactions } from '../reactions.ts'
import { takeRequest } from '../taking/taking.ts'

let region: SmallRegion
let app: TestApp
let address: string
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  app = await createTestApp(region)
  await app.start()
  address = await app.server.listen({ host: '127.0.0.1', port: 0 })
})

const watch = (actor: UserActor, path: string) => {
  app.as(actor)
  return watchPage(address, actor, path)
}

const sent = () => aSentRequest(region.scope(region.anyone), { identity: { familyName: 'Geheimstra' } })

test('a new request comes in as a row and goes when somebody takes it, with the counts, and without identity', async () => {
  const page = await watch(region.people.nurseBeta, '/live/zorgvragen')
  const { id } = await sent()
  await page.until(`<tr class="table__row" id="zorgvraag-${id}"`)
  expect(page.heard()).toContain(`/zorgvragen/${id}/nemen`)
  await takeRequest(region.scope(region.people.nurseAlfa), { requestId: id })
  await page.until(`<turbo-stream action="remove" target="zorgvraag-${id}">`)
  await page.until(/target="aantal-taken"><template>1</)
  expect(page.heard()).not.toMatch(anyIdentity)
  await page.close()
})

test('nobody hears of a team that is not theirs, also not by asking for it', async () => {
  const stranger = await watch(region.people.nurseGamma, `/live/zorgvragen?team=${region.teams.noord}`)
  const own = await watch(region.people.nurseGamma, '/live/zorgvragen')
  const elsewhere = await sent()
  const here = await aSentRequest(region.scope(region.anyone), { identity: { postcode: '6841AA' } })
  await own.until(here.id)
  expect(own.heard()).not.toContain(elsewhere.id)
  expect(stranger.heard()).not.toMatch(/zorgvraag-/)
  await Promise.all([stranger.close(), own.close()])
})

test('a request that left the list goes, also when the one it is rendered for may see where it went', async () => {
  const both: UserActor = { ...region.people.nurseGamma, coordinatingTeamIds: [region.teams.noord, region.teams.zuid] }
  const { id } = await sent()
  const list = await watch(both, `/live/zorgvragen?team=${region.teams.noord}`)
  await inTransaction(region.scope(region.system), async (tx) => {
    const standing = await getStandingForUpdate(tx, id)
    const coordinatingTeamId = region.teams.zuid
    await moveRequest(tx, standing, {
      to: 'listed',
      coordinatingTeamId,
      holder: { coordinatingTeamId },
      actBy: new Date(),
      history: { code: 'routed', coordinatingTeamId },
    })
  })
  await list.until(`<turbo-stream action="remove" target="zorgvraag-${id}">`)
  expect(list.heard()).not.toContain(`/zorgvragen/${id}`)
  await list.close()
})

test('a filtered list asks for its own page again, and so does the page of one request', async () => {
  const { id } = await sent()
  const filtered = await watch(region.people.nurseAlfa, '/live/zorgvragen?zorg=wound')
  const one = await watch(region.people.nurseAlfa, `/live/zorgvragen/${id}`)
  await takeRequest(region.scope(region.people.nurseBeta), { requestId: id })
  await Promise.all([filtered.until('action="refresh"'), one.until('action="refresh"')])
  await Promise.all([filtered.close(), one.close()])
})

test('the stream of a request is only for who may see it', async () => {
  const { id } = await sent()
  for (const [actor, status] of [
    [region.people.nurseGamma, 404],
    [region.people.transferNurse, 403],
  ] as const) {
    const stream = await watch(actor, `/live/zorgvragen/${id}`)
    expect(stream.status).toBe(status)
    await stream.close()
  }
})
