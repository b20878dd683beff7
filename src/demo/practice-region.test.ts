import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { isTestBsn } from '#kernel/bsn.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { localTimeOf } from '#kernel/dates.ts'
import { findPersonal } from '#kernel/personal-text.ts'
import { parsePhone } from '#kernel/phone.ts'
import { isRequestNumber } from '#kernel/request-number.ts'
import { selectLights } from '#modules/capacity/index.ts'
import { followKeyHash } from '#modules/requests/follow-key.ts'
import { particularsSchema } from '#modules/requests/particulars.ts'
import { mayMove, openStates, type RequestState } from '#modules/requests/rules/life.ts'
import { readInstallation } from '#platform/database/installation.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing.ts'
import { read } from '#platform/database/transaction.ts'
import { makeSeal } from '#platform/seal/seal.ts'
import { supplements } from './history/past.ts'
import { carerSentences, cases, extras } from './history/question-text.ts'
import { childWithBurns } from './history/question-text-rare.ts'
import { openNow } from './history/today.ts'
import { DatabaseIsNotEmpty, fillPracticeRegion, type Summary, usualSize } from './index.ts'

/** A Sunday morning: the hardest moment to have something new on every list. */
const now = new Date('2026-11-22T09:30:00Z')
const seal = makeSeal(Buffer.alloc(32, 7))
const open = `state in (${openStates.map((state) => `'${state}'`).join(', ')})`

