import { beforeAll, describe, expect, test } from 'vitest'
import type { LinkActor } from '#kernel/actor.ts'
import { trips } from '#platform/database/transaction.ts'
import { newPrivateKey } from '#platform/seal/seal.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
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
import { reactions } from './reactions.ts'
import { supplementRequest } from './supplementing.ts'
import { aSentRequest } from './testing.ts'
import { withdrawRequest } from './withdrawing.ts'

let region: SmallRegion
const longAgo = new Date(0)
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
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
    const asked = 'select count(*) from unnest($2::bytea[]) k, lateral requests.request_of_link($1, k)'
    const count = async (keys: Buffer[]) => {
      let opened = 0
      // Ten thousand at a time: the pool gives no statement longer than a quarter of a minute, also on a busy machine.
      for (let from = 0; from < keys.length; from += 10_000) {
        const { rows } = await region.database.pool.query(asked, [sent.number, keys.slice(from, from + 10_000)])
        opened += Number(rows[0].count)
      }
      return opened
    }
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
