import { Agent, get } from 'node:http'
import { startApp } from './support/app.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { become, Person } from './support/person.ts'
import { createRegion } from './support/region.ts'
import { aBody } from './support/request.ts'

/**
 * 1,000 open worklists of one team. A colleague takes a request; for each list: how long until the change has arrived. Taking
 * and all lists run on this machine, so the figure holds the cost of receiving a thousand copies as well.
 */
const lists = Number(process.env.LISTS ?? 1_000)
const decisions = Number(process.env.DECISIONS ?? 40)

const region = await createRegion(7_000)
const app = await startApp(region)
const watcher = await become(app.address, 'Samira El Haddaoui')
const taker = await become(app.address, 'Marit Hofstede')
const { token, streamPath } = await openList()
const agent = new Agent({ maxSockets: lists, keepAlive: true })
const seen = new Map<string, number[]>()
await Promise.all(Array.from({ length: lists }, () => watch()))

const times: number[] = []
const anyone = new Person(app.address)
for (let n = 0; n < decisions; n += 1) {
  await anyone.json('POST', '/api/care-requests', aBody('Meting'))
  const open = await taker.json<{ requests: { id: string }[] }>('GET', '/api/care-requests')
  const { id } = open.requests[0]!
  seen.set(id, [])
  const started = performance.now()
  await taker.json('POST', `/api/care-requests/${id}/take`, {})
  await until(() => seen.get(id)!.length >= lists)
  times.push(...seen.get(id)!.map((moment) => moment - started))
}
console.log(machineLine('npm run bench -- live'))
console.log(
  table(
    ['open lists', 'decisions', 'p50 ms', 'p95 ms', 'p99 ms'],
    [[lists, decisions, ms(percentile(times, 0.5)), ms(percentile(times, 0.95)), ms(percentile(times, 0.99))]],
  ),
)
agent.destroy()
await app.stop()
await region.stop()
process.exit(0)

async function openList(): Promise<{ token: string | undefined; streamPath: string }> {
  const page = await watcher.get('/zorgvragen')
  const found = /<turbo-stream-source src="([^"]+)"/.exec(page.body)?.[1]
  if (!found) throw new Error('The worklist opens no stream')
  return { token: watcher.token, streamPath: found.replaceAll('&amp;', '&') }
}

function watch(): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = get(
      new URL(streamPath, app.address),
      { agent, headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' } },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}`))
        response.setEncoding('utf8')
        const heard = new Set<string>()
        response.on('data', (text: string) => {
          const moment = performance.now()
          for (const [id, moments] of seen) {
            if (!heard.has(id) && text.includes(id)) {
              heard.add(id)
              moments.push(moment)
            }
          }
        })
        resolve()
      },
    )
    call.on('error', reject)
  })
}

async function until(reached: () => boolean): Promise<void> {
  const limit = performance.now() + 10_000
  while (!reached()) {
    if (performance.now() > limit) throw new Error('Not every list was told within ten seconds')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
