import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { idIn } from '#platform/http/address.ts'
import { toListQuestion, toQuery } from '../list/list-question.ts'
import { jointWord, meetingPaths } from './meeting/paths.ts'
import { paths } from './paths.ts'

/** The list or the meeting as the visitor left it: pages of one request carry where they came from in their own address. */
export function backToList(query: unknown): { href: string; label: string; query: string } {
  const { overleg } = (query ?? {}) as { overleg?: unknown }
  if (typeof overleg === 'string' && (isId(overleg) || overleg === jointWord))
    return { href: meetingPaths.meeting(overleg), label: 'Terug naar het overleg', query: `?overleg=${overleg}` }
  const asked = toQuery(toListQuestion(query))
  return { href: paths.requests + asked, label: 'Terug naar de lijst', query: asked }
}

/** What a page of one request says in its own address of where it came from. */
export function queryOf(request: FastifyRequest): string {
  return backToList(request.query).query
}

export function backToRequest(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.seeOther(paths.request(idIn(request)) + queryOf(request))
}
