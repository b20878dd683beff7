import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing.ts'
import { makeFirstRegion, makeMoreRegions } from './first-region.ts'

let empty: TestDatabase
beforeAll(async () => {
  empty = await createTestDatabase()
  await makeFirstRegion(empty.database.owner)
})

const veluwe = { slug: 'veluwe', name: 'Regio Veluwe', host: null }
const regions = () =>
  empty.asOwner(
    `select r.slug, r.name, r.host, (select count(*)::int from regions.reason q where q.region_id = r.id) > 20 as reasons,
       (select array_agg(t.kind) from organizations.coordinating_team t where t.region_id = r.id) as teams
     from regions.region r order by r.created_at, r.slug`,
  )

test('regions beside the first are made once, each with a desk and reasons, and keep their name in front of the door', async () => {
  expect(await makeMoreRegions(empty.database.owner, [veluwe])).toEqual(['Regio Veluwe'])
  expect(await makeMoreRegions(empty.database.owner, [{ ...veluwe, host: 'zorg.veluwe.example' }])).toEqual([])
  expect(await regions()).toEqual([
    { slug: 'regio', name: 'Nieuwe regio', host: null, reasons: true, teams: ['desk'] },
    { slug: 'veluwe', name: 'Regio Veluwe', host: 'zorg.veluwe.example', reasons: true, teams: ['desk'] },
  ])
})

test('two that start at once make a region once', async () => {
  const betuwe = { slug: 'betuwe', name: 'Betuwe', host: null }
  const made = await Promise.all([1, 2].map(() => makeMoreRegions(empty.database.owner, [betuwe])))
  expect(made.flat()).toEqual(['Betuwe'])
})
