import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { read } from '#platform/database/transaction.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { consultRefusalText } from '../../consult/consult.nl.ts'
import { answerConsult, askConsult, withdrawConsult } from '../../consult/consulting.ts'
import { getConsult, listConsults, specialisedTeamsQuery } from '../../consult/consults.ts'
import { userOf } from '../../desk/board.ts'
import { getSheet } from '../../list/sheet.ts'
import { backToRequest, queryOf } from '../back.ts'
import { placesOf } from '../list-routes.tsx'
import { paths } from '../paths.ts'
import { showRequest } from '../show-request.tsx'
import { AskConsultPage, ConsultPage, ConsultsPage } from './consult-pages.tsx'
import { consultPaths } from './paths.ts'

const asks = { config: { who: ['requests.take', 'requests.oversee'] as const } }
const advises = { config: { who: 'consult.answer' as const } }
const either = { config: { who: ['consult.answer', 'requests.take'] as const } }
const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

/** Asking a specialist about a request without handing it over, and answering. */
export const consultRoutes: Routes = (app, house) => {
  app.get(consultPaths.ask(':id'), asks, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    if (!sheet.mayConsult) return backToRequest(request, reply)
    return showAsk(request, reply, 200, sheet.card)
  })

  app.post(consultPaths.ask(':id'), asks, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const team = form.parsed('team', (line) => (isId(line) ? line : undefined), 'Kies aan wie u advies vraagt')
    const question = form.text('vraag', { max: 2000 }) ?? ''
    const sheet = await getSheet(request.scope, requestId)
    if (!form.ok) return showAsk(request, reply, 422, sheet.card, form)
    const outcome = await askConsult(request.scope, { requestId, teamId: team ?? requestId, question })
    if (outcome.ok) return backToRequest(request, reply)
    const { code } = outcome.refusal
    const words = consultRefusalText[code]
    if (code === 'not-yours' || code === 'consult-off') return showRequest(request, reply, 409, sheet, words)
    form.refuse(code === 'text-wanted' ? 'vraag' : 'team', words)
    return showAsk(request, reply, 422, sheet.card, form)
  })

  app.get(consultPaths.list, either, async (request, reply) =>
    reply.page(200, <ConsultsPage consults={await listConsults(request.scope)} now={request.scope.now()} />),
  )

  app.get(consultPaths.consult(':id'), advises, async (request, reply) => showConsult(request, reply, 200))

  app.post(consultPaths.consult(':id'), advises, async (request, reply) => {
    const id = idIn(request)
    const form = new FormReader(request.body)
    const answer = form.text('advies', { max: 4000 }) ?? ''
    const outcome = form.ok ? await answerConsult(request.scope, { id, answer }) : undefined
    if (outcome?.ok) return reply.seeOther(consultPaths.consult(id))
    if (outcome) form.refuse('advies', consultRefusalText[outcome.refusal.code])
    return showConsult(request, reply, 422, form)
  })

  app.post(consultPaths.withdraw(':id'), asks, async (request, reply) => {
    const id = idIn(request)
    const outcome = await withdrawConsult(request.scope, { id })
    return reply.seeOther(outcome.ok ? paths.request(outcome.value.requestId) : consultPaths.list)
  })
  app.get(consultPaths.withdraw(':id'), asks, async (_request, reply) => reply.seeOther(consultPaths.list))

  app.get(consultPaths.live, either, async (request, reply) => {
    const { scope } = request
    const { coordinatingTeamIds } = userOf(scope)
    return house.live.serve(request, reply, {
      topics: coordinatingTeamIds.map((id) => `consult:${id}`),
      audience: 'ask-again',
      render: () => Promise.resolve(askAgain),
      async stillAllowed() {
        await read(scope, {})
        return true
      },
    })
  })
}

async function showAsk(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  card: { id: string; number: string },
  form?: FormReader,
) {
  const { teams } = await read(request.scope, { teams: specialisedTeamsQuery() })
  return reply.page(
    status,
    <AskConsultPage
      id={card.id}
      number={card.number}
      teams={teams}
      query={queryOf(request)}
      values={form?.values}
      errors={form?.errors}
    />,
  )
}

async function showConsult(request: FastifyRequest, reply: FastifyReply, status: number, form?: FormReader) {
  const { scope } = request
  const { consult, card } = await getConsult(scope, idIn(request))
  const place = card ? (await placesOf(scope))(card.pc4) : ''
  return reply.page(
    status,
    <ConsultPage
      consult={consult}
      card={card}
      place={place}
      now={scope.now()}
      values={form?.values}
      errors={form?.errors}
    />,
  )
}
