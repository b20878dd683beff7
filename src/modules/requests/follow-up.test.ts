import { beforeAll, describe, expect, test } from 'vitest'
import type { LinkActor, UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { trips } from '#platform/database/transaction.ts'
import { newPrivateKey } from '#platform/seal/seal.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { addAttachments, openAttachment } from './attachments.ts'
import { correctRequest } from './correcting.ts'
import {
  findFollowed,
  findFollowedInFull,
  findLinkActor,
  getFollowed,
  getFollowedInFull,
  linkScope,
  mostTries,
  proofHolds,
  proofOf,
  renewLink,
  verifyBirthDate,
} from './following.ts'
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

describe('following by the private link', () => {
  const link = async (sent: { number: string; key: string }) => {
    const actor = await findLinkActor(region.scope(region.anyone), sent.number, sent.key)
    if (!actor) throw new Error('The link does not open.')
    return actor
  }
  const as = (actor: LinkActor, at?: Date) => linkScope(region.scope(actor, at), actor)
  const verified = async (sent: { number: string; key: string }) => {
    const outcome = await verifyBirthDate(as(await link(sent)), '1941-03-27')
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return as(outcome.value)
  }

  test('shows where it stands, and without the second factor nothing of the client and no deed', async () => {
    const sent = await aSentRequest(region.scope(region.anyone))
    const actor = await link(sent)
    const followed = await getFollowed(as(actor))
    expect(followed).toMatchObject({ number: sent.number, state: 'submitted', holder: { name: 'Regioloket' } })
    expect(JSON.stringify(followed)).not.toContain('Meer')
    await expect(getFollowedInFull(as(actor), longAgo)).rejects.toThrow()
    await expect(withdrawRequest(as(actor), { requestId: sent.id, reason: 'arranged' })).rejects.toThrow()
    await expect(supplementRequest(as(actor), { requestId: sent.id, text: 'x' })).rejects.toThrow()
  })

  test('opens with the birth date: all that was asked, who looked, and withdrawing', async () => {
    const sent = await aSentRequest(region.scope(region.anyone))
    const scope = await verified(sent)
    const full = await getFollowedInFull(scope, longAgo)
    expect(full.identity.familyName).toBe('van der Meer')
    expect(full.looks.map(({ event }) => event)).toContain('request.verify')
    expect((await withdrawRequest(scope, { requestId: sent.id, reason: 'arranged' })).ok).toBe(true)
  })

  test('shows its page in one trip to the database, with one row in the log, and a wrong key nothing at all', async () => {
    const sent = await aSentRequest(region.scope(region.anyone))
    const other = await aSentRequest(region.scope(region.anyone))
    const anyone = region.scope(region.anyone)
    const before = trips.count
    const followed = await findFollowed(anyone, sent.number, sent.key)
    expect(trips.count - before).toBe(1)
    expect(followed).toMatchObject({ id: sent.id, number: sent.number })
    const full = await findFollowedInFull(anyone, sent.number, sent.key, proofOf(anyone, sent.key), longAgo)
    expect(trips.count - before).toBe(2)
    expect(full?.identity.familyName).toBe('van der Meer')
    expect(full?.looks.filter(({ event }) => event === 'request.follow')).toHaveLength(1)
    expect(await findFollowed(anyone, other.number, sent.key)).toBeUndefined()
    expect(await findFollowed(anyone, sent.number, `${sent.key.slice(1)}x`)).toBeUndefined()
    const proof = proofOf(anyone, sent.key)
    expect(await findFollowedInFull(anyone, other.number, sent.key, proof, longAgo)).toBeUndefined()
    await expect(findFollowedInFull(anyone, other.number, other.key, proof, longAgo)).rejects.toThrow()
    const logged = await region.asOwner(
      `select care_request_id, object_id from audit.event where event_type = 'request.follow' and care_request_id = any ($1)`,
      [[sent.id, other.id]],
    )
    expect(logged).toEqual([sent, sent].map(({ id }) => ({ care_request_id: id, object_id: id })))
  })

  test('of one request opens no other', async () => {
    const [one, other] = [
      await aSentRequest(region.scope(region.anyone)),
      await aSentRequest(region.scope(region.anyone)),
    ]
    const scope = await verified(one)
    await expect(withdrawRequest(scope, { requestId: other.id, reason: 'arranged' })).rejects.toThrow()
    expect(await findLinkActor(region.scope(region.anyone), other.number, one.key)).toBeUndefined()
  })

  test('gives five tries in a quarter of an hour, also to fifty at once, and then again', async () => {
    const sent = await aSentRequest(region.scope(region.anyone))
    const actor = await link(sent)
    const start = new Date('2026-11-23T09:00:00Z')
    const guesses = await Promise.all(Array.from({ length: 50 }, () => verifyBirthDate(as(actor, start), '1950-05-05')))
    const codes = guesses.map((guess) => (guess.ok ? 'in' : guess.refusal.code))
    expect(codes.filter((code) => code === 'wrong')).toHaveLength(mostTries)
    expect(codes.filter((code) => code === 'too-many')).toHaveLength(50 - mostTries)
    expect((await verifyBirthDate(as(actor, start), '1941-03-27')).ok).toBe(false)
    const later = new Date(start.getTime() + 15 * 60_000 + 1)
    expect((await verifyBirthDate(as(actor, later), '1941-03-27')).ok).toBe(true)
  })

  test('keeps its proof for half an hour and for its own link', async () => {
    const at = new Date('2026-11-23T09:00:00Z')
    const proof = proofOf(region.scope(region.anyone, at), 'a'.repeat(32))
    const holds = (minutes: number, key: string, given = proof) =>
      proofHolds(region.scope(region.anyone, new Date(at.getTime() + minutes * 60_000)), key, given)
    expect(holds(29, 'a'.repeat(32))).toBe(true)
    expect(holds(31, 'a'.repeat(32))).toBe(false)
    expect(holds(1, 'b'.repeat(32))).toBe(false)
    expect(holds(1, 'a'.repeat(32), `${proof}x`)).toBe(false)
    expect(proofHolds(region.scope(region.anyone), 'a'.repeat(32), undefined)).toBe(false)
  })

  test('ends when a new link is made, and sixty days after the request ended', async () => {
    const sent = await aSentRequest(region.scope(region.anyone))
    const key = await renewLink(await verified(sent), null)
    const anyone = region.scope(region.anyone)
    expect(await findLinkActor(anyone, sent.number, sent.key)).toBeUndefined()
    expect(await findLinkActor(anyone, sent.number, key)).toMatchObject({ requestId: sent.id })
    await region.asOwner(`update requests.care_request set ended_at = now() - interval '59 days' where id = $1`, [
      sent.id,
    ])
    expect(await findLinkActor(anyone, sent.number, key)).toBeDefined()
    await region.asOwner(`update requests.care_request set ended_at = now() - interval '61 days' where id = $1`, [
      sent.id,
    ])
    expect(await findLinkActor(anyone, sent.number, key)).toBeUndefined()
  })

  test('is not guessed: a hundred thousand tries at a number that exists', async () => {
    const sent = await aSentRequest(region.scope(region.anyone))
    const { seal } = region.scope(region.anyone)
    const hashes = Array.from({ length: 100_000 }, () => seal.hash('follow-link', newPrivateKey()))
    const count = (keys: Buffer[]) =>
      region.database.pool
        .query('select count(*) from unnest($2::bytea[]) k, lateral requests.request_of_link($1, k)', [
          sent.number,
          keys,
        ])
        .then(({ rows }) => Number(rows[0].count))
    expect(await count(hashes)).toBe(0)
    expect(await count([...hashes.slice(0, 10), seal.hash('follow-link', sent.key)])).toBe(1)
  })

  test('lets the requester correct within the neighbourhood, and the card holds no name', async () => {
    const sent = await aSentRequest(region.scope(region.anyone))
    const scope = await verified(sent)
    const right = {
      requestId: sent.id,
      phone: '+31687654321',
      email: null,
      requesterPhone: null,
      requesterEmail: null,
      contact: { name: 'Piet de Vries', phone: '+31612121212' },
      postcode: '6811CD',
      houseNumber: '14',
      question: 'Mevrouw van der Meer wil hulp bij het douchen.',
    }
    expect((await correctRequest(scope, right)).ok).toBe(true)
    expect(await correctRequest(scope, { ...right, postcode: '6841AA' })).toMatchObject({
      refusal: { code: 'other-neighbourhood' },
    })
    const full = await getFollowedInFull(scope, longAgo)
    expect(full.identity).toMatchObject({
      phone: '+31687654321',
      postcode: '6811CD',
      houseNumber: '14',
      question: right.question,
      contacts: [right.contact],
    })
    const [card] = await region.asOwner('select question, question_withheld from requests.care_request where id = $1', [
      sent.id,
    ])
    expect(card?.question).not.toContain('Meer')
    expect(card?.question_withheld).toBe(true)
    const before = full.history.length
    await correctRequest(scope, right)
    expect((await getFollowedInFull(scope, longAgo)).history).toHaveLength(before)
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
      expect(mail[0]?.body + mail[0]!.subject).not.toContain(secret)
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
