import { layOut } from '../src/modules/matching/laying-out.ts'
import { rank } from '../src/modules/matching/rules/ranking.ts'
import { type BenchApp, startApp } from './support/app.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { inventList } from './support/invented-list.ts'
import { measurePages, type PageSite } from './support/page-run.ts'
import { become } from './support/person.ts'
import { type BenchRegion, createRegion } from './support/region.ts'
import { giveTeams } from './support/teams.ts'

/**
 * Who can take one request, over 50, 500 and 5,000 teams: ranking and explaining by itself, and the whole page and answer of the API
 * with their one trip to the database; and the same of 500 teams with a history fifty times as long. The aim: ranking over 500
 * teams under 10 ms, at any size of history. The smallest is the baseline.
 */
const sizes = (process.env.TEAMS ?? '50,500,5000').split(',').map(Number)
const histories = (process.env.SIZES ?? '1000,50000').split(',').map(Number)
const batches = Number(process.env.BATCHES ?? 5)
const perBatch = Number(process.env.PER_BATCH ?? 10)
const rankings = Number(process.env.RANKINGS ?? 300)

const lightDays = 8
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(new Date())

function measureRanking(teams: number): number[] {
  const { problem, takers, weights } = layOut(inventList(50, teams, 1))
  const times: number[] = []
  for (let nth = 0; nth < rankings; nth += 1) {
    const asked = problem.asked[nth % problem.asked.length]
    if (!asked) throw new Error('There are requests')
    const started = performance.now()
    rank(asked.waiting.wanted, takers, weights)
    // The first ones run before the compiler has looked at them.
    if (nth >= 50) times.push(performance.now() - started)
  }
  return times
}

type Site = PageSite & { region: BenchRegion; app: BenchApp }

async function openSite(teams: number, requestsLived: number): Promise<Site> {
  const region = await createRegion(requestsLived)
  // A list looks at seven days.
  await giveTeams(region, teams, today, lightDays)
  const app = await startApp(region)
  const nurse = await become(app.address, 'Marit Hofstede')
  const { requests } = await nurse.json<{ requests: { id: string }[] }>('GET', '/api/care-requests?view=waiting')
  const [request] = requests
  if (!request) throw new Error('The nurse has nothing on her list')
  const pages = [
    { name: 'page', ask: () => nurse.get(`/zorgvragen/${request.id}/wie-kan`) },
    { name: 'API', ask: () => nurse.get(`/api/care-requests/${request.id}/shortlist`) },
  ]
  return { facts: [teams, requestsLived], asker: nurse, region, app, pages }
}

const pure = sizes.map((teams) => ({ teams, times: measureRanking(teams) }))
console.log(machineLine('npm run bench -- shortlist'))
console.log(
  table(
    ['teams', 'ranking p50 ms', 'ranking p99 ms'],
    pure.map(({ teams, times }) => [
      teams.toLocaleString('en'),
      ms(percentile(times, 0.5)),
      ms(percentile(times, 0.99)),
    ]),
  ),
)
const [shortest = 1_000, ...longer] = histories
const sites: Site[] = []
for (const size of sizes) sites.push(await openSite(size, shortest))
const usual = sizes.includes(500) ? 500 : (sizes[0] ?? 500)
for (const lived of longer) sites.push(await openSite(usual, lived))
console.log(await measurePages(sites, ['teams', 'requests lived through'], { batches, perBatch, warmUp: 5 }))
for (const { app, region } of sites) {
  await app.stop()
  await region.stop()
}
