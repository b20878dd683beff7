import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays, localDateOf, localTimeOf } from '#kernel/dates.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { Source } from '#modules/requests/new-request.ts'
import type { Random } from '../random.ts'
import { areas } from '../region/coordinating-teams.ts'
import type { PracticeRegion } from '../region/practice-region.ts'
import { inventRequest, type Wishes } from './cards.ts'
import { Course } from './course.ts'
import { between, chooseTaker, supplements } from './past.ts'
import { childWithBurns } from './question-text-rare.ts'
import { momentBefore } from './rhythm.ts'

/** What is open now, on purpose: something in every state, and enough on every list that somebody can choose to look at. */
export type OpenNow = {
  team: string
  shape:
    | 'new'
    | 'returned'
    | 'escalated'
    | 'joint'
    | 'overdue'
    | 'supplemented'
    | 'date-changed'
    | 'assigned'
    | 'start-not-confirmed'
  source?: Source
  taker?: string
  wishes?: Wishes
}

export const openNow: readonly OpenNow[] = [
  { team: 'arnhem-centrum', shape: 'returned', source: 'hospital' },
  { team: 'arnhem-centrum', shape: 'new', source: 'hospital' },
  { team: 'arnhem-centrum', shape: 'new', source: 'hospital', wishes: { careKind: 'nursing' } },
  {
    team: 'arnhem-centrum',
    shape: 'new',
    source: 'gp',
    wishes: { language: 'tr', careKind: 'personal-care', referrer: 'klaverblad' },
  },
  { team: 'arnhem-centrum', shape: 'new', source: 'informal-carer', wishes: { careKind: 'personal-care' } },
  { team: 'arnhem-centrum', shape: 'new', source: 'rehabilitation' },
  { team: 'arnhem-centrum', shape: 'date-changed', source: 'hospital' },
  { team: 'arnhem-centrum', shape: 'supplemented', source: 'gp', wishes: { referrer: 'klaverblad' } },
  { team: 'arnhem-centrum', shape: 'escalated', source: 'hospital' },
  { team: 'wondteam', shape: 'returned', source: 'gp', wishes: { careKind: 'wound' } },
  { team: 'wondteam', shape: 'new', source: 'hospital', wishes: { careKind: 'wound' } },
  // No team gives both: two together, by kind of care.
  {
    team: 'wondteam',
    shape: 'new',
    source: 'hospital',
    wishes: { careKind: 'child', also: { careKind: 'wound', about: childWithBurns } },
  },
  { team: 'wondteam', shape: 'new', source: 'gp', wishes: { careKind: 'wound', referrer: 'klaverblad' } },
  { team: 'wondteam', shape: 'new', source: 'home-care', wishes: { careKind: 'wound' } },
  { team: 'wondteam', shape: 'supplemented', source: 'hospital', wishes: { careKind: 'wound' } },
  { team: 'regioloket', shape: 'new', source: 'hospital', wishes: { careKind: 'short-stay' } },
  { team: 'regioloket', shape: 'new', source: 'informal-carer', wishes: { careKind: 'short-stay' } },
  { team: 'arnhem-zuid', shape: 'escalated', source: 'gp' },
  { team: 'overbetuwe', shape: 'joint', source: 'hospital' },
  { team: 'zevenaar', shape: 'joint', source: 'client' },
  { team: 'lingewaard', shape: 'overdue', source: 'hospital' },
  { team: 'renkum', shape: 'new', source: 'hospital' },
  { team: 'renkum', shape: 'new', source: 'case-manager', wishes: { careKind: 'dementia-casemanagement' } },
  { team: 'renkum', shape: 'new', source: 'social-team' },
  { team: 'wageningen', shape: 'new', source: 'hospital' },
  { team: 'wageningen', shape: 'new', source: 'gp' },
  { team: 'wageningen', shape: 'date-changed', source: 'hospital' },
  { team: 'arnhem-noord', shape: 'new', source: 'hospital' },
  { team: 'arnhem-oost', shape: 'new', source: 'client' },
  { team: 'rheden-rozendaal', shape: 'new', source: 'gp' },
  { team: 'doesburg', shape: 'new', source: 'hospital', wishes: { careKind: 'wound', pc4s: ['6981', '6982'] } },
  { team: 'palliatief-team', shape: 'new', source: 'gp', wishes: { careKind: 'palliative' } },
  { team: 'technisch-team', shape: 'new', source: 'hospital', wishes: { careKind: 'technical' } },
  { team: 'longteam', shape: 'new', source: 'hospital', wishes: { careKind: 'respiratory' } },
  { team: 'arnhem-centrum', shape: 'assigned', source: 'hospital', taker: 'rijnbocht' },
  { team: 'arnhem-centrum', shape: 'assigned', source: 'gp', taker: 'zilverbeek', wishes: { referrer: 'klaverblad' } },
  { team: 'arnhem-centrum', shape: 'assigned', source: 'hospital', taker: 'safraan' },
  { team: 'arnhem-oost', shape: 'assigned', source: 'hospital', taker: 'rijnbocht' },
  {
    team: 'wondteam',
    shape: 'assigned',
    source: 'hospital',
    taker: 'rijnbocht',
    wishes: { careKind: 'wound', pc4s: areas['arnhem-zuid']?.pc4s },
  },
  { team: 'arnhem-centrum', shape: 'start-not-confirmed', source: 'hospital', taker: 'rijnbocht' },
]

