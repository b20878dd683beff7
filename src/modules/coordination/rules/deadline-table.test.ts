import { describe, expect, test } from 'vitest'
import { instantOf, localDateOf, localTimeOf } from '#kernel/dates.ts'
import { dueAt } from '#kernel/deadline.ts'
import { priorities } from '#kernel/priorities.ts'
import { confirmStartBy, fillIn } from '#modules/regions/index.ts'
import { firstAwake } from './ask-at-once.ts'
import { answerBy } from './inquiry.ts'
import { climb, remindAt } from './ladder.ts'
import { runOn } from './resting.ts'

const way = fillIn('coordinating-teams', 'desk')
const switchTeam = fillIn('switch-team', 'desk')
const rounds = [
  { postUntil: '10:00', answerAt: '12:00' },
  { postUntil: '15:00', answerAt: '17:00' },
]

/** The moments at which a calendar is hard. Somebody is there on Monday to Friday from 8:00 to 17:00, not on Dutch public holidays. */
const moments = {
  // At 2:00 on Sunday the clock goes to 3:00. That Sunday is Easter, and Easter Monday is a holiday: Tuesday is the first working day.
  spring: '2027-03-27 22:00',
  // At 3:00 on Sunday the clock goes back to 2:00; Monday is a working day.
  autumn: '2027-10-30 22:00',
  // Two hours before closing on Monday; Tuesday is King's Day.
  kingsday: '2027-04-26 15:00',
  // An hour before closing on Friday.
  weekend: '2027-02-05 16:00',
  // An hour before closing on Thursday; New Year's Day is a Friday, so that nobody is there until Monday.
  newYear: '2026-12-31 16:00',
} as const
type Moment = keyof typeof moments

const instant = (local: string) => instantOf(local.slice(0, 10), local.slice(11))
const local = (at: Date) => `${localDateOf(at)} ${localTimeOf(at)}`
const hoursOn = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000)

type Line = [kind: string, why: string, due: (from: Date) => Date | null | undefined, expected: Record<Moment, string>]

