import type { LookupAddress, lookup } from 'node:dns'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from './reactions.ts'
import { setLights } from './setting.ts'
import { aTeam, aWish } from './testing.ts'
import { isPublicAddress, mayCallOwnNetwork, NotDelivered, postTo, refuseUrl } from './webhook-post.ts'
import { addWebhook, callWebhook, removeWebhook, signatureOf } from './webhooks.ts'

const monday = '2026-11-23'
const now = instantOf(monday, '07:30')

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

/** Stands in for the other system: remembers what it was sent and answers what it is told. */
const heard: { headers: IncomingHttpHeaders; body: string }[] = []
const answers: number[] = []
const other = createServer((request, response) => {
  let body = ''
  request.on('data', (piece) => {
    body += piece
  })
  request.on('end', () => {
    heard.push({ headers: request.headers, body })
    response.writeHead(answers.shift() ?? 204, { location: 'http://127.0.0.1:1/' }).end()
  })
})
beforeAll(() => new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready)))
afterAll(() => new Promise((closed) => other.close(closed)))
const address = () => `http://127.0.0.1:${(other.address() as AddressInfo).port}/lichten`

const add = (actor: Actor, url: string, ownNetwork = true) => addWebhook(region.scope(actor, now), { url, ownNetwork })
const jobs = () =>
  region.asOwner<{ payload: Record<string, unknown> }>(
    `select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
     where t.identifier = 'call-webhook' order by p.id`,
  )

describe('a webhook', () => {
  test('hears of a change with ids and days only, signed so that it can be checked', async () => {
    const made = await add(region.people.adminAlfa, address())
    if (!made.ok) throw new Error(made.refusal)
    const team = await aTeam(region)
    await setLights(region.scope(region.people.nurseAlfa, now), {
      key: newId(),
      channel: 'page',
      cells: [aWish(team, monday, { light: 'red', reason: 'other', reasonText: 'Anja is ziek' })],
    })
    const [job] = await jobs()
    const call = () =>
      callWebhook(region.scope(region.system, now), job?.payload ?? {}, (one) => postTo(one, { ownNetwork: true }))
    answers.push(500)
    await expect(call()).rejects.toThrow('answer-500')
    expect(await state()).toMatchObject({ last_error: 'answer-500', failures: 1, active: true })
    await call()
    expect(await state()).toMatchObject({ last_error: null, failures: 0 })
    const [first, second] = heard
    expect(JSON.parse(second?.body ?? '')).toEqual({
      type: 'light-changed',
      timestamp: now.toISOString(),
      data: {
        team,
        organization: region.organizations.alfa,
        days: [monday],
        lights: `http://127.0.0.1:3000/api/lights?team=${team}`,
      },
    })
    expect(second?.body).not.toContain('Anja')
    const secret = made.value.secret.replace('whsec_', '')
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = second?.headers ?? {}
    expect(signature).toBe(signatureOf(secret, String(id), String(at), second?.body ?? ''))
    expect(first?.headers['webhook-id']).toBe(id)
  })

  test('does not follow where it is led, and is switched off when nobody has been there for long', async () => {
    const [job] = await jobs()
    answers.push(302)
    const call = () =>
      callWebhook(region.scope(region.system, now), job?.payload ?? {}, (one) => postTo(one, { ownNetwork: true }))
    await expect(call()).rejects.toThrow('answer-302')
    await region.asOwner('update capacity.webhook set failures = 59')
    answers.push(410)
    await expect(call()).rejects.toThrow('answer-410')
    expect(await state()).toMatchObject({ active: false })
    const before = heard.length
    await call()
    expect(heard.length).toBe(before)
  })

  test('is kept by the administrator of the own organisation only', async () => {
    await expect(add(region.people.nurseAlfa, address())).rejects.toThrow('Dit hoort niet bij uw rol')
    const [hook] = await region.asOwner<{ id: string }>('select id from capacity.webhook')
    await removeWebhook(region.scope(region.people.adminBeta, now), { id: hook?.id ?? '' })
    expect(await region.asOwner('select id from capacity.webhook')).toHaveLength(1)
    await removeWebhook(region.scope(region.people.adminAlfa, now), { id: hook?.id ?? '' })
    expect(await region.asOwner('select id from capacity.webhook')).toHaveLength(0)
  })
})

const state = async () => (await region.asOwner('select last_error, failures, active from capacity.webhook'))[0]

describe('what this server does not call', () => {
  test.each([
    ['not-a-url', 'lichten'],
    ['not-a-url', 'ftp://voorbeeld.nl'],
    ['not-https', 'http://voorbeeld.nl/'],
    ['other-port', 'https://voorbeeld.nl:8443/'],
    ['with-password', 'https://a:b@voorbeeld.nl/'],
    ['not-public', 'https://localhost/'],
    ['not-public', 'https://database.internal/'],
    ['not-public', 'https://127.0.0.1/'],
    ['not-public', 'https://2130706433/'],
    ['not-public', 'https://0x7f.1/'],
    ['not-public', 'https://[::1]/'],
    ['not-public', 'https://[::ffff:10.0.0.1]/'],
    ['not-public', 'https://169.254.169.254/latest/meta-data'],
  ])('%s: %s', (why, url) => {
    expect(refuseUrl(url, { ownNetwork: false })).toBe(why)
  })

  test.each([
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    'fd00::1',
    'fe80::1',
    '::',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'geen',
  ])('%s is not public', (one) => {
    expect(isPublicAddress(one)).toBe(false)
  })

  test.each(['8.8.8.8', '145.97.0.1', '2a01:4f8::1', '2001:610::1'])('%s is public', (one) => {
    expect(isPublicAddress(one)).toBe(true)
  })

  test('a name that leads to the own network is refused when it is looked up', async () => {
    const said: LookupAddress[] = [
      { address: '145.97.0.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    const resolve = ((_name: string, _options: object, answer: (error: null, all: LookupAddress[]) => void) =>
      answer(null, said)) as typeof lookup
    const call = postTo({ url: 'https://voorbeeld.nl/', headers: {}, body: '' }, { ownNetwork: false, resolve })
    await expect(call).rejects.toEqual(new NotDelivered('not-public'))
  })

  test('its own network, unless it is a practice region that nobody reaches from elsewhere', () => {
    expect(mayCallOwnNetwork({ practice: true, installationUrl: 'http://127.0.0.1:3000' })).toBe(true)
    expect(mayCallOwnNetwork({ practice: true, installationUrl: 'https://oefenen.example.nl' })).toBe(false)
    expect(mayCallOwnNetwork({ practice: false, installationUrl: 'http://127.0.0.1:3000' })).toBe(false)
  })
})
