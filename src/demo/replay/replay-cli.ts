import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Assumed } from '#modules/matching/rules/replay/assumptions.ts'
import { estimate } from '#modules/matching/rules/replay/compare.ts'
import { bySearch } from '#modules/matching/rules/replay/dividing.ts'
import type { Figures } from '#modules/matching/rules/replay/figures.ts'
import { type Way, ways } from '#modules/matching/rules/replay/ways.ts'
import { loadSolver } from '#modules/matching/solver/highs.ts'
import { conclusions, wayOf } from './conclusions.ts'
import { dotPlot, linePlot } from './plots.ts'
import { assumptionsTable, differencesTable, figuresTable, gained, table, told } from './report.ts'
import { curveHours, Runner } from './run-replay.ts'
import { provenBy } from './solving.ts'

const number = (name: string, usual: number) => Number(process.env[name] ?? usual)
const seeds = listOf(number('SEEDS', 8))
const fewSeeds = seeds.slice(0, number('LOAD_SEEDS', 4))
const loads = [0.8, 0.9, 0.95]
const size = number('SIZE', 7_000)
/** Fixed, so that the same seeds give the same report in any year. */
const first = '2025-07-01'
const folder = process.env.OUT ?? 'docs'
/** What could be otherwise than assumed, and would matter most to asking at once. */
const otherwise: readonly (readonly [string, Partial<Assumed>])[] = [
  ['nothing', {}],
  ['teams answer three times as slowly', { replyMinutes: 60, replyMinutesOutside: 180 }],
  ['lights set on half of the days', { setsLight: 0.5 }],
  ['a quarter refuses although it has room', { unwilling: 0.25 }],
  ['everybody is at every meeting', { present: 1 }],
]

const [byHand, shortlist, proposal] = [wayOf('by-hand'), wayOf('shortlist'), wayOf('proposal')]
const [calling, atOnce, wished] = [wayOf('calling'), wayOf('at-once'), wayOf('at-once-wished')]

const started = performance.now()
const { divide, proofs } = provenBy(await loadSolver())
const runner = new Runner(first, size, divide)
/** For what is only varied: its search alone, which the solver improved on so seldom that no table would tell. */
const varied = new Runner(first, size, bySearch)
const valuesOf = (way: Way, key: keyof Figures) => seeds.map((seed) => runner.run(way, seed).figures[key])
const within24 = (way: Way, changed: Partial<Assumed>) =>
  fewSeeds.map((seed) => varied.run(way, seed, changed).figures.within24)
for (const seed of seeds) {
  for (const way of ways) runner.run(way, seed)
  console.log(`${seed} van ${seeds.length}`)
}

const [share, hours] = [(value: number) => `${Math.round(100 * value)} %`, (value: number) => `${value} h`]
const pictures: Record<string, string> = {
  'replay-time': linePlot(
    {
      title: 'Share of requests that has a team, by hours after sending',
      x: { label: 'hours after sending', ticks: [0, 12, 24, 36, 48, 72, 96], write: hours },
      y: { label: 'has a team', ticks: [0, 0.25, 0.5, 0.75, 1], write: share },
    },
    ways.map((way) => ({
      name: way.name,
      points: curveHours.map((at) => ({
        at,
        ...estimate(seeds.map((seed) => runner.run(way, seed).curve[at] ?? Number.NaN)),
      })),
    })),
  ),
  'replay-load': linePlot(
    {
      title: 'Within 24 hours, by how full the teams are',
      x: { label: 'load: minutes in care against minutes that teams have', ticks: loads, write: share },
      y: { label: 'within 24 hours', ticks: [0.3, 0.5, 0.7, 0.9, 1], write: share },
    },
    ways.map((way) => ({
      name: way.name,
      points: loads.map((load) => ({ at: load, ...estimate(within24(way, atLoad(load))) })),
    })),
  ),
  'replay-hospital': dotPlot(
    'Nights waited per hundred requests from a hospital',
    { label: 'nights, with the 95 % interval over seeds', ticks: [0, 25, 50, 75, 100, 125, 150] },
    rowsOf('hospitalDays'),
  ),
  'replay-wishes': dotPlot(
    'Preferred organisation, of who asked for one',
    { label: 'share, with the 95 % interval over seeds', ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5], write: share },
    rowsOf('preferred'),
  ),
}
mkdirSync(`${folder}/pictures`, { recursive: true })
for (const [name, picture] of Object.entries(pictures)) writeFileSync(`${folder}/pictures/${name}.svg`, picture)
writeFileSync(`${folder}/replay.md`, report())
console.log(`Klaar in ${Math.round((performance.now() - started) / 1000)} seconden: ${folder}/replay.md`)