/** Each kind of deadline, in the terms of the presets, with the reasoning. */
const table: readonly Line[] = [
  [
    'act-by of a request for today: 4 hours',
    'hours that really pass: an hour is lost or won when the clock changes, and nights and days off count',
    (from) => dueAt(from, way.deadlines.today, way.opening),
    {
      spring: '2027-03-28 03:00',
      autumn: '2027-10-31 02:00',
      kingsday: '2027-04-26 19:00',
      weekend: '2027-02-05 20:00',
      newYear: '2026-12-31 20:00',
    },
  ],
  [
    'act-by within 24 hours',
    'the same time of day, but an hour later after the night that was short and an hour earlier after the long one',
    (from) => dueAt(from, way.deadlines['within-24-hours'], way.opening),
    {
      spring: '2027-03-28 23:00',
      autumn: '2027-10-31 21:00',
      kingsday: '2027-04-27 15:00',
      weekend: '2027-02-06 16:00',
      newYear: '2027-01-01 16:00',
    },
  ],
  [
    'act-by within 48 hours',
    'two such days; a holiday does not stop it, because the client waits on a holiday too',
    (from) => dueAt(from, way.deadlines['within-48-hours'], way.opening),
    {
      spring: '2027-03-29 23:00',
      autumn: '2027-11-01 21:00',
      kingsday: '2027-04-28 15:00',
      weekend: '2027-02-07 16:00',
      newYear: '2027-01-02 16:00',
    },
  ],
  [
    'act-by this week: 27 working hours',
    'three full working days, or what is left of today and three more parts; a changed clock at night touches no working day',
    (from) => dueAt(from, way.deadlines['this-week'], way.opening),
    {
      spring: '2027-04-01 17:00',
      autumn: '2027-11-03 17:00',
      kingsday: '2027-04-30 15:00',
      weekend: '2027-02-10 16:00',
      newYear: '2027-01-06 16:00',
    },
  ],
  [
    'act-by of planned care: 45 working hours',
    'five working days: over Easter to the Monday after it; from before King’s Day into the next week',
    (from) => dueAt(from, way.deadlines.planned, way.opening),
    {
      spring: '2027-04-05 17:00',
      autumn: '2027-11-05 17:00',
      kingsday: '2027-05-04 15:00',
      weekend: '2027-02-12 16:00',
      newYear: '2027-01-08 16:00',
    },
  ],
  [
    'reminder at 75 % of 24 hours',
    'eighteen hours as they really pass: in the short night the clock shows nineteen, in the long one seventeen',
    (from) => remindAt(from, dueAt(from, way.deadlines['within-24-hours'], way.opening), way),
    {
      spring: '2027-03-28 17:00',
      autumn: '2027-10-31 15:00',
      kingsday: '2027-04-27 09:00',
      weekend: '2027-02-06 10:00',
      newYear: '2027-01-01 10:00',
    },
  ],
  [
    'first step of the ladder after 24 hours: until the joint discussion at 48, or nine working hours when that is sooner',
    'the second day ends before the desk has had nine working hours, but not over the autumn night, which ends on a working Monday',
    (from) => {
      const promisedBy = dueAt(from, way.deadlines['within-24-hours'], way.opening)
      return climb({ level: 0, clockStartedAt: from, promisedBy }, way, promisedBy).actBy
    },
    {
      spring: '2027-03-29 23:00',
      autumn: '2027-11-01 17:00',
      kingsday: '2027-04-28 15:00',
      weekend: '2027-02-07 16:00',
      newYear: '2027-01-02 16:00',
    },
  ],
  [
    'last step of the ladder: nine working hours',
    'nothing comes above it, so the region office has a working day, whatever lies between',
    (from) => climb({ level: 3, clockStartedAt: hoursOn(from, -96), promisedBy: hoursOn(from, -72) }, way, from).actBy,
    {
      spring: '2027-03-30 17:00',
      autumn: '2027-11-01 17:00',
      kingsday: '2027-04-28 15:00',
      weekend: '2027-02-08 16:00',
      newYear: '2027-01-04 16:00',
    },
  ],
  [
    'inquiry, and advice of a specialist: 4 working hours',
    'organisations answer while somebody is there: what is left of today counts, nights and days off do not',
    (from) => answerBy({ ...way, rounds: [] }, from),
    {
      spring: '2027-03-30 12:00',
      autumn: '2027-11-01 12:00',
      kingsday: '2027-04-28 10:00',
      weekend: '2027-02-08 11:00',
      newYear: '2027-01-04 11:00',
    },
  ],
  [
    'the preferred organisation alone: 9 working hours',
    'it has a working day of its own, also when it is asked an hour before a weekend',
    (from) => switchTeam.preferredFirst && dueAt(from, switchTeam.preferredFirst, switchTeam.opening),
    {
      spring: '2027-03-30 17:00',
      autumn: '2027-11-01 17:00',
      kingsday: '2027-04-28 15:00',
      weekend: '2027-02-08 16:00',
      newYear: '2027-01-04 16:00',
    },
  ],
  [
    'asked at once: half an hour, between 8:00 and 20:00 on any day',
    'a phone is answered on holidays too, but not at night: what comes in at ten is asked at eight by the clock of that day',
    (from) => hoursOn(firstAwake({ from: '08:00', to: '20:00' }, from), 0.5),
    {
      spring: '2027-03-28 08:30',
      autumn: '2027-10-31 08:30',
      kingsday: '2027-04-26 15:30',
      weekend: '2027-02-05 16:30',
      newYear: '2026-12-31 16:30',
    },
  ],
  [
    'round: post until 10:00 or 15:00, answered at 12:00 or 17:00',
    'at 15:00 sharp the afternoon block is over; a round is held on working days only',
    (from) => answerBy({ ...way, rounds }, from),
    {
      spring: '2027-03-30 12:00',
      autumn: '2027-11-01 12:00',
      kingsday: '2027-04-28 12:00',
      weekend: '2027-02-08 12:00',
      newYear: '2027-01-04 12:00',
    },
  ],
  [
    'choice between offers: 9 working hours',
    'a client who hears of offers on Friday afternoon has until Monday afternoon',
    (from) => dueAt(from, way.choice.within, way.opening),
    {
      spring: '2027-03-30 17:00',
      autumn: '2027-11-01 17:00',
      kingsday: '2027-04-28 15:00',
      weekend: '2027-02-08 16:00',
      newYear: '2027-01-04 16:00',
    },
  ],
  [
    'question to the requester: 9 working hours',
    'the transfer nurse who asked is there on working days',
    (from) => dueAt(from, way.question, way.opening),
    {
      spring: '2027-03-30 17:00',
      autumn: '2027-11-01 17:00',
      kingsday: '2027-04-28 15:00',
      weekend: '2027-02-08 16:00',
      newYear: '2027-01-04 16:00',
    },
  ],
  [
    'act-by after a rest of 40 hours, with 24 hours left',
    'what was left is left again: 64 hours after the question in all, as they really pass',
    (from) => runOn({ from, actByBefore: hoursOn(from, 24) }, 'clock', way.opening, hoursOn(from, 40)),
    {
      spring: '2027-03-30 15:00',
      autumn: '2027-11-02 13:00',
      kingsday: '2027-04-29 07:00',
      weekend: '2027-02-08 08:00',
      newYear: '2027-01-03 08:00',
    },
  ],
  [
    'confirming an assignment, a new date, or taking a client over: 4 working hours',
    'as an inquiry: whoever is asked has half a working day',
    (from) => dueAt(from, way.confirmAssignment, way.opening),
    {
      spring: '2027-03-30 12:00',
      autumn: '2027-11-01 12:00',
      kingsday: '2027-04-28 10:00',
      weekend: '2027-02-08 11:00',
      newYear: '2027-01-04 11:00',
    },
  ],
  [
    'confirming the start, care beginning the day after: 9 working hours from 8:00 of that day',
    'care begins on Sundays and holidays too; who confirms it is in the office on the first working day',
    (from) => confirmStartBy(way, instantOf(localDateOf(hoursOn(from, 24)), way.opening.from), from),
    {
      spring: '2027-03-30 17:00',
      autumn: '2027-11-01 17:00',
      kingsday: '2027-04-28 17:00',
      weekend: '2027-02-08 17:00',
      newYear: '2027-01-04 17:00',
    },
  ],
  [
    'after an escalation: 9 working hours',
    'the desk that gets it has a working day',
    (from) => dueAt(from, way.escalation, way.opening),
    {
      spring: '2027-03-30 17:00',
      autumn: '2027-11-01 17:00',
      kingsday: '2027-04-28 15:00',
      weekend: '2027-02-08 16:00',
      newYear: '2027-01-04 16:00',
    },
  ],
  [
    'closing by itself: 14 days after the start was confirmed',
    'fourteen times 24 hours: nobody waits for it, so an hour more or less on the clock does no harm',
    (from) => hoursOn(from, way.closeAfterDays * 24),
    {
      spring: '2027-04-10 23:00',
      autumn: '2027-11-13 21:00',
      kingsday: '2027-05-10 15:00',
      weekend: '2027-02-19 16:00',
      newYear: '2027-01-14 16:00',
    },
  ],
]