describe('the practice region', () => {
  let practice: TestDatabase
  let summary: Summary
  const rows = <Row extends Record<string, unknown>>(text: string) => practice.asOwner<Row>(text)
  const count = async (text: string) => Number((await rows<{ count: string }>(text))[0]?.count)

  beforeAll(async () => {
    practice = await createTestDatabase()
    summary = await fillPracticeRegion(practice.database.owner, { now, seal, alone: true })
  })

  test('is marked as practice for good, and is not laid over something', async () => {
    expect(await readInstallation(practice.database.owner)).toEqual({ practice: true })
    await expect(fillPracticeRegion(practice.database.owner, { now, seal })).rejects.toThrow(DatabaseIsNotEmpty)
  })

  test('has the municipalities, teams and organisations it promises', async () => {
    const [found] = await rows(`select
      (select count(*)::int from regions.municipality) as municipalities,
      (select count(*)::int from regions.postcode_area) as postcodes,
      (select count(*)::int from organizations.coordinating_team where kind = 'area') as areas,
      (select count(*)::int from organizations.coordinating_team where kind = 'specialised') as specialised,
      (select count(*)::int from organizations.organization where kind = 'provider') as providers,
      (select count(*)::int from organizations.organization where kind = 'gp-practice') as practices,
      (select count(*)::int from people.user_account where practice_hint is not null) as choices`)
    expect(found).toEqual({
      municipalities: 11,
      postcodes: 99,
      areas: 12,
      specialised: 5,
      providers: 25,
      practices: 12,
      choices: 19,
    })
  })

  test('has a team and at least three providers for every postcode', async () => {
    expect(
      await rows(`select pc4 from regions.postcode_area a where not exists
        (select from coordination.route r where a.pc4 = any (r.pc4s) and r.care_kinds is null)`),
    ).toEqual([])
    expect(
      await rows(`select a.pc4 from regions.postcode_area a
        left join organizations.service_area s on s.pc4 = a.pc4 left join organizations.team t on t.id = s.team_id
        group by a.pc4 having count(distinct t.organization_id) < 3`),
    ).toEqual([])
  })

  test('has stoplights of every team: mostly green and amber, some red with a reason, some too old, one always red', async () => {
    const [{ id: regionId } = { id: '' }] = await rows<{ id: string }>('select id from regions.region')
    const scope = practice.scope({ kind: 'system', regionId, job: 'test' }, now)
    const { lights } = await read(scope, { lights: selectLights(scope, '2026-11-22', '2026-11-29') })
    const share = (light: string) => lights.filter((one) => one.light === light).length / lights.length
    expect(new Set(lights.map(({ teamId }) => teamId)).size).toBe(
      await count('select count(*) from organizations.team'),
    )
    expect(share('green') + share('amber')).toBeGreaterThan(0.5)
    for (const light of ['green', 'amber', 'red', 'unknown']) expect(share(light)).toBeGreaterThan(0.04)
    const all = 'select team_id from capacity.light_change group by team_id having'
    expect(await count(`select count(*) from (${all} every(light = 'red')) teams`)).toBe(1)
    expect(await count(`select count(*) from (${all} every(light = 'green')) teams`)).toBe(1)
    expect(await count("select count(*) from capacity.light where set_at > '2026-11-22T09:30:00Z'")).toBe(0)
    const sinceTheirLight = `select count(distinct r.source_id) from capacity.taken_room r
      join organizations.team t on t.id = r.team_id and t.name = 'Team Singels'
      join capacity.light l using (team_id, light_on, daypart) where r.taken_at > l.set_at and l.light in ('green', 'amber')`
    expect(await count(sinceTheirLight)).toBeGreaterThan(0)
  })

  test('has fourteen months of requests, in the shares of the region it was made after', async () => {
    expect(summary.requests).toBe(usualSize)
    const [found] = await rows<Record<string, number>>(`select count(*)::int as total,
      count(*) filter (where source = 'hospital')::int as hospital, count(*) filter (where source = 'gp')::int as gp,
      (max(submitted_at)::date - min(submitted_at)::date) as days from requests.care_request`)
    expect(found?.total).toBe(usualSize)
    expect((found?.hospital ?? 0) / usualSize).toBeCloseTo(0.6, 2)
    expect((found?.gp ?? 0) / usualSize).toBeCloseTo(0.23, 2)
    expect(found?.days).toBeGreaterThanOrEqual(420)
    expect(found?.days).toBeLessThanOrEqual(430)
  })

  test('is busy on weekdays in office hours, and quiet at night', async () => {
    const moments = await rows<{ at: Date }>('select submitted_at as at from requests.care_request')
    const share = (holds: (at: Date) => boolean) => moments.filter(({ at }) => holds(at)).length / moments.length
    const hour = (at: Date) => Number(localTimeOf(at).slice(0, 2))
    expect(share((at) => hour(at) >= 8 && hour(at) < 18)).toBeGreaterThan(0.93)
    expect(share((at) => hour(at) < 6)).toBeLessThan(0.005)
    expect(share((at) => [0, 6].includes(at.getUTCDay()))).toBeLessThan(0.1)
    expect(share((at) => [1, 5].includes(at.getUTCDay()))).toBeGreaterThan(0.4)
  })

  test('has 20 to 40 requests open, each with one holder and a moment to act', async () => {
    const total = await count(`select count(*) from requests.care_request where ${open}`)
    expect(total).toBe(openNow.length)
    expect(total).toBeGreaterThanOrEqual(20)
    expect(total).toBeLessThanOrEqual(40)
    const late = await rows<{ act_by: Date }>(
      `select act_by from requests.care_request where ${open} and act_by <= '${now.toISOString()}'`,
    )
    expect(late).toHaveLength(openNow.filter(({ shape }) => shape === 'overdue').length)
    expect(
      await count(`select count(*) from requests.care_request where ${open}
        and (act_by > '${now.toISOString()}'::timestamptz + interval '40 days' or num_nonnulls(holder_coordinating_team_id, holder_organization_id) <> 1)`),
    ).toBe(0)
  })

  test('has a desk at work: somebody on duty day and night, calls, a late promise, advice asked and given', async () => {
    const moment = `'${now.toISOString()}'::timestamptz`
    const [found] = await rows(`select
      (select count(*)::int from organizations.duty where from_at <= ${moment} and until_at > ${moment}) as on_duty,
      (select count(*)::int from coordination.call) as calls,
      (select count(*)::int from coordination.call where intake_sealed is not null) as drafts,
      (select count(*)::int from coordination.call where request_id is not null) as about,
      (select count(*)::int from coordination.promise where done_at is null and due_at < ${moment}) as late,
      (select count(*)::int from coordination.promise p join requests.callback b on b.id = p.callback_id) as asked_online,
      (select count(*)::int from coordination.consult where answered_at is null) as waiting,
      (select count(*)::int from coordination.consult where answered_at is not null) as advised`)
    expect(found).toEqual({
      on_duty: 1,
      calls: 5,
      drafts: 1,
      about: 2,
      late: 1,
      asked_online: 7,
      waiting: 1,
      advised: 1,
    })
  })

  test('shows every nurse one can choose at least six requests to divide', async () => {
    const nurses = await rows<{ name: string; waiting: number }>(`select p.name, count(distinct r.id)::int as waiting
      from people.user_account u join people.practitioner p on p.id = u.practitioner_id
        join people.practitioner_role l on l.practitioner_id = p.id and l.role = 'nurse'
        join people.coordinating_team_member m on m.practitioner_role_id = l.id
        left join requests.care_request r on r.state = 'listed'
          and m.coordinating_team_id in (r.coordinating_team_id, r.holder_coordinating_team_id)
      where u.practice_hint is not null group by p.name`)
    expect(nurses.length).toBeGreaterThan(5)
    for (const { name, waiting } of nurses) expect(waiting, name).toBeGreaterThanOrEqual(6)
  })

  test('asked every organisation one can choose something, so that a round is not empty', async () => {
    const asked = await rows<{ name: string; asked: number }>(`select n.name, count(r.id)::int as asked
      from people.practitioner n join people.practitioner_role l on l.practitioner_id = n.id
        left join coordination.inquiry_party p on p.organization_id = l.organization_id and p.answer is null
        left join requests.care_request r on r.id = p.request_id and r.state = 'offered'
          and p.organization_id = any (r.shown_to_organizations) and r.act_by > '${now.toISOString()}'
      where n.name in ('Marit Hofstede', 'Samira El Haddaoui', 'Emre Toprak') group by n.name order by n.name`)
    expect(asked.map(({ name }) => name)).toEqual(['Emre Toprak', 'Marit Hofstede', 'Samira El Haddaoui'])
    for (const { name, asked: many } of asked) expect(many, name).toBeGreaterThan(0)
  })

  test('has something returned, moved up, changed and taken on the first list one opens', async () => {
    const [found] = await rows(`select
      count(*) filter (where state = 'listed' and returned_at is not null and list_rank = 0)::int as returned,
      count(*) filter (where state = 'listed' and escalation_level > 0)::int as escalated,
      count(*) filter (where state = 'listed' and date_changed_at is not null)::int as changed,
      count(*) filter (where state = 'listed' and supplemented_at is not null)::int as supplemented,
      count(*) filter (where state = 'assigned')::int as assigned,
      count(distinct taker_organization_id) filter (where state = 'assigned')::int as takers
      from requests.care_request r join organizations.coordinating_team t on t.id = r.coordinating_team_id
      where t.slug = 'arnhem-centrum' and ${open}`)
    expect(found).toEqual({ returned: 1, escalated: 1, changed: 1, supplemented: 1, assigned: 4, takers: 3 })
  })

  test('has no moment in the future but moments to act', async () => {
    const moments = {
      'requests.care_request': [
        'submitted_at',
        'state_since',
        'returned_at',
        'date_changed_at',
        'supplemented_at',
        'ended_at',
      ],
      'requests.history_entry': ['at'],
      'requests.supplement': ['at'],
      'requests.consent': ['given_at'],
      'coordination.assignment': ['taken_at', 'ended_at'],
      'audit.event': ['at'],
    }
    for (const [table, columns] of Object.entries(moments)) {
      for (const column of columns) {
        expect(
          await count(`select count(*) from ${table} where ${column} > '${now.toISOString()}'`),
          `${table}.${column}`,
        ).toBe(0)
      }
    }
  })

  test('moved every request as the rules of its life allow, in order of time', async () => {
    const steps: Record<string, RequestState> = {
      submitted: 'submitted',
      routed: 'listed',
      taken: 'assigned',
      returned: 'listed',
      asked: 'offered',
      started: 'started',
      closed: 'closed',
      withdrawn: 'withdrawn',
    }
    const lives = await rows<{ state: RequestState; codes: string[] }>(`select r.state,
      array_agg(h.code order by h.at, h.id) as codes from requests.care_request r
      join requests.history_entry h on h.request_id = r.id
      where h.code in ('submitted', 'routed', 'taken', 'returned', 'asked', 'started', 'closed', 'withdrawn') group by r.id`)
    expect(lives).toHaveLength(usualSize)
    for (const { state, codes } of lives) {
      const states = codes.map((code) => steps[code]!)
      expect(states.at(-1)).toBe(state)
      for (const [place, to] of states.slice(1).entries())
        expect(mayMove(states[place]!, to), codes.join(' ')).toBe(true)
    }
  })

  test('has one running assignment for what is taken and none for the rest, and opens identities to takers alone', async () => {
    expect(
      await count(`select count(*) from requests.care_request r
        join requests.patient_identity i on i.request_id = r.id
        left join coordination.assignment a on a.request_id = r.id and a.ended_at is null
        where r.split_by is null and ((r.state in ('assigned', 'started')) is distinct from (a.id is not null)
          or (a.id is not null and (a.organization_id <> r.taker_organization_id or i.open_to <> array[a.organization_id]))
          or (a.id is null and cardinality(i.open_to) > 0))`),
    ).toBe(0)
  })

  test('has a request in parts of which one is open, a client who may go over, and somebody invited to look along', async () => {
    const [divided] = await rows(`select r.state, count(*)::int as parts, count(p.taker_organization_id)::int as taken,
        bool_and(p.taker_organization_id is null or i.open_to = array[p.taker_organization_id]) as own
      from requests.care_request r join requests.part p on p.request_id = r.id and p.ended_at is null
      join requests.patient_identity i on i.request_id = r.id where r.split_by is not null group by r.id`)
    expect(divided).toEqual({ state: 'listed', parts: 2, taken: 1, own: true })
    const swaps = await rows(`select r.state, s.to_organization_id = any (r.shown_to_organizations) as shown
      from coordination.swap s join requests.care_request r on r.id = s.request_id where s.closed_at is null`)
    expect(swaps).toEqual([{ state: 'assigned', shown: true }])
    expect(await count('select count(*) from coordination.invited_party where revoked_at is null')).toBe(1)
  })

  test('knows only test numbers, each valid; open requests are of different people', async () => {
    const identities = await rows<{ sealed: Buffer | null; phone: string }>(
      'select bsn_sealed as sealed, phone from requests.patient_identity',
    )
    const bsns = identities.flatMap(({ sealed }) => (sealed ? [seal.open(sealed)] : []))
    expect(bsns.length).toBeGreaterThan(6000)
    expect(bsns.filter((bsn) => !isTestBsn(bsn))).toEqual([])
    expect(new Set(bsns).size).toBe(bsns.length)
    expect(identities.filter(({ phone }) => parsePhone(phone) !== phone || !phone.startsWith('+31600'))).toEqual([])
  })

  test('says nothing personal on any card', async () => {
    const cards = await rows<{ question: string; withheld: boolean }>(
      'select distinct question, question_withheld as withheld from requests.care_request',
    )
    expect(cards.length).toBeGreaterThan(1000)
    expect(
      cards.filter(
        ({ question, withheld }) => findPersonal(question).length > 0 || withheld !== question.includes('[naam]'),
      ),
    ).toEqual([])
  })

  test('gives every request a number of its own that checks', async () => {
    const numbers = await rows<{ number: string }>('select number from requests.care_request')
    expect(numbers.filter(({ number }) => !isRequestNumber(number))).toEqual([])
  })

  test('holds mail with a link that works, and people to call back at the desk', async () => {
    const letters = await rows<{ body: string; number: string }>(`select m.body, r.number from platform.mail m
      join requests.care_request r on r.id = m.subject_id where r.requester_organization_id is null`)
    expect(letters.length).toBeGreaterThan(2)
    for (const { body, number } of letters) {
      const [, key = ''] = body.match(new RegExp(`/volg/${number}/(\\S+)`)) ?? []
      const [found] = await practice.asOwner('select * from requests.request_of_link($1, $2)', [
        number,
        followKeyHash(seal, key),
      ])
      expect(found).toBeDefined()
    }
    expect(
      await count(`select count(*) from requests.callback where called_at is null and act_by > '${now.toISOString()}'`),
    ).toBe(3)
  })

  test('logs who sent, took and read', async () => {
    expect(
      await count(`select count(*) from requests.care_request r where not exists
      (select from audit.event e where e.care_request_id = r.id and e.event_type = 'request.send')`),
    ).toBe(0)
    expect(
      await count(`select count(*) from coordination.assignment a where not exists
      (select from audit.event e where e.care_request_id = a.request_id and e.event_type in ('request.take', 'request.take-part') and e.user_id = a.taken_by)`),
    ).toBe(0)
  })
})

