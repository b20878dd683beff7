import type { FastifyInstance } from 'fastify'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { parseRequestNumber } from '#kernel/request-number.ts'
import { type FieldErrors, FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { House, Routes } from '#platform/http/house.ts'
import { correctRequest } from '../../correcting.ts'
import {
  findFollowed,
  findFollowedInFull,
  getFollowed,
  getFollowedInFull,
  mostTries,
  proofHolds,
  renewLink,
  verifyBirthDate,
} from '../../following.ts'
import { wordsOf } from '../../languages/index.ts'
import { supplementRequest } from '../../supplementing.ts'
import { listWithdrawalReasons, withdrawRequest } from '../../withdrawing.ts'
import { paths } from '../paths.ts'
import { readSupplement, readWithdrawal } from '../read-changes.ts'
import { readPeriod, sinceOf } from '../refer/referral-routes.tsx'
import { CorrectPage, correctionValues, SupplementPage, WithdrawPage } from './change-pages.tsx'
import { fileRoutes } from './file-routes.tsx'
import { FollowStartPage, FullPage, type LinkParts, StatusPage } from './follow-page.tsx'
import { insurerRoutes } from './insurer-page.tsx'
import {
  doneAt,
  findDesk,
  followAt,
  keepProof,
  type LinkRequest,
  noSuchLink,
  openLink,
  proofName,
  whenVerified,
} from './linked.tsx'
import { readCorrection } from './read-correction.ts'

/** The private page of one request. Not kept, not indexed; a look changes nothing, so that a mail scanner may follow the link. */
export const followRoutes: Routes = async (app, house) => {
  // In a corner of its own: the hook is for these pages only.
  await app.register(async (own) => {
    own.addHook('onSend', async (_request, reply, payload) => {
      reply.header('x-robots-tag', 'noindex, nofollow')
      return payload
    })
    for (const language of languageCodes) {
      statusRoutes(own, house, language)
      changeRoutes(own, house, language)
      fileRoutes(own, house, language)
      insurerRoutes(own, house, language)
    }
  })
}

function statusRoutes(app: FastifyInstance, house: House, language: Language): void {
  const config = { who: 'everyone' as const, translated: true, noStore: true }
  const posting = { ...config, limit: { calls: 60, minutes: 10 } }
  const at = paths.follow(':number', ':key', language)
  const { follow: words, wrong } = wordsOf(language)

  app.get(paths.followStart(language), { config }, async (request, reply) =>
    reply.page(200, <FollowStartPage desk={await findDesk(request.scope)} />),
  )
  app.post(paths.followStart(language), { config: posting }, async (request, reply) => {
    const { link, form } = readLink(request.body, language)
    if (link) return reply.seeOther(followAt(link))
    const desk = await findDesk(request.scope)
    return reply.page(422, <FollowStartPage desk={desk} values={form.values} errors={form.errors} />)
  })

  app.get(at, { config: { ...config, limit: { calls: 120, minutes: 10 } } }, async (request: LinkRequest, reply) => {
    const { scope } = request
    const { number, key } = request.params
    const now = scope.now()
    const proof = request.cookies[proofName(house)]
    if (!proofHolds(scope, key, proof)) {
      const followed = await findFollowed(scope, number, key)
      if (!followed) return noSuchLink(request, reply)
      return reply.page(
        200,
        <StatusPage link={{ number: followed.number, key, language }} request={followed} now={now} />,
      )
    }
    const period = readPeriod(request.query, 'quarter')
    const followed = await findFollowedInFull(scope, number, key, proof, sinceOf(period, now))
    if (!followed) return noSuchLink(request, reply)
    const page = { link: { number: followed.number, key, language }, request: followed, period, now }
    return reply.page(200, <FullPage {...page} done={doneOf(request.query)} />)
  })

  app.post(paths.followCheck(':number', ':key', language), { config: posting }, async (request: LinkRequest, reply) => {
    const linked = await openLink(request, house)
    if (!linked) return noSuchLink(request, reply)
    const form = new FormReader(request.body, language)
    const birthDate = form.date('birthDate', { required: wrong.noBirthDate })
    const outcome = birthDate === undefined ? undefined : await verifyBirthDate(linked.scope, birthDate)
    if (outcome?.ok) {
      keepProof(request, reply, house)
      return reply.seeOther(followAt(linked.link))
    }
    const blockedUntil = outcome?.refusal.code === 'too-many' ? outcome.refusal.until : undefined
    if (outcome?.refusal.code === 'wrong')
      form.refuse('birthDate', words.wrongBirthDate(outcome.refusal.triesLeft, mostTries))
    const followed = await getFollowed(linked.scope)
    const page = { link: linked.link, request: followed, now: request.scope.now(), blockedUntil }
    const status = blockedUntil ? 429 : 422
    return reply.page(status, <StatusPage {...page} values={form.values} errors={form.errors} />)
  })

  app.post(paths.followNewLink(':number', ':key', language), { config: posting }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope }) => {
      const key = await renewLink(scope, null)
      keepProof(request, reply, house, key)
      return doneAt(reply, { ...link, key }, 'nieuwe-link')
    }),
  )
}

