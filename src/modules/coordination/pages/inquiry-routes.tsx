import type { FastifyRequest } from 'fastify'
import { dayparts } from '#kernel/dayparts.ts'
import { dueAt } from '#kernel/deadline.ts'
import { isId } from '#kernel/ids.ts'
import { refused } from '#kernel/outcome.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { answerInquiry, askParties, assignParty, chooseOffer, stopAsking } from '../inquiry/inquiring.ts'
import { listAdvisedParties } from '../inquiry/parties.ts'
import { getSheet, mayNow, type Sheet } from '../list/sheet.ts'
import { answerBy, answers } from '../rules/inquiry.ts'
import { commandText } from '../text.nl.ts'
import { AnswerPage } from './answer-page.tsx'
import { AskPage, AssignPage } from './ask-page.tsx'
import { backToRequest, queryOf } from './back.ts'
import { paths } from './paths.ts'
import { pressRoute } from './press.ts'
import { showRequest } from './show-request.tsx'

const hold = { config: { who: ['requests.take', 'requests.oversee'] as const } }
const take = { config: { who: 'requests.take' as const } }

/** Asking, assigning, answering and choosing, for the people of teams, desks and organisations. */
export const inquiryRoutes: Routes = (app) => {
  app.get(paths.ask(':id'), hold, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    if (!mayNow('ask', sheet)) return backToRequest(request, reply)
    return reply.page(200, <AskPage {...(await askPropsOf(request, sheet))} />)
  })

  app.post(paths.ask(':id'), hold, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const chosen = [form.values.wie ?? []].flat()
    const organizationIds = chosen.includes('all') ? 'all' : chosen.filter(isId)
    const outcome = await askParties(request.scope, { requestId, organizationIds })
    if (outcome.ok) return backToRequest(request, reply)
    const { code } = outcome.refusal
    const sheet = await getSheet(request.scope, requestId)
    if (code !== 'nobody-chosen' && code !== 'party-unknown')
      return showRequest(request, reply, 409, sheet, commandText(code))
    const props = await askPropsOf(request, sheet)
    return reply.page(422, <AskPage {...props} values={form.values} errors={{ wie: commandText(code) }} />)
  })

  app.get(paths.assign(':id'), hold, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    if (!mayNow('assign', sheet)) return backToRequest(request, reply)
    return reply.page(200, <AssignPage {...(await assignPropsOf(request, sheet))} />)
  })

  app.post(paths.assign(':id'), hold, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const organizationId = form.line('organisatie', { max: 36 }) ?? ''
    const outcome = isId(organizationId)
      ? await assignParty(request.scope, { requestId, organizationId })
      : refused({ code: 'nobody-chosen' as const })
    if (outcome.ok) return backToRequest(request, reply)
    const { code } = outcome.refusal
    const sheet = await getSheet(request.scope, requestId)
    if (code !== 'nobody-chosen' && code !== 'party-unknown')
      return showRequest(request, reply, 409, sheet, commandText(code))
    const props = await assignPropsOf(request, sheet)
    return reply.page(422, <AssignPage {...props} values={form.values} errors={{ organisatie: commandText(code) }} />)
  })

  app.get(paths.answer(':id'), take, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    const props = await answerPropsOf(request, sheet)
    if (!props) return backToRequest(request, reply)
    return reply.page(200, <AnswerPage {...props} />)
  })

  app.post(paths.answer(':id'), take, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const answer = form.choice('antwoord', answers, { required: 'Kies uw antwoord' })
    const given = {
      startOn: form.date('datum'),
      dayparts: form.choices('dagdelen', dayparts),
      reason: form.line('reden', { max: 40 }),
      remark: form.text('toelichting', { max: 500 }),
    }
    const outcome = form.ok && answer ? await answerInquiry(request.scope, { requestId, answer, ...given }) : undefined
    // A yes may have been enough: then the client is theirs, and stands on the page of the request.
    if (outcome?.ok) return answer === 'can-take' ? backToRequest(request, reply) : reply.seeOther(paths.answered)
    if (outcome) form.refuse(fieldOf(outcome.refusal.code), commandText(outcome.refusal.code))
    const sheet = await getSheet(request.scope, requestId)
    const props = await answerPropsOf(request, sheet)
    if (!props) return showRequest(request, reply, 409, sheet, Object.values(form.errors)[0])
    return reply.page(422, <AnswerPage {...props} values={form.values} errors={form.errors} />)
  })

  pressRoute(app, {
    path: paths.choose(':id'),
    options: hold,
    async send({ scope, body }, requestId) {
      const organizationId = new FormReader(body).line('organisatie', { max: 36 }) ?? ''
      return isId(organizationId)
        ? chooseOffer(scope, { requestId, organizationId })
        : refused({ code: 'no-such-offer' as const })
    },
    say: ({ code }) => commandText(code),
  })
  pressRoute(app, {
    path: paths.stopAsking(':id'),
    options: hold,
    send: ({ scope }, requestId) => stopAsking(scope, { requestId }),
    say: ({ code }) => commandText(code),
  })
}

async function askPropsOf(request: FastifyRequest, { card }: Sheet) {
  const { scope } = request
  const { wayOfWorking } = await getRegion(scope)
  const now = scope.now()
  return {
    id: card.id,
    number: card.number,
    parties: await listAdvisedParties(scope, card.id),
    answerBy: answerBy(wayOfWorking, now),
    now,
    query: queryOf(request),
  }
}

async function assignPropsOf(request: FastifyRequest, sheet: Sheet) {
  const { wayOfWorking: way } = await getRegion(request.scope)
  const props = await askPropsOf(request, sheet)
  return { ...props, answerBy: dueAt(props.now, way.confirmAssignment, way.opening) }
}

async function answerPropsOf(request: FastifyRequest, sheet: Sheet) {
  const { scope } = request
  const { card, inquiry } = sheet
  if (!inquiry || !mayNow('answer', sheet)) return undefined
  return {
    id: card.id,
    number: card.number,
    answerBy: inquiry.answerBy,
    assigned: inquiry.why === 'assignment',
    atOnce: inquiry.why === 'at-once',
    reasons: listReasons(await getRegion(scope), 'refusal'),
    now: scope.now(),
    query: queryOf(request),
  }
}

function fieldOf(code: string): string {
  if (code === 'reason-unknown') return 'reden'
  if (code === 'text-wanted') return 'toelichting'
  if (code === 'date-wanted' || code === 'date-over') return 'datum'
  return code === 'dayparts-wanted' ? 'dagdelen' : 'antwoord'
}
