import type { Priority } from '#kernel/priorities.ts'

/**
 * What the division weighs beside the points of the shortlist, in the same points. Three steps, each dearer than all of the one before:
 * any one team that can, two teams that can together, leaving open. Two requests for within 48 hours outweigh one for within 24
 * hours: that is a choice, made here.
 */
export const openPrice: Record<Priority, number> = {
  today: 6000,
  'within-24-hours': 3000,
  'within-48-hours': 1600,
  'this-week': 800,
  planned: 600,
}

/** A seventh more for each day that a request waits, so that light requests do not keep a heavy one waiting for ever. */
export function unplacedPrice(priority: Priority, waitedDays: number): number {
  const days = Math.min(mostDays, Math.max(0, Math.floor(waitedDays)))
  return openPrice[priority] + Math.round((openPrice[priority] * days) / 7)
}

const mostDays = 28

/** For each day later than asked. */
export const laterPrice: Record<Priority, number> = {
  today: 100,
  'within-24-hours': 60,
  'within-48-hours': 15,
  'this-week': 8,
  planned: 3,
}

/** How many days later care may begin, when the day is not certain: the sooner it is needed, the fewer. */
export const laterDays: Record<Priority, readonly number[]> = {
  today: [0],
  'within-24-hours': [0],
  'within-48-hours': [0, 1],
  'this-week': [0, 1, 2],
  planned: [0, 1, 3],
}

/**
 * Beside that, for each night that somebody stays in a bed of a hospital or a rehabilitation centre meanwhile: more than a greener light, less
 * travel or any one wish gives. Without it the replay gave them a later day for such a gain, some two nights per hundred.
 */
export const bedNightPrice = 40
const mostBedNights = 1

/** On which days care may begin, and what each day later costs. None later when the day was named. */
export function laterTerms(
  priority: Priority,
  { dayIsCertain, inBed }: { dayIsCertain: boolean; inBed: boolean },
): { days: readonly number[]; price: number } {
  if (dayIsCertain) return { days: [0], price: 0 }
  const [days, price] = [laterDays[priority], laterPrice[priority]]
  return inBed
    ? { days: days.filter((later) => later <= mostBedNights), price: price + bedNightPrice }
    : { days, price }
}

/** For two teams at one door: one face goes before points, so it costs more than the worst team on the latest day. */
export const splitPrice = 305

/**
 * The same by kind of care: then two people may come for one visit. So two teams by part of the day go before it, also when that takes more
 * travel or leaves any one wish out.
 */
export const kindSplitPrice = splitPrice + 40

/** For another team than the proposal before: fewer than that would not be worth telling people otherwise. */
export const movePrice = 15
