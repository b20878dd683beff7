import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addDays, isLocalDate, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { isId, newId } from '#kernel/ids.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { type FieldErrors, FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { cellKey, daysAhead } from '../rules/cell.ts'
import type { SetRefusal } from '../rules/setting.ts'
import { confirmLights, setLights, undoLights } from '../setting.ts'
import { cellRefusalText, undoRefusalText } from '../text.nl.ts'
import { findWeek, type Week, weekLength } from '../week.ts'
import { paths, weekPath } from './paths.ts'
import { type Place, proposeDay, proposeLastWeek, readPlaces, toPlaces, toWishes } from './week-form.ts'
import { NoTeamPage, WeekPage, type WeekPageProps } from './week-page.tsx'

const config = { who: ['capacity.set', 'organization.administer'] } as const

export function weekPage(app: FastifyInstance): void {
  app.get(paths.week, { config }, async (request, reply) => {
    const query = request.query as Record<string, unknown>
    const week = await findWeek(request.scope, idOf(query.team), dayOf(request, query.vanaf))
    if (!week) return reply.page(200, <NoTeamPage />)
    const places = propose(toPlaces(week, request.scope.now()), query)
    const done = ({ bewaard: 'saved', bevestigd: 'confirmed', terug: 'undone', gelaten: 'left' } as const)[
      String(query.gedaan)
    ]
    return answerWithWeek(request, reply, 200, { week, places, done })
  })

  app.post(paths.week, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const { scope } = request
    const first = dayOf(request, form.values.vanaf)
    const week = await findWeek(scope, idOf(form.values.team), first)
    if (!week) throw new NotFound()
    const region = await getRegion(scope)
    const key = form.line('key', { max: 40 }) ?? newId()
    const reason = form.choice(
      'reden',
      listReasons(region, 'light').map(({ code }) => code),
    )
    const reasonText = form.line('toelichting', { max: 200 })
    const places = readPlaces(toPlaces(week, scope.now()), form.values)
    const again = (status: number, more: Again) =>
      answerWithWeek(request, reply, status, { week, places, values: form.values, ...more })
    if (!form.ok) return again(422, { errors: form.errors })

    const cells = toWishes(week.team.id, places, week.lights, { reason, reasonText })
    const outcome = await setLights(scope, { key, channel: 'page', cells })
    if (!outcome.ok) return refuse(outcome.refusal, places, again)
    if (form.values.actie !== 'bevestig') return reply.seeOther(weekPath(week.team.id, first, { gedaan: 'bewaard' }))

    const changed = new Set(cells.map(cellKey))
    const rest = places.flatMap(({ on, daypart, seen }) => {
      const cell = { teamId: week.team.id, on, daypart, careKind: '' as const }
      return seen !== undefined && !changed.has(cellKey(cell)) ? [{ ...cell, seen }] : []
    })
    const confirmed = await confirmLights(scope, { key: `${key}:bevestig`, channel: 'page', cells: rest })
    if (!confirmed.ok) return refuse(confirmed.refusal, places, again)
    return reply.seeOther(weekPath(week.team.id, first, { gedaan: 'bevestigd' }))
  })

  app.post(paths.undo, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const first = dayOf(request, form.values.vanaf)
    const changeSetId = idOf(form.values.wijziging)
    const teamId = idOf(form.values.team)
    if (!changeSetId || !teamId) throw new NotFound()
    const outcome = await undoLights(request.scope, { changeSetId })
    if (outcome.ok) return reply.seeOther(weekPath(teamId, first, { gedaan: 'terug' }))
    const week = await findWeek(request.scope, teamId, first)
    if (!week) throw new NotFound()
    const places = toPlaces(week, request.scope.now())
    return answerWithWeek(request, reply, 409, { week, places, notUndone: undoRefusalText[outcome.refusal] })
  })
}

export type Again = { errors?: FieldErrors; changed?: WeekPageProps['changed']; places?: readonly Place[] }
type Shown = Again & {
  week: Week
  places: readonly Place[]
  values?: FormValues
  done?: WeekPageProps['done']
  notUndone?: string
  suggestionChanged?: boolean
}

export async function answerWithWeek(request: FastifyRequest, reply: FastifyReply, status: number, shown: Shown) {
  const region = await getRegion(request.scope)
  const now = request.scope.now()
  const page = { ...shown, reasons: listReasons(region, 'light'), now, today: localDateOf(now) }
  return reply.page(status, <WeekPage {...page} formKey={newId()} />)
}

/** A refusal leads back to the same week with what was chosen; after a colleague's change the new state is the one looked at. */
export function refuse(
  refusal: SetRefusal,
  places: readonly Place[],
  again: (status: number, more: Again) => Promise<unknown>,
) {
  if (refusal.code === 'not-valid') {
    const why = refusal.cells[0]?.why ?? 'past'
    const field = why === 'reason-wants-text' || why === 'text-too-long' ? 'toelichting' : 'reden'
    return again(422, { errors: { [field]: cellRefusalText[why] } })
  }
  const now = new Map(refusal.cells.map((one) => [`${one.on}|${one.daypart}`, one]))
  return again(409, {
    changed: refusal.cells,
    places: places.map((place) => {
      const theirs = now.get(`${place.on}|${place.daypart}`)
      return theirs ? { ...place, shown: theirs.light } : place
    }),
  })
}

function propose(places: Place[], query: Record<string, unknown>): Place[] {
  if (query.vul === 'vorige-week') return proposeLastWeek(places)
  if (typeof query.kopieer === 'string' && isLocalDate(query.kopieer)) return proposeDay(places, query.kopieer)
  return places
}

/** From today until as far ahead as can be set. */
export function dayOf(request: FastifyRequest, text: unknown): LocalDate {
  const today = localDateOf(request.scope.now())
  const last = addDays(today, daysAhead - weekLength + 1)
  if (typeof text !== 'string' || !isLocalDate(text) || text < today) return today
  return text > last ? last : text
}

export function idOf(value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string' || !isId(value)) throw new NotFound()
  return value
}
