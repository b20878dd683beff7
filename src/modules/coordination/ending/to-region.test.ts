import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { tellRequester } from '#modules/requests/notices.ts'
import { aSentRequest, type Overrides } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { addSecondRegion, createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'
import { takeRequest } from '../taking/taking.ts'
import { reopenRequest } from './ending.ts'
import { passToRegion } from './to-region.ts'

/** A request of the first region goes over to the second, of which every name begins with Qzelders. */
let here: SmallRegion
let there: SmallRegion
let app: TestApp
beforeAll(async () => {
  here = await createSmallRegion()
  there = await addSecondRegion(here)
  reactions(here.events)
  app = await createTestApp(here)
  // Of one postcode the second region has never heard; the same organisation gives care in both.
  await here.asOwner(`delete from regions.postcode_area where pc4 = '6812' and region_id = $1`, [there.regionId])
  await here.asOwner(`update organizations.organization set agb_code = '41000001' where id = any ($1)`, [
    [here.organizations.alfa, there.organizations.alfa],
  ])
})

const monday = new Date('2026-11-23T08:00:00Z')
const nurse = () => here.scope(here.people.nurseAlfa, monday)
const sent = (overrides: Overrides = {}, by: UserActor | SmallRegion['anyone'] = here.anyone) =>
  aSentRequest(here.scope(by, monday), {
    ...overrides,
    identity: { familyName: 'Geheimstra', bsn: '999900006', email: 'johanna@example.nl', ...overrides.identity },
  })
const goOver = (requestId: string, more: Partial<Parameters<typeof passToRegion>[1]> = {}) =>
  passToRegion(nurse(), { requestId, regionId: there.regionId, consentBy: 'client', ...more })
const codeOf = (outcome: Awaited<ReturnType<typeof goOver>>) => (outcome.ok ? 'done' : outcome.refusal.code)

type Found = { id: string; state: string; team: string; act_by: Date | null; preferred: string | null; channel: string }
const findIn = async (region: SmallRegion, number: string) =>
  (
    await region.asOwner<Found>(
      `select id, state, coordinating_team_id as team, act_by, preferred_organization_id as preferred, channel
       from requests.care_request where number = $1 and region_id = $2`,
      [number, region.regionId],
    )
  )[0] as Found
const countThere = async () =>
  (
    await here.asOwner<{ n: number }>('select count(*)::int as n from requests.care_request where region_id = $1', [
      there.regionId,
    ])
  )[0]?.n

describe('a request that belongs in another region', () => {
  test('is a new one there with all that was asked, routed in the same transaction, and ends here', async () => {
    const file = {
      name: 'wond.txt',
      kind: 'other',
      contentType: 'text/plain',
      content: Buffer.from('Wond links'),
    } as const
    const { id, number } = await sent(
      {
        card: { source: 'hospital', channel: 'portal', preferredOrganizationId: here.organizations.alfa },
        attachments: [file],
      },
      here.people.transferNurse,
    )
    await here.asOwner(
      `insert into requests.supplement (id, request_id, region_id, at, by_kind, text)
       values (gen_random_uuid(), $1, $2, now(), 'link', 'De sleutel ligt bij de buren')`,
      [id, here.regionId],
    )
    const outcome = await goOver(id)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    expect(outcome.value.regionName).toBe('QzeldersRegio Testwijk')
    expect(outcome.value.number).not.toBe(number)
    const over = await findIn(there, outcome.value.number)
    expect(over).toMatchObject({ state: 'listed', team: there.teams.noord, preferred: there.organizations.alfa })
    expect(await findIn(here, number)).toMatchObject({ state: 'redirected', act_by: null })
    const [went] = await here.asOwner<Record<string, unknown>>(
      `select i.family_name, i.bsn_sealed is not null as bsn, i.region_id,
         (select convert_from(content, 'UTF8') from requests.attachment where request_id = i.request_id) as file,
         (select text from requests.supplement where request_id = i.request_id) as supplement,
         (select scope from requests.consent where request_id = i.request_id) as consent
       from requests.patient_identity i where i.request_id = $1`,
      [over.id],
    )
    expect(went).toEqual({
      family_name: 'Geheimstra',
      bsn: true,
      region_id: there.regionId,
      file: 'Wond links',
      supplement: 'De sleutel ligt bij de buren',
      consent: ['share-with-taker', 'other-region'],
    })
    const kept = await here.asOwner<{ scope: string[] }>(
      'select scope from requests.consent where request_id = $1 order by given_at, id',
      [id],
    )
    expect(kept.map(({ scope }) => scope)).toEqual([['share-with-taker'], ['other-region']])
  })

  test('tells who asked where it goes on, with a link that opens it there; and both regions tell by mail', async () => {
    const { id, number, key } = await sent()
    const outcome = await goOver(id)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const page = (await app.as().get(`/volg/${number}/${key}`)).text
    expect(page).toContain('Uw zorgvraag ligt nu bij QzeldersRegio Testwijk')
    const link = /href="http:\/\/elders\.localhost:3000(\/volg\/[^"]+)"/.exec(page)?.[1] ?? ''
    const followed = await app.as(undefined, there.hostname).get(link)
    expect(followed.text).toContain('Doorgestuurd door Regio Testwijk')
    expect(followed.text).toContain('QzeldersWijkteam Noord')
    const over = await findIn(there, outcome.value.number)
    await tellRequester(here.scope(here.system, monday), { requestId: id, code: 'passed-to-region' })
    await tellRequester(there.scope(there.system, monday), { requestId: over.id, code: 'submitted' })
    const mails = await here.asOwner<{ subject_id: string }>(
      'select subject_id from platform.mail where subject_id = any ($1)',
      [[id, over.id]],
    )
    expect(mails.map(({ subject_id: about }) => about).sort()).toEqual([id, over.id].sort())
  })

  test('leaves a row in the log of both, and neither log knows who works in the other', async () => {
    const { id } = await sent()
    const outcome = await goOver(id)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const over = await findIn(there, outcome.value.number)
    const rows = await here.asOwner<{
      region_id: string
      event_type: string
      user_name: string
      organization_name: string | null
    }>(
      `select region_id, event_type, user_name, organization_name from audit.event
       where care_request_id = any ($1) and event_type in ('request.pass-to-region', 'request.send', 'request.route') order by at, id`,
      [[id, over.id]],
    )
    const ofThere = rows.filter(({ region_id: region }) => region === there.regionId)
    expect(ofThere.map(({ event_type: event, user_name: by }) => [event, by])).toEqual([
      ['request.send', 'pass-to-region'],
      ['request.route', 'route-request'],
    ])
    expect(JSON.stringify(ofThere)).not.toContain('Alfa')
    expect(rows.find(({ event_type: event }) => event === 'request.pass-to-region')).toMatchObject({
      region_id: here.regionId,
      user_name: 'Anja Alfa',
    })
  })

  test('is handed over once, also when pressed twice at the same moment, and is not opened again here', async () => {
    const { id } = await sent()
    const before = await countThere()
    const [first, second] = await Promise.all([goOver(id), goOver(id)])
    expect(first).toEqual(second)
    expect(first.ok).toBe(true)
    expect(await countThere()).toBe((before ?? 0) + 1)
    expect(await reopenRequest(nurse(), { requestId: id })).toEqual({
      ok: false,
      refusal: { code: 'in-other-region' },
    })
    const page = await app.as(here.people.nurseAlfa).get(`/zorgvragen/${id}`)
    expect(page.text).not.toContain('Heropenen')
  })

  test('stays where it is when the other region does not accept it: nothing is written, here or there', async () => {
    const { id, number } = await sent({ identity: { postcode: '6812AB' } })
    const before = await countThere()
    expect(codeOf(await goOver(id))).toBe('outside-region')
    expect((await findIn(here, number)).state).toBe('listed')
    expect(await countThere()).toBe(before)
    const kept = await here.asOwner('select id from requests.consent where request_id = $1', [id])
    expect(kept).toHaveLength(1)
    // Where the client lives from now on is known there.
    expect(codeOf(await goOver(id, { address: { postcode: '6811AB', houseNumber: '7' } }))).toBe('done')
  })

  test('is both or neither: a fault after sending takes the new request back with it', async () => {
    const { id, number } = await sent()
    const before = await countThere()
    await here.asOwner(`alter table requests.passed_on add constraint planted check (to_number = '') not valid`)
    await expect(goOver(id)).rejects.toThrow('planted')
    await here.asOwner('alter table requests.passed_on drop constraint planted')
    expect([await countThere(), (await findIn(here, number)).state]).toEqual([before, 'listed'])
    expect(codeOf(await goOver(id))).toBe('done')
  })

  test('is for who holds it, to a region that is another and is there', async () => {
    const { id } = await sent()
    const by = (actor: UserActor) =>
      passToRegion(here.scope(actor, monday), { requestId: id, regionId: there.regionId, consentBy: 'client' }).then(
        codeOf,
        (fault: Error) => fault.name,
      )
    expect(await by(here.people.manager)).toBe('watching-only')
    expect(await by(here.people.nurseGamma)).toBe('NotFound')
    expect(await by(there.people.nurseAlfa)).toBe('NotFound')
    expect(codeOf(await goOver(id, { regionId: here.regionId }))).toBe('region-unknown')
    await takeRequest(nurse(), { requestId: id })
    expect(codeOf(await goOver(id))).toBe('already-taken')
  })

  test('comes in as professionals send it where its own way in is closed there; without that way it stays', async () => {
    const open = (channels: string[]) =>
      here.asOwner(
        `update regions.region set way_of_working = jsonb_set(way_of_working, '{channels}', $2::jsonb) where id = $1`,
        [there.regionId, JSON.stringify(channels)],
      )
    const { id } = await sent()
    await open(['phone'])
    forgetRegion(here.database)
    expect(codeOf(await goOver(id))).toBe('channel-closed')
    await open(['phone', 'portal'])
    forgetRegion(here.database)
    const outcome = await goOver(id)
    expect(outcome.ok && (await findIn(there, outcome.value.number)).channel).toBe('portal')
    await open(['website', 'phone', 'portal', 'api'])
    forgetRegion(here.database)
  })

  test('of a referrer names them with an address to be told at, and shows the way on their own page', async () => {
    const { id } = await sent({ card: { source: 'hospital', channel: 'portal' } }, here.people.transferNurse)
    const outcome = await goOver(id)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const over = await findIn(there, outcome.value.number)
    const [who] = await here.asOwner<{ requester: object; organization: string | null }>(
      `select requester, requester_organization_id as organization from requests.patient_identity where request_id = $1`,
      [over.id],
    )
    expect(who).toMatchObject({
      organization: null,
      requester: { name: 'Tess Transfer, Ziekenhuis Testwijk', email: expect.stringContaining('@example.nl') },
    })
    const page = await app.as(here.people.transferNurse).get(`/verwijzingen/${id}`)
    expect(page.text).toContain('href="http://elders.localhost:3000/volg/')
  })
})

