import { type CareKind, careKinds, type Expertise, expertises } from '#kernel/care-kinds.ts'
import { addDays, daysBetween, isLocalDate, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { daysAhead, isPast } from './rules/cell.ts'

/** How the region is looked at: a day, a week, on the map, as a list. */
export const views = ['day', 'week', 'map', 'list'] as const
export type View = (typeof views)[number]

export type RegionFilters = {
  municipality?: string
  pc4?: string
  careKind?: CareKind
  expertise?: Expertise
  language?: string
  insurer?: string
  daypart?: Daypart
  /** Only teams with room. */
  room?: true
}

/** What somebody asks of the region view; the whole of it stands in the address, so that "back" and a bookmark keep it. */
export type RegionQuestion = { view: View; on: LocalDate; filters: RegionFilters; page: number }

const viewWords = { day: undefined, week: 'week', map: 'kaart', list: 'lijst' } as const
/** How far back lights can be looked up here; the calendar of a team goes on from there. */
const daysBack = 400
const lastPage = 400

/** Reads an address as somebody may have changed it by hand: what cannot be understood is left out. */
export function toRegionQuestion(query: unknown, today: LocalDate): RegionQuestion {
  const given = (query ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof given[name] === 'string' ? (given[name] as string).trim() : '')
  const oneOf = <Code extends string>(codes: readonly Code[], name: string) => codes.find((code) => code === text(name))
  const page = /^\d{1,3}$/.test(text('pagina')) ? Number(text('pagina')) : 1
  return {
    view: views.find((view) => viewWords[view] === text('beeld')) ?? 'day',
    on: dayNear(text('dag'), today),
    filters: withoutEmpty({
      municipality: text('gemeente').slice(0, 80) || undefined,
      pc4: /^[1-9]\d{3}/.exec(text('postcode'))?.[0],
      careKind: oneOf(careKinds, 'zorg'),
      expertise: oneOf(expertises, 'deskundigheid'),
      language: /^[a-z]{2,3}$/.exec(text('taal'))?.[0],
      insurer: /^\d{4}$/.exec(text('verzekeraar'))?.[0],
      daypart: oneOf(dayparts, 'dagdeel'),
      room: text('ruimte') === 'ja' ? true : undefined,
    }),
    page: Math.min(Math.max(page, 1), lastPage),
  }
}

export const teamsPerPage = { day: 40, list: 40, map: 0, week: 25 } as const

/** More teams than this are one too many to walk through: a day then shows them per municipality, folded. */
export const mostInOneList = 100

/** Whether this question is about the whole region, so that many teams are shown per municipality. */
export function isOfRegion({ view, filters, page }: RegionQuestion): boolean {
  return view === 'day' && page === 1 && !filters.municipality && !filters.pc4
}

/** The same question as the query of an address; today needs no words. */
export function toRegionQuery({ view, on, filters, page }: RegionQuestion, today: LocalDate): string {
  const query = new URLSearchParams()
  const add = (name: string, value: string | undefined) => value && query.set(name, value)
  add('beeld', viewWords[view])
  if (on !== today) query.set('dag', on)
  add('gemeente', filters.municipality)
  add('postcode', filters.pc4)
  add('zorg', filters.careKind)
  add('deskundigheid', filters.expertise)
  add('taal', filters.language)
  add('verzekeraar', filters.insurer)
  add('dagdeel', filters.daypart)
  add('ruimte', filters.room && 'ja')
  if (page > 1) query.set('pagina', String(page))
  const text = query.toString()
  return text && `?${text}`
}

/** The days that a view shows: a week is the seven days from the chosen one on, for who plans ahead also on a Sunday. */
export function daysOf({ view, on }: Pick<RegionQuestion, 'view' | 'on'>): { from: LocalDate; to: LocalDate } {
  return { from: on, to: view === 'week' ? addDays(on, 6) : on }
}

/** From the first to the last day, both with. */
export function listDays(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
}

/** The part of the day a picture is about: the chosen one, and else the one it is now, or the first of another day. */
export function daypartOf({ on, filters }: Pick<RegionQuestion, 'on' | 'filters'>, now: Date): Daypart {
  if (filters.daypart) return filters.daypart
  return on === localDateOf(now) ? (dayparts.find((daypart) => !isPast({ on, daypart }, now)) ?? 'night') : 'morning'
}

/**
 * The moment that a picture was made for, when nobody chose one: the day, and the part of it unless that was chosen. Tells when a
 * page that follows the clock is behind.
 */
export function clockOf({ on, filters }: Pick<RegionQuestion, 'on' | 'filters'>, now: Date): string | undefined {
  if (on !== localDateOf(now)) return undefined
  return filters.daypart ? on : `${on}.${daypartOf({ on, filters }, now)}`
}

/** The same, as an open page says it of itself. */
export function clockIn(query: unknown): string | undefined {
  const { nu } = (query ?? {}) as { nu?: unknown }
  return typeof nu === 'string' && /^\d{4}-\d\d-\d\d(\.[a-z]{5,9})?$/.test(nu) ? nu : undefined
}

/** The query of the address at which an open page hears what changes on it. */
export function toLiveQuery(question: RegionQuestion, now: Date, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...more,
    ...Object.fromEntries(new URLSearchParams(toRegionQuery(question, localDateOf(now)))),
  })
  const clock = clockOf(question, now)
  if (clock) query.set('nu', clock)
  return `?${query}`
}

export type Month = { from: LocalDate; to: LocalDate }

/** The month that somebody wants to see; this month when the address says nothing that is one. */
export function monthIn(query: unknown, today: LocalDate): Month {
  const { maand } = (query ?? {}) as { maand?: unknown }
  const day = typeof maand === 'string' && /^\d{4}-\d\d$/.test(maand) ? dayNear(`${maand}-01`, today) : today
  const from = `${day.slice(0, 7)}-01`
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}

/** A day that somebody can look at; another day becomes today. */
export function dayNear(text: string, today: LocalDate): LocalDate {
  if (!isLocalDate(text)) return today
  const distance = daysBetween(today, text)
  return distance < -daysBack || distance > daysAhead ? today : text
}

/** How many filters narrow the teams; which part of the day one looks at is not one of them. */
export function narrowing({ daypart: _, ...filters }: RegionFilters): number {
  return Object.keys(filters).length
}

function withoutEmpty(filters: RegionFilters): RegionFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}
