import type { LocalDate } from '#kernel/dates.ts'
import type { LightRow } from '#modules/capacity/index.ts'
import { type Counts, cellKey, lightOf, type Said, toClientAreas, toParties, toSaid, toWanted } from './knowing.ts'
import { type Asked, askedOf, type Taker } from './rules/division/choices.ts'
import { type Problem, toProblem } from './rules/division/problem.ts'
import { type Cell, roomOf } from './rules/division/week.ts'
import { type AgreedWeights, firstWeights, type Weights, withUsual } from './rules/weights.ts'
import type { Wishes } from './rules/wishes.ts'
import type { PartyRow, RequestRow } from './store.ts'

/** A question as the database answered it, each part one text; what a thread is handed that divides a list. */
export type Texts = Record<
  'requests' | 'parties' | 'lights' | 'taken' | 'answers' | 'agreed' | 'there' | 'lately' | 'before',
  string
> & { today: LocalDate; wishes: Wishes }

type WaitingRow = RequestRow & {
  startCertainty: string
  location: string
  timesPerWeek: number | null
  hoursPerWeek: number | null
  waitedDays: number
}

/** A request that was taken on the last day on which any was. */
export type LatelyRow = RequestRow & { takerOrganizationId: string; takenOn: LocalDate; stillOpen: number }

type Knowing = {
  today: LocalDate
  parties: readonly PartyRow[]
  said: Said
  counts: Counts
  weights: Weights
  wishes: Wishes
  before: Readonly<Record<string, string>>
}

export type LaidOut = {
  problem: Problem
  takers: Taker[]
  lately: { row: LatelyRow; takers: Taker[] }[]
  weights: Weights
}

/** Takes a question apart and lays out all choices. Runs in a thread of its own: for hundreds of requests it takes seconds. */
export function layOut(texts: Texts): LaidOut {
  const rows = <Row>(name: Exclude<keyof Texts, 'today' | 'wishes'>) => JSON.parse(texts[name]) as Row[]
  const [agreed] = rows<{ value: AgreedWeights }>('agreed')
  const parties = rows<PartyRow>('parties')
  const knowing: Knowing = {
    today: texts.today,
    parties,
    said: toSaid(rows<LightRow>('lights')),
    counts: {
      taken: rows('taken'),
      answers: rows('answers'),
      clientAreas: toClientAreas(rows('there'), parties),
    },
    weights: agreed ? withUsual(agreed.value) : firstWeights,
    wishes: texts.wishes,
    before: JSON.parse(texts.before) as Record<string, string>,
  }
  const known = new Map<string, Taker[]>()
  // Once per kind of care that is asked, not for every request anew.
  const takersOf = (careKinds: Taker['careKinds']) => {
    const key = careKinds.join()
    const takers = known.get(key) ?? takersFor(careKinds, knowing)
    known.set(key, takers)
    return takers
  }
  const asked = rows<WaitingRow>('requests').map((row) => askedFor(row, knowing, takersOf))
  const takers = takersOf([])
  const all = rows<LatelyRow>('lately')
  const lately = all
    .filter(({ takenOn }) => takenOn === all[0]?.takenOn)
    .map((row) => ({ row, takers: takersOf(row.careKinds) }))
  return { problem: toProblem(asked, takers), takers, lately, weights: knowing.weights }
}

function askedFor(row: WaitingRow, knowing: Knowing, takersOf: (careKinds: Taker['careKinds']) => Taker[]): Asked {
  const { wishes, before, today } = knowing
  const wanted = toWanted(row, today)
  const waiting = {
    wanted,
    amount: { timesPerWeek: row.timesPerWeek ?? undefined, hoursPerWeek: row.hoursPerWeek ?? undefined },
    waitedDays: row.waitedDays,
    dayIsCertain: row.startCertainty === 'certain',
    inBed: row.location === 'hospital' || row.location === 'rehabilitation',
    pinnedTo: wishes.pinned[row.id],
    forbidden: wishes.forbidden[row.id] ?? [],
    earlier: before[row.id],
  }
  return askedOf(waiting, takersOf(wanted.careKinds), knowing.weights)
}

/** The teams with their lights for this care or for some of it, and with their room: that is of the whole team, whatever care it is for. */
function takersFor(careKinds: Taker['careKinds'], { parties, said, counts }: Knowing): Taker[] {
  return toParties({ careKinds }, parties, said, counts).map((party) => ({
    ...party,
    roomOf: (cell) => roomIn(said, party.teamId, cell),
    lightsFor: (kinds) => lightOf({ careKinds: kinds }, party.teamId, said),
  }))
}

function roomIn(said: Said, teamId: string, { on, daypart }: Cell) {
  const row: LightRow | undefined = said.get(cellKey(teamId, on, daypart, ''))
  return row ? roomOf(row.light, row.freeMinutes, row.newClients) : roomOf('unknown', null, null)
}