describe('a referrer who is known in the other region too', () => {
  const refer = () => sent({ card: { source: 'hospital', channel: 'portal' } }, here.people.transferNurse)
  const known = (mine: string | null, theirs: string | null) =>
    Promise.all([
      here.asOwner('update organizations.organization set ura = $2 where id = $1', [here.organizations.hospital, mine]),
      here.asOwner('update organizations.organization set ura = $2 where id = $1', [
        there.organizations.hospital,
        theirs,
      ]),
    ])
  const goesOver = async () => {
    const { id } = await refer()
    const outcome = await goOver(id)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const [row] = await here.asOwner<{ id: string; organization: string | null; user: string | null }>(
      `select r.id, r.requester_organization_id as organization, r.requester_user_id as user
       from requests.care_request r where r.number = $1 and r.region_id = $2`,
      [outcome.value.number, there.regionId],
    )
    return { here: id, there: row! }
  }
  const readBy = async (actor: UserActor, id: string) =>
    (await app.as(actor, there.hostname).get(`/verwijzingen/${id}`)).status

  test('has it on the own list there by the number of the register, and is told so here', async () => {
    await known('99990001', '99990001')
    const over = await goesOver()
    expect(over.there).toMatchObject({ organization: there.organizations.hospital, user: null })
    expect(await readBy(there.people.transferNurse, over.there.id)).toBe(200)
    expect(await readBy(there.people.gp, over.there.id)).toBe(404)
    const list = await app.as(there.people.transferNurse, there.hostname).get('/verwijzingen')
    expect(list.text).toContain(`/verwijzingen/${over.there.id}`)
    const own = await app.as(here.people.transferNurse).get(`/verwijzingen/${over.here}`)
    expect(own.text).toContain('Daar staat hij ook bij uw eigen verwijzingen')
    expect((await app.as(here.people.transferNurse).get(`/verwijzingen/${over.there.id}`)).status).toBe(404)
  })

  test('is the same person there by the address with which they sign in', async () => {
    await known(null, null)
    await here.asOwner(`update people.user_account set email = 'tess@ziekenhuis.example' where id = any ($1)`, [
      [here.people.transferNurse.userId, there.people.transferNurse.userId],
    ])
    const over = await goesOver()
    expect(over.there).toMatchObject({
      organization: there.organizations.hospital,
      user: there.people.transferNurse.userId,
    })
    await here.asOwner(`update people.user_account set email = 'anders@ziekenhuis.example' where id = $1`, [
      there.people.transferNurse.userId,
    ])
  })

  test('is not whoever bears the same name under another number, or under none', async () => {
    await here.asOwner('update organizations.organization set name = $2 where id = $1', [
      there.organizations.hospital,
      'Ziekenhuis Testwijk',
    ])
    for (const [mine, theirs] of [
      ['99990001', '99990002'],
      ['99990001', null],
      [null, null],
    ] as const) {
      await known(mine, theirs)
      const over = await goesOver()
      expect(over.there).toMatchObject({ organization: null, user: null })
      expect(await readBy(there.people.transferNurse, over.there.id)).toBe(404)
    }
    // The same number, so that what is looked for is seen when it is there.
    await known('99990001', '99990001')
    const { there: planted } = await goesOver()
    expect(await readBy(there.people.transferNurse, planted.id)).toBe(200)
    await known(null, null)
  })
})

