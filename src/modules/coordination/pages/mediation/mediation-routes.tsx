import type { FastifyRequest } from 'fastify'
import { getRegion } from '#modules/regions/index.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { getSheet, type Sheet } from '../../list/sheet.ts'
import { agreeing, agreeToMediation, findInsured, isDue } from '../../mediation/letter.ts'
import { letterPdf } from '../../mediation/letter-pdf.ts'
import { letterWords } from '../../mediation/letter-words.ts'
import { commandText } from '../../text.nl.ts'
import { backToRequest, queryOf } from '../back.ts'
import { showRequest } from '../show-request.tsx'
import { AgreePage, LetterPage } from './letter-page.tsx'
import { mediationPaths } from './paths.ts'

const hold = { config: { who: ['requests.take', 'requests.oversee'] as const, noStore: true } }

/** The letter to the insurer: the client's yes first, then the letter to print or to send as a file. */
export const mediationRoutes: Routes = (app) => {
  app.get(mediationPaths.letter(':id'), hold, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    if (!due(sheet)) return backToRequest(request, reply)
    const words = await wordsFor(request, sheet)
    if (!words) return reply.page(200, agreePage(request, sheet))
    const pdf = mediationPaths.pdf(sheet.card.id)
    return reply.page(200, <LetterPage id={sheet.card.id} words={words} pdf={pdf} query={queryOf(request)} />)
  })

  app.post(mediationPaths.letter(':id'), hold, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const givenBy = form.choice('akkoord', agreeing, { required: 'Kies wie het goed vindt' })
    const outcome = givenBy ? await agreeToMediation(request.scope, { requestId, givenBy }) : undefined
    if (outcome?.ok) return reply.seeOther(mediationPaths.letter(requestId) + queryOf(request))
    const sheet = await getSheet(request.scope, requestId)
    if (outcome) return showRequest(request, reply, 409, sheet, commandText(outcome.refusal.code))
    return reply.page(422, agreePage(request, sheet, form.values, form.errors))
  })

  app.get(mediationPaths.pdf(':id'), hold, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    const words = due(sheet) ? await wordsFor(request, sheet) : undefined
    if (!words) return backToRequest(request, reply)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="zorgbemiddeling-${sheet.card.number}.pdf"`)
      .send(await letterPdf(words, request.scope.now()))
  })
}

const due = ({ card, roles }: Sheet) => isDue({ escalationStep: card.escalationStep, roles })

async function wordsFor(request: FastifyRequest, sheet: Sheet) {
  const { scope } = request
  const who = await findInsured(scope, sheet.card.id)
  return who && letterWords(sheet, who, `${sheet.card.holderName}, ${(await getRegion(scope)).name}`, scope.now())
}

function agreePage(request: FastifyRequest, { card }: Sheet, values?: FormValues, errors?: Record<string, string>) {
  return <AgreePage id={card.id} number={card.number} query={queryOf(request)} values={values} errors={errors} />
}
