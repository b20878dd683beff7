import { beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing.ts'
import { makeSeal } from '#platform/seal/seal.ts'
import { fillPracticeRegion } from './index.ts'
import { secondSize } from './second/build.ts'

const now = new Date('2026-03-11T09:40:00Z')
let practice: TestDatabase
beforeAll(async () => {
  practice = await createTestDatabase()
  await fillPracticeRegion(practice.database.owner, { now, seal: makeSeal(Buffer.alloc(32, 7)), size: 100 })
}, 60_000)

const one = async <Row extends Record<string, unknown>>(query: string) => (await practice.asOwner<Row>(query))[0]

describe('the second practice region', () => {
  test('stands beside the first, small and with another way of working', async () => {
    const regions = await practice.asOwner(
      `select r.slug, r.way_of_working->>'preset' as preset,
         (select count(*)::int from requests.care_request q where q.region_id = r.id) as requests
       from regions.region r order by r.created_at`,
    )
    expect(regions).toEqual([
      { slug: 'oefenregio', preset: 'coordinating-teams', requests: 100 },
      { slug: 'zoetermeer', preset: 'transfer-point', requests: secondSize },
    ])
  })

  test('shares no postcode, number, organisation or person with the first', async () => {
    expect(
      await practice.asOwner(
        `select pc4 from regions.postcode_area group by pc4 having count(*) > 1
         union all select number from requests.care_request group by number having count(*) > 1
         union all select lower(email) from people.user_account group by lower(email) having count(*) > 1`,
      ),
    ).toEqual([])
    const astray = await one<{ many: number }>(
      `select count(*)::int as many from requests.care_request q
         join organizations.organization o on o.id in (q.taker_organization_id, q.requester_organization_id)
       where o.region_id <> q.region_id`,
    )
    expect(astray?.many).toBe(0)
  })

  test('lives in its own neighbourhoods, with something to do at its desk, and mail that leads to its own door', async () => {
    const elsewhere = await one<{ many: number }>(
      `select count(*)::int as many from requests.care_request q
       where not exists (select from regions.postcode_area a where a.region_id = q.region_id and a.pc4 = q.pc4)`,
    )
    expect(elsewhere?.many).toBe(0)
    const desk = await one<{ open: number; people: number }>(
      `select count(*) filter (where q.state in ('submitted', 'listed', 'triage'))::int as open,
         (select count(*)::int from people.coordinating_team_member m where m.coordinating_team_id = t.id) as people
       from organizations.coordinating_team t join requests.care_request q on q.holder_coordinating_team_id = t.id
       where t.slug = 'transferpunt' group by t.id`,
    )
    expect(desk?.open).toBeGreaterThanOrEqual(4)
    expect(desk?.people).toBeGreaterThan(0)
    const mail = await practice.asOwner<{ body: string }>(
      `select body from platform.mail m join regions.region r on r.id = m.region_id where r.slug = 'zoetermeer'`,
    )
    for (const { body } of mail) expect(body).not.toContain('http://127.0.0.1')
  })
})
