import { startApp } from './support/app.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { become, Person } from './support/person.ts'
import { createRegion } from './support/region.ts'
import { aBody } from './support/request.ts'

/**
 * The server while it divides the list of a team: how late the thread that answers pages is, and how long a worklist takes, against the
 * same pages when there is nothing to divide. The two take turns, so that a busy moment of the machine hits both. The aim: p99 of the
 * event loop under 20 ms.
 */
const rounds = Number(process.env.ROUNDS ?? 6)
const list = Number(process.env.LIST ?? 150)
const region = await createRegion(7_000)
const app = await startApp(region)
const anyone = new Person(app.address)
const dayparts = [['morning'], ['morning', 'evening'], ['afternoon'], ['evening'], ['morning', 'afternoon', 'evening']]
const priorities = ['within-24-hours', 'within-48-hours', 'planned']
for (let nth = 0; nth < list; nth += 1) {
  const body = aBody('Meting')
  const card = {
    ...body.card,
    dayparts: dayparts[nth % dayparts.length],
    priority: priorities[nth % priorities.length],
  }
  await anyone.json('POST', '/api/care-requests', { ...body, card })
}
const nurse = await become(app.address, 'Marit Hofstede')
const { coordinatingTeamIds } = await nurse.json<{ coordinatingTeamIds: string[] }>('GET', '/api/me')
const proposal = `/api/coordinating-teams/${coordinatingTeamIds[0]}/proposal`

type Division = { state: string; requests: number }
type Figures = { pages: number[]; loop: number[] }
const dividing: Figures = { pages: [], loop: [] }
const idle: Figures = { pages: [], loop: [] }

/** Asks the worklist until that is over, and keeps how late the loop was meanwhile. */
async function askUntil(over: () => Promise<boolean>, into: Figures): Promise<void> {
  await app.loopDelay()
  do {
    const reply = await nurse.get('/zorgvragen')
    if (reply.status !== 200) throw new Error(`The worklist answered ${reply.status}`)
    into.pages.push(reply.ms)
  } while (!(await over()))
  into.loop.push(await app.loopDelay())
}

const newest = () => nurse.json<Division>('GET', proposal)
for (let nth = 0; nth < 20; nth += 1) await nurse.get('/zorgvragen')
let requests = 0
for (let round = 0; round < rounds; round += 1) {
  const before = dividing.pages.length
  await nurse.json('POST', proposal, {})
  await askUntil(async () => (await newest()).state !== 'running', dividing)
  const division = await newest()
  if (division.state !== 'ready') throw new Error(`The division is ${division.state}`)
  requests = division.requests
  // As many pages, each followed by the same question, with nothing to divide.
  let left = dividing.pages.length - before
  await askUntil(async () => {
    await newest()
    left -= 1
    return left <= 0
  }, idle)
}
await app.stop()
await region.stop()

console.log(machineLine('npm run bench -- dividing'))
const row = (name: string, { pages, loop }: Figures) => [
  name,
  pages.length,
  ms(percentile(pages, 0.5)),
  ms(percentile(pages, 0.99)),
  ms(percentile(loop, 0.5)),
  ms(Math.max(...loop)),
]
console.log(`${rounds} divisions of a list of ${requests}`)
console.log(
  table(
    ['the server', 'worklists', 'p50 ms', 'p99 ms', 'event loop p99 ms, median', 'event loop p99 ms, worst'],
    [row('with nothing to divide', idle), row('while it divides', dividing)],
  ),
)