describe('the words of the practice region', () => {
  test('name nobody', () => {
    const all = [...Object.values(cases).flat(), childWithBurns]
    const sentences = [
      ...all.flatMap(({ situation, needs, actions }) => [situation, ...needs, ...actions.map(({ text }) => text)]),
      ...all.flatMap(({ particulars = {} }) => JSON.stringify(particulars).match(/[\p{L} ,]{4,}/gu) ?? []),
      ...extras,
      ...supplements,
      ...carerSentences.filter((sentence) => !sentence.includes('{naam}')),
    ]
    expect(sentences.filter((sentence) => findPersonal(sentence).length > 0)).toEqual([])
  })

  test.each(careKinds)('say something for %s, from hospital or home, that a form would accept', (kind) => {
    expect(cases[kind].length).toBeGreaterThan(1)
    for (const { needs, actions, dayparts, particulars } of cases[kind]) {
      expect(Math.min(needs.length, actions.length, dayparts.length)).toBeGreaterThan(0)
      if (particulars) particularsSchema.parse(particulars)
    }
  })
})

describe('the same seed', () => {
  const tables = ['requests.care_request', 'requests.history_entry', 'coordination.assignment', 'organizations.team']
  const fingerprint = async (seed: number) => {
    const test = await createTestDatabase()
    await fillPracticeRegion(test.database.owner, { now, seal, size: 300, seed, alone: true })
    const hash = createHash('sha256')
    for (const table of tables) hash.update(JSON.stringify(await test.asOwner(`select * from ${table} order by id`)))
    await test.close()
    return hash.digest('hex')
  }

  test('makes the same region, another seed another', async () => {
    const [one, again, other] = [await fingerprint(5), await fingerprint(5), await fingerprint(6)]
    expect(again).toBe(one)
    expect(other).not.toBe(one)
  })
})

describe.each([
  ['Monday morning', '2026-03-02T07:30:00Z'],
  ['Wednesday night', '2026-07-15T01:00:00Z'],
  ['Boxing Day', '2026-12-26T12:00:00Z'],
  ['just after the clock went back', '2026-10-25T01:30:00Z'],
])('made on %s', (_name, moment) => {
  test('it has all that is open on the right lists', async () => {
    const test = await createTestDatabase()
    await fillPracticeRegion(test.database.owner, { now: new Date(moment), seal, size: 200, alone: true })
    const [found] =
      await test.asOwner(`select count(*)::int as open, count(*) filter (where act_by < '${moment}')::int as late
      from requests.care_request where ${open}`)
    expect(found).toEqual({ open: openNow.length, late: 1 })
    await test.close()
  })
})
