import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '#kernel/languages.ts'
import { findDraft, type OpenDraft } from '../../drafts.ts'
import { paths } from '../paths.ts'
import { DraftGonePage } from './start-page.tsx'

export type Keyed = { Params: { key: string }; Querystring: { naar?: unknown; verstuurd?: unknown } }

/** A page with somebody's answers on it is kept by nobody. */
export const config = { who: 'everyone', translated: true, noStore: true, limit: { calls: 600, minutes: 10 } } as const

/** The draft of the address; when it is gone or sent, answers with the page that says so. */
export async function openDraft(request: FastifyRequest<Keyed>, reply: FastifyReply): Promise<OpenDraft | undefined> {
  const open = await findDraft(request.scope, request.params.key)
  if (!open) {
    reply.page(404, <DraftGonePage />)
    return undefined
  }
  if (open.draft.sent) {
    reply.seeOther(paths.askSent(request.params.key, languageOf(request.url)))
    return undefined
  }
  return open
}
