import { addDays, instantOf, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Row } from './copy.ts'
import type { Random } from './random.ts'
import type { CareTeam, PracticeRegion, TableRows } from './region/practice-region.ts'

const weeksBack = 8
const daysAhead = 14
/** So many days ago the team that has something to confirm said what room it had for the days to come. */
const weekAheadSaid = 5

/** How a team keeps its stoplight: most every morning, and a few as nobody likes to see it. */
type Habit = 'daily' | 'due' | 'forgets' | 'always-red' | 'never-changes'

/** The team of Marit, the first person one can be: its lights turn grey within the hour, so that she has something to confirm. */
const dueTeam = 'Team Singels'

function habitOf({ name }: CareTeam, place: number): Habit {
  if (name === dueTeam) return 'due'
  if (place === 9) return 'always-red'
  if (place === 14) return 'never-changes'
  return place % 11 === 6 ? 'forgets' : 'daily'
}

/**
 * The stoplights of all teams: every morning of the last eight weeks, and two weeks ahead. What was full yesterday is mostly full
 * today, mornings are fullest, and most teams do not work at night.
 *
 * @param neverFull of a region with few teams: each of them can always be asked
 */
export function makeLights(random: Random, region: PracticeRegion, now: Date, { neverFull = false } = {}): TableRows[] {
  const rows: Record<'sets' | 'lights' | 'changes' | 'patterns' | 'patternLights', Row[]> = {
    sets: [],
    lights: [],
    changes: [],
    patterns: [],
    patternLights: [],
  }
  region.careTeams.forEach((team, place) => {
    const own = random.split(`${place} ${team.name}`)
    const habit = habitOf(team, place)
    const worksAtNight = team.atNight
    const facts = { team_id: team.id, organization_id: team.organizationId, region_id: region.id }
    if (!worksAtNight) addNightPattern(rows, facts, team, new Date(now.getTime() - own.whole(2, 20) * 86_400_000))
    let full = own.next()
    for (const { at, first, last } of mornings(habit, own, now)) {
      const setId = own.id(at)
      full = 0.75 * full + 0.25 * own.next()
      const author = { set_by: team.nurse.userId, set_by_name: team.nurse.name, set_at: at }
      let cells = 0
      for (let on = first; on <= last; on = addDays(on, 1)) {
        const ahead = Math.max(0, (instantOf(on, '12:00').getTime() - at.getTime()) / 86_400_000)
        for (const daypart of dayparts) {
          if (daypart === 'night' && !worksAtNight) continue
          const drawn = unmoved[habit] ?? lightOf(full, daypart, ahead, own)
          const light = neverFull && drawn === 'red' ? 'amber' : drawn
          const cell = { ...facts, light_on: on, daypart, care_kind: '', ...saying(light, own), ...author }
          cells += 1
          rows.changes.push({ id: own.id(at), change_set_id: setId, at, ...cell })
          rows.lights.push({ change_set_id: setId, ...cell })
        }
      }
      rows.sets.push({
        id: setId,
        region_id: region.id,
        organization_id: team.organizationId,
        key: setId,
        act: 'set',
        channel: 'practice',
        made_by: team.nurse.userId,
        made_by_name: team.nurse.name,
        made_at: at,
        cells,
      })
    }
  })
  return [
    { table: 'capacity.change_set', rows: rows.sets },
    { table: 'capacity.light', rows: lastOfEach(rows.lights) },
    { table: 'capacity.light_change', rows: rows.changes },
    { table: 'capacity.pattern', rows: rows.patterns },
    { table: 'capacity.pattern_light', rows: rows.patternLights },
  ]
}

type Morning = { at: Date; first: LocalDate; last: LocalDate }

/** Teams that say the same every time, as the region manager should see. */
const unmoved: Partial<Record<Habit, Light>> = { 'always-red': 'red', 'never-changes': 'green' }

/** When the team says what room it has: each morning for that day, and the last time for two weeks ahead. */
function mornings(habit: Habit, random: Random, now: Date): Morning[] {
  const today = localDateOf(now)
  const every = habit === 'always-red' ? 3 : 1
  const past: Morning[] = []
  for (let back = weeksBack * 7; back >= 1; back -= every) {
    const on = addDays(today, -back)
    past.push({ at: moment(on, random), first: on, last: on })
  }
  const forgotten = past.filter(({ first }) => first < addDays(today, -8))
  if (habit === 'forgets')
    return [...forgotten.slice(0, -1), ahead(forgotten.at(-1), daysAhead)].flatMap((one) => one ?? [])
  const last = addDays(today, daysAhead)
  if (habit === 'due') {
    // Said before the newest requests were taken, so that she is asked whether it is still right.
    const earlier = { at: moment(addDays(today, -weekAheadSaid), random), first: addDays(today, 1), last }
    return [...past, earlier, { at: new Date(now.getTime() - 23.2 * 3_600_000), first: today, last: today }]
  }
  const early = moment(today, random)
  return [...past, { at: (early < now ? early : past.at(-1)?.at) ?? now, first: today, last }]
}

function ahead(morning: Morning | undefined, days: number): Morning | undefined {
  return morning && { ...morning, last: addDays(morning.first, days) }
}

function moment(on: LocalDate, random: Random): Date {
  return new Date(instantOf(on, '07:05').getTime() + random.whole(0, 80) * 60_000)
}

const pressure: Record<Daypart, number> = { morning: 0.12, afternoon: -0.12, evening: 0.02, night: -0.05 }

/** The further ahead, the more room there still seems to be. */
function lightOf(full: number, daypart: Daypart, ahead: number, random: Random): Light {
  const load = full + pressure[daypart] - Math.min(ahead, 10) * 0.02 + (random.next() - 0.5) * 0.2
  if (load > 0.78) return 'red'
  return load > 0.52 ? 'amber' : 'green'
}

function saying(light: Light, random: Random) {
  const reason =
    light === 'green'
      ? null
      : random.weighted([
          ['full-routes', 6],
          ['staff-ill', 3],
          ['holiday', 2],
          ['expertise-away', 1],
        ])
  const counts = light === 'green' && random.chance(0.4)
  return {
    light,
    reason,
    reason_text: null,
    until_at: null,
    free_minutes: counts ? random.whole(1, 8) * 30 : null,
    new_clients: counts ? random.whole(1, 3) : null,
  }
}

type Facts = { team_id: string; organization_id: string; region_id: string }

function addNightPattern(
  rows: { patterns: Row[]; patternLights: Row[] },
  facts: Facts,
  { nurse }: CareTeam,
  confirmedAt: Date,
): void {
  rows.patterns.push({
    ...facts,
    confirmed_at: confirmedAt,
    confirmed_by: nurse.userId,
    confirmed_by_name: nurse.name,
  })
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    rows.patternLights.push({
      ...facts,
      weekday,
      daypart: 'night',
      light: 'red',
      reason: 'other',
      reason_text: 'Wij werken niet in de nacht',
    })
  }
}

/** A cell that was said more than once keeps what was said last. */
function lastOfEach(rows: readonly Row[]): Row[] {
  const last = new Map(rows.map((row) => [`${row.team_id}|${row.light_on}|${row.daypart}`, row]))
  return [...last.values()]
}
