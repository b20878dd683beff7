import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReactElement } from 'react'
import { localDateOf } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { type CardPart, partWords } from '#modules/requests/index.ts'
import { idIn } from '#platform/http/address.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { listParties } from '../../inquiry/parties.ts'
import { getSheet, mayNow, type Sheet } from '../../list/sheet.ts'
import {
  askParties,
  confirmPartStart,
  type PartRefusal,
  refusePart,
  returnPart,
  takePart,
} from '../../parts/taking-part.ts'
import type { Command } from '../../rules/commands.ts'
import { type CommandCode, commandText } from '../../text.nl.ts'
import { backToRequest, queryOf } from '../back.ts'
import { partyOption } from '../party-option.ts'
import { paths } from '../paths.ts'
import { RequestChoice, wordsField } from '../request-form.tsx'
import { ReturnPage } from '../return-page.tsx'
import { showRequest } from '../show-request.tsx'
import { StartPage } from '../start-page.tsx'

const take = { config: { who: 'requests.take' as const } }
const hold = { config: { who: ['requests.take', 'requests.oversee'] as const } }

/** What is done with one part of a divided request: take, give back, start, ask for it, say that one cannot. */
export const partRoutes: Routes = (app) => {
  app.post(paths.takePart(':id', ':partId'), take, async (request, reply) => {
    const of = partOf(request)
    const outcome = await takePart(request.scope, of)
    if (outcome.ok) return backToRequest(request, reply)
    return refusedOn(request, reply, outcome.refusal)
  })
  app.get(paths.takePart(':id', ':partId'), hold, async (request, reply) => backToRequest(request, reply))

  app.get(paths.returnPart(':id', ':partId'), take, async (request, reply) => {
    const { sheet, part } = await sheetOf(request)
    if (!mayOnOwn('return-part', sheet, part)) return backToRequest(request, reply)
    return reply.page(200, <ReturnPage {...(await returnPropsOf(request, sheet, part))} />)
  })
  app.post(paths.returnPart(':id', ':partId'), take, async (request, reply) => {
    const form = new FormReader(request.body)
    const text = form.text('toelichting', { max: 500 })
    const reason = form.line('reden', { max: 40 }) ?? ''
    const outcome = form.ok ? await returnPart(request.scope, { ...partOf(request), reason, text }) : undefined
    if (outcome?.ok) return reply.seeOther(`${paths.requests}?gelukt=teruggegeven`)
    const refused = outcome?.ok === false ? outcome.refusal : undefined
    if (refused?.code === 'reason-unknown') form.refuse('reden', commandText(refused.code))
    else if (refused?.code === 'text-wanted') form.refuse('toelichting', commandText(refused.code))
    else if (refused) return refusedOn(request, reply, refused)
    const { sheet, part } = await sheetOf(request)
    const props = await returnPropsOf(request, sheet, part)
    return reply.page(422, <ReturnPage {...props} values={form.values} errors={form.errors} />)
  })

  app.get(paths.startPart(':id', ':partId'), take, async (request, reply) => {
    const { sheet, part } = await sheetOf(request)
    if (!mayOnOwn('start-part', sheet, part) || part.startedOn) return backToRequest(request, reply)
    return reply.page(200, <StartPage {...startPropsOf(request, sheet, part)} />)
  })
  app.post(paths.startPart(':id', ':partId'), take, async (request, reply) => {
    const form = new FormReader(request.body)
    const startedOn = form.date('gestart', { required: 'Vul in op welke dag de zorg is begonnen' })
    const outcome =
      form.ok && startedOn ? await confirmPartStart(request.scope, { ...partOf(request), startedOn }) : undefined
    if (outcome?.ok) return backToRequest(request, reply)
    const code = outcome?.refusal.code
    if (code === 'in-the-future' || code === 'too-long-ago') form.refuse('gestart', commandText(code))
    else if (outcome) return refusedOn(request, reply, outcome.refusal)
    const { sheet, part } = await sheetOf(request)
    const props = startPropsOf(request, sheet, part)
    return reply.page(422, <StartPage {...props} values={form.values} errors={form.errors} />)
  })

  app.get(paths.askPart(':id', ':partId'), hold, async (request, reply) => {
    const { sheet, part } = await sheetOf(request)
    if (part.takerId || !mayNow('ask-part', sheet)) return backToRequest(request, reply)
    return reply.page(200, await askPage(request, sheet, part))
  })
  app.post(paths.askPart(':id', ':partId'), hold, async (request, reply) => {
    const form = new FormReader(request.body)
    const chosen = form.line('organisatie', { max: 36 }) ?? ''
    const organizationIds = isId(chosen) ? [chosen] : []
    const outcome = await askParties(request.scope, { ...partOf(request), organizationIds })
    return answered(request, reply, outcome, ['nobody-chosen', 'party-unknown'], async (sheet, part, said) =>
      askPage(request, sheet, part, form.values, { organisatie: said }),
    )
  })

  app.get(paths.refusePart(':id', ':partId'), take, async (request, reply) => {
    const { sheet, part } = await sheetOf(request)
    if (!part.askedIds.includes(sheet.organizationId ?? '') || !mayNow('refuse-part', sheet))
      return backToRequest(request, reply)
    return reply.page(200, await refusePage(request, sheet, part))
  })
  app.post(paths.refusePart(':id', ':partId'), take, async (request, reply) => {
    const form = new FormReader(request.body)
    const reason = form.line('reden', { max: 40 }) ?? ''
    const text = form.text(wordsField, { max: 500 })
    const outcome = form.ok ? await refusePart(request.scope, { ...partOf(request), reason, text }) : undefined
    if (outcome?.ok) return reply.seeOther(paths.asked)
    const refused = outcome?.refusal
    if (refused?.code === 'reason-unknown') form.refuse('reden', commandText(refused.code))
    else if (refused?.code === 'text-wanted') form.refuse(wordsField, commandText(refused.code))
    else if (refused) return refusedOn(request, reply, refused)
    const { sheet, part } = await sheetOf(request)
    return reply.page(422, await refusePage(request, sheet, part, form.values, form.errors))
  })
}

