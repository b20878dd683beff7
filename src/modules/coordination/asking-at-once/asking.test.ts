import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { aTeam } from '#modules/capacity/testing.ts'
import { fillIn, usualAskAtOnce, type WayOfWorking } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { getConfirmation } from '#modules/requests/index.ts'
import { aSentRequest, type Overrides } from '#modules/requests/testing.ts'
import { inTransaction, read } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { escalateOverdue } from '../deadlines/escalating.ts'
import { askRequester } from '../deadlines/holding.ts'
import { answerInquiry, askParties, type GiveAnswer, stopAsking } from '../inquiry/inquiring.ts'
import { reactions } from '../reactions.ts'
import { returnRequest } from '../taking/returning.ts'
import { askedBeforeWords, selectAskedAtOnce } from './asked.ts'
import { askAfterQuietHours } from './morning.ts'

let region: SmallRegion
const monday = new Date('2026-11-23T09:00:00Z')
const later = (minutes: number, from = monday) => new Date(from.getTime() + minutes * 60_000)

beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  await region.asOwner(
    `update organizations.organization set care_kinds = '{personal-care,nursing}' where kind = 'provider'`,
  )
  for (const organization of ['alfa', 'beta', 'gamma'] as const)
    await aTeam(region, organization, { name: `Team ${organization}` })
  await workAs()
})

/** As usual, but for how often a team is asked on one day: here many requests stand on one Monday, in an order that is drawn. */
async function workAs(
  ask: Partial<typeof usualAskAtOnce> | null = {},
  over: Partial<WayOfWorking> = {},
): Promise<void> {
  const askAtOnce = ask && { ...usualAskAtOnce, mostPerTeam: 50, ...ask }
  const way = { ...fillIn('coordinating-teams', region.teams.desk), askAtOnce, ...over }
  await region.asOwner('update regions.region set way_of_working = $1', [JSON.stringify(way)])
  forgetRegion(region.database)
}

type Row = { state: string; act_by: Date; taker_organization_id: string | null; shown_to_organizations: string[] }
const rowOf = async (id: string) =>
  (await region.asOwner<Row>('select * from requests.care_request where id = $1', [id]))[0] as Row
const historyOf = (id: string) =>
  region.asOwner<{ code: string; organization_id: string | null; facts: Record<string, unknown> }>(
    'select code, organization_id, facts from requests.history_entry where request_id = $1 order by at, id',
    [id],
  )
const turnOf = async (id: string) =>
  (
    await region.asOwner<{ ask_from: Date | null; ended_why: string | null }>(
      'select ask_from, ended_why from coordination.asking_at_once where request_id = $1',
      [id],
    )
  )[0]
const nameOf = async (id: string | undefined) =>
  (await region.asOwner<{ name: string }>('select name from organizations.organization where id = $1', [id]))[0]?.name
const askedOf = async (id: string) => (await rowOf(id)).shown_to_organizations
const sent = async (at = monday, card: Overrides['card'] = {}) => {
  const asked = { careKinds: ['personal-care'], dayparts: ['morning'], priority: 'within-24-hours', ...card } as const
  return (await aSentRequest(region.scope(region.anyone, at), { card: asked })).id
}
const run = async (at: Date) => {
  const moved = await escalateOverdue(region.scope(region.system, at))
  return moved + (await askAfterQuietHours(region.scope(region.system, at)))
}
const nurseOf = (organizationId: string | undefined): UserActor => {
  const found = [region.people.nurseAlfa, region.people.nurseBeta, region.people.nurseGamma].find(
    (nurse) => nurse.organizationId === organizationId,
  )
  if (!found) throw new Error('Nobody was asked')
  return found
}
const answer = async (id: string, given: Omit<GiveAnswer, 'requestId'>, at: Date) => {
  const [asked] = await askedOf(id)
  await answerInquiry(region.scope(nurseOf(asked), at), { requestId: id, ...given })
  return asked
}
const no = { answer: 'cannot', reason: 'other', remark: 'vol' } as const

