import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { addAttachments, openAttachment } from './attachments.ts'
import { tellRequester } from './notices.ts'
import { reactions } from './reactions.ts'
import { getReferral, listReferrals, searchReferrals } from './referrals.ts'
import { findOpenRequest, referPatient } from './referring.ts'
import { changeDate, supplementRequest } from './supplementing.ts'
import { aNewRequest, aSentRequest } from './testing.ts'
import { withdrawRequest } from './withdrawing.ts'

let region: SmallRegion
let transferNurse: UserActor
let gp: UserActor
const longAgo = new Date(0)

beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
  ;({ transferNurse, gp } = region.people)
})

const aReferral = (familyName = 'van der Meer', at?: Date) =>
  aSentRequest(region.scope(transferNurse, at), {
    card: { source: 'hospital', channel: 'portal' },
    identity: { familyName, bsn: '999900006', requester: { name: 'Tess Transfer', phone: '+31260000003' } },
    attachments: [
      { name: 'brief.txt', kind: 'discharge-letter', contentType: 'text/plain', content: Buffer.from('ontslag') },
    ],
  })
const jobsOf = (requestId: string) =>
  region.asOwner<{ code: string; payload: Record<string, unknown> }>(
    `select payload ->> 'code' as code, payload from graphile_worker._private_jobs where payload ->> 'requestId' = $1 order by id`,
    [requestId],
  )

describe('one’s own referrals', () => {
  test('are seen by the whole transfer desk, and by no other practice: list, search, page, file', async () => {
    const { id, number } = await aReferral('Zonnebloem')
    const own = region.scope(transferNurse)
    const all = { group: 'all', period: 'all', page: 1 } as const
    expect((await listReferrals(own, all)).rows.map((row) => row.id)).toContain(id)
    expect((await searchReferrals(own, 'zonne')).map((row) => row.id)).toEqual([id])
    expect((await searchReferrals(own, number)).map((row) => row.id)).toEqual([id])
    expect(await searchReferrals(own, '%')).toEqual([])
    const referral = await getReferral(own, id, longAgo)
    expect(referral.identity).toMatchObject({ familyName: 'Zonnebloem', bsnEnd: '006' })
    const file = { requestId: id, attachmentId: referral.attachments[0]!.id }
    expect((await openAttachment(own, file)).content.toString()).toBe('ontslag')

    for (const other of [gp, region.people.nurseAlfa, region.people.manager, region.people.privacyOfficer]) {
      const scope = region.scope(other)
      await expect(openAttachment(scope, file)).rejects.toThrow()
      await expect(getReferral(scope, id, longAgo)).rejects.toThrow()
      await expect(withdrawRequest(scope, { requestId: id, reason: 'arranged' })).rejects.toThrow()
    }
    expect((await listReferrals(region.scope(gp), all)).rows).toEqual([])
    expect(await searchReferrals(region.scope(gp), 'zonne')).toEqual([])
    expect(await searchReferrals(region.scope(gp), number)).toEqual([])
  })

  test('would be seen by another practice if row-level security and the query let go: the test above can fail', async () => {
    const { id } = await aReferral('Geplant')
    await region.asOwner('update requests.care_request set requester_organization_id = $2 where id = $1', [
      id,
      gp.organizationId,
    ])
    await region.asOwner('update requests.patient_identity set requester_organization_id = $2 where request_id = $1', [
      id,
      gp.organizationId,
    ])
    expect((await searchReferrals(region.scope(gp), 'geplant')).map((row) => row.id)).toEqual([id])
  })

  test('every read is in the log, and what was not there is not', async () => {
    const { id } = await aReferral()
    await getReferral(region.scope(transferNurse), id, longAgo)
    await getReferral(region.scope(gp), id, longAgo).catch(() => undefined)
    const rows = await region.asOwner(
      `select user_id from audit.event where care_request_id = $1 and event_type = 'referral.read'`,
      [id],
    )
    expect(rows).toEqual([{ user_id: transferNurse.userId }])
  })
})

