import { expect, test } from 'vitest'
import { fillIn, usualAskAtOnce } from '#modules/regions/index.ts'
import { type PastRequest, replay } from './replay.ts'

const monday = new Date('2026-11-23T08:00:00Z')
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)
const now = later(500)
const past = (over: Partial<PastRequest> = {}): PastRequest => ({
  priority: 'within-24-hours',
  sentAt: monday,
  takenAt: later(2),
  endedAt: null,
  wishedId: null,
  takerId: 'alfa',
  ...over,
})

test('counts what was in time, reminded and moved up, by the moments at which it really happened', () => {
  const way = fillIn('coordinating-teams', 'desk')
  const told = replay(
    [past(), past({ takenAt: later(20) }), past({ takenAt: later(30) }), past({ takenAt: null })],
    way,
    now,
  )
  expect(told).toMatchObject({ requests: 4, inTime: 2, reminded: 3, askedFirst: 0 })
  expect(told.steps).toEqual({ 'wider-circle': 2, 'joint-discussion': 1, 'neighbouring-areas': 1, 'region-manager': 1 })
})

test('one that was withdrawn waited no longer than that', () => {
  const told = replay([past({ takenAt: null, endedAt: later(1) })], fillIn('coordinating-teams', 'desk'), now)
  expect(told).toMatchObject({ inTime: 0, reminded: 0, steps: {} })
})

test('preferred first counts who would have been asked, and who took it within those hours', () => {
  const way = fillIn('switch-team', 'desk')
  const wished = { wishedId: 'alfa' }
  const told = replay(
    [past(wished), past({ ...wished, takenAt: later(30) }), past({ wishedId: 'beta' }), past()],
    way,
    now,
  )
  expect(told).toMatchObject({ askedFirst: 3, takenFirst: 1 })
})

test('asking at once counts who would have been asked on coming in, and who only after the quiet hours', () => {
  const way = { ...fillIn('coordinating-teams', 'desk'), askAtOnce: usualAskAtOnce }
  const evening = new Date('2026-11-23T21:00:00Z')
  const requests = [past(), past({ sentAt: evening }), past({ sentAt: evening, priority: 'today' })]
  expect(replay(requests, way, now)).toMatchObject({ askedAtOnce: 1, askedInTheMorning: 1 })
  expect(replay(requests, { ...way, askAtOnce: null }, now)).toMatchObject({ askedAtOnce: 0, askedInTheMorning: 0 })
})
