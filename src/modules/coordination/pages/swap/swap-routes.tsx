import type { FastifyRequest } from 'fastify'
import { dueAt } from '#kernel/deadline.ts'
import { isId } from '#kernel/ids.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { partWords } from '#modules/requests/index.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { listParties } from '../../inquiry/parties.ts'
import { getSheet, mayNow, type Sheet } from '../../list/sheet.ts'
import { acceptSwap, proposeSwap, refuseSwap, takeBackSwap } from '../../swap/swapping.ts'
import { type CommandCode, commandText } from '../../text.nl.ts'
import { backToRequest, queryOf } from '../back.ts'
import { paths } from '../paths.ts'
import { pressRoute } from '../press.ts'
import { RequestChoice } from '../request-form.tsx'
import { showRequest } from '../show-request.tsx'
import { SwapPage } from './swap-page.tsx'

const take = { config: { who: 'requests.take' as const } }

const fieldOf: Partial<Record<CommandCode, string>> = {
  'nobody-chosen': 'organisatie',
  'party-unknown': 'organisatie',
  'swap-with-oneself': 'organisatie',
  'date-over': 'vanaf',
}

/** Handing a client over: asking, and the other party's yes or no. */
export const swapRoutes: Routes = (app) => {
  app.get(paths.swap(':id'), take, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    const { deel } = request.query as { deel?: unknown }
    const partId = typeof deel === 'string' ? deel : undefined
    if (!canPropose(sheet, partId)) return backToRequest(request, reply)
    return reply.page(200, <SwapPage {...(await swapPropsOf(request, sheet, partId))} />)
  })

  app.post(paths.swap(':id'), take, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const partId = form.line('deel', { max: 36 })
    const organizationId = form.line('organisatie', { max: 36 }) ?? ''
    const takesOverOn = form.date('vanaf')
    const remark = form.text('toelichting', { max: 500 })
    const proposal = {
      requestId,
      partId,
      organizationId: isId(organizationId) ? organizationId : '',
      takesOverOn,
      remark,
    }
    const outcome = form.ok ? await proposeSwap(request.scope, proposal) : undefined
    if (outcome?.ok) return backToRequest(request, reply)
    const sheet = await getSheet(request.scope, requestId)
    const code = outcome?.refusal.code
    const field = code && fieldOf[code]
    if (code && !field) return showRequest(request, reply, 409, sheet, commandText(code))
    if (code && field) form.refuse(field, commandText(code))
    const props = await swapPropsOf(request, sheet, partId)
    return reply.page(422, <SwapPage {...props} values={form.values} errors={form.errors} />)
  })

  app.get(paths.refuseSwap(':id'), take, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    if (!mayNow('refuse-swap', sheet)) return backToRequest(request, reply)
    return reply.page(200, await refusePage(request, sheet))
  })

  app.post(paths.refuseSwap(':id'), take, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const outcome = await refuseSwap(request.scope, { requestId, reason: form.line('reden', { max: 40 }) ?? '' })
    if (outcome.ok) return reply.seeOther(paths.asked)
    const sheet = await getSheet(request.scope, requestId)
    const said = commandText(outcome.refusal.code)
    if (outcome.refusal.code !== 'reason-unknown') return showRequest(request, reply, 409, sheet, said)
    return reply.page(422, await refusePage(request, sheet, form.values, { reden: said }))
  })

  pressRoute(app, {
    path: paths.acceptSwap(':id'),
    options: take,
    send: ({ scope }, requestId) => acceptSwap(scope, { requestId }),
    say: ({ code }) => commandText(code),
  })
  pressRoute(app, {
    path: paths.takeBackSwap(':id'),
    options: take,
    send: ({ scope }, requestId) => takeBackSwap(scope, { requestId }),
    say: ({ code }) => commandText(code),
  })
}

function canPropose(sheet: Sheet, partId: string | undefined): boolean {
  const { card, swap, organizationId } = sheet
  if (swap || !mayNow('propose-swap', sheet)) return false
  return card.splitBy === null || card.parts?.find(({ id }) => id === partId)?.takerId === organizationId
}

async function swapPropsOf(request: FastifyRequest, { card, organizationId }: Sheet, partId: string | undefined) {
  const { scope } = request
  const { wayOfWorking: way } = await getRegion(scope)
  const now = scope.now()
  const part = card.parts?.find(({ id }) => id === partId)
  return {
    id: card.id,
    number: card.number,
    part: part && { id: part.id, words: partWords(part, card.splitBy) },
    parties: (await listParties(scope, card.id)).filter(({ id }) => id !== organizationId),
    answerBy: dueAt(now, way.confirmAssignment, way.opening),
    now,
    query: queryOf(request),
  }
}

async function refusePage(request: FastifyRequest, { card }: Sheet, values?: FormValues, errors?: { reden: string }) {
  const reasons = listReasons(await getRegion(request.scope), 'refusal')
  const query = queryOf(request)
  return (
    <RequestChoice
      id={card.id}
      number={card.number}
      query={query}
      title="Wij kunnen niet overnemen"
      lead="De cliënt blijft bij de organisatie die hem nu heeft. Die krijgt bericht."
      action={paths.refuseSwap(card.id) + query}
      go="Geef door"
      legend="Waarom kan uw organisatie niet overnemen?"
      field="reden"
      options={reasons.map(({ code, label }) => ({ value: code, label }))}
      values={values}
      errors={errors}
    />
  )
}