describe('looking for an open request before filling the form', () => {
  test('finds it by BSN and by who it is, and tells who holds it and nothing else', async () => {
    const person = { birthDate: '1950-01-02', postcode: '6812CD', houseNumber: '7', familyName: 'Bakker' }
    await aSentRequest(region.scope(transferNurse), { identity: { ...person, bsn: '999900018' } })
    const byBsn = await findOpenRequest(region.scope(gp), { bsn: '999900018' })
    const byPerson = await findOpenRequest(region.scope(gp), { person: { ...person, familyName: 'BAKKER' } })
    expect(byBsn).toMatchObject({ number: null, own: false, holderName: 'Regioloket' })
    expect(byPerson).toEqual(byBsn)
    expect(Object.keys(byBsn ?? {})).toEqual(['number', 'submittedAt', 'state', 'holderName', 'holderPhone', 'own'])
    expect(await findOpenRequest(region.scope(transferNurse), { bsn: '999900018' })).toMatchObject({ own: true })
    expect(await findOpenRequest(region.scope(gp), { bsn: '999900043' })).toBeUndefined()
    expect(await findOpenRequest(region.scope(gp), {})).toBeUndefined()
    await expect(findOpenRequest(region.scope(region.people.nurseAlfa), { bsn: '999900018' })).rejects.toThrow()
    await expect(findOpenRequest(region.scope(region.anyone), { bsn: '999900018' })).rejects.toThrow()
  })

  test('is in the log as a search, with the names of the fields and without what was typed', async () => {
    await findOpenRequest(region.scope(gp), { bsn: '999900055' })
    const rows = await region.asOwner(
      `select action, fields from audit.event where event_type = 'request.search' and user_id = $1 order by id desc limit 1`,
      [gp.userId],
    )
    expect(rows).toEqual([{ action: 'E', fields: ['bsn'] }])
  })
})

describe('after sending', () => {
  test('a supplement, a new date and files reach the holder’s list and the history', async () => {
    const { id } = await aReferral()
    const scope = region.scope(transferNurse)
    expect((await supplementRequest(scope, { requestId: id, text: 'Mevrouw Jansen belt nog.' })).ok).toBe(true)
    expect(
      (
        await changeDate(scope, {
          requestId: id,
          startOn: '2026-12-01',
          dischargeOn: '2026-12-01',
          certainty: 'certain',
        })
      ).ok,
    ).toBe(true)
    const file = { name: 'plan.txt', kind: 'wound-plan', contentType: 'text/plain', content: Buffer.from('x') } as const
    expect((await addAttachments(scope, { requestId: id, attachments: [file] })).ok).toBe(true)
    const referral = await getReferral(scope, id, longAgo)
    expect(referral.history.map(({ code }) => code)).toEqual([
      'submitted',
      'supplemented',
      'date-changed',
      'supplemented',
    ])
    expect(referral).toMatchObject({ startOn: '2026-12-01', dischargeOn: '2026-12-01' })
    expect(referral.supplements).toMatchObject([
      { text: 'Mevrouw Jansen belt nog.', byName: 'Tess Transfer, Ziekenhuis Testwijk' },
    ])
    expect(JSON.stringify(referral.history)).not.toContain('Jansen')
    const topics = await region.asOwner<{ topic: string }>(
      'select distinct topic from platform.outbox where subject_id = $1',
      [id],
    )
    expect(topics.map(({ topic }) => topic)).toContain(`team:${region.teams.desk}`)
    expect((await jobsOf(id)).map(({ code }) => code)).toEqual([
      'submitted',
      'supplemented',
      'date-changed',
      'supplemented',
    ])
  })

  test('the eleventh file is refused', async () => {
    const { id } = await aReferral()
    const files = Array.from(
      { length: 10 },
      (_, index) =>
        ({ name: `${index}.txt`, kind: 'other', contentType: 'text/plain', content: Buffer.from('x') }) as const,
    )
    expect(await addAttachments(region.scope(transferNurse), { requestId: id, attachments: files })).toMatchObject({
      refusal: { code: 'too-many' },
    })
  })

  test('withdrawing a taken request closes the identity and tells coordination in the same transaction', async () => {
    const { id } = await aReferral()
    await region.asOwner(
      `update requests.care_request set state = 'assigned', coordinating_team_id = $2, holder_coordinating_team_id = null,
      holder_organization_id = $3, taker_organization_id = $3 where id = $1`,
      [id, region.teams.noord, region.organizations.alfa],
    )
    await region.asOwner('update requests.patient_identity set open_to = array[$2::uuid] where request_id = $1', [
      id,
      region.organizations.alfa,
    ])
    const heard: unknown[] = []
    region.events.on('request-withdrawn', async (_tx, event) => void heard.push([event.subjectId, event.payload]))
    expect(await withdrawRequest(region.scope(transferNurse), { requestId: id, reason: 'nonsense' })).toMatchObject({
      refusal: { code: 'reason-unknown' },
    })
    expect(await withdrawRequest(region.scope(transferNurse), { requestId: id, reason: 'other' })).toMatchObject({
      refusal: { code: 'text-missing' },
    })
    expect((await withdrawRequest(region.scope(transferNurse), { requestId: id, reason: 'admitted' })).ok).toBe(true)
    expect(heard).toEqual([[id, { takerOrganizationId: region.organizations.alfa }]])
    const [row] = await region.asOwner(
      'select state, withdrawal_reason, open_to, ended_at from requests.care_request r join requests.patient_identity i on i.request_id = r.id where id = $1',
      [id],
    )
    expect(row).toMatchObject({ state: 'withdrawn', withdrawal_reason: 'admitted', open_to: [] })
    expect(row?.ended_at).toBeInstanceOf(Date)
    expect(await withdrawRequest(region.scope(transferNurse), { requestId: id, reason: 'admitted' })).toMatchObject({
      refusal: { code: 'not-open', state: 'withdrawn' },
    })
    expect(await supplementRequest(region.scope(transferNurse), { requestId: id, text: 'te laat' })).toMatchObject({
      refusal: { code: 'not-open' },
    })
  })
})

