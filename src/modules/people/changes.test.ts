import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  await inTransaction(region.scope(region.people.adminAlfa), (tx) =>
    tx.db
      .updateTable('organizations.organization')
      .set((eb) => ({ website: 'https://alfa.example/', version: eb('version', '+', 1) }))
      .where('id', '=', region.organizations.alfa)
      .execute(),
  )
})

const address = '/organisatie/wijzigingen'

test('an administrator reads who changed what of the organisation, and when', async () => {
  const { status, text } = await app.as(region.people.adminAlfa).get(address)
  expect(status).toBe(200)
  expect(text).toContain('Organisatie Alfa Thuiszorg gewijzigd')
  expect(text).toContain('Website')
  expect(text).toContain(region.people.adminAlfa.name)
})

test('of another organisation nobody reads it here, and who administers nothing is refused', async () => {
  const { text } = await app.as(region.people.adminBeta).get(address)
  expect(text).not.toContain('Alfa')
  expect((await app.as(region.people.nurseAlfa).get(address)).status).toBe(403)
  expect((await app.as(region.people.adminAlfa).get(`${address}?voor=1`)).status).toBe(200)
  expect((await app.as(region.people.adminAlfa).get(`${address}?voor=abc`)).status).toBe(200)
})
