import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { planDuty, removeDuty, saveDesk, setBusy } from '#modules/organizations/index.ts'
import { idIn } from '#platform/http/address.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { dutyRefusalText } from '../../desk/desk.nl.ts'
import { getRoster } from '../../desk/roster.ts'
import { deskPaths } from './paths.ts'
import { readHours, readTurn } from './read-desk.ts'
import { RosterPage } from './roster-page.tsx'

const config = { who: ['desk.work', 'region.manage'] } as const
const minuteLength = 60_000

/** Hours, partner and roster of a desk: kept by who works there, and by the region manager. */
export const rosterRoutes: Routes = (app) => {
  app.get(deskPaths.roster, { config }, async (request, reply) => show(request, reply))

  app.post(deskPaths.saveDesk(':id'), { config }, async (request, reply) => {
    const deskId = idIn(request)
    const form = new FormReader(request.body)
    const hours = readHours(form)
    const outcome = hours && (await saveDesk(request.scope, { deskId, ...hours }))
    if (outcome?.ok) return reply.seeOther(deskPaths.rosterOf(deskId))
    if (outcome) form.refuse('partner', 'Kies een team dat nog werkt')
    return show(request, reply, { deskId, form })
  })

  app.post(deskPaths.busy(':id'), { config }, async (request, reply) => {
    const minutes = new FormReader(request.body).integer('minuten', { min: 0, max: 480 }) ?? 0
    const until = minutes > 0 ? new Date(request.scope.now().getTime() + minutes * minuteLength) : null
    const deskId = idIn(request)
    await setBusy(request.scope, { deskId, until })
    return reply.seeOther(deskPaths.rosterOf(deskId))
  })

  app.post(deskPaths.duties(':id'), { config }, async (request, reply) => {
    const deskId = idIn(request)
    const form = new FormReader(request.body)
    const turn = readTurn(form)
    const outcome = turn && (await planDuty(request.scope, { deskId, ...turn }))
    if (outcome?.ok) return reply.seeOther(deskPaths.rosterOf(deskId))
    if (outcome) form.refuse('until', dutyRefusalText[outcome.refusal.code])
    return show(request, reply, { deskId, form })
  })

  app.post(deskPaths.removeDuty(':id', ':dutyId'), { config }, async (request, reply) => {
    const { dutyId } = request.params as { dutyId: string }
    if (!isId(dutyId)) throw new NotFound()
    const deskId = idIn(request)
    await removeDuty(request.scope, { deskId, id: dutyId })
    return reply.seeOther(deskPaths.rosterOf(deskId))
  })

  for (const path of [deskPaths.saveDesk(':id'), deskPaths.duties(':id')])
    app.get(path, { config }, async (_request, reply) => reply.seeOther(deskPaths.roster))
}

async function show(request: FastifyRequest, reply: FastifyReply, failed?: { deskId: string; form: FormReader }) {
  const { scope } = request
  const chosen = failed?.deskId ?? (request.query as Record<string, unknown>).loket
  const roster = await getRoster(scope, typeof chosen === 'string' && isId(chosen) ? chosen : undefined)
  const wrong = failed && { values: failed.form.values, errors: failed.form.errors }
  return reply.page(wrong ? 422 : 200, <RosterPage roster={roster} now={scope.now()} failed={wrong} />)
}
