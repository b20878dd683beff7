import { createHash } from 'node:crypto'
import { Agent, get } from 'node:http'
import { startApp } from './support/app.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { measurePages } from './support/page-run.ts'
import { become, Person } from './support/person.ts'
import { createRegion } from './support/region.ts'
import { aBody } from './support/request.ts'

/**
 * A meeting of 60 requests that 40 people of three organisations follow. One leads: shows an item and decides; for each of the
 * forty, how long until the card of the next item is there with what can be decided about it, and until the decision is. Leading
 * and following run on this machine, so the figures hold the cost of receiving forty copies as well. And what the page itself costs.
 */
const items = Number(process.env.ITEMS ?? 60)
const people = Number(process.env.WATCHERS ?? 40)
const size = Number(process.env.SIZE ?? 7_000)
const batches = Number(process.env.BATCHES ?? 10)

const region = await createRegion(size)
const app = await startApp(region)
const leader = await become(app.address, 'Samira El Haddaoui')
const followers = [leader, await become(app.address, 'Marit Hofstede'), await become(app.address, 'Emre Toprak')]
const meeting = (await leader.get('/overleg')).location ?? ''
/** The same for programs. */
const told = `/api/meetings/${meeting.split('/').at(-1)}`
type Told = { agenda: { postponedUntil: string | null; request: { id: string; state: string } }[] }
const { organization } = await leader.json<{ organization: { id: string } }>('GET', '/api/me')
/** A cookie of a browser's own making and the token that belongs to it: what a form of ours sends along. */
const cookie = 'meting'.padEnd(32, '0')
const token = createHash('sha256').update(`form:${cookie}`).digest('base64url')
await pressed(`${meeting}/beginnen`)
await pressed(`${meeting}/leiden`)
const anyone = new Person(app.address)
for (let n = 0; n < items; n += 1) await anyone.json('POST', '/api/care-requests', aBody('Meting'))
const { agenda } = await leader.json<Told>('GET', told)
const ids = agenda
  .filter(({ postponedUntil, request }) => !postponedUntil && request.state === 'listed')
  .map(({ request }) => request.id)
  .slice(0, items)
if (ids.length < items) throw new Error(`Only ${ids.length} requests on the agenda to decide about`)

const agent = new Agent({ maxSockets: people, keepAlive: true })
let seen: number[] = []
/** What must stand in a message before it counts as told; empty while nothing is waited for. */
let awaited: readonly string[] = []
let loads = 0
await Promise.all(Array.from({ length: people }, (_, n) => follow(followers[n % followers.length] ?? leader)))

const [showing, deciding]: [number[], number[]] = [[], []]
for (const id of ids) {
  const show = () => pressed(`${meeting}/zorgvraag/${id}/tonen`)
  showing.push(...(await timed(show, ['target="stage-right"', `${meeting}/zorgvraag/${id}/besluit`])))
  const give = { do: 'give', organizationId: organization.id }
  const decide = () => leader.json('POST', `${told}/care-requests/${id}/decide`, give)
  deciding.push(...(await timed(decide, ['target="besluit"'])))
}
console.log(machineLine('npm run bench -- meeting'))
const line = (what: string, times: number[]) => [
  what,
  ids.length,
  people,
  ...[0.5, 0.95, 0.99].map((share) => ms(percentile(times, share))),
]
console.log(
  table(
    ['until everyone sees', 'items', 'people', 'p50 ms', 'p95 ms', 'p99 ms'],
    [line('the next item', showing), line('the decision', deciding)],
  ),
)
console.log(`${loads} times a page was told to ask for itself again.`)
// One of those that were not decided about, so that the page holds advice as well.
const own = (await leader.json<Told>('GET', told)).agenda.find(({ request }) => request.state === 'listed')?.request.id
console.log(
  await measurePages(
    [
      {
        facts: [size],
        asker: anyone,
        pages: [
          { name: 'list of the team', ask: () => leader.get('/zorgvragen') },
          { name: 'meeting', ask: () => leader.get(`${meeting}/zorgvraag/${own}`) },
          { name: 'list on paper', ask: () => leader.get(`${meeting}/lijst`) },
        ],
      },
    ],
    ['requests in the region'],
    { batches, perBatch: 20, warmUp: 20 },
  ),
)
agent.destroy()
await app.stop()
await region.stop()
process.exit(0)

async function pressed(path: string): Promise<void> {
  const { status, body } = await leader.send('POST', path, { _csrf: token }, { cookie: `form=${cookie}` })
  if (status !== 303) throw new Error(`${path} answered ${status}: ${body.slice(0, 200)}`)
}

/** From the press until each of those who follow was told what is awaited. */
async function timed(press: () => Promise<unknown>, words: readonly string[]): Promise<number[]> {
  seen = []
  awaited = words
  const started = performance.now()
  await press()
  await until(() => seen.length >= people)
  awaited = []
  return seen.map((moment) => moment - started)
}

/** Keeps the stream of one who follows, and asks for the page again when it says so, as a browser does. */
function follow(person: Person): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = get(
      new URL(`/live${meeting}`, app.address),
      { agent, headers: { authorization: `Bearer ${person.token}`, accept: 'text/event-stream' } },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}`))
        response.setEncoding('utf8')
        let coming = ''
        let told: readonly string[] = []
        response.on('data', (text: string) => {
          const messages = (coming + text).split('\n\n')
          coming = messages.pop() ?? ''
          for (const message of messages) {
            if (message.includes('action="refresh"')) void again(person)
            if (awaited.length === 0 || told === awaited || !awaited.every((word) => message.includes(word))) continue
            told = awaited
            seen.push(performance.now())
          }
        })
        resolve()
      },
    )
    call.on('error', reject)
  })
}

async function again(person: Person): Promise<void> {
  loads += 1
  await person.get(meeting)
}

async function until(reached: () => boolean): Promise<void> {
  const limit = performance.now() + 20_000
  while (!reached()) {
    if (performance.now() > limit) throw new Error('Not everyone was told within twenty seconds')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
