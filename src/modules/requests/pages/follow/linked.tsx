import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Language, languageCodes, languageOf } from '#kernel/languages.ts'
import { parseRequestNumber } from '#kernel/request-number.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import type { House } from '#platform/http/house.ts'
import { type Desk, deskQuery } from '../../desk.ts'
import { findLinkActor, linkScope, proofHolds, proofOf } from '../../following.ts'
import { paths } from '../paths.ts'
import { type LinkParts, NoSuchLinkPage } from './follow-page.tsx'

export type LinkRequest = FastifyRequest<{ Params: { number: string; key: string } }>
export type Linked = { link: LinkParts; scope: Scope; verified: boolean; requestId: string }

/** Does the work for whoever holds the link and gave the second factor; sends everyone else to where they can. */
export async function whenVerified(
  request: LinkRequest,
  reply: FastifyReply,
  house: House,
  work: (linked: Linked) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const linked = await openLink(request, house)
  if (!linked) return noSuchLink(request, reply)
  // The half hour is over, or the page was opened straight away: the birth date first.
  if (!linked.verified) return reply.seeOther(followAt(linked.link))
  return work(linked)
}

type Asked = {
  show: (reply: FastifyReply, linked: Linked) => Promise<FastifyReply>
  answer: (reply: FastifyReply, linked: Linked, body: unknown) => Promise<FastifyReply>
}

/** A page with one question, in each language, for whoever holds the link and gave the second factor. */
export function askByLink(
  app: FastifyInstance,
  house: House,
  pathOf: (number: string, key: string, language: Language) => string,
  { show, answer }: Asked,
): void {
  const limit = { calls: 60, minutes: 10 }
  const everyone = { config: { who: 'everyone' as const, translated: true, noStore: true, limit } }
  for (const language of languageCodes) {
    const path = pathOf(':number', ':key', language)
    app.get(path, everyone, (request: LinkRequest, reply) =>
      whenVerified(request, reply, house, (linked) => show(reply, linked)),
    )
    app.post(path, everyone, (request: LinkRequest, reply) =>
      whenVerified(request, reply, house, (linked) => answer(reply, linked, request.body)),
    )
  }
}

/** The link of this call, when it opens anything. */
export async function openLink(request: LinkRequest, house: House): Promise<Linked | undefined> {
  const { key } = request.params
  const number = parseRequestNumber(request.params.number)
  const actor = number && (await findLinkActor(request.scope, number, key))
  if (!number || !actor) return undefined
  const verified = proofHolds(request.scope, key, request.cookies[proofName(house)])
  return {
    link: { number, key, language: languageOf(request.url) },
    scope: linkScope(request.scope, { ...actor, verified }),
    verified,
    requestId: actor.requestId,
  }
}

export function keepProof(request: LinkRequest, reply: FastifyReply, house: House, key = request.params.key): void {
  const proof = proofOf(request.scope, key)
  const number = parseRequestNumber(request.params.number)
  // Who changes the language of the page need not prove it again: one for the address in each.
  for (const language of languageCodes) {
    reply.setCookie(proofName(house), proof, {
      path: `${paths.followStart(language)}/${number}`,
      httpOnly: true,
      sameSite: 'lax',
      secure: house.secure,
      maxAge: 30 * 60,
    })
  }
}

export function proofName({ secure }: House): string {
  return secure ? '__Secure-follow' : 'follow'
}

/** Back to the request, which says what was done. */
export function doneAt(reply: FastifyReply, link: LinkParts, what: string): FastifyReply {
  return reply.seeOther(`${followAt(link)}?gelukt=${what}`)
}

export function followAt({ number, key, language }: LinkParts): string {
  return paths.follow(number, key, language)
}

export async function noSuchLink(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply.page(404, <NoSuchLinkPage desk={await findDesk(request.scope)} />)
}

export async function findDesk(scope: Scope): Promise<Desk | undefined> {
  const { wayOfWorking } = await getRegion(scope)
  const { desks } = await read(scope, { desks: deskQuery(wayOfWorking.fallbackDeskId) })
  return desks[0]
}
