import { ms, percentile, table } from './figures.ts'
import type { Person, Reply } from './person.ts'

/** One page of a site, asked over and over. */
export type Page = { name: string; ask: () => Promise<Reply> }
/** A region of one size with its app; `facts` are the columns that tell it from the others. */
export type PageSite = { facts: readonly number[]; asker: Person; pages: readonly Page[] }

type Run = { batches: number; perBatch: number; warmUp: number }
type Figures = { times: number[]; cpu: number; trips: number; bytes: number }

/**
 * Asks every page of every site, the sites taking turns batch by batch so that a busy moment of the machine hits all of them
 * alike, and answers a table in which the first site is the baseline.
 */
export async function measurePages(
  sites: readonly PageSite[],
  factNames: readonly string[],
  run: Run,
): Promise<string> {
  const rows: (string | number)[][] = []
  for (const [index, { name }] of (sites[0]?.pages ?? []).entries()) {
    const measured = sites.map((): Figures => ({ times: [], cpu: 0, trips: 0, bytes: 0 }))
    for (const site of sites) for (let n = 0; n < run.warmUp; n += 1) await ask(site, index)
    for (let batch = 0; batch < run.batches; batch += 1)
      for (const [place, site] of sites.entries()) await addBatch(measured[place]!, site, index, run.perBatch)
    const base = percentile(measured[0]!.times, 0.99)
    rows.push(...sites.map(({ facts }, place) => rowOf(name, facts, measured[place]!, base)))
  }
  return table(
    ['page', ...factNames, 'p50 ms', 'p99 ms', 'p99 ÷ p99 of the smallest', 'trips', 'server CPU ms', 'KiB of HTML'],
    rows,
  )
}

async function addBatch(figures: Figures, site: PageSite, index: number, calls: number): Promise<void> {
  const before = await readMetrics(site.asker)
  for (let n = 0; n < calls; n += 1) {
    const reply = await ask(site, index)
    figures.times.push(reply.ms)
    figures.bytes = Buffer.byteLength(reply.body)
  }
  const after = await readMetrics(site.asker)
  const grown = (metric: string) => (after.get(metric) ?? 0) - (before.get(metric) ?? 0)
  figures.cpu += grown('process_cpu_seconds_total')
  figures.trips += grown('wijkpoort_database_trips_total')
}

async function ask({ pages }: PageSite, index: number): Promise<Reply> {
  const page = pages[index]!
  const reply = await page.ask()
  if (reply.status >= 400) throw new Error(`${page.name} answered ${reply.status}: ${reply.body.slice(0, 200)}`)
  return reply
}

function rowOf(name: string, facts: readonly number[], { times, cpu, trips, bytes }: Figures, base: number) {
  const p99 = percentile(times, 0.99)
  return [
    name,
    ...facts.map((fact) => fact.toLocaleString('en')),
    ms(percentile(times, 0.5)),
    ms(p99),
    (p99 / base).toFixed(2),
    (trips / times.length).toFixed(2),
    ms((cpu / times.length) * 1000),
    Math.round(bytes / 1024),
  ]
}

async function readMetrics(person: Person): Promise<Map<string, number>> {
  const { body } = await person.get('/metrics')
  const lines = body.split('\n').filter((line) => line && !line.startsWith('#'))
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )
}
