import type { FastifyInstance } from 'fastify'
import { newId } from '#kernel/ids.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import { acceptSuggestions, leaveSuggestions } from '../taken-room.ts'
import { findWeek } from '../week.ts'
import { paths, weekPath } from './paths.ts'
import { readSuggestionForm } from './suggestion-form.ts'
import { toPlaces } from './week-form.ts'
import { type Again, answerWithWeek, dayOf, idOf, refuse } from './week-routes.tsx'

const config = { who: ['capacity.set', 'organization.administer'] } as const

/** Accepting what is suggested after clients were taken on: one place, some, all or none. */
export function suggestionPage(app: FastifyInstance): void {
  app.post(paths.suggestion, { config }, async (request, reply) => {
    const { scope } = request
    const form = new FormReader(request.body)
    const first = dayOf(request, form.values.vanaf)
    const teamId = idOf(form.values.team)
    if (!teamId) throw new NotFound()
    const { chosen, others } = readSuggestionForm(form.values)
    const shownAt = form.parsed('getoond-op', toMoment, 'Open de pagina opnieuw') ?? scope.now()
    if (form.values.actie === 'laat' || chosen.length === 0) {
      await leaveSuggestions(scope, { teamId, cells: [...chosen, ...others], shownAt })
      return reply.seeOther(weekPath(teamId, first, { gedaan: 'gelaten' }))
    }
    const region = await getRegion(scope)
    const codes = listReasons(region, 'light').map(({ code }) => code)
    const reason = form.choice('reden-voorstel', codes)
    const key = form.line('key', { max: 40 }) ?? newId()
    const outcome = await acceptSuggestions(scope, { key, teamId, cells: chosen, without: others, shownAt, reason })
    if (outcome.ok) return reply.seeOther(weekPath(teamId, first, { gedaan: 'bewaard' }))

    const week = await findWeek(scope, teamId, first)
    if (!week) throw new NotFound()
    const places = toPlaces(week, scope.now())
    const again = (status: number, more: Again) =>
      answerWithWeek(request, reply, status, { week, places, values: form.values, ...more })
    if (outcome.refusal.code === 'another-suggestion')
      return answerWithWeek(request, reply, 409, { week, places, suggestionChanged: true })
    return refuse(outcome.refusal, places, again)
  })
}

function toMoment(text: string): Date | undefined {
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}
