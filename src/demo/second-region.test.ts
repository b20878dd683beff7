import { beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing.ts'
import { makeSeal } from '#platform/seal/seal.ts'
import { fillPracticeRegion } from './index.ts'
import { secondSize } from './second/build.ts'
import { wentOver } from './second/went-over.ts'

const now = new Date('2026-03-11T09:40:00Z')
let practice: TestDatabase
beforeAll(async () => {
  practice = await createTestDatabase()
  await fillPracticeRegion(practice.database.owner, { now, seal: makeSeal(Buffer.alloc(32, 7)), size: 100 })
})

const one = async <Row extends Record<string, unknown>>(query: string) => (await practice.asOwner<Row>(query))[0]

describe('the second practice region', () => {
  test('stands beside the first, small and with another way of working', async () => {
    const regions = await practice.asOwner(
      `select r.slug, r.way_of_working->>'preset' as preset,
         (select count(*)::int from requests.care_request q where q.region_id = r.id) as requests
       from regions.region r order by r.created_at`,
    )
    expect(regions).toEqual([
      { slug: 'oefenregio', preset: 'coordinating-teams', requests: 100 + wentOver },
      { slug: 'zoetermeer', preset: 'transfer-point', requests: secondSize + wentOver },
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

  test('has what the first handed over, seen at both sides: ended with where it went, and new with where it came from', async () => {
    const pairs = await practice.asOwner(
      `select h.state, h.holder_coordinating_team_id is null and h.ended_at is not null as over,
         (select array_agg(code order by at, id) from requests.history_entry where request_id = h.id) as here,
         t.state as there_state, t.act_by > $1 as in_time, t.pc4 <> h.pc4 as moved, l.request_id = t.id as followed,
         (select facts ->> 'number' = h.number from requests.history_entry where request_id = t.id and code = 'came-from-region') as named,
         (select array_agg(code order by at, id) from requests.history_entry where request_id = t.id) as there,
         (select count(*)::int from requests.consent where request_id in (h.id, t.id) and 'other-region' = any (scope)) as yes,
         (select count(*)::int from platform.mail where subject_id in (h.id, t.id) and body like '%' || r.slug || '%') as letters
       from requests.passed_on p join requests.care_request h on h.id = p.request_id
         join requests.care_request t on t.number = p.to_number and t.region_id = p.to_region_id
         join regions.region r on r.id = p.to_region_id
         join requests.follow_link l on l.id = p.to_link_id order by t.state = 'assigned'`,
      [now],
    )
    const both = {
      state: 'redirected',
      over: true,
      in_time: true,
      moved: true,
      followed: true,
      named: true,
      yes: 2,
      here: ['submitted', 'routed', 'passed-to-region'],
    }
    const came = ['submitted', 'routed', 'came-from-region']
    // The one that nobody took may be asked around by now.
    expect(pairs).toEqual([
      {
        ...both,
        there_state: expect.stringMatching(/^(listed|offered)$/),
        there: expect.arrayContaining(came),
        letters: expect.any(Number),
      },
      { ...both, there_state: 'assigned', there: [...came, 'taken'], letters: expect.any(Number) },
    ])
    // Of the hospital there is an address to be told at; not every carer gives one.
    expect((pairs[0] as { letters: number }).letters).toBeGreaterThan(0)
  })

  test('lives in its own neighbourhoods, with something to do at its desk, and mail that leads to its own door', async () => {
    const elsewhere = await one<{ many: number }>(
      `select count(*)::int as many from requests.care_request q
       where not exists (select from regions.postcode_area a where a.region_id = q.region_id and a.pc4 = q.pc4)`,
    )
    expect(elsewhere?.many).toBe(0)
    const desk = await one<{ open: number; people: number }>(
      `select count(*) filter (where q.state in ('submitted', 'listed', 'triage', 'offered'))::int as open,
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
