import { beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { watchPage } from '#testing/watch-page.ts'
import { supplementRequest } from './supplementing.ts'
import { aSentRequest } from './testing.ts'

let region: SmallRegion
let app: TestApp
let address: string
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  await app.start()
  address = await app.server.listen({ host: '127.0.0.1', port: 0 })
})

const watch = (actor: UserActor) => {
  app.as(actor)
  return watchPage(address, actor, '/live/verwijzingen')
}

test('an open list of referrals hears of its own clients, and of nobody else’s; never who they are', async () => {
  const { transferNurse, gp } = region.people
  const [own, other] = [await watch(transferNurse), await watch(gp)]
  const { id } = await aSentRequest(region.scope(transferNurse), { identity: { familyName: 'Geheimstra' } })
  expect((await supplementRequest(region.scope(transferNurse), { requestId: id, text: 'Nieuwe wond' })).ok).toBe(true)
  await own.until('action="refresh"')
  const theirs = await aSentRequest(region.scope(gp), { identity: { familyName: 'Anders' } })
  await supplementRequest(region.scope(gp), { requestId: theirs.id, text: 'Ook een wond' })
  await other.until('action="refresh"')
  expect(other.heard().split('action="refresh"')).toHaveLength(2)
  expect(own.heard() + other.heard()).not.toMatch(/Geheimstra|Anders|wond/)
  await Promise.all([own.close(), other.close()])
})

test('is shut for who does not refer', async () => {
  const nurse = await watch(region.people.nurseAlfa)
  expect(nurse.status).toBe(403)
  await nurse.close()
})
