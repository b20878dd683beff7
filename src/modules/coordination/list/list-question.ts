import type { CareKind } from '#kernel/care-kinds.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { isId } from '#kernel/ids.ts'
import { type Priority, priorities } from '#kernel/priorities.ts'

/** The views of the list: to be taken, taken by somebody, taken by one's own organisation, and what that was asked. */
export const views = ['waiting', 'taken', 'own', 'asked'] as const
export type View = (typeof views)[number]

export type Filters = {
  teamId?: string
  careKind?: CareKind
  daypart?: Daypart
  priority?: Priority
  pc4?: string
}

/** What somebody asks of the list; the whole of it stands in the address, so that "back" and a bookmark keep it. */
export type ListQuestion = { view: View; filters: Filters; page: number }

export const rowsPerPage = 25
const lastPage = 400

const viewWords = { waiting: undefined, taken: 'genomen', own: 'van-ons', asked: 'gevraagd' } as const

/** Reads an address as somebody may have changed it by hand: what cannot be understood is left out. */
export function toListQuestion(query: unknown): ListQuestion {
  const given = (query ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof given[name] === 'string' ? (given[name] as string).trim() : '')
  const oneOf = <Code extends string>(codes: readonly Code[], name: string) => codes.find((code) => code === text(name))
  const page = /^\d{1,3}$/.test(text('pagina')) ? Number(text('pagina')) : 1
  return {
    view: views.find((view) => viewWords[view] === text('lijst')) ?? 'waiting',
    filters: withoutEmpty({
      teamId: isId(text('team')) ? text('team') : undefined,
      careKind: oneOf(careKinds, 'zorg'),
      daypart: oneOf(dayparts, 'dagdeel'),
      priority: oneOf(priorities, 'urgentie'),
      pc4: /^[1-9]\d{3}/.exec(text('postcode'))?.[0],
    }),
    page: Math.min(Math.max(page, 1), lastPage),
  }
}

/** The same question as the query of an address. */
export function toQuery({ view, filters, page }: ListQuestion): string {
  const query = new URLSearchParams()
  const add = (name: string, value: string | undefined) => value && query.set(name, value)
  add('lijst', viewWords[view])
  add('team', filters.teamId)
  add('zorg', filters.careKind)
  add('dagdeel', filters.daypart)
  add('urgentie', filters.priority)
  add('postcode', filters.pc4)
  if (page > 1) query.set('pagina', String(page))
  const text = query.toString()
  return text && `?${text}`
}

function withoutEmpty(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}
