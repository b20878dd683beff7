import pg from 'pg'
import { type BenchApp, startApp } from './support/app.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { become, Person, type Reply } from './support/person.ts'
import { type BenchRegion, createRegion } from './support/region.ts'
import { aBody } from './support/request.ts'

/**
 * Worklist, request page, meeting, check of the log, follow page and form post on regions of 10 thousand, 100 thousand and 1 million requests. The
 * regions take turns, batch by batch, so that a slow minute of the machine counts for all; the smallest is the baseline.
 */
const sizes = (process.env.SIZES ?? '10000,100000,1000000').split(',').map(Number)
const batches = Number(process.env.BATCHES ?? 20)
const perBatch = Number(process.env.PER_BATCH ?? 50)
const only = process.env.PAGES?.split(',')

type Page = { name: string; ask: () => Promise<Reply>; reads: boolean }
type Told = { agenda: { request: { id: string; state: string } }[] }
type Site = {
  size: number
  region: BenchRegion
  app: BenchApp
  pages: Page[]
  metrics: () => Promise<Map<string, number>>
}

async function openSite(size: number): Promise<Site> {
  const region = await createRegion(size)
  const app = await startApp(region)
  const nurse = await become(app.address, 'Marit Hofstede')
  const officer = await become(app.address, 'Olav Kettenis')
  const anyone = new Person(app.address)
  const list = await nurse.get('/zorgvragen')
  const request = /\/zorgvragen\/[0-9a-f-]{36}/.exec(list.body)?.[0]
  if (!request) throw new Error('The worklist shows no request')
  const meeting = (await nurse.get('/overleg')).location ?? ''
  const told = await nurse.json<Told>('GET', `/api/meetings/${meeting.split('/').at(-1)}`)
  const spoken = told.agenda.find(({ request: { state } }) => state === 'listed')?.request.id
  if (!spoken) throw new Error('Nothing on the agenda waits to be taken')
  const sent = await anyone.json<{ followUrl: string }>('POST', '/api/care-requests', aBody('Meting'))
  const follow = new URL(sent.followUrl).pathname
  const pages: Page[] = [
    { name: 'worklist', ask: () => nurse.get('/zorgvragen'), reads: true },
    { name: 'request page', ask: () => nurse.get(request), reads: true },
    { name: 'meeting', ask: () => nurse.get(`${meeting}/zorgvraag/${spoken}`), reads: true },
    { name: 'check of the log', ask: () => officer.get('/inzage-log/keten'), reads: true },
    { name: 'follow page', ask: () => anyone.get(follow), reads: true },
    // To another team than the nurse's: hundreds of new ones would make her list another list in the next run on a kept region.
    {
      name: 'form post',
      ask: () => anyone.send('POST', '/api/care-requests', aBody('Meting', '6901AB')),
      reads: false,
    },
  ]
  return { size, region, app, pages, metrics: () => readMetrics(anyone) }
}

async function readMetrics(person: Person): Promise<Map<string, number>> {
  const { body } = await person.get('/metrics')
  return new Map(
    body
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )
}

/**
 * Waits until the jobs of the first minute have had their turn. A region that was just loaded has millions of rows of its log to
 * seal, which no region that lives has at once; an hour later nobody would measure it.
 */
async function caughtUp({ region: { owner } }: Site): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  const question = `select coalesce((select max(event_id) from audit.seal), 0)
    >= coalesce((select max(id) from audit.event where at < now() - interval '2 minutes'), 0) as sealed`
  for (;;) {
    const { rows } = await client.query<{ sealed: boolean }>(question)
    if (rows[0]?.sealed) break
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  await client.query('vacuum (analyze)')
  await client.end()
}

const sites: Site[] = []
for (const size of sizes) sites.push(await openSite(size))
for (const site of sites) await caughtUp(site)
const rows: (string | number)[][] = []
for (const [index, { name, reads }] of sites[0]!.pages.entries()) {
  if (only && !only.includes(name)) continue
  const measured = sites.map(() => ({ times: [] as number[], cpu: 0, trips: 0, statements: 0, memory: 0 }))
  for (const site of sites) for (let n = 0; n < 30; n += 1) await site.pages[index]!.ask()
  for (let batch = 0; batch < batches; batch += 1) {
    for (const [place, site] of sites.entries()) {
      const figures = measured[place]!
      const before = await site.metrics()
      for (let n = 0; n < perBatch; n += 1) {
        const reply = await site.pages[index]!.ask()
        if (reply.status >= 400) throw new Error(`${name} answered ${reply.status}: ${reply.body.slice(0, 200)}`)
        figures.times.push(reply.ms)
      }
      const after = await site.metrics()
      const grown = (metric: string) => (after.get(metric) ?? 0) - (before.get(metric) ?? 0)
      figures.cpu += grown('process_cpu_seconds_total')
      figures.trips += grown('wijkpoort_database_trips_total')
      figures.memory = after.get('process_resident_memory_bytes') ?? 0
    }
  }
  const base = percentile(measured[0]!.times, 0.99)
  for (const [place, site] of sites.entries()) {
    const { times, cpu, trips, memory } = measured[place]!
    const p99 = percentile(times, 0.99)
    rows.push([
      name,
      site.size.toLocaleString('en'),
      ms(percentile(times, 0.5)),
      ms(p99),
      (p99 / base).toFixed(2),
      reads ? (trips / times.length).toFixed(2) : '–',
      ms((cpu / times.length) * 1000),
      Math.round(memory / 2 ** 20),
    ])
  }
}
const report = [
  machineLine('npm run bench -- pages'),
  '',
  table(
    [
      'page',
      'requests in the region',
      'p50 ms',
      'p99 ms',
      'p99 ÷ p99 of the smallest',
      'database trips per page',
      'server CPU ms per page',
      'memory MiB',
    ],
    rows,
  ),
].join('\n')
console.log(report)
for (const site of sites) {
  await site.app.stop()
  await site.region.stop()
}
