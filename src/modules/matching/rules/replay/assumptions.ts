/**
 * Everything the replay takes for granted, in one place: the figure, what it stands for, and where it comes from, or the word
 * *assumed*. What the product knows itself (hard rules, points, prices, travel, Dutch holidays) is not here: the replay asks
 * the product.
 */
export type Assumption = { value: number; says: string; source: string }

const about = <Key extends string>(all: Record<Key, Assumption>) => all
const assumed = (value: number, says: string): Assumption => ({ value, says, source: 'assumed' })

export const assumptions = about({
  load: assumed(0.9, 'minutes in care against the minutes that teams have, over the whole time'),
  swing: assumed(0.12, 'how much the room of a team swings from week to week (standard deviation; illness, holidays)'),
  swingStays: assumed(0.7, 'how much of that swing is still there a week later'),
  leastSwing: assumed(0.3, 'share of its usual room that a team has left in the worst of weeks'),
  smallestTeamMinutes: assumed(60, 'minutes that a team has in a part of a day in which it works at all'),
  shortCareDays: assumed(
    30,
    'median days in care after a hospital or rehabilitation, for a request of one kind of care',
  ),
  longCareDays: assumed(70, 'median days in care of all other requests'),
  careDaysSpread: assumed(0.8, 'spread of the days in care (standard deviation of the logarithm)'),
  leastCareDays: assumed(3, 'days in care at least'),
  mostNights: assumed(
    14,
    'nights after which who waits in a hospital goes elsewhere, to a bed for a while; no more are counted',
  ),
  unwilling: assumed(0.08, 'share of requests that a team with room still does not take (skills on duty, safety, key)'),
  squeezeMinutes: assumed(30, 'minutes over its room in a part of a day that a team may still find'),
  squeeze: assumed(0.3, 'how often it does'),
  setsLight: assumed(0.88, 'share of days on which a team says in the morning what room it has'),
  lightHour: assumed(7.25, 'hour at which it does'),
  lightDays: assumed(1, 'days that what it said counts after its own day'),
  misjudged: assumed(0.3, 'by how much a team misjudges its free minutes (standard deviation of the logarithm)'),
  greenFrom: assumed(90, 'free minutes in a part of a day from which a team says green'),
  amberFrom: assumed(30, 'free minutes from which it says amber'),
  tellsMinutes: assumed(0.4, 'share of teams that tell minutes beside their light (as in the practice region)'),
  present: assumed(0.85, 'share of meetings at which an organisation is there'),
  meetingHour: {
    value: 13,
    says: 'hour of the daily meeting, on working days',
    source: 'daily meeting: Samen in de Wijkzorg, Arnhem; the hour is assumed',
  },
  widerAfterHours: {
    value: 48,
    says: 'hours after which teams of neighbouring areas are asked as well, in every way of working',
    source: 'the ladder of the preset after Arnhem: wider circle, joint discussion, neighbouring areas',
  },
  widerMinutes: assumed(25, 'minutes of travel that a team of another area accepts then'),
  officeFrom: assumed(8, 'hour from which people call and are at their desks, on working days'),
  officeTo: assumed(17, 'hour until which they are'),
  callMinutes: assumed(12, 'minutes between two calls of one caller, other work included'),
  reached: assumed(0.55, 'share of calls that somebody answers who may decide'),
  answersAtOnce: assumed(0.5, 'share of those that know at once; the others call back'),
  callBackMinutes: assumed(60, 'median minutes until they call back, in office hours'),
  callsPerDay: assumed(12, 'calls for one request after which the caller tries again the next working day'),
  replyMinutes: assumed(20, 'median minutes in which a team answers a question on its phone, in office hours'),
  replyMinutesOutside: assumed(60, 'the same in the evening and at the weekend'),
  replySpread: assumed(0.9, 'spread of both (standard deviation of the logarithm)'),
})

/** The figures alone: what the simulation works with, so that a sensitivity run can change one. */
export type Assumed = { [Key in keyof typeof assumptions]: number }

export function assumedWith(changed: Partial<Assumed> = {}): Assumed {
  const figures = Object.fromEntries(Object.entries(assumptions).map(([key, { value }]) => [key, value]))
  return { ...(figures as Assumed), ...changed }
}