function partOf(request: FastifyRequest): { requestId: string; partId: string } {
  const { partId } = request.params as { partId: string }
  if (!isId(partId)) throw new NotFound()
  return { requestId: idIn(request), partId }
}

async function sheetOf(request: FastifyRequest): Promise<{ sheet: Sheet; part: CardPart }> {
  const { requestId, partId } = partOf(request)
  const sheet = await getSheet(request.scope, requestId)
  const part = sheet.card.parts?.find(({ id }) => id === partId)
  if (!part) throw new NotFound()
  return { sheet, part }
}

function mayOnOwn(command: Command, sheet: Sheet, part: CardPart): boolean {
  return part.takerId !== null && part.takerId === sheet.organizationId && mayNow(command, sheet)
}

async function refusedOn(request: FastifyRequest, reply: FastifyReply, { code, takenBy }: PartRefusal) {
  const sheet = await getSheet(request.scope, idIn(request))
  return showRequest(request, reply, 409, sheet, commandText(code, takenBy))
}

async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome<void, PartRefusal>,
  onPage: readonly CommandCode[],
  again: (sheet: Sheet, part: CardPart, said: string) => Promise<ReactElement>,
) {
  if (outcome.ok) return backToRequest(request, reply)
  const { code } = outcome.refusal
  if (!onPage.includes(code)) return refusedOn(request, reply, outcome.refusal)
  const { sheet, part } = await sheetOf(request)
  return reply.page(422, await again(sheet, part, commandText(code)))
}

function commonProps(request: FastifyRequest, { card }: Sheet, part: CardPart) {
  const words = partWords(part, card.splitBy)
  return { id: card.id, number: card.number, query: queryOf(request), part: { id: part.id, words } }
}

async function returnPropsOf(request: FastifyRequest, sheet: Sheet, part: CardPart) {
  return { ...commonProps(request, sheet, part), reasons: listReasons(await getRegion(request.scope), 'return') }
}

function startPropsOf(request: FastifyRequest, sheet: Sheet, part: CardPart) {
  return { ...commonProps(request, sheet, part), today: localDateOf(request.scope.now()) }
}

async function askPage(
  request: FastifyRequest,
  sheet: Sheet,
  part: CardPart,
  values?: FormValues,
  errors?: Record<string, string>,
) {
  const { part: own, ...common } = commonProps(request, sheet, part)
  const parties = (await listParties(request.scope, sheet.card.id)).filter(({ id }) => !part.askedIds.includes(id))
  return (
    <RequestChoice
      {...common}
      title={`Organisatie vragen: ${own.words.toLowerCase()}`}
      lead="De organisatie ziet de kaart, zonder naam en adres. Zegt zij ja, dan heeft zij dit deel."
      action={paths.askPart(common.id, own.id) + common.query}
      go="Vraag het"
      legend="Wie wilt u vragen?"
      field="organisatie"
      options={parties.map(partyOption)}
      values={values}
      errors={errors}
    />
  )
}

async function refusePage(
  request: FastifyRequest,
  sheet: Sheet,
  part: CardPart,
  values?: FormValues,
  errors?: Record<string, string>,
) {
  const { part: own, ...common } = commonProps(request, sheet, part)
  const reasons = listReasons(await getRegion(request.scope), 'refusal')
  return (
    <RequestChoice
      {...common}
      title={`Wij kunnen niet: ${own.words.toLowerCase()}`}
      lead="Het deel wacht dan op een andere organisatie."
      action={paths.refusePart(common.id, own.id) + common.query}
      go="Geef door"
      legend="Waarom kan uw organisatie dit deel niet doen?"
      field="reden"
      options={reasons.map(({ code, label }) => ({ value: code, label }))}
      wordsFor="Wie aan zet is, leest dit. Noem geen namen, adressen of telefoonnummers."
      values={values}
      errors={errors}
    />
  )
}
