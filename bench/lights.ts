import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type BenchApp, startApp } from './support/app.ts'
import { openBoards } from './support/boards.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { measurePages, type PageSite } from './support/page-run.ts'
import { become, type Person } from './support/person.ts'
import { type BenchRegion, createRegion } from './support/region.ts'
import { giveTeams } from './support/teams.ts'

/**
 * The stoplight in regions of 16, 160 and 1,600 teams, each with a light for every part of 28 days: how long its pages take and
 * what they cost, how soon a light that is set is seen on 1,000 open boards of each kind, and how long 10,000 lights in one save take.
 * The regions take turns, batch by batch; the smallest is the baseline.
 */
const sizes = (process.env.TEAMS ?? '16,160,1600').split(',').map(Number)
const batches = Number(process.env.BATCHES ?? 20)
const perBatch = Number(process.env.PER_BATCH ?? 20)
const boards = Number(process.env.BOARDS ?? 1_000)
const kinds = (process.env.KINDS ?? 'day,filtered day,list,screen,team').split(',')
const lightsSet = Number(process.env.LIGHTS_SET ?? 40)
const bulk = Number(process.env.BULK ?? 10_000)

const nurseName = 'Marit Hofstede'
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(new Date())
const dayOf = (offset: number) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10)
const dayparts = ['morning', 'afternoon', 'evening', 'night'] as const

type Site = PageSite & { teams: number; region: BenchRegion; app: BenchApp; nurse: Person; ownTeams: string[] }

async function openSite(teams: number): Promise<Site> {
  const region = await createRegion(1_000)
  await giveTeams(region, teams, today)
  const app = await startApp(region)
  const nurse = await become(app.address, nurseName)
  const ownTeams = await listOwnTeams(region)
  const team = ownTeams[0]
  if (!team) throw new Error(`${nurseName} has no team`)
  const pages = [
    { name: 'day', ask: () => nurse.get(`/stoplicht?dag=${dayOf(1)}`) },
    { name: 'week', ask: () => nurse.get(`/stoplicht?beeld=week&dag=${dayOf(1)}`) },
    { name: 'map', ask: () => nurse.get(`/stoplicht?beeld=kaart&dag=${dayOf(1)}`) },
    { name: 'list, filtered', ask: () => nurse.get(`/stoplicht?beeld=lijst&postcode=6811&dag=${dayOf(1)}`) },
    { name: 'screen', ask: () => nurse.get('/stoplicht/scherm') },
    { name: 'team', ask: () => nurse.get(`/stoplicht/team/${team}?dag=${dayOf(1)}&dagdeel=night`) },
  ]
  return { facts: [teams], asker: nurse, teams, region, app, nurse, pages, ownTeams }
}

async function listOwnTeams({ owner }: BenchRegion): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    `select t.id from organizations.team t join organizations.organization o on o.id = t.organization_id
     where o.name = 'Thuiszorg De Rijnbocht' and t.active order by t.id`,
  )
  await client.end()
  return rows.map(({ id }) => id)
}

const sites: Site[] = []
for (const size of sizes) sites.push(await openSite(size))
console.log(machineLine('npm run bench -- lights'))
console.log(`\n${await measurePages(sites, ['teams'], { batches, perBatch, warmUp: 20 })}`)
const largest = sites.at(-1)!
console.log(`\n${await measureBoards(largest)}`)
console.log(`\n${await measureBulk(largest)}`)
for (const site of sites) {
  await site.app.stop()
  await site.region.stop()
}
process.exit(0)

/** For each kind of board a thousand of it: from a light that is set to the whole change having arrived on all. */
async function measureBoards({ app, nurse, ownTeams, teams }: Site): Promise<string> {
  const watcher = await become(app.address, 'Samira El Haddaoui')
  const rows: (string | number)[][] = []
  for (const { name, path, on, team: only, marker } of kindsOfBoard(ownTeams[0]!)) {
    const wall = await openBoards({ ...app, token: watcher.token, path: `/live/stoplicht?${path}`, boards })
    const times: number[] = []
    for (let n = 0; n < lightsSet; n += 1) {
      const team = only ?? ownTeams[n % ownTeams.length]!
      const light = n % 2 === 0 ? { light: 'red', reason: 'full-routes' } : { light: 'green' }
      times.push(
        ...(await wall.timesOf(marker(team), () => nurse.json('PUT', `/api/lights/${team}/${on}/night`, light))),
      )
    }
    const figures = [0.5, 0.95, 0.99].map((share) => ms(percentile(times, share)))
    const size = (wall.bytes() / boards / lightsSet / 1024).toFixed(1)
    rows.push([name, boards, teams.toLocaleString('en'), lightsSet, ...figures, size])
    wall.close()
  }
  return table(['boards', 'open', 'teams', 'lights set', 'p50 ms', 'p95 ms', 'p99 ms', 'KiB a change'], rows)
}

type BoardKind = { name: string; path: string; on: string; team?: string; marker: (team: string) => string }

function kindsOfBoard(own: string): BoardKind[] {
  const [now, later] = [dayOf(0), dayOf(1)]
  const cell = (team: string) => `target="licht-${team}-${later}-night"`
  const all: BoardKind[] = [
    { name: 'day', path: `dag=${later}`, on: later, marker: cell },
    { name: 'filtered day', path: `dag=${later}&taal=nl`, on: later, marker: cell },
    { name: 'list', path: `beeld=lijst&dag=${later}`, on: later, marker: (team) => `target="team-${team}"` },
    { name: 'screen', path: 'scherm=ja', on: now, marker: () => `target="stand-${now}"` },
    { name: 'team', path: `team=${own}&dag=${later}`, on: later, team: own, marker: () => 'target="lichten"' },
  ]
  return all.filter(({ name }) => kinds.includes(name))
}

/** Ten thousand lights in one save: as many days of as many teams as that takes. */
async function measureBulk({ nurse, ownTeams, teams }: Site): Promise<string> {
  const all = ownTeams.flatMap((team) =>
    Array.from({ length: 60 }, (_, day) => dayparts.map((daypart) => ({ team, on: dayOf(day + 1), daypart }))).flat(),
  )
  const lights = all.slice(0, bulk).map((cell) => ({ ...cell, light: 'green' }))
  const key = randomUUID()
  const save = async () => {
    const started = performance.now()
    await nurse.json('POST', '/api/lights', { lights })
    return performance.now() - started
  }
  const [first, again] = [await save(), await save()]
  const once = async () => {
    const started = performance.now()
    const reply = await nurse.send('POST', '/api/lights', { lights }, { 'idempotency-key': key })
    if (reply.status >= 400) throw new Error(`The bulk save answered ${reply.status}: ${reply.body.slice(0, 200)}`)
    return performance.now() - started
  }
  await once()
  const repeated = await once()
  const head = [
    'lights in one save',
    'teams in the region',
    'first ms',
    'over what stands ms',
    'the same save again ms',
  ]
  return table(head, [[lights.length, teams.toLocaleString('en'), ms(first), ms(again), ms(repeated)]])
}