describe('the page', () => {
  test('asks which region, who says yes, and what the address is there', async () => {
    const { id } = await sent({ identity: { postcode: '6812AB' } })
    const browser = app.as(here.people.nurseAlfa)
    const path = `/zorgvragen/${id}/naar-andere-regio`
    expect((await browser.get(`/zorgvragen/${id}`)).text).toContain('Overdragen aan een andere regio')
    expect((await browser.post(`/zorgvragen/${id}/doorverwijzen`, { reden: 'other-region' })).location).toBe(path)
    const form = (await browser.get(path)).text
    expect(form).toContain('Nu is de postcode 6812')
    expect(form).not.toContain('checked')
    const empty = await browser.post(path, {})
    expect([
      empty.status,
      empty.text.includes('Kies een regio'),
      empty.text.includes('Kies wie het goed vindt'),
    ]).toEqual([422, true, true])
    const outside = await browser.post(path, { regio: there.regionId, akkoord: 'client' })
    expect([outside.status, outside.text.includes('Die regio kent deze postcode niet')]).toEqual([422, true])
    const moved = { regio: there.regionId, akkoord: 'informal-carer', postcode: '6841 ab', huisnummer: '3' }
    expect(await browser.post(path, moved)).toMatchObject({ status: 303, location: `/zorgvragen/${id}` })
    expect((await browser.get(`/zorgvragen/${id}`)).text).toContain('QzeldersRegio Testwijk, daar nummer')
    // A region that does not run here can only be named, where the region has that reason.
    expect(form).not.toContain('Een regio die hier niet bij staat')
    await here.asOwner(
      `insert into regions.reason values ($1, 'redirection', 'other-region', 'Een andere regio', false, 9)`,
      [here.regionId],
    )
    forgetRegion(here.database)
    const { id: far, number: farNumber } = await sent()
    expect((await browser.get(`/zorgvragen/${far}/naar-andere-regio`)).text).toContain(
      'Een regio die hier niet bij staat',
    )
    expect((await browser.post(`/zorgvragen/${far}/naar-andere-regio`, { regio: 'elders' })).status).toBe(303)
    expect(await findIn(here, farNumber)).toMatchObject({ state: 'redirected' })
    expect(await here.asOwner('select from requests.passed_on where request_id = $1', [far])).toEqual([])
    // Both knew the postcode: then that region is suggested.
    const { id: both } = await sent()
    expect((await browser.get(`/zorgvragen/${both}/naar-andere-regio`)).text).toMatch(
      /checked=""[^>]*value="[^"]*"|value="[^"]*"[^>]*checked=""/,
    )
  })
})

