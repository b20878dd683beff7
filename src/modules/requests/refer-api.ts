import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { parseBsn } from '#kernel/bsn.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { parsePostcode } from '#kernel/postcode.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { careRequestBody, refusalAnswer } from './api-schema.ts'
import { addAttachments, openAttachment } from './attachments.ts'
import { findFollowed } from './following.ts'
import { disposition } from './pages/attachment-routes.ts'
import { readFiles } from './pages/multipart.ts'
import { readAttachments } from './pages/refer/read-files.ts'
import {
  attachmentParams,
  checkAnswer,
  checkBody,
  dateBody,
  doneAnswer,
  followAnswer,
  followParams,
  listAnswer,
  listQuery,
  referralAnswer,
  referralParams,
  refusals,
  sentAnswer,
  supplementBody,
  withdrawBody,
} from './refer-api-schema.ts'
import { getReferral, listReferrals } from './referrals.ts'
import { findOpenRequest, getFormFacts, referPatient } from './referring.ts'
import type { Requested } from './requested.ts'
import { sourceOf } from './rules/referral.ts'
import { changeDate, supplementRequest } from './supplementing.ts'
import { withdrawRequest } from './withdrawing.ts'

const tags = ['referrals']
const config = { who: 'requests.refer' as const, noStore: true }

/** What referrers do, for their own systems: the same commands as the pages. */
export const referApi: Routes = (plain, house) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/referrals',
    {
      config,
      schema: {
        tags,
        summary: 'List your organisation’s referrals',
        querystring: listQuery,
        response: { 200: listAnswer },
      },
    },
    async (request) => {
      const { rows, more } = await listReferrals(request.scope, request.query)
      const items = rows.map(({ holderName, holderPhone, actBy, submittedAt, ...row }) => ({
        ...row,
        actBy: actBy?.toISOString() ?? null,
        submittedAt: submittedAt.toISOString(),
        holder: holderName ? { name: holderName, phone: holderPhone } : null,
      }))
      return { items, more }
    },
  )

  app.post(
    '/api/referrals',
    {
      config,
      schema: {
        tags,
        summary: 'Refer a client',
        description: 'The source follows from the organisation of the token, whatever the body says.',
        body: careRequestBody,
        response: { 201: sentAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { body, scope } = request
      const { organizationKind } = await getFormFacts(scope)
      const card = { ...body.card, channel: 'api' as const, source: sourceOf(organizationKind) }
      const outcome = await referPatient(scope, { ...body, card, attachments: [] })
      if (!outcome.ok) return refuse(reply, outcome.refusal.code)
      return reply.code(201).send({ id: outcome.value.id, number: outcome.value.number })
    },
  )

  app.post(
    '/api/referrals/check',
    {
      config: { ...config, limit: { calls: 60, minutes: 10 } },
      schema: {
        tags,
        summary: 'Ask whether a client has an open request',
        body: checkBody,
        response: { 200: checkAnswer },
      },
    },
    async (request) => {
      const { bsn, birthDate, postcode, houseNumber, familyName } = request.body
      const pc6 = postcode && parsePostcode(postcode)?.pc6
      const person =
        birthDate && pc6 && houseNumber && familyName
          ? { birthDate, postcode: pc6, houseNumber, familyName }
          : undefined
      const open = await findOpenRequest(request.scope, { bsn: bsn && parseBsn(bsn), person })
      if (!open) return { open: null }
      const { number, state, submittedAt, holderName, holderPhone, own } = open
      const holder = holderName ? { name: holderName, phone: holderPhone } : null
      return { open: { number, state, submittedAt: submittedAt.toISOString(), holder, own } }
    },
  )

  app.get(
    '/api/referrals/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Read one referral',
        params: referralParams,
        response: { 200: referralAnswer, 404: refusalAnswer },
      },
    },
    async (request) => {
      const referral = await getReferral(request.scope, request.params.id, request.scope.now())
      const { id, priority, startOn, startCertainty, dischargeOn, card, identity, supplements, attachments } = referral
      return {
        ...toFollowed(referral),
        ...{ id, priority, startOn, startCertainty, dischargeOn, card, identity },
        supplements: supplements.map(({ at, byName, text }) => ({ at: at.toISOString(), by: byName, text })),
        attachments: attachments.map((file) => ({ ...file, addedAt: file.addedAt.toISOString() })),
      }
    },
  )
  changesApi(plain, house)
  filesApi(plain, house)
}

const changesApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const answers = { params: referralParams, response: { 200: doneAnswer, ...refusals } }

  app.post(
    '/api/referrals/:id/withdraw',
    { config, schema: { tags, summary: 'Withdraw a referral', body: withdrawBody, ...answers } },
    async ({ scope, params, body }, reply) =>
      answer(reply, await withdrawRequest(scope, { requestId: params.id, ...body })),
  )
  app.post(
    '/api/referrals/:id/supplement',
    { config, schema: { tags, summary: 'Add words to a referral', body: supplementBody, ...answers } },
    async ({ scope, params, body }, reply) =>
      answer(reply, await supplementRequest(scope, { requestId: params.id, ...body })),
  )
  app.post(
    '/api/referrals/:id/date',
    { config, schema: { tags, summary: 'Change the day of discharge or start', body: dateBody, ...answers } },
    async ({ scope, params, body }, reply) => answer(reply, await changeDate(scope, { requestId: params.id, ...body })),
  )
  app.get(
    '/api/follow/:number/:key',
    {
      config: { who: 'everyone', noStore: true, limit: { calls: 120, minutes: 10 } },
      schema: {
        tags: ['requests'],
        summary: 'Where a request stands, for who has its private link',
        params: followParams,
        response: { 200: followAnswer, 404: refusalAnswer },
      },
    },
    async ({ scope, params }) => {
      const followed = await findFollowed(scope, params.number, params.key)
      if (!followed) throw new NotFound()
      return toFollowed(followed)
    },
  )
}

const filesApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/referrals/:id/attachments',
    {
      config,
      schema: {
        tags,
        summary: 'Add files to a referral',
        description:
          'multipart/form-data; the name of a part is `files-<kind>`: medication-list, wound-plan, wound-photo, execution-request, other, or `files` for a discharge letter.',
        consumes: ['multipart/form-data'],
        params: referralParams,
        response: { 200: doneAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const form = new FormReader({})
      const attachments = await readAttachments(form, await readFiles(request))
      if (form.ok && attachments.length === 0) form.refuse('files', 'Stuur een bestand mee')
      if (!form.ok) return refuse(reply, 'file-refused', form.errors)
      return answer(reply, await addAttachments(request.scope, { requestId: request.params.id, attachments }))
    },
  )
  app.get(
    '/api/referrals/:id/attachments/:attachmentId',
    { config, schema: { tags, summary: 'Download a file of a referral', params: attachmentParams } },
    async ({ scope, params }, reply) => {
      const file = await openAttachment(scope, { requestId: params.id, attachmentId: params.attachmentId })
      return reply
        .header('content-disposition', disposition(file.name))
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type(file.contentType)
        .send(file.content)
    },
  )
}

function toFollowed(request: Requested) {
  const { number, state, submittedAt, actBy, holder, history } = request
  return {
    number,
    state,
    submittedAt: submittedAt.toISOString(),
    actBy: actBy?.toISOString() ?? null,
    holder: holder ? { name: holder.name, phone: holder.phone } : null,
    history: history.map(({ at, code, organizationName, teamName }) => ({
      at: at.toISOString(),
      code,
      organization: organizationName,
      team: teamName,
    })),
  }
}

const refusalText: Record<string, string> = {
  'outside-region': 'Deze postcode ligt buiten de regio',
  'birth-date-ahead': 'De geboortedatum ligt in de toekomst',
  'channel-closed': 'Langs deze weg neemt de regio geen zorgvragen aan',
  'provider-unknown': 'Een van de organisaties geeft in deze regio geen zorg thuis',
  'wishes-contradict': 'Dezelfde organisatie is zowel liefst als liever niet gevraagd',
  'not-open': 'Dit kan niet meer: de zorgvraag is gestart, ingetrokken of afgesloten',
  'reason-unknown': 'Deze reden staat niet in de lijst van de regio',
  'text-missing': 'Bij deze reden hoort een toelichting',
  'too-many': 'Er passen 10 bestanden bij een zorgvraag',
  'file-refused': 'Een bestand is geweigerd',
}

function answer(reply: FastifyReply, outcome: Outcome<unknown, { code: string }>): FastifyReply {
  return outcome.ok ? reply.send({ done: true }) : refuse(reply, outcome.refusal.code)
}

function refuse(reply: FastifyReply, code: string, errors?: Record<string, string>): FastifyReply {
  return problem(reply, code === 'not-open' ? 409 : 422, { code, title: refusalText[code] ?? code, errors })
}