describe('a new request', () => {
  test('is asked at one team in the transaction of its sending, for the minutes of its urgency, and a yes has it', async () => {
    const id = await sent()
    expect(await rowOf(id)).toMatchObject({ state: 'offered', act_by: later(30) })
    expect(await askedOf(id)).toHaveLength(1)
    // Who just sent it is promised no more than an answer of who was asked.
    expect(await getConfirmation(region.scope(region.anyone), id)).toMatchObject({ actBy: later(30), asked: true })
    const asked = await answer(id, { answer: 'can-take' }, later(5))
    expect(await rowOf(id)).toMatchObject({ state: 'assigned', taker_organization_id: asked })
  })

  test('goes down the list while the answer is no or silent, and then to the list of the team; each step once', async () => {
    const id = await sent()
    const first = await answer(id, no, later(5))
    const [second] = await askedOf(id)
    expect(second).not.toBe(first)
    expect(await rowOf(id)).toMatchObject({ state: 'offered', act_by: later(35) })
    expect(await run(later(34))).toBe(0)
    await run(later(36))
    const [third] = await askedOf(id)
    expect(new Set([first, second, third]).size).toBe(3)
    await run(later(70))
    expect(await rowOf(id)).toMatchObject({ state: 'listed', shown_to_organizations: [], act_by: later(24 * 60) })
    expect(await turnOf(id)).toEqual({ ask_from: null, ended_why: 'nobody-left' })
    expect(await run(later(90))).toBe(0)
    // At the table nobody asks them again without a thought; another region reads nothing of it.
    const told = async (actor: Actor) =>
      askedBeforeWords((await read(region.scope(actor), { asked: selectAskedAtOnce(id) })).asked) ?? ''
    const names = new Map(
      await Promise.all([first, second, third].map(async (one) => [one, await nameOf(one)] as const)),
    )
    expect(await told(region.people.nurseAlfa)).toBe(
      `Vanzelf al gevraagd: ${names.get(first)} (kan niet), ${names.get(second)} (geen antwoord) en ${names.get(third)} (geen antwoord).`,
    )
    expect(await told({ ...region.people.nurseAlfa, regionId: newId() })).toBe('')
    expect((await historyOf(id)).map(({ code }) => code)).toEqual([
      'submitted',
      'routed',
      'asked',
      'asked-back',
      'asked',
      'asked-back',
      'asked',
      'asked-back',
      'asked-back',
    ])
  })

  test('each step stands in the history with the name of who was asked, as the requester reads it', async () => {
    const id = await sent()
    const first = await answer(id, no, later(2))
    const [second] = await askedOf(id)
    await run(later(60))
    expect((await historyOf(id)).filter(({ facts }) => facts.why === 'at-once').slice(0, 4)).toMatchObject([
      { code: 'asked', organization_id: first },
      { code: 'asked-back', organization_id: first, facts: { silent: false } },
      { code: 'asked', organization_id: second },
      { code: 'asked-back', organization_id: second, facts: { silent: true } },
    ])
  })

  test('the wished organisation is asked first when it can', async () => {
    const id = await sent(monday, { preferredOrganizationId: region.organizations.gamma })
    expect(await askedOf(id)).toEqual([region.organizations.gamma])
  })

  test('two at the same time when the region says so: the first yes has it, and the other loses sight', async () => {
    await workAs({ together: 2 })
    const id = await sent()
    const asked = await askedOf(id)
    expect(asked).toHaveLength(2)
    await answerInquiry(region.scope(nurseOf(asked[1]), later(1)), { requestId: id, answer: 'can-take' })
    expect(await rowOf(id)).toMatchObject({ taker_organization_id: asked[1], shown_to_organizations: [] })
    await workAs()
  })

  test('another date lies on the table for who holds it', async () => {
    const id = await sent()
    await answer(id, { answer: 'other-date', startOn: '2026-12-01' }, later(3))
    expect((await rowOf(id)).state).toBe('proposed')
  })

  test('without the agreement it waits on the list', async () => {
    await workAs(null)
    const id = await sent()
    expect([(await rowOf(id)).state, await turnOf(id)]).toEqual(['listed', undefined])
    await workAs()
  })
})