describe('telling the requester', () => {
  const mailAbout = (id: string) =>
    region.asOwner<{ to_address: string; subject: string; body: string }>(
      'select to_address, subject, body from platform.mail where subject_id = $1 order by created_at, id',
      [id],
    )
  const job = () => (payload: Record<string, unknown>) => tellRequester(region.scope(region.system), payload)

  test('goes by mail with a link and nothing personal, once per step however often the job runs', async () => {
    const sent = await aSentRequest(region.scope(region.anyone), {
      identity: { requester: { name: 'Piet Meer', email: 'piet@example.nl' } },
    })
    const payload = { requestId: sent.id, code: 'taken', notice: newId() }
    for (let run = 0; run < 3; run += 1) await job()(payload)
    const mail = await mailAbout(sent.id)
    expect(mail).toHaveLength(1)
    expect(mail[0]).toMatchObject({ to_address: 'piet@example.nl' })
    expect(mail[0]?.body).toContain(`/volg/${sent.number}/${sent.key}`)
    for (const secret of ['Meer', 'Johanna', 'Piet', '1941', '6811', 'wassen', '0612'])
      expect(mail[0]?.body.replace(/https?:\S+/g, '') + mail[0]!.subject).not.toContain(secret)
  })

  test('goes to a professional with the address of the referral, and to their organisation when they left', async () => {
    const { id } = await aReferral()
    await job()({ requestId: id, code: 'submitted' })
    await region.asOwner('update people.user_account set active = false where id = $1', [transferNurse.userId])
    await job()({ requestId: id, code: 'taken' })
    await region.asOwner('update people.user_account set active = true where id = $1', [transferNurse.userId])
    const mail = await mailAbout(id)
    expect(mail.map(({ to_address }) => to_address)).toEqual([
      `${transferNurse.userId}@example.nl`,
      'hospital@example.nl',
    ])
    expect(mail[0]?.body).toContain(`/verwijzingen/${id}`)
  })

  test('is quiet when there is no address, and when the request is not there', async () => {
    const sent = await aSentRequest(region.scope(region.anyone))
    await job()({ requestId: sent.id, code: 'submitted' })
    await job()({ requestId: newId(), code: 'submitted' })
    expect(await mailAbout(sent.id)).toEqual([])
  })
})

test('referring is for referrers', async () => {
  await expect(referPatient(region.scope(region.people.nurseAlfa), aNewRequest())).rejects.toThrow()
  await expect(referPatient(region.scope(region.anyone), aNewRequest())).rejects.toThrow()
  expect((await referPatient(region.scope(gp), aNewRequest({ card: { source: 'gp' } }))).ok).toBe(true)
})
