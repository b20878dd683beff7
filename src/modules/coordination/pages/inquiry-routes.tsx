import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayparts } from '#kernel/dayparts.ts'
import { dueAt } from '#kernel/deadline.ts'
import { isId } from '#kernel/ids.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { answerInquiry, askParties, assignParty, chooseOffer, stopAsking } from '../inquiry/inquiring.ts'
import { listParties } from '../inquiry/parties.ts'
import { getSheet, type Sheet } from '../list/sheet.ts'
import { type Command, decideCommand } from '../rules/commands.ts'
import { answerBy, answers } from '../rules/inquiry.ts'
import { commandText } from '../text.nl.ts'
import { AnswerPage } from './answer-page.tsx'
import { AskPage, AssignPage } from './ask-page.tsx'
import { backToList } from './back.ts'
import { paths } from './paths.ts'
import { idOf, showRequest } from './show-request.tsx'

const hold = { config: { who: ['requests.take', 'requests.oversee'] as const } }
const take = { config: { who: 'requests.take' as const } }

/** Asking, assigning, answering and choosing, for the people of teams, desks and organisations. */
export const inquiryRoutes: Routes = (app) => {
  app.get(paths.ask(':id'), hold, async (request, reply) => {
    const sheet = await getSheet(request.scope, idOf(request))
    if (!open(sheet, 'ask')) return back(reply, request, sheet.card.id)
    return reply.page(200, <AskPage {...(await askPropsOf(request, sheet))} />)
  })

  app.post(paths.ask(':id'), hold, async (request, reply) => {
    const requestId = idOf(request)
    const form = new FormReader(request.body)
    const chosen = [form.values.wie ?? []].flat()
    const organizationIds = chosen.includes('all') ? 'all' : chosen.filter(isId)
    const outcome = await askParties(request.scope, { requestId, organizationIds })
    if (outcome.ok) return back(reply, request, requestId)
    const { code } = outcome.refusal
    const sheet = await getSheet(request.scope, requestId)
    if (code !== 'nobody-chosen' && code !== 'party-unknown')
      return showRequest(request, reply, 409, sheet, commandText(code))
    const props = await askPropsOf(request, sheet)
    return reply.page(422, <AskPage {...props} values={form.values} errors={{ wie: commandText(code) }} />)
  })

  app.get(paths.assign(':id'), hold, async (request, reply) => {
    const sheet = await getSheet(request.scope, idOf(request))
    if (!open(sheet, 'assign')) return back(reply, request, sheet.card.id)
    return reply.page(200, <AssignPage {...(await assignPropsOf(request, sheet))} />)
  })

  app.post(paths.assign(':id'), hold, async (request, reply) => {
    const requestId = idOf(request)
    const form = new FormReader(request.body)
    const organizationId = form.line('organisatie', { max: 36 }) ?? ''
    const outcome = isId(organizationId)
      ? await assignParty(request.scope, { requestId, organizationId })
      : ({ ok: false, refusal: { code: 'nobody-chosen' } } as const)
    if (outcome.ok) return back(reply, request, requestId)
    const { code } = outcome.refusal
    const sheet = await getSheet(request.scope, requestId)
    if (code !== 'nobody-chosen' && code !== 'party-unknown')
      return showRequest(request, reply, 409, sheet, commandText(code))
    const props = await assignPropsOf(request, sheet)
    return reply.page(422, <AssignPage {...props} values={form.values} errors={{ organisatie: commandText(code) }} />)
  })

  app.get(paths.answer(':id'), take, async (request, reply) => {
    const sheet = await getSheet(request.scope, idOf(request))
    const props = await answerPropsOf(request, sheet)
    if (!props) return back(reply, request, sheet.card.id)
    return reply.page(200, <AnswerPage {...props} />)
  })

  app.post(paths.answer(':id'), take, async (request, reply) => {
    const requestId = idOf(request)
    const form = new FormReader(request.body)
    const answer = form.choice('antwoord', answers, { required: 'Kies uw antwoord' })
    const given = {
      startOn: form.date('datum'),
      dayparts: form.choices('dagdelen', dayparts),
      reason: form.line('reden', { max: 40 }),
      remark: form.text('toelichting', { max: 500 }),
    }
    const outcome = form.ok && answer ? await answerInquiry(request.scope, { requestId, answer, ...given }) : undefined
    if (outcome?.ok) return reply.seeOther(paths.asked)
    if (outcome) form.refuse(fieldOf(outcome.refusal.code), commandText(outcome.refusal.code))
    const sheet = await getSheet(request.scope, requestId)
    const props = await answerPropsOf(request, sheet)
    if (!props) return showRequest(request, reply, 409, sheet, Object.values(form.errors)[0])
    return reply.page(422, <AnswerPage {...props} values={form.values} errors={form.errors} />)
  })

  app.post(paths.choose(':id'), hold, async (request, reply) => {
    const requestId = idOf(request)
    const organizationId = new FormReader(request.body).line('organisatie', { max: 36 }) ?? ''
    const outcome = isId(organizationId)
      ? await chooseOffer(request.scope, { requestId, organizationId })
      : ({ ok: false, refusal: { code: 'no-such-offer' } } as const)
    if (outcome.ok) return back(reply, request, requestId)
    const sheet = await getSheet(request.scope, requestId)
    return showRequest(request, reply, 409, sheet, commandText(outcome.refusal.code))
  })

  app.post(paths.stopAsking(':id'), hold, async (request, reply) => {
    const requestId = idOf(request)
    const outcome = await stopAsking(request.scope, { requestId })
    if (outcome.ok) return back(reply, request, requestId)
    const sheet = await getSheet(request.scope, requestId)
    return showRequest(request, reply, 409, sheet, commandText(outcome.refusal.code))
  })

  // A page that answered a press stays under its address; who asks for that address again sees the request as it is now.
  for (const pressed of [paths.choose(':id'), paths.stopAsking(':id')])
    app.get(pressed, hold, async (request, reply) => back(reply, request, idOf(request)))
}

function open({ card, roles }: Sheet, command: Command): boolean {
  return decideCommand(command, card.state, roles, card.splitBy !== null).ok
}

function back(reply: FastifyReply, request: FastifyRequest, requestId: string) {
  return reply.seeOther(paths.request(requestId) + backToList(request.query).query)
}

async function askPropsOf(request: FastifyRequest, { card }: Sheet) {
  const { scope } = request
  const { wayOfWorking } = await getRegion(scope)
  const now = scope.now()
  return {
    id: card.id,
    number: card.number,
    parties: await listParties(scope, card.id),
    answerBy: answerBy(wayOfWorking, now),
    now,
    query: backToList(request.query).query,
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
  if (!inquiry || !open(sheet, 'answer')) return undefined
  return {
    id: card.id,
    number: card.number,
    answerBy: inquiry.answerBy,
    assigned: inquiry.why === 'assignment',
    reasons: listReasons(await getRegion(scope), 'refusal'),
    now: scope.now(),
    query: backToList(request.query).query,
  }
}

function fieldOf(code: string): string {
  if (code === 'reason-unknown') return 'reden'
  if (code === 'text-wanted') return 'toelichting'
  if (code === 'date-wanted' || code === 'date-over') return 'datum'
  return code === 'dayparts-wanted' ? 'dagdelen' : 'antwoord'
}