test('a program hands it over too, by the slug of the region', async () => {
  const { id } = await sent()
  const program = app.as(here.people.nurseAlfa)
  const at = `/api/care-requests/${id}/pass-to-region`
  expect((await program.api('POST', at, { region: 'nergens', consentBy: 'client' })).status).toBe(422)
  const answer = await program.api('POST', at, { region: 'elders', consentBy: 'client' })
  expect(answer.status).toBe(200)
  expect(answer.json<{ number: string }>().number).toMatch(/^[0-9A-Z]{8}$/)
})

test('nothing of the first region can be read in the second but what was asked, nor the reverse', async () => {
  const { id } = await sent({ card: { preferredOrganizationId: here.organizations.beta } })
  const outcome = await goOver(id)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const over = await findIn(there, outcome.value.number)
  expect((await app.as(there.people.nurseAlfa, there.hostname).get(`/zorgvragen/${id}`)).status).toBe(404)
  expect((await app.as(here.people.nurseAlfa).get(`/zorgvragen/${over.id}`)).status).toBe(404)
  const page = (await app.as(there.people.nurseAlfa, there.hostname).get(`/zorgvragen/${over.id}`)).text
  // Where it came from and whom the client hoped for; no team, no nurse, no history of the first region.
  expect(page).toContain('Regio Testwijk, daar nummer')
  expect(page).toContain('Voorkeur daar: Bèta Zorg')
  expect(page).not.toMatch(/(?<!Qzelders)(Wijkteam Noord|Alfa Thuiszorg|Anja)/)
  const own = (await app.as(here.people.nurseAlfa).get(`/zorgvragen/${id}`)).text
  expect(own).not.toMatch(/Qzelders(?!Regio Testwijk)/)
})
