import type { FastifyRequest } from 'fastify'
import { localDateOf } from '#kernel/dates.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { getBsn } from '../list/identity.ts'
import { getSheet, type Sheet } from '../list/sheet.ts'
import { decide } from '../rules/acts.ts'
import { closeRequest } from '../taking/closing.ts'
import { returnRequest } from '../taking/returning.ts'
import { confirmStart } from '../taking/starting.ts'
import { takeRequest } from '../taking/taking.ts'
import { refusalText } from '../text.nl.ts'
import { backToRequest, queryOf } from './back.ts'
import { BsnPage } from './bsn-page.tsx'
import { paths } from './paths.ts'
import { pressRoute } from './press.ts'
import { ReturnPage } from './return-page.tsx'
import { showRequest } from './show-request.tsx'
import { StartPage } from './start-page.tsx'

const see = { config: { who: ['requests.list', 'requests.oversee'] as const } }
const act = { config: { who: 'requests.take' as const } }

export const requestRoutes: Routes = (app) => {
  app.get(paths.request(':id'), see, async (request, reply) =>
    showRequest(request, reply, 200, await getSheet(request.scope, idIn(request))),
  )

  pressRoute(app, {
    path: paths.take(':id'),
    options: act,
    send: ({ scope }, requestId) => takeRequest(scope, { requestId }),
    say: refusalText,
  })
  pressRoute(app, {
    path: paths.close(':id'),
    options: act,
    send: ({ scope }, requestId) => closeRequest(scope, { requestId }),
    say: refusalText,
  })

  app.get(paths.return(':id'), act, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    if (!mayOnOwn('return', sheet)) return backToRequest(request, reply)
    return reply.page(200, <ReturnPage {...(await returnPropsOf(request, sheet))} />)
  })

  app.post(paths.return(':id'), act, async (request, reply) => {
    const requestId = idIn(request)
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
    const sheet = await getSheet(request.scope, idIn(request))
    if (!mayOnOwn('confirm-start', sheet)) return backToRequest(request, reply)
    return reply.page(200, <StartPage {...startPropsOf(request, sheet)} />)
  })

  app.post(paths.start(':id'), act, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const startedOn = form.date('gestart', { required: 'Vul in op welke dag de zorg is begonnen' })
    const outcome = form.ok && startedOn ? await confirmStart(request.scope, { requestId, startedOn }) : undefined
    if (outcome?.ok) return backToRequest(request, reply)
    const code = outcome?.refusal.code
    if (outcome && (code === 'in-the-future' || code === 'too-long-ago'))
      form.refuse('gestart', refusalText(outcome.refusal))
    const sheet = await getSheet(request.scope, requestId)
    if (outcome && form.ok) return showRequest(request, reply, 409, sheet, refusalText(outcome.refusal))
    return reply.page(422, <StartPage {...startPropsOf(request, sheet)} values={form.values} errors={form.errors} />)
  })

  app.get(paths.bsn(':id'), act, async (request, reply) =>
    reply.page(200, <BsnPage {...(await getBsn(request.scope, idIn(request)))} query={queryOf(request)} />),
  )
}

function mayOnOwn(own: 'return' | 'confirm-start', { card, relation }: Sheet): boolean {
  return decide(own, card.state, relation, true, card.splitBy !== null).ok
}

async function returnPropsOf(request: FastifyRequest, { card }: Sheet) {
  const reasons = listReasons(await getRegion(request.scope), 'return')
  return { id: card.id, number: card.number, reasons, query: queryOf(request) }
}

function startPropsOf(request: FastifyRequest, { card }: Sheet) {
  const { scope } = request
  return { id: card.id, number: card.number, query: queryOf(request), today: localDateOf(scope.now()) }
}
