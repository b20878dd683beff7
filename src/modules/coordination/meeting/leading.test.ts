import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Permission } from '#kernel/actor.ts'
import { anyIdentity } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import type { SmallRegion } from '#testing/small-region.ts'
import { mailMeetings } from './mailing.ts'
import { meetingOfNoord } from './testing.ts'

const { region: made, noord, as, anja, bea, sent, post, decide, table, follow } = meetingOfNoord()
let region: SmallRegion

beforeAll(() => {
  region = made()
})

describe('the letter of the morning', () => {
  test('goes to each team that meets, once, before it begins, with an address and nothing else', async () => {
    const count = async () =>
      (await region.asOwner<{ body: string }>("select body from platform.mail where subject like 'Het overleg%'")).map(
        ({ body }) => body,
      )
    const run = (at: Date) => mailMeetings(region.scope(region.system, at))
    expect(await run(new Date('2026-11-23T04:30:00Z'))).toBe(0)
    expect(await run(new Date('2026-11-23T05:30:00Z'))).toBe(4)
    expect(await run(new Date('2026-11-23T05:40:00Z'))).toBe(0)
    expect(await run(new Date('2026-11-22T05:30:00Z'))).toBe(0)
    expect((await count())[0]).toContain('/overleg/')
  })
})

describe('who is there', () => {
  test('by the rota, with who stands in and who is absent', async () => {
    const setting = { dagen: ['1'], tijd: '8.15', minuten: '20', video: 'https://beeld.example/noord' }
    const { members } = await read(region.scope(region.people.nurseAlfa), {
      members: build
        .selectFrom('people.practitioner_role as p')
        .innerJoin('people.practitioner as n', 'n.id', 'p.practitioner_id')
        .select(['p.id', 'n.name']),
    })
    const roleOf = (name: string) => members.find((one) => one.name === name)?.id ?? ''
    const { alfa, beta } = region.organizations
    const answer = await post(anja(), '/afspraken', {
      ...setting,
      [`komt-1-${alfa}`]: roleOf('Amir Alfa'),
      [`komt-1-${beta}`]: roleOf('Bea Beta'),
      // Somebody of another team, by hand: left out.
      [`vervangt-1-${beta}`]: roleOf('Gijs Gamma'),
    })
    expect(answer.status).toBe(303)
    await post(anja(), '/beginnen')
    const { seats, setting: kept } = await table()
    expect(kept).toMatchObject({ weekdays: [1], startsAt: '08:15', minutes: 20 })
    expect(
      seats.map(({ organizationName, present }) => [organizationName, present.map((one) => one.standsInFor)]),
    ).toEqual([
      ['Alfa Thuiszorg', ['Amir Alfa']],
      ['Bèta Zorg', []],
    ])
    expect(seats[1]).toMatchObject({ expected: 'Bea Beta', standIn: undefined })
    expect((await anja().get(noord())).text).toContain('afwezig: Bèta Zorg')
  })

  test('one ticks off the room, and only people of the team', async () => {
    await post(anja(), '/beginnen')
    const members = await region.asOwner<{ id: string; name: string }>(
      'select p.id, n.name from people.practitioner_role p join people.practitioner n on n.id = p.practitioner_id',
    )
    const ids = members.filter(({ name }) => ['Anja Alfa', 'Bea Beta', 'Gijs Gamma'].includes(name)).map(({ id }) => id)
    await anja().post(`${noord()}/aanwezig`, { aanwezig: ids })
    expect((await table()).attendance.map(({ name }) => name)).toEqual(['Anja Alfa', 'Bea Beta'])
  })
})

describe('leading', () => {
  test('who leads shows an item to all who follow; two may lead, who does not may not', async () => {
    const [one, other] = [await sent(), await sent()]
    await post(anja(), '/beginnen')
    expect((await post(bea(), `/zorgvraag/${one}/tonen`)).status).toBe(403)
    await post(bea(), '/leiden', { leid: 'ja' })
    await post(bea(), `/zorgvraag/${other}/tonen`)
    expect((await table()).meeting?.shownRequestId).toBe(other)
    await post(anja(), `/zorgvraag/${one}/tonen`)
    expect((await table(region.people.nurseBeta)).meeting?.shownRequestId).toBe(one)
  })

  test('everyone hears it: the outcome at once, rendered without identity', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await post(anja(), `/zorgvraag/${id}/tonen`)
    const page = await follow(region.people.nurseBeta)
    await decide(anja(), id, { partij: region.organizations.alfa })
    await page.until('Alfa Thuiszorg neemt de zorg')
    await post(anja(), '/aanwezig')
    await page.until('target="overleg-stand"')
    expect(page.heard()).not.toMatch(anyIdentity)
    await page.close()
  })

  /** What came with the item, and nothing that came before it. */
  const itemIn = (page: { heard(): string }) =>
    page
      .heard()
      .split('\n\n')
      .find((message) => nextItem.test(message))
  const nextItem = /target="stage-right"[\s\S]*<\/turbo-stream>/

  test('the next item comes by itself, with what each may decide; who saw whose card is in the log', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await decide(anja(), id, { partij: region.organizations.beta })
    const { nurseAlfa2, nurseBeta } = region.people
    // Of the same organisation and team; where only the organisation told audiences apart, hers would be the buttons of a nurse.
    const onlooker = {
      ...nurseBeta,
      userId: randomUUID(),
      name: 'Olga Beta',
      permissions: new Set<Permission>(['requests.list']),
    }
    const pages = await Promise.all([nurseAlfa2, nurseBeta, onlooker].map(follow))
    await post(anja(), `/zorgvraag/${id}/tonen`)
    await Promise.all(pages.map((page) => page.until(nextItem)))
    const [amir = '', bea = '', olga = ''] = pages.map(itemIn)
    expect(bea).toContain('Ja, wij nemen dit')
    expect(amir).not.toContain('Ja, wij nemen dit')
    expect(amir).toContain('Trek de toewijzing in')
    expect(olga).not.toMatch(/<button|Ja, wij nemen dit/)
    for (const heard of [amir, bea, olga]) {
      expect(heard).not.toMatch(anyIdentity)
      expect(heard).not.toMatch(/name="_csrf" value="[^"]/)
    }
    const told = await region.asOwner<{ name: string }>(
      `select distinct user_name as name from audit.event where care_request_id = $1 and event_type = 'request.card.read' order by 1`,
      [id],
    )
    expect(told.map(({ name }) => name)).toEqual(['Amir Alfa', 'Bea Beta', 'Olga Beta'])
    await Promise.all(pages.map((page) => page.close()))
  })

  test('whose row of the log cannot be written is shown nothing; the others are', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    const [amir, bea] = [await follow(region.people.nurseAlfa2), await follow(region.people.nurseBeta)]
    await region.asOwner(
      "alter table audit.event add constraint planted check (event_type <> 'request.card.read' or user_name <> 'Bea Beta') not valid",
    )
    await post(anja(), `/zorgvraag/${id}/tonen`)
    await amir.until(nextItem)
    await bea.ended
    await region.asOwner('alter table audit.event drop constraint planted')
    expect(bea.heard()).not.toContain('stage-right')
    await amir.close()
  })

  test('a stranger hears nothing', async () => {
    const answer = await as(region.people.nurseGamma).get(`/live${noord()}`)
    expect(answer.status).toBe(404)
  })
})