const hourLength = 3_600_000
const plainKinds: readonly CareKind[] = ['personal-care', 'personal-care', 'nursing', 'nursing', 'advice']

/** One open request as it is meant, invented until it is on the right list with enough time left. */
export function inventOpen(random: Random, region: PracticeRegion, meant: OpenNow, now: Date, count: number): Course {
  const source = meant.source ?? 'hospital'
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const [sentAt, priority] = sendingOf(random, meant, source, now)
    const wishes: Wishes = {
      careKind: random.pick(plainKinds),
      pc4s: areas[meant.team]?.pc4s,
      ...meant.wishes,
      priority,
    }
    const request = inventRequest(random, region, source, sentAt, count, wishes)
    const course = new Course(region, request)
    const team = region.teams.find(({ id }) => id === course.teamId)
    if (team?.slug === meant.team && live(random, course, meant, now)) return course
  }
  throw new Error(`No open request for ${meant.team} that is ${meant.shape}`)
}

function sendingOf(random: Random, { shape }: OpenNow, source: Source, now: Date): [Date, Priority] {
  if (shape === 'overdue') return [new Date(now.getTime() - 24 * hourLength - 240_000), 'within-24-hours']
  if (shape === 'joint') return [new Date(now.getTime() - (48.3 + 5 * random.next()) * hourLength), 'within-24-hours']
  if (shape === 'escalated') {
    const [priority, hours] = random.pick([
      ['within-24-hours', 24],
      ['within-48-hours', 48],
    ] as const)
    return [new Date(now.getTime() - (hours + 0.6 + 6 * random.next()) * hourLength), priority]
  }
  if (shape === 'returned')
    return [momentBefore(random, source, now, [30, 76]), random.pick(['within-24-hours', 'within-48-hours'])]
  if (shape === 'start-not-confirmed') return [momentBefore(random, source, now, [70, 220]), 'within-24-hours']
  if (shape === 'assigned')
    return [momentBefore(random, source, now, [14, 72]), random.pick(['within-48-hours', 'this-week'])]
  return [
    momentBefore(random, source, now, [0.3, 64]),
    random.weighted<Priority>([
      ['today', 1],
      ['within-24-hours', 4],
      ['within-48-hours', 5],
      ['this-week', 4],
      ['planned', 2],
    ]),
  ]
}

/** Lives up to now; false when this one cannot be what is meant. */
function live(random: Random, course: Course, { shape, taker }: OpenNow, now: Date): boolean {
  const { sentAt } = course.request
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourLength)
  const provider = course.region.providers.find(({ slug }) => slug === taker)
  const choose = () => {
    if (!provider) return chooseTaker(random, course)
    const inTeam = provider.people.find(({ role, teamIds }) => role === 'nurse' && teamIds.includes(course.teamId))
    return { provider, nurse: inTeam ?? provider.people.find(({ role }) => role === 'nurse') }
  }
  const take = (at: Date) => {
    const chosen = choose()
    course.take(at, chosen.provider, chosen.nurse)
  }
  switch (shape) {
    case 'overdue':
      return course.actBy !== undefined && course.actBy < now
    case 'escalated':
      course.passTo(now)
      return course.escalationLevel === 1 && hourOf(sentAt) >= 7
    case 'joint':
      // By the ladder: wider at 24 hours, and at 48 hours discussed by all teams together.
      course.passTo(new Date(sentAt.getTime() + 24.1 * hourLength))
      course.actBy = new Date(sentAt.getTime() + 48 * hourLength)
      course.passTo(now)
      return course.escalationLevel === 2
    case 'returned': {
      const takenAt = new Date(sentAt.getTime() + (1.5 + 3 * random.next()) * hourLength)
      const returnedAt = hoursAgo(0.7 + 15 * random.next())
      if (takenAt > returnedAt || hourOf(takenAt) < 8 || hourOf(returnedAt) < 8) return false
      take(takenAt)
      course.giveBack(returnedAt, random.pick(['no-room', 'expertise-missing', 'material-or-safety']))
      return hasTime(course, now)
    }
    case 'assigned': {
      const takenAt = between(random, sentAt, hoursAgo(1))
      if (course.startOn <= localDateOf(now) || hourOf(takenAt) < 8) return false
      take(takenAt)
      return hasTime(course, now)
    }
    case 'start-not-confirmed': {
      take(new Date(sentAt.getTime() + 3 * hourLength))
      course.passTo(now)
      return course.state === 'assigned' && (course.escalationLevel === 1 || course.escalationLevel === 2)
    }
    case 'supplemented':
      course.addSupplement(between(random, sentAt, now), random.pick(supplements))
      return hasTime(course, now)
    case 'date-changed':
      course.changeDate(between(random, sentAt, now), addDays(course.startOn, random.whole(1, 3)))
      return hasTime(course, now)
    case 'new':
      return hasTime(course, now)
  }
}

/** Still with its own team, or with its taker, and not about to move on. */
function hasTime({ actBy, entries }: Course, now: Date): boolean {
  const neverMovedUp = entries.every(({ code }) => code !== 'escalated')
  return neverMovedUp && actBy !== undefined && actBy.getTime() > now.getTime() + 1.25 * hourLength
}

function hourOf(at: Date): number {
  return Number(localTimeOf(at).slice(0, 2))
}
