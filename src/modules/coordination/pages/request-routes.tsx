import type { FastifyRequest } from 'fastify'
import { localDateOf } from '#kernel/dates.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { getBsn, getSheet, type Sheet } from '../list/sheet.ts'
import { decide } from '../rules/acts.ts'
import { closeRequest } from '../taking/closing.ts'
import { returnRequest } from '../taking/returning.ts'
import { confirmStart } from '../taking/starting.ts'
import { takeRequest } from '../taking/taking.ts'
import { refusalText } from '../text.nl.ts'
import { backToList } from './back.ts'
import { BsnPage } from './bsn-page.tsx'
import { paths } from './paths.ts'
import { ReturnPage } from './return-page.tsx'
import { idOf, showRequest } from './show-request.tsx'
import { StartPage } from './start-page.tsx'

const see = { config: { who: ['requests.list', 'requests.oversee'] as const } }
const act = { config: { who: 'requests.take' as const } }

export const requestRoutes: Routes = (app) => {
  app.get(paths.request(':id'), see, async (request, reply) =>
    showRequest(request, reply, 200, await getSheet(request.scope, idOf(request))),
  )

  app.post(paths.take(':id'), act, async (request, reply) => {
    const requestId = idOf(request)
    const outcome = await takeRequest(request.scope, { requestId })
    if (outcome.ok) return reply.seeOther(paths.request(requestId) + backToList(request.query).query)
    return showRequest(request, reply, 409, await getSheet(request.scope, requestId), refusalText(outcome.refusal))
  })

  // A page that answered a press stays under its address; who asks for that address again sees the request as it is now.
  for (const pressed of [paths.take(':id'), paths.close(':id')]) {
    app.get(pressed, see, async (request, reply) =>
      reply.seeOther(paths.request(idOf(request)) + backToList(request.query).query),
    )
  }

  app.get(paths.return(':id'), act, async (request, reply) => {
    const sheet = await getSheet(request.scope, idOf(request))
    if (!decide('return', sheet.card.state, sheet.relation, true, sheet.card.splitBy !== null).ok)
      return reply.seeOther(paths.request(sheet.card.id))
    return reply.page(200, <ReturnPage {...(await returnPropsOf(request, sheet))} />)
  })

  app.post(paths.return(':id'), act, async (request, reply) => {
    const requestId = idOf(request)
    const form = new FormReader(request.body)
    const codes = listReasons(await getRegion(request.scope), 'return').map(({ code }) => code)
    const reason = form.choice('reden', codes, { required: refusalText({ code: 'reason-unknown' }) })
    const text = form.text('toelichting', { max: 500 })
    const outcome = form.ok && reason ? await returnRequest(request.scope, { requestId, reason, text }) : undefined
    if (outcome?.ok) return reply.seeOther(`${paths.requests}?gelukt=teruggegeven`)
    if (outcome?.refusal.code === 'text-wanted') form.refuse('toelichting', refusalText(outcome.refusal))
    const sheet = await getSheet(request.scope, requestId)
    if (outcome && form.ok) return showRequest(request, reply, 409, sheet, refusalText(outcome.refusal))
    const props = await returnPropsOf(request, sheet)
    return reply.page(422, <ReturnPage {...props} values={form.values} errors={form.errors} />)
  })

  app.get(paths.start(':id'), act, async (request, reply) => {
    const sheet = await getSheet(request.scope, idOf(request))
    if (!decide('confirm-start', sheet.card.state, sheet.relation, true, sheet.card.splitBy !== null).ok)
      return reply.seeOther(paths.request(sheet.card.id))
    return reply.page(200, <StartPage {...startPropsOf(request, sheet)} />)
  })

  app.post(paths.start(':id'), act, async (request, reply) => {
    const requestId = idOf(request)
    const form = new FormReader(request.body)
    const startedOn = form.date('gestart', { required: 'Vul in op welke dag de zorg is begonnen' })
    const outcome = form.ok && startedOn ? await confirmStart(request.scope, { requestId, startedOn }) : undefined
    if (outcome?.ok) return reply.seeOther(paths.request(requestId) + backToList(request.query).query)
    const code = outcome?.refusal.code
    if (outcome && (code === 'in-the-future' || code === 'too-long-ago'))
      form.refuse('gestart', refusalText(outcome.refusal))
    const sheet = await getSheet(request.scope, requestId)
    if (outcome && form.ok) return showRequest(request, reply, 409, sheet, refusalText(outcome.refusal))
    return reply.page(422, <StartPage {...startPropsOf(request, sheet)} values={form.values} errors={form.errors} />)
  })

  app.post(paths.close(':id'), act, async (request, reply) => {
    const requestId = idOf(request)
    const outcome = await closeRequest(request.scope, { requestId })
    if (outcome.ok) return reply.seeOther(paths.request(requestId) + backToList(request.query).query)
    return showRequest(request, reply, 409, await getSheet(request.scope, requestId), refusalText(outcome.refusal))
  })

  app.get(paths.bsn(':id'), act, async (request, reply) => {
    const { query } = backToList(request.query)
    return reply.page(200, <BsnPage {...(await getBsn(request.scope, idOf(request)))} query={query} />)
  })
}

async function returnPropsOf(request: FastifyRequest, { card }: Sheet) {
  const reasons = listReasons(await getRegion(request.scope), 'return')
  return { id: card.id, number: card.number, reasons, query: backToList(request.query).query }
}

function startPropsOf(request: FastifyRequest, { card }: Sheet) {
  const { scope } = request
  return { id: card.id, number: card.number, query: backToList(request.query).query, today: localDateOf(scope.now()) }
}
