import { beforeAll, describe, expect, test } from 'vitest'
import { isRequestNumber } from '#kernel/request-number.ts'
import { EventBus } from '#platform/database/events.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { followKeyHash } from './follow-key.ts'
import { matchKeysOf } from './match-keys.ts'
import { sendRequest } from './sending.ts'
import { aNewRequest, aSentRequest } from './testing.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
})

const countOf = async (table: string) => {
  const [row] = await region.asOwner<{ count: number }>(`select count(*)::int as count from requests.${table}`)
  return row?.count
}

describe('sending a request', () => {
  test('makes one request with a number, a holder and an act-by', async () => {
    const { id, number, key } = await aSentRequest(region.scope(region.anyone))
    expect(isRequestNumber(number)).toBe(true)
    expect(key).toMatch(/^[\w-]{32}$/)
    const [row] = await region.asOwner('select * from requests.care_request where id = $1', [id])
    expect(row).toMatchObject({
      number,
      state: 'submitted',
      holder_coordinating_team_id: region.teams.desk,
      pc4: '6811',
      age_band: '85-94',
      requester_organization_id: null,
    })
    expect(row?.act_by).toBeInstanceOf(Date)
  })

  test('writes history, consent, link, audit and the job that tells the requester', async () => {
    const { id, number, key } = await aSentRequest(region.scope(region.anyone))
    const [found] = await region.asOwner(
      `select (select code from requests.history_entry where request_id = $1) as history,
        (select given_by from requests.consent where request_id = $1) as consent,
        (select event_type from audit.event where care_request_id = $1 order by id limit 1) as audit,
        (select request_id from requests.request_of_link($2, $3)) as link,
        (select count(*)::int from graphile_worker.jobs where key = 'tell-requester:' || $1::text || ':submitted') as jobs`,
      [id, number, followKeyHash(region.scope(region.anyone).seal, key)],
    )
    expect(found).toEqual({ history: 'submitted', consent: 'client', audit: 'request.send', link: id, jobs: 1 })
  })

  test('twenty sends at the same moment with one key are one request', async () => {
    const request = aNewRequest()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => sendRequest(region.scope(region.anyone), request)),
    )
    const sent = outcomes.map((outcome) => (outcome.ok ? JSON.stringify(outcome.value) : 'refused'))
    expect(new Set(sent).size).toBe(1)
    expect(sent[0]).not.toBe('refused')
    expect(
      await region.asOwner('select 1 from requests.care_request where sent_key = $1', [request.sentKey]),
    ).toHaveLength(1)
  })

  test('the reaction to it may change what its sender may not even read', async () => {
    const events = new EventBus()
    const seen: string[] = []
    events.on('request-submitted', async (tx, { subjectId }) => {
      const row = await tx.db.selectFrom('requests.care_request').select('state').where('id', '=', subjectId).execute()
      seen.push(tx.scope.actor.kind, row[0]?.state ?? 'unseen')
    })
    await aSentRequest({ ...region.scope(region.anyone), events })
    expect(seen).toEqual(['system', 'submitted'])
  })

  test('leaves nothing when something fails on the way', async () => {
    const before = await Promise.all(['care_request', 'patient_identity', 'follow_link', 'match_key'].map(countOf))
    const events = new EventBus()
    events.on('request-submitted', async () => {
      throw new Error('the lights went out')
    })
    await expect(sendRequest({ ...region.scope(region.anyone), events }, aNewRequest())).rejects.toThrow('lights')
    expect(await Promise.all(['care_request', 'patient_identity', 'follow_link', 'match_key'].map(countOf))).toEqual(
      before,
    )
  })

  test('a referrer sends for their organisation', async () => {
    const { transferNurse } = region.people
    const { id } = await aSentRequest(region.scope(transferNurse), { card: { source: 'hospital' } })
    const [row] = await region.asOwner(
      'select requester_organization_id as by, requester_user_id as who from requests.care_request where id = $1',
      [id],
    )
    expect(row).toEqual({ by: region.organizations.hospital, who: transferNurse.userId })
  })

  test.each([
    ['outside-region', { identity: { postcode: '1011AB' } }],
    ['birth-date-ahead', { identity: { birthDate: '2999-01-01' } }],
    ['provider-unknown', { card: { preferredOrganizationId: '0198f2aa-0000-7000-8000-000000000001' } }],
    ['provider-unknown', { card: { unwantedOrganizationIds: ['0198f2aa-0000-7000-8000-000000000001'] } }],
    [
      'wishes-contradict',
      {
        card: {
          preferredOrganizationId: '0198f2aa-0000-7000-8000-000000000001',
          unwantedOrganizationIds: ['0198f2aa-0000-7000-8000-000000000001'],
        },
      },
    ],
  ])('refuses %s', async (code, overrides) => {
    const outcome = await sendRequest(region.scope(region.anyone), aNewRequest(overrides))
    expect(outcome).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('who someone is', () => {
  const bsn = '999900006'
  const marks = { familyName: "Zeldzaamnaam-O'Brien", givenName: 'Quirina', phone: '+31687654321' }

  test('stands nowhere on the card, and the BSN nowhere at all', async () => {
    const question = `Quirina Zeldzaamnaam, bsn ${bsn}, bel 06 87654321.`
    const { id } = await aSentRequest(region.scope(region.anyone), { identity: { ...marks, bsn, question } })
    const [card] = await region.asOwner('select to_jsonb(r)::text as row from requests.care_request r where id = $1', [
      id,
    ])
    expect(card?.row).not.toMatch(/Zeldzaamnaam|Quirina|87654321|999900006/)
    expect(card?.row).toContain('"question_withheld": true')
  })

  test('a BSN in its own field stands in no column of any table', async () => {
    await aSentRequest(region.scope(region.anyone), { identity: { bsn } })
    const tables = await region.asOwner<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const except = name === 'requests.patient_identity' ? "- 'question'" : ''
      const rows = await region.asOwner(
        `select 1 from ${name} t where (to_jsonb(t) ${except})::text like '%${bsn}%' limit 1`,
      )
      if (rows.length > 0) found.push(name)
    }
    expect(tables.length).toBeGreaterThan(20)
    expect(found).toEqual([])
  })

  test('opens for no nurse, no other referrer and no passer-by', async () => {
    const { id } = await aSentRequest(region.scope(region.people.transferNurse), { identity: marks })
    const { nurseAlfa, nurseDesk, gp, manager, transferNurse } = region.people
    const seenBy = (actor: Parameters<SmallRegion['scope']>[0]) =>
      inTransaction(region.scope(actor), (tx) =>
        tx.db.selectFrom('requests.patient_identity').select('family_name').where('request_id', '=', id).execute(),
      )
    for (const actor of [nurseAlfa, nurseDesk, gp, manager, region.anyone]) expect(await seenBy(actor)).toEqual([])
    expect(await seenBy(transferNurse)).toHaveLength(1)
  })

  test('nobody adds a private link of their own to the request of another', async () => {
    const { id } = await aSentRequest(region.scope(region.anyone))
    const before = await countOf('follow_link')
    await inTransaction(region.scope(region.anyone), (tx) =>
      import('./store.ts').then(({ insertFollowLink }) => insertFollowLink(tx, id, id, 'a key of my own')),
    )
    expect(await countOf('follow_link')).toBe(before)
  })

  test('two requests for one person find each other, however the door and the name are written', () => {
    const { seal } = region.scope(region.anyone)
    const person = { birthDate: '1941-03-27', postcode: '6811AB', houseNumber: '12 A', familyName: 'van der Méer' }
    const again = { ...person, houseNumber: '12a', familyName: 'Van der Meer', bsn }
    const [first] = matchKeysOf(seal, person)
    expect(matchKeysOf(seal, again).some((key) => first !== undefined && key.equals(first))).toBe(true)
    expect(matchKeysOf(seal, { ...again, birthDate: '1941-03-28' }).some((key) => first?.equals(key))).toBe(false)
  })
})
