import type { Deadline } from '#kernel/deadline.ts'
import type { AskAtOnce, Preset, WayOfWorking } from './way-of-working.ts'

const clock = (hours: number): Deadline => ({ kind: 'clock', hours })
const working = (hours: number): Deadline => ({ kind: 'working', hours })

/** What the presets have in common; each says everything in which it differs. */
function agreedByAll(fallbackDeskId: string) {
  return {
    fallbackDeskId,
    channels: ['website', 'phone', 'portal', 'api'],
    askAtOnce: null,
    rounds: [],
    inquiry: working(4),
    confirmAssignment: working(4),
    question: working(9),
    disclosure: {
      waiting: { others: 'card', holder: 'card' },
      asked: { asked: 'card' },
      taken: { taker: 'identity', others: 'card' },
    },
    otherParties: ['welfare', 'municipality', 'case-manager'],
    opening: { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' },
    deadlines: {
      today: clock(4),
      'within-24-hours': clock(24),
      'within-48-hours': clock(48),
      'this-week': working(27),
      planned: working(45),
    },
    confirmStart: working(9),
    escalation: working(9),
    closeAfterDays: 14,
  } as const satisfies Partial<WayOfWorking>
}

const remindAt = 0.75
const circleThenJoint = [
  { step: 'wider-circle', after: clock(24) },
  { step: 'joint-discussion', after: clock(48) },
] as const

/** After Samen in de Wijkzorg: daily meetings of coordinating teams; urgent requests run on the clock, the others in office hours. */
export function coordinatingTeams(fallbackDeskId: string): WayOfWorking {
  return {
    ...agreedByAll(fallbackDeskId),
    preset: 'coordinating-teams',
    routing: 'route-table',
    preferredFirst: null,
    distribution: 'meeting',
    choice: { by: 'nobody', within: working(9), afterwards: 'holder' },
    ladder: {
      remindAt,
      steps: [
        ...circleThenJoint,
        { step: 'neighbouring-areas', after: clock(72) },
        { step: 'region-manager', after: clock(96) },
      ],
    },
    lightAudience: 'teams',
    beds: false,
    desk: true,
    consult: false,
  }
}

/** After Zorg in mijn Wijk: one entry, and a meeting every working day that weighs expertise, staffing and travel. */
function centralIntake(fallbackDeskId: string): WayOfWorking {
  return {
    ...agreedByAll(fallbackDeskId),
    preset: 'central-intake',
    routing: 'one-entry',
    preferredFirst: null,
    distribution: 'meeting',
    choice: { by: 'nobody', within: working(9), afterwards: 'holder' },
    ladder: {
      remindAt,
      steps: [
        { step: 'wider-circle', after: clock(24) },
        { step: 'joint-discussion', after: clock(48) },
        { step: 'region-manager', after: clock(72) },
      ],
    },
    lightAudience: 'referrers',
    beds: false,
    desk: true,
    consult: false,
  }
}

/** After Wijkzorg Amstelveen: a few organisations, one counter, every request offered to all; the client may choose. */
function sharedCounter(fallbackDeskId: string): WayOfWorking {
  return {
    ...agreedByAll(fallbackDeskId),
    preset: 'shared-counter',
    routing: 'one-entry',
    preferredFirst: null,
    distribution: 'inquiry-to-all',
    inquiry: working(4),
    choice: { by: 'client', within: working(9), afterwards: 'earliest-offer' },
    ladder: { remindAt, steps: [...circleThenJoint, { step: 'region-manager', after: clock(72) }] },
    lightAudience: 'everyone',
    beds: false,
    desk: true,
    consult: false,
  }
}

/**
 * After Coördinatiepunt WSD: who asks tried the preferred organisation once; then a phone desk takes over, also for urgent
 * beds, and knows who it calls about.
 */
function coordinationPoint(fallbackDeskId: string): WayOfWorking {
  return {
    ...agreedByAll(fallbackDeskId),
    preset: 'coordination-point',
    channels: ['phone', 'portal', 'api'],
    routing: 'one-entry',
    preferredFirst: null,
    distribution: 'desk',
    inquiry: clock(2),
    confirmAssignment: clock(2),
    choice: { by: 'nobody', within: working(9), afterwards: 'holder' },
    disclosure: {
      waiting: { others: 'card', holder: 'identity' },
      asked: { asked: 'card' },
      taken: { taker: 'identity', others: 'card' },
    },
    ladder: {
      remindAt,
      steps: [
        { step: 'wider-circle', after: clock(24) },
        { step: 'region-manager', after: clock(48) },
        { step: 'insurer-mediation', after: clock(72) },
      ],
    },
    lightAudience: 'referrers',
    beds: true,
    desk: true,
    consult: false,
    opening: { days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '22:00' },
  }
}

/** After Regionaal Transferpunt Zoetermeer: one number or one referral; triage, beds and home care together; advice at hand. */
function transferPoint(fallbackDeskId: string): WayOfWorking {
  return {
    ...agreedByAll(fallbackDeskId),
    preset: 'transfer-point',
    channels: ['phone', 'portal', 'api'],
    routing: 'one-entry',
    preferredFirst: clock(2),
    distribution: 'desk',
    inquiry: clock(2),
    confirmAssignment: clock(2),
    choice: { by: 'referrer', within: clock(4), afterwards: 'holder' },
    disclosure: {
      waiting: { others: 'card', holder: 'identity' },
      asked: { asked: 'card' },
      taken: { taker: 'identity', others: 'card' },
    },
    ladder: {
      remindAt,
      steps: [
        { step: 'wider-circle', after: clock(24) },
        { step: 'region-manager', after: clock(48) },
        { step: 'insurer-mediation', after: clock(72) },
      ],
    },
    lightAudience: 'referrers',
    beds: true,
    desk: true,
    consult: true,
  }
}

/** After Zuidoost-Brabant: posting blocks and fixed answer moments; what is open after 48 hours goes to the joint discussion. */
function answerRounds(fallbackDeskId: string): WayOfWorking {
  return {
    ...agreedByAll(fallbackDeskId),
    preset: 'answer-rounds',
    routing: 'route-table',
    preferredFirst: null,
    distribution: 'inquiry-to-all',
    rounds: [
      { postUntil: '09:30', answerAt: '11:00' },
      { postUntil: '13:30', answerAt: '15:00' },
    ],
    choice: { by: 'nobody', within: working(2), afterwards: 'earliest-offer' },
    ladder: {
      remindAt,
      steps: [
        { step: 'joint-discussion', after: clock(48) },
        { step: 'neighbouring-areas', after: clock(72) },
        { step: 'region-manager', after: clock(96) },
      ],
    },
    lightAudience: 'teams',
    beds: false,
    desk: true,
    consult: false,
    deadlines: {
      today: clock(4),
      'within-24-hours': clock(24),
      'within-48-hours': clock(48),
      'this-week': clock(48),
      planned: clock(48),
    },
  }
}

/**
 * After West- and Midden-Brabant: the preferred organisation first; when it cannot, the switch team assigns to the party or
 * parties that fit best, welfare included.
 */
function switchTeam(fallbackDeskId: string): WayOfWorking {
  return {
    ...agreedByAll(fallbackDeskId),
    preset: 'switch-team',
    routing: 'route-table',
    preferredFirst: working(9),
    distribution: 'switch-team',
    choice: { by: 'nobody', within: working(9), afterwards: 'holder' },
    ladder: { remindAt, steps: [...circleThenJoint, { step: 'region-manager', after: clock(72) }] },
    lightAudience: 'teams',
    beds: false,
    desk: true,
    consult: true,
  }
}

const filledIn: Record<Preset, (fallbackDeskId: string) => WayOfWorking> = {
  'coordinating-teams': coordinatingTeams,
  'central-intake': centralIntake,
  'shared-counter': sharedCounter,
  'coordination-point': coordinationPoint,
  'transfer-point': transferPoint,
  'answer-rounds': answerRounds,
  'switch-team': switchTeam,
}

/** A whole way of working, as this preset fills it in. */
export function fillIn(preset: Preset, fallbackDeskId: string): WayOfWorking {
  return filledIn[preset](fallbackDeskId)
}

/**
 * The variant of every preset that asks by itself before anybody meets. The figures are those of the replay (docs/replay.md), where
 * asking the wished organisation first cost no time.
 */
export const usualAskAtOnce: AskAtOnce = {
  minutes: { today: 15, 'within-24-hours': 30, 'within-48-hours': 45, 'this-week': 90, planned: 180 },
  together: 1,
  mostParties: 4,
  mostPerTeam: 6,
  from: '07:30',
  to: '20:00',
  wishedFirst: true,
}