describe.each(table)('%s (%s)', (_kind, _why, due, expected) => {
  test.each(Object.keys(moments) as Moment[])('%s', (moment) => {
    const at = due(instant(moments[moment]))
    expect(at && local(at)).toBe(expected[moment])
  })
})

test('no deadline comes before now', () => {
  for (const from of Object.values(moments).map(instant))
    for (const [, , due] of table) expect(due(from)!.getTime()).toBeGreaterThan(from.getTime())
})

test('no kind of deadline that a region agrees on is missing: a new one asks for a line above', () => {
  const terms = Object.entries(switchTeam).flatMap(([name, value]) => termsIn(name, value))
  expect(terms.sort()).toEqual([
    'choice.within',
    'confirmAssignment',
    'confirmStart',
    ...priorities.map((priority) => `deadlines.${priority}`).sort(),
    'escalation',
    'inquiry',
    'preferredFirst',
    'question',
  ])
})

/** The terms in a way of working, but for the steps of its ladder, which are looked at as a whole. */
function termsIn(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || name === 'ladder') return []
  if ('kind' in value && 'hours' in value) return [name]
  return Object.entries(value).flatMap(([inner, one]) => termsIn(`${name}.${inner}`, one))
}

test('the same moment gives the same deadline, whatever the machine believes its own time zone to be', () => {
  const spring = instant(moments.spring)
  expect(spring.toISOString()).toBe('2027-03-27T21:00:00.000Z')
  expect(hoursOn(spring, 4).toISOString()).toBe('2027-03-28T01:00:00.000Z')
})