describe('quiet hours', () => {
  const evening = new Date('2026-11-23T20:30:00Z')
  const morning = new Date('2026-11-24T06:30:00Z')

  test('nobody is asked; after them it is, once and in order, also after downtime', async () => {
    const [one, two] = [await sent(evening), await sent(later(5, evening))]
    expect(await rowOf(one)).toMatchObject({ state: 'listed' })
    expect((await historyOf(one)).at(-1)).toMatchObject({ code: 'to-be-asked', facts: { from: morning.toISOString() } })
    expect(await askAfterQuietHours(region.scope(region.system, later(-1, morning)))).toBe(0)
    const late = later(200, morning)
    const counts = await Promise.all([1, 2].map(() => askAfterQuietHours(region.scope(region.system, late))))
    expect(counts[0]! + counts[1]!).toBe(2)
    for (const id of [one, two]) expect(await rowOf(id)).toMatchObject({ state: 'offered', act_by: later(30, late) })
    expect(await askAfterQuietHours(region.scope(region.system, late))).toBe(0)
  })

  test('what must be taken before the morning goes to the people at once', async () => {
    const id = await sent(evening, { priority: 'today' })
    expect([(await rowOf(id)).state, (await turnOf(id))?.ended_why]).toEqual(['listed', 'term-over'])
  })
})

describe('people go before the rule', () => {
  test('who stops it or asks by hand ends it; a question to the requester only lets it rest', async () => {
    const stopped = await sent()
    await stopAsking(region.scope(region.people.nurseAlfa, later(1)), { requestId: stopped })
    expect([(await rowOf(stopped)).state, (await turnOf(stopped))?.ended_why]).toEqual(['listed', 'stopped'])
    const { nurseAlfa } = region.people
    await askParties(region.scope(nurseAlfa, later(2)), {
      requestId: stopped,
      organizationIds: [region.organizations.beta],
    })
    await run(later(60 * 20))
    expect((await historyOf(stopped)).filter(({ facts }) => facts.why === 'at-once')).toHaveLength(1)

    const resting = await sent(new Date('2026-11-23T21:00:00Z'))
    await askRequester(region.scope(nurseAlfa, new Date('2026-11-23T21:10:00Z')), {
      requestId: resting,
      text: 'Is er een tillift?',
    })
    await askAfterQuietHours(region.scope(region.system, new Date('2026-11-24T07:00:00Z')))
    expect([(await rowOf(resting)).state, (await turnOf(resting))?.ask_from]).toEqual([
      'triage',
      new Date('2026-11-24T06:30:00Z'),
    ])
  })

  test('given back begins anew, without who gave it back', async () => {
    const id = await sent()
    const taker = await answer(id, { answer: 'can-take' }, later(1))
    await returnRequest(region.scope(nurseOf(taker), later(60)), { requestId: id, reason: 'no-room' })
    expect((await rowOf(id)).state).toBe('offered')
    expect(await askedOf(id)).not.toContain(taker)
  })
})

test('a team is asked no more often a day than agreed; the next day it is again', async () => {
  const tuesday = new Date('2026-12-01T09:00:00Z')
  await workAs({ mostPerTeam: 1 })
  const asked = [await sent(tuesday), await sent(tuesday), await sent(tuesday)]
  const parties = await Promise.all(asked.map(askedOf))
  expect(new Set(parties.flat()).size).toBe(3)
  const fourth = await sent(tuesday)
  expect([(await rowOf(fourth)).state, (await turnOf(fourth))?.ended_why]).toEqual(['listed', 'nobody-left'])
  expect((await rowOf(await sent(later(24 * 60, tuesday)))).state).toBe('offered')
  await workAs()
})

test('nobody but the product itself keeps the turn', async () => {
  const id = await sent()
  const touched = await inTransaction(region.scope(region.people.nurseAlfa), ({ db }) =>
    db
      .updateTable('coordination.asking_at_once')
      .set({ ask_from: null })
      .where('request_id', '=', id)
      .returning('request_id')
      .execute(),
  )
  expect(touched).toEqual([])
})
