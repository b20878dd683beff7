import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '#platform/database/connect.ts'
import { trips } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { LiveStreams } from '#platform/live/stream.ts'

/** Figures for Prometheus at /metrics, for this machine only: a proxy in front must not pass it on. No personal data. */
export function measure(app: FastifyInstance, { database, live }: { database: Database; live: LiveStreams }): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'wijkpoort_http_request_seconds',
    help: 'Time to answer, by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [register],
  })
  gauge(
    register,
    'wijkpoort_database_trips_total',
    'Round trips of reads, and begins and commits of commands',
    () => trips.count,
  )
  gauge(register, 'wijkpoort_live_streams', 'Open live pages', () => live.open)
  gauge(register, 'wijkpoort_database_connections', 'Connections of the pool', () => database.pool.totalCount)
  gauge(register, 'wijkpoort_database_waiting', 'Calls that wait for a connection', () => database.pool.waitingCount)

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    seconds.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { config: { who: 'everyone', noStore: true } }, async (request, reply) => {
    if (!isThisMachine(request.ip)) throw new NotFound()
    return reply.type(register.contentType).send(await register.metrics())
  })
}

function gauge(register: Registry, name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [register],
    collect() {
      this.set(value())
    },
  })
}

function isThisMachine(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}