function report(): string {
  const { leftOut, requests } = runner.replayOf(1)
  const count = (many: number) => many.toLocaleString('en-GB')
  const minutes = Math.ceil((performance.now() - started) / 60_000)
  const percent = (value: number) => `${(100 * value).toFixed(1)}`
  const within = (way: Way, changed: Partial<Assumed>) => told(estimate(within24(way, changed)), percent)
  const gain = (changed: Partial<Assumed>) => gained(within24(atOnce, changed), within24(proposal, changed), percent)
  return `# What other ways of working would do

Made by \`npm run replay\`; do not edit by hand. A simulation, event by event, of fourteen months of the practice region: twelve area teams and four
specialised teams in eleven municipalities, some ${size.toLocaleString('en-GB')} requests, 60 % from a hospital and 23 % from a GP. Every way of working gets the same requests, the
same teams with the same room, and the same moods (common random numbers). The shortlist, the division, the hard rules and the travel are the product's own code.

**Read it as a comparison.** How full teams are, how quickly they answer and how often they refuse is assumed, so absolute levels mean little. A difference that is
smaller than its 95 % interval over the seeds is called _no difference_.

**Divided as in the product**: its search, and then its solver until nothing better can exist. Of ${count(proofs.lists)} lists the search alone was proven for
${count(proofs.lists - proofs.asked)}; the solver was asked for ${count(proofs.asked)}, found something better for ${count(proofs.improved)}, and was stopped by its clock for ${count(proofs.unproven)}. Where load and assumptions are varied its search divides alone.

Run on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, in some ${minutes} minutes: seeds 1 to ${seeds.length}, load by load and assumption by assumption the first ${fewSeeds.length}. Of
seed 1, ${leftOut} of ${(leftOut + requests.length).toLocaleString('en-GB')} requests ask for care that no single team gives; they are left out everywhere.

## What it says

${conclusions(valuesOf).join('\n')}

![Share of requests that has a team, by hours after sending: one line per way of working](pictures/replay-time.svg)

## All figures

Mean over ${seeds.length} seeds, with its 95 % interval.

${figuresTable(ways, valuesOf)}

![Nights waited per hundred requests from a hospital, per way of working](pictures/replay-hospital.svg)

![Share that got the preferred organisation, per way of working](pictures/replay-wishes.svg)

## Differences

Seed by seed on the same requests.

${differencesTable(
  [
    [calling, byHand],
    [shortlist, byHand],
    [proposal, shortlist],
    [atOnce, proposal],
    [wished, atOnce],
  ],
  valuesOf,
)}

## How it moves with load

Within 24 hours, in %, ${fewSeeds.length} seeds.

${table(
  ['Load', ...ways.map(({ name }) => name)],
  loads.map((load) => [share(load), ...ways.map((way) => within(way, atLoad(load)))]),
)}

![Within 24 hours at three loads, one line per way of working](pictures/replay-load.svg)

## How it moves with what is assumed

Within 24 hours, in %, ${fewSeeds.length} seeds: asking at once against the meeting with proposal.

${table(
  ['Assumed otherwise', proposal.name, atOnce.name, 'Gain'],
  otherwise.map(([says, changed]) => [says, within(proposal, changed), within(atOnce, changed), gain(changed)]),
)}

## What is assumed

${assumptionsTable()}

**Two teams** only when nobody says yes alone, each with parts of the day of its own, and only when both say yes. In a meeting by hand and when calling around: the first
that can do the larger half and the first other one for the rest; with shortlist: as its advice says; with proposal: as the division says.

Each way of asking at once: four teams one after the other, at most six questions per team per day, nobody before 7.30 or after 20.00; 15 minutes to
answer for today, 30 for within 24 hours, 45 for within 48 hours, 90 for this week, 180 for planned. Requests by source, weekday, hour and season, what is asked and by whom: those of the
practice region (\`src/demo/history\`). The code: \`src/modules/matching/rules/replay\` and \`src/demo/replay\`.

## What is not in it

- How people change when they are asked another way: they answer as they answered.
- Two teams by kind of care, giving back, withdrawing, a date that changes.
- A meeting has all the time it needs; a caller who gives up is not there. Nobody asks more teams at the same time.
- The rivers: travel is a straight line with a detour factor.
`
}

function rowsOf(key: keyof Figures) {
  return ways.map((way) => ({ name: way.name, value: estimate(valuesOf(way, key)) }))
}

function atLoad(load: number): Partial<Assumed> {
  return load === 0.9 ? {} : { load }
}

function listOf(count: number): number[] {
  return Array.from({ length: count }, (_, nth) => nth + 1)
}
