import type { FastifyReply, FastifyRequest } from 'fastify'
import { localDateOf } from '#kernel/dates.ts'
import { isId, newId } from '#kernel/ids.ts'
import { parseRequestNumber } from '#kernel/request-number.ts'
import { findAtDesk, readSought } from '#modules/requests/index.ts'
import { idIn } from '#platform/http/address.ts'
import { type FieldErrors, FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { getBoard } from '../../desk/board.ts'
import { changeCall, getCall, linkCall, logCall } from '../../desk/calls.ts'
import { callRefusalText } from '../../desk/desk.nl.ts'
import { keepPromise, makePromise } from '../../desk/promises.ts'
import { BoardPage } from './board-page.tsx'
import { readCaller, readPromise } from './call-form.tsx'
import { CallPage } from './call-page.tsx'
import { deskPaths } from './paths.ts'
import { SearchPage } from './search-page.tsx'

const config = { who: 'desk.work' } as const

/** The board of the desk, its calls, its promises, and finding the request that somebody calls about. */
export const deskRoutes: Routes = (app) => {
  app.get(deskPaths.board, { config }, async (request, reply) => showBoard(request, reply, 200))
  app.get(deskPaths.formerCallbacks, { config }, async (_request, reply) => reply.seeOther(deskPaths.board))
  // A page that answered a wrong form stays under its address.
  app.get(deskPaths.calls, { config }, async (_request, reply) => reply.seeOther(deskPaths.board))

  app.post(deskPaths.calls, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const facts = readCaller(form)
    const promise = readPromise(form, request.scope.now())
    const deskId = form.line('loket') ?? ''
    if (!facts || !form.ok || !isId(deskId)) return showBoard(request, reply, 422, form.values, form.errors)
    const key = form.line('sentKey')
    const sentKey = key && isId(key) ? key.toLowerCase() : newId()
    const outcome = await logCall(request.scope, { ...facts, deskId, sentKey, promise })
    if (!outcome.ok) {
      const errors = { callerName: callRefusalText[outcome.refusal.code] }
      return showBoard(request, reply, 422, form.values, errors)
    }
    if (form.line('next') === 'intake') return reply.seeOther(deskPaths.intake(outcome.value))
    return reply.seeOther(`${deskPaths.call(outcome.value)}?bewaard=ja`)
  })

  app.get(deskPaths.call(':id'), { config }, async (request, reply) => showCall(request, reply, 200))

  app.post(deskPaths.call(':id'), { config }, async (request, reply) => {
    const id = idIn(request)
    const form = new FormReader(request.body)
    const facts = readCaller(form)
    if (!facts) return showCall(request, reply, 422, form.values, form.errors)
    await changeCall(request.scope, { id, ...facts })
    return reply.seeOther(`${deskPaths.call(id)}?bewaard=ja`)
  })

  app.post(deskPaths.linkCall(':id'), { config }, async (request, reply) => {
    const id = idIn(request)
    const form = new FormReader(request.body)
    const number = form.line('number', { required: 'Vul het nummer in', max: 20 })
    const outcome = number ? await linkCall(request.scope, { id, number }) : undefined
    if (outcome?.ok) return reply.seeOther(deskPaths.call(id))
    if (outcome) form.refuse('number', callRefusalText[outcome.refusal.code])
    return showCall(request, reply, 422, form.values, form.errors)
  })

  app.post(deskPaths.promise(':id'), { config }, async (request, reply) => {
    const id = idIn(request)
    const form = new FormReader(request.body)
    const promise = readPromise(form, request.scope.now())
    if (!promise) form.refuse('before', 'Vul een tijd in, zoals 14:00')
    if (!form.ok || !promise) return showCall(request, reply, 422, form.values, form.errors)
    await makePromise(request.scope, { callId: id, ...promise })
    return reply.seeOther(deskPaths.call(id))
  })
  for (const path of [deskPaths.linkCall(':id'), deskPaths.promise(':id')])
    app.get(path, { config }, async (request, reply) => reply.seeOther(deskPaths.call(idIn(request))))

  app.post(deskPaths.keepPromise(':id'), { config }, async (request, reply) => {
    await keepPromise(request.scope, idIn(request))
    return reply.seeOther(deskPaths.board)
  })

  app.get(deskPaths.search, { config }, async (request, reply) =>
    reply.page(200, <SearchPage now={request.scope.now()} />),
  )

  // A post that answers with what was found: no name and no number of a person stands in an address.
  app.post(deskPaths.search, { config: { ...config, limit: { calls: 120, minutes: 10 } } }, async (request, reply) => {
    const { scope } = request
    const form = new FormReader(request.body)
    const sought = readAsked(form, localDateOf(scope.now()))
    const found = sought && (await findAtDesk(scope, sought))
    return reply.page(
      sought ? 200 : 422,
      <SearchPage now={scope.now()} values={form.values} errors={form.errors} found={found} />,
    )
  })
}

function readAsked(form: FormReader, today: string) {
  const wrong = 'Dit is geen nummer van een zorgvraag. Het heeft acht letters en cijfers.'
  const number = form.parsed('number', parseRequestNumber, wrong)
  if (number) return { number }
  if (!form.ok) return undefined
  return readSought(form, today)
}

async function showBoard(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  values?: FormValues,
  errors?: FieldErrors,
) {
  const { scope } = request
  const chosen = values?.loket ?? (request.query as Record<string, unknown>).loket
  const board = await getBoard(scope, typeof chosen === 'string' && isId(chosen) ? chosen : undefined)
  return reply.page(status, <BoardPage board={board} now={scope.now()} values={values} errors={errors} />)
}

async function showCall(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  values?: FormValues,
  errors?: FieldErrors,
) {
  const id = idIn(request)
  const sheet = await getCall(request.scope, id)
  const saved = (request.query as Record<string, unknown>).bewaard === 'ja'
  return reply.page(
    status,
    <CallPage sheet={sheet} now={request.scope.now()} saved={saved} values={values} errors={errors} />,
  )
}
