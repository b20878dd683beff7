import Fastify, { type FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { connect } from '../database/connect.ts'
import { record } from '../database/events.ts'
import { inTransaction } from '../database/transaction.ts'
import { LiveHub } from './hub.ts'
import { LiveStreams } from './stream.ts'

const log = pino({ level: 'silent' })
let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
})

/** One process: its own pool, hub and server; a page at /live?topic=…&audience=… */
async function aProcess(): Promise<{
  address: string
  live: LiveStreams
  rendered: () => number
  stop(): Promise<void>
}> {
  const { appLogin, owner } = region.database
  const database = await connect({ app: appLogin, owner }, 4)
  const hub = new LiveHub(database, log, 60_000)
  const live = new LiveStreams(hub)
  let renderings = 0
  const server: FastifyInstance = Fastify()
  server.addHook('onRequest', async (request) => {
    request.scope = region.scope(region.system)
  })
  server.get<{ Querystring: { topic: string } }>('/live', (request, reply) =>
    live.serve(request, reply, {
      topics: [request.query.topic],
      audience: request.query.topic,
      async render(event) {
        renderings += 1
        return `<turbo-stream>${event.subjectId}</turbo-stream>`
      },
      stillAllowed: async () => true,
    }),
  )
  await hub.start()
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const stop = async () => {
    live.closeAll()
    await server.close()
    await hub.stop()
    await database.close()
  }
  afterAll(stop)
  return { address, live, rendered: () => renderings, stop }
}

/** A viewer: reads until it saw as many changes as asked, and remembers the last place. */
async function watch(address: string, topic: string, lastId?: string) {
  const away = new AbortController()
  const response = await fetch(`${address}/live?topic=${topic}`, {
    headers: lastId ? { 'last-event-id': lastId } : {},
    signal: away.signal,
  })
  const reader = response.body!.getReader()
  let text = ''
  const until = async (seen: (text: string) => boolean) => {
    while (!seen(text)) {
      const { done, value } = await reader.read()
      if (done) break
      text += new TextDecoder().decode(value)
    }
    return text
  }
  await until((so) => so.includes('id: '))
  return {
    until,
    lastId: () => [...text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? '',
    leave: () => away.abort(),
  }
}

async function happen(topic: string, regionId = region.regionId): Promise<string> {
  const subjectId = crypto.randomUUID()
  await inTransaction(region.scope({ ...region.system, regionId }), (tx) =>
    record(tx, { kind: 'test', topics: [topic], subjectId }),
  )
  return subjectId
}

describe('live updates', () => {
  test('reach viewers of every process on the database, only of their own topics', async () => {
    const [one, two] = [await aProcess(), await aProcess()]
    const near = await watch(one.address, 'team:a')
    const far = await watch(two.address, 'team:a')
    const other = await watch(two.address, 'team:b')
    const forOthers = await happen('team:b')
    const forUs = await happen('team:a')
    expect(await near.until((text) => text.includes(forUs))).not.toContain(forOthers)
    expect(await far.until((text) => text.includes(forUs))).not.toContain(forOthers)
    expect(await other.until((text) => text.includes(forOthers))).not.toContain(forUs)
    await Promise.all([one.stop(), two.stop()])
  })

  test('reach viewers of their own region only, also those who were away', async () => {
    const process = await aProcess()
    const page = await watch(process.address, 'team:shared')
    const place = page.lastId()
    const elsewhere = await happen('team:shared', crypto.randomUUID())
    const here = await happen('team:shared')
    expect(await page.until((text) => text.includes(here))).not.toContain(elsewhere)
    page.leave()
    const again = await watch(process.address, 'team:shared', place)
    expect(await again.until((text) => text.includes(here))).not.toContain(elsewhere)
    again.leave()
  })

  test('come without another hint when a transaction that was open at the hint is over', async () => {
    const process = await aProcess()
    const page = await watch(process.address, 'team:late')
    const holder = await region.database.pool.connect()
    await holder.query('begin')
    await holder.query('select pg_current_xact_id()')
    const late = await happen('team:late')
    // The hint of this one finds the other still in the way; its own pause is a minute, and no other hint follows.
    await new Promise((resolve) => setTimeout(resolve, 200))
    await holder.query('commit')
    holder.release()
    expect(await page.until((text) => text.includes(late))).toContain(late)
    await process.stop()
  })

  test('are resumed after a lost connection, without a gap and without doubles', async () => {
    const process = await aProcess()
    const first = await watch(process.address, 'team:c')
    const seen = await happen('team:c')
    await first.until((text) => text.includes(seen))
    first.leave()
    const missed = [await happen('team:c'), await happen('team:c')]
    const again = await watch(process.address, 'team:c', first.lastId())
    const text = await again.until((so) => so.includes(missed[1]!))
    expect(text).toContain(missed[0])
    expect(text).not.toContain(seen)
    expect(text.split(missed[0]!).length).toBe(2)
    await process.stop()
  })

  test('start the page afresh for who was away too long', async () => {
    const process = await aProcess()
    const first = await watch(process.address, 'team:d')
    const place = first.lastId()
    first.leave()
    await inTransaction(region.scope(region.system), async (tx) => {
      for (let n = 0; n < 201; n += 1)
        await record(tx, { kind: 'test', topics: ['team:d'], subjectId: crypto.randomUUID() })
    })
    const again = await watch(process.address, 'team:d', place)
    expect(await again.until((text) => text.includes('refresh'))).toContain('<turbo-stream action="refresh">')
    await process.stop()
  })

  test('are rendered once for all viewers of one audience', async () => {
    const process = await aProcess()
    const viewers = await Promise.all(Array.from({ length: 10 }, () => watch(process.address, 'team:e')))
    const id = await happen('team:e')
    await Promise.all(viewers.map((viewer) => viewer.until((text) => text.includes(id))))
    expect(process.rendered()).toBe(1)
    await process.stop()
  })

  test('end when the server stops, so that it can', async () => {
    const process = await aProcess()
    const viewer = await watch(process.address, 'team:f')
    const ended = viewer.until(() => false)
    await process.stop()
    await ended
    expect(process.live.open).toBe(0)
  })
})
