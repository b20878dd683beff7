import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Assumed } from '#modules/matching/rules/replay/assumptions.ts'
import { difference, estimate } from '#modules/matching/rules/replay/compare.ts'
import type { Figures } from '#modules/matching/rules/replay/figures.ts'
import { type Way, ways } from '#modules/matching/rules/replay/ways.ts'
import { dotPlot, linePlot } from './plots.ts'
import { assumptionsTable, differencesTable, figuresTable, table, told } from './report.ts'
import { curveHours, Runner } from './run-replay.ts'

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

const wayOf = (code: string): Way => {
  const found = ways.find((way) => way.code === code)
  if (!found) throw new RangeError(`There is no way ${code}`)
  return found
}
const [byHand, shortlist, proposal] = [wayOf('by-hand'), wayOf('shortlist'), wayOf('proposal')]
const [calling, atOnce, wished] = [wayOf('calling'), wayOf('at-once'), wayOf('at-once-wished')]

const started = performance.now()
const runner = new Runner(first, size)
const valuesOf = (way: Way, key: keyof Figures, changed: Partial<Assumed> = {}, of = seeds) =>
  of.map((seed) => runner.run(way, seed, changed).figures[key])
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
      points: loads.map((load) => ({ at: load, ...estimate(valuesOf(way, 'within24', atLoad(load), fewSeeds)) })),
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
  const minutes = Math.ceil((performance.now() - started) / 60_000)
  const percent = (value: number) => `${(100 * value).toFixed(1)}`
  const within = (way: Way, changed: Partial<Assumed>) =>
    told(estimate(valuesOf(way, 'within24', changed, fewSeeds)), percent)
  const gain = (changed: Partial<Assumed>) => {
    const found = difference(
      valuesOf(atOnce, 'within24', changed, fewSeeds),
      valuesOf(proposal, 'within24', changed, fewSeeds),
    )
    return found.differs ? `+${percent(found.mean)} ± ${percent(found.margin)}` : 'no difference'
  }
  return `# What other ways of working would do

Made by \`npm run replay\`; do not edit by hand. A simulation, event by event, of fourteen months of the practice region: twelve area teams and four
specialised teams in eleven municipalities, some ${size.toLocaleString('en-GB')} requests, 60 % from a hospital and 23 % from a GP. Every way of working gets the same requests, the
same teams with the same room, and the same moods (common random numbers). The shortlist, the division, the hard rules and the travel are the product's own code.

**Read it as a comparison.** How full teams are, how quickly they answer and how often they refuse is assumed, so absolute levels mean little. A difference that is
smaller than its 95 % interval over the seeds is called _no difference_. The solver that proves a division in the product is not in it: its search alone divides here.

Run on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, in some ${minutes} minutes: seeds 1 to ${seeds.length}, load by load and assumption by assumption the first ${fewSeeds.length}. Of
seed 1, ${leftOut} of ${(leftOut + requests.length).toLocaleString('en-GB')} requests ask for care that no single team gives; they need splitting and are left out everywhere.

## What it says

${conclusions()}

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

Each way of asking at once: four teams one after the other, at most six questions per team per day, nobody before 7.30 or after 20.00; 15 minutes to
answer for today, 30 for within 24 hours, 45 for within 48 hours, 90 for this week, 180 for planned. Requests by source, weekday, hour and season, what is asked and by whom: those of the
practice region (\`src/demo/history\`). The code: \`src/modules/matching/rules/replay\` and \`src/demo/replay\`.

## What is not in it

- How people change when they are asked another way: they answer as they answered.
- Splitting a request over teams, giving back, withdrawing, a date that changes.
- A meeting has all the time it needs; a caller who gives up is not there. Nobody asks more teams at the same time.
- The rivers: travel is a straight line with a detour factor.
`
}

/** Told from the figures themselves, so that the words never say more than the interval allows. */
function conclusions(): string {
  const found = (one: Way, other: Way, key: keyof Figures) => difference(valuesOf(one, key), valuesOf(other, key))
  const points = (key: keyof Figures, one: Way, other: Way, what: string) => {
    const { mean, margin, differs } = found(one, other, key)
    if (!differs) return `no difference in ${what}`
    return `${(100 * Math.abs(mean)).toFixed(1)} ± ${(100 * margin).toFixed(1)} points ${mean > 0 ? 'more' : 'fewer'} ${what}`
  }
  const amount = (key: keyof Figures, one: Way, other: Way, what: string, digits = 1) => {
    const { mean, margin, differs } = found(one, other, key)
    if (!differs) return `no difference in ${what}`
    return `${Math.abs(mean).toFixed(digits)} ± ${margin.toFixed(digits)} ${mean > 0 ? 'more' : 'fewer'} ${what}`
  }
  const mean = (way: Way, key: keyof Figures) => estimate(valuesOf(way, key)).mean.toFixed(1)
  return [
    `- **Asking at once** against a meeting with proposal: ${points('within24', atOnce, proposal, 'placed within 24 hours')}, ${amount('hospitalDays', atOnce, proposal, 'nights waited per hundred hospital requests', 0)}; the median falls from ${mean(proposal, 'medianHours')} to ${mean(atOnce, 'medianHours')} hours, for ${mean(atOnce, 'messages')} messages per request.`,
    `- **The wished organisation first** against asking in the order of the shortlist: ${points('preferred', wished, atOnce, 'who got the preferred organisation')}, ${points('continuity', wished, atOnce, 'who kept the one that gave care already')}, ${points('within24', wished, atOnce, 'placed within 24 hours')}.`,
    `- **Shortlist** against picking by hand in the same meeting: ${points('within24', shortlist, byHand, 'placed within 24 hours')}, ${amount('travel', shortlist, byHand, 'minutes of travel per visit')}, ${points('language', shortlist, byHand, 'who got the language asked')}, ${points('preferred', shortlist, byHand, 'who got the preferred organisation')}.`,
    `- **Proposal** against shortlist: ${points('within24', proposal, shortlist, 'placed within 24 hours')}, ${amount('hospitalDays', proposal, shortlist, 'nights waited per hundred hospital requests', 0)}. A coordinating team has a few requests a day that seldom want the same place; dividing matters in backlogs.`,
    `- **Calling around** against a meeting by hand: ${points('within24', calling, byHand, 'placed within 24 hours')}, for ${mean(calling, 'calls')} calls per request.`,
  ].join('\n')
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
