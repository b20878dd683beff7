import { cpus } from 'node:os'
import type { Assumed } from '#modules/matching/rules/replay/assumptions.ts'
import { estimate } from '#modules/matching/rules/replay/compare.ts'
import { type Way, wayOf, ways } from '#modules/matching/rules/replay/ways.ts'
import { conclusions } from './conclusions.ts'
import { coolDownDays, warmUpDays } from './practice-replay.ts'
import { assumptionsTable, differencesTable, figuresTable, gained, table, told } from './report.ts'
import { asShare, atLoad, loads, otherwise, type Study } from './study.ts'

const [byHand, shortlist, proposal] = [wayOf('by-hand'), wayOf('shortlist'), wayOf('proposal')]
const [calling, atOnce, wished] = [wayOf('calling'), wayOf('at-once'), wayOf('at-once-wished')]

const count = (many: number) => many.toLocaleString('en-GB')
const percent = (value: number) => `${(100 * value).toFixed(1)}`
const whole = (value: number) => value.toFixed(0)

/** The report, words and tables; every figure in it is of these runs. */
export function documentOf({ size, seeds, fewSeeds, runsOf, proofs, valuesOf, variedOf, seconds }: Study): string {
  const { leftOut = 0, requests = 0 } = runsOf(proposal)[0] ?? {}
  const within24 = (way: Way, changed: Partial<Assumed>) => variedOf(way, 'within24', changed)
  const within = (way: Way, changed: Partial<Assumed>) => told(estimate(within24(way, changed)), percent)
  const nights = (way: Way, changed: Partial<Assumed>) => told(estimate(variedOf(way, 'hospitalDays', changed)), whole)
  const gain = (changed: Partial<Assumed>) => gained(within24(atOnce, changed), within24(proposal, changed), percent)
  return `# What other ways of working would do

Made by \`npm run replay\`; do not edit by hand. A simulation, event by event, of fourteen months of the practice region: twelve area teams and four
specialised teams in eleven municipalities, some ${count(size)} requests, 60 % from a hospital and 23 % from a GP. Every way of working gets the same requests, the
same teams with the same room, and the same moods (common random numbers). The shortlist, the division, the hard rules and the travel are the product's own code.

**Read it as a comparison.** How full teams are, how quickly they answer and how often they refuse is assumed, so absolute levels mean little. A difference that is
smaller than its 95 % interval over the seeds is called _no difference_.

**Divided as in the product**: its search, and then its solver until nothing better can exist. Of ${count(proofs.lists)} lists the search alone was proven for
${count(proofs.lists - proofs.asked)}; the solver was asked for ${count(proofs.asked)}, found something better for ${count(proofs.improved)}, and was stopped by its clock for ${count(proofs.unproven)}. Where load and assumptions are varied its search divides alone.

Run on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, in some ${Math.ceil(seconds / 60)} minutes: seeds 1 to ${seeds.length}, load by load and assumption by assumption the first ${fewSeeds.length}. Of
seed 1, ${leftOut} of ${(leftOut + requests).toLocaleString('en-GB')} requests ask for care that no single team gives; they are left out everywhere.

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
  loads.map((load) => [asShare(load), ...ways.map((way) => within(way, atLoad(load)))]),
)}

![Within 24 hours at three loads, one line per way of working](pictures/replay-load.svg)

Nights waited per 100 hospital requests, ${fewSeeds.length} seeds.

${table(
  ['Load', ...ways.map(({ name }) => name)],
  loads.map((load) => [asShare(load), ...ways.map((way) => nights(way, atLoad(load)))]),
)}

## How it moves with what is assumed

Within 24 hours, in %, ${fewSeeds.length} seeds: asking at once against the meeting with proposal.

${table(
  ['Assumed otherwise', proposal.name, atOnce.name, 'Gain'],
  otherwise.map(([says, changed]) => [says, within(proposal, changed), within(atOnce, changed), gain(changed)]),
)}

## What is assumed

${assumptionsTable()}

**Two teams** only when nobody says yes alone, each with parts of the day or kinds of care of its own, and only when both say yes. In a meeting by hand and when calling
around: the first that can do the larger half and the first other one for the rest; with shortlist: as its advice says; with proposal: as the division says. By kind of
care each is there for its part of the kinds.

**A later day** is proposed only where the client or the hospital did not name it, and costs points; for who waits in a hospital so many that it has to give more than any one
wish. Those nights count as waited: people have a team, and still lie in a bed. Only the proposal asks for a later day; in the other ways a team begins at once or says no.

${asking(atOnce)} Requests by source, weekday, hour and season, what is asked and by whom: those of the
practice region (\`src/demo/history\`). The code: \`src/modules/matching/rules/replay\` and \`src/demo/replay\`.

**Not measured** are the first ${warmUpDays} days, in which the teams fill up, and the last ${coolDownDays}, in which only ends what was sent before.

## What is not in it

- How people change when they are asked another way: they answer as they answered.
- Giving back, withdrawing, a date that changes.
- A meeting has all the time it needs; a caller who gives up is not there. Nobody asks more teams at the same time.
- The rivers: travel is a straight line with a detour factor.
`
}

/** On which terms is asked, as they are played. */
function asking({ askAtOnce }: Way): string {
  if (!askAtOnce) throw new RangeError('A way that does not ask at once has no terms')
  const { answerMinutes, mostParties, mostPerTeamPerDay, from, to } = askAtOnce
  const minutes = Object.entries(answerMinutes).map(
    ([priority, many]) => `${many} for ${priority.replaceAll('-', ' ')}`,
  )
  return `Each way of asking at once: ${mostParties} teams one after the other, at most ${mostPerTeamPerDay} questions per team per day, nobody before ${clock(from)} or after ${clock(to)};
minutes to answer in: ${minutes.join(', ')}.`
}

function clock(hour: number): string {
  return `${Math.floor(hour)}.${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`
}
