import Fastify from 'fastify'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { answerErrors } from './errors.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
})

/** What the API answers when this goes wrong inside. */
async function answerTo(fault: () => Promise<unknown>): Promise<{ status: number; again: unknown }> {
  const app = Fastify()
  answerErrors(
    app,
    () => null,
    () => undefined,
  )
  app.get('/api/try', fault)
  const { statusCode, headers } = await app.inject('/api/try')
  return { status: statusCode, again: headers['retry-after'] }
}

test('no connection that came free in time is "try again soon", not a fault of ours', async () => {
  const held = new pg.Pool({ ...region.database.appLogin, max: 1 })
  const only = await held.connect()
  // Only who comes second has little time: the first may have to wait for a busy machine.
  held.options.connectionTimeoutMillis = 50
  expect(await answerTo(() => held.connect())).toEqual({ status: 503, again: '30' })
  only.release(true)
  await held.end()
})

test('a connection that breaks off in the middle is the same', async () => {
  const client = new pg.Client(region.database.appLogin)
  client.on('error', () => undefined)
  await client.connect()
  const asked = client.query('select pg_sleep(60)')
  const answer = answerTo(() => asked)
  const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection
  stream.destroy()
  expect(await answer).toEqual({ status: 503, again: '30' })
})

test('anything else is a fault', async () => {
  expect(await answerTo(() => Promise.reject(new Error('Connection to reality lost')))).toMatchObject({ status: 500 })
})
