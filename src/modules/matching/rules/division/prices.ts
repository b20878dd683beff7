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
  planned: 540,
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

/** For two teams at one door: one face goes before points, so it costs more than the worst team on the latest day. */
export const splitPrice = 265

/** For another team than the proposal before: fewer than that would not be worth telling people otherwise. */
export const movePrice = 15