/** What whoever asked can do afterwards: each a page of its own, with one question. */
function changeRoutes(app: FastifyInstance, house: House, language: Language): void {
  const config = { who: 'everyone' as const, translated: true, noStore: true }
  const { follow: words, change } = wordsOf(language)
  const empty = { values: {}, errors: {} }

  app.get(paths.followSupplement(':number', ':key', language), { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link }) =>
      reply.page(200, <SupplementPage link={link} state={empty} />),
    ),
  )
  app.post(paths.followSupplement(':number', ':key', language), { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope, requestId }) => {
      const { form, value } = readSupplement(request.body, language)
      const again = (status: number, errors: FieldErrors) =>
        reply.page(status, <SupplementPage link={link} state={{ values: form.values, errors }} />)
      if (value === undefined) return again(422, form.errors)
      const outcome = await supplementRequest(scope, { requestId, text: value })
      return outcome.ok ? doneAt(reply, link, 'aangevuld') : again(409, { text: words.tooLate })
    }),
  )

  app.get(paths.followWithdraw(':number', ':key', language), { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope }) => {
      const reasons = await listWithdrawalReasons(scope)
      return reply.page(200, <WithdrawPage link={link} state={empty} reasons={reasons} />)
    }),
  )
  app.post(paths.followWithdraw(':number', ':key', language), { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope, requestId }) => {
      const reasons = await listWithdrawalReasons(scope)
      const { form, value } = readWithdrawal(request.body, reasons, language)
      const again = (status: number, errors: FieldErrors) =>
        reply.page(status, <WithdrawPage link={link} state={{ values: form.values, errors }} reasons={reasons} />)
      if (!value) return again(422, form.errors)
      const outcome = await withdrawRequest(scope, { requestId, ...value })
      return outcome.ok ? doneAt(reply, link, 'ingetrokken') : again(409, { reason: words.tooLate })
    }),
  )

  app.get(paths.followCorrect(':number', ':key', language), { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope }) => {
      const values: FormValues = correctionValues(await getFollowedInFull(scope, scope.now()))
      return reply.page(200, <CorrectPage link={link} state={{ values, errors: {} }} />)
    }),
  )
  app.post(paths.followCorrect(':number', ':key', language), { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope, requestId }) => {
      const before = await getFollowedInFull(scope, scope.now())
      const { form, value } = readCorrection(request.body, before.identity.contacts[0], language)
      const again = (status: number, errors: FieldErrors) =>
        reply.page(status, <CorrectPage link={link} state={{ values: form.values, errors }} />)
      if (!value) return again(422, form.errors)
      const outcome = await correctRequest(scope, { requestId, ...value })
      if (outcome.ok) return doneAt(reply, link, 'verbeterd')
      return again(
        409,
        outcome.refusal.code === 'other-neighbourhood' ? { postcode: change.elsewhere } : { phone: words.tooLate },
      )
    }),
  )
}

function readLink(body: unknown, language: Language): { link: LinkParts | undefined; form: FormReader } {
  const { followStart } = wordsOf(language)
  const form = new FormReader(body, language)
  const link = form.parsed(
    'link',
    (line) => {
      const [, number, key] = /\/volg\/([\w-]{8,9})\/([\w-]{32})(?:[/?#]|$)/.exec(line) ?? []
      const known = number && parseRequestNumber(number)
      return known && key ? { number: known, key, language } : undefined
    },
    followStart.wrongLink,
    { required: followStart.noLink, max: 500 },
  )
  return { link, form }
}

function doneOf(query: unknown): string | undefined {
  const { gelukt } = (query ?? {}) as Record<string, unknown>
  return typeof gelukt === 'string' ? gelukt : undefined
}
