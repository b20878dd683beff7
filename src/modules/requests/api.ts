import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { type Actor, may } from '#kernel/actor.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import type { Seal } from '#platform/seal/seal.ts'
import { careRequestAnswer, careRequestBody, refusalAnswer } from './api-schema.ts'
import { getConfirmation } from './confirmation.ts'
import type { NewRequest } from './new-request.ts'
import { paths } from './pages/paths.ts'
import { type SendRefusal, sendRequest } from './sending.ts'

/** The requests that a program sends: for a client without signing in, for a referrer with a bearer token. */
export const requestsApi: Routes = (app, { seal }) => {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/care-requests',
    {
      config: { who: 'everyone', noStore: true, limit: { calls: 120, minutes: 10 } },
      schema: {
        tags: ['requests'],
        summary: 'Send a request for care',
        description:
          'Without a token: a client or family carer. With the token of somebody who refers: their organisation asks, and follows it.',
        body: careRequestBody,
        response: { 201: careRequestAnswer, 422: refusalAnswer },
      },
    },
    async (request, reply) => {
      const { scope, body } = request
      if (!isForSender(scope.actor, body)) {
        problem(reply, 422, { code: 'not-for-this-sender', title: notForThisSender })
        return reply
      }
      const outcome = await sendRequest(scope, toNewRequest(body, scope.actor, seal))
      if (!outcome.ok) {
        problem(reply, 422, { code: outcome.refusal.code, title: refusalText[outcome.refusal.code] })
        return reply
      }
      const { id, number, key } = outcome.value
      const confirmation = await getConfirmation(scope, id)
      return reply.code(201).send({
        number,
        followUrl: scope.publicUrl + paths.follow(number, key),
        holder: { name: confirmation?.holder ?? '', phone: confirmation?.holderPhone ?? null },
        actBy: confirmation?.actBy?.toISOString() ?? null,
      })
    },
  )
}

type Body = z.output<typeof careRequestBody>

const notForThisSender =
  'Zonder token vraagt alleen een cliënt of mantelzorger zelf zorg aan: bron, toestemming en controle van het BSN passen daar niet bij'

const refusalText: Record<SendRefusal['code'], string> = {
  'outside-region': 'Deze postcode ligt buiten de regio',
  'birth-date-ahead': 'De geboortedatum ligt in de toekomst',
  'channel-closed': 'Langs deze weg neemt de regio geen zorgvragen aan',
  'provider-unknown': 'Een van de organisaties geeft in deze regio geen zorg thuis',
  'wishes-contradict': 'Dezelfde organisatie is zowel liefst als liever niet gevraagd',
}

/** Who refers may send as anyone; anyone else only for themselves or as a carer. */
function isForSender(actor: Actor, { card, identity, consent }: Body): boolean {
  if (may(actor, 'requests.refer')) return true
  const isOwn = card.source === 'client' || card.source === 'informal-carer'
  return isOwn && consent.givenBy !== 'told-to-referrer' && identity.bsnCheckedWith === undefined
}

function toNewRequest(body: Body, actor: Actor, seal: Seal): NewRequest {
  return {
    sentKey: ownKey(body, actor, seal),
    card: { ...body.card, channel: 'api' },
    identity: body.identity,
    consent: body.consent,
    attachments: [],
  }
}

/**
 * The sender's key, made their own: of this sender and about this person. So a key that somebody else guesses or reuses
 * never answers with the private link of another's request.
 */
function ownKey({ sentKey, identity }: Body, actor: Actor, seal: Seal): string {
  const sender = actor.kind === 'user' ? actor.organizationId : 'anyone'
  const about = [identity.birthDate, identity.postcode, identity.houseNumber, identity.familyName]
  const hash = seal.hash('sent-key', JSON.stringify([sender, sentKey, ...about])).toString('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
