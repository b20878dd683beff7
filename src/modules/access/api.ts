import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotSignedIn } from '#platform/http/faults.ts'
import { problem } from '#platform/http/problem.ts'
import { doorScope } from './door-scope.ts'
import { bePracticePerson, listPracticePeople } from './practice.ts'

const person = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.string(),
  organization: z.string(),
  teams: z.array(z.string()),
  hint: z.string().describe('What there is to try as this person'),
})
const me = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.string(),
  organization: z.object({ id: z.uuid(), name: z.string() }),
  coordinatingTeamIds: z.array(z.uuid()),
  permissions: z.array(z.string()),
})
const session = z.object({ token: z.string(), expiresAt: z.iso.datetime() })
const refusal = z.object({
  type: z.string(),
  status: z.number(),
  code: z.string().optional(),
  title: z.string(),
})

export function meApi(app: FastifyInstance): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/me',
    {
      config: { who: 'signed-in' },
      schema: { tags: ['access'], summary: 'Who this token or session belongs to', response: { 200: me } },
    },
    async (request) => {
      const { actor } = request.scope
      if (actor.kind !== 'user') throw new NotSignedIn()
      return {
        id: actor.userId,
        name: actor.name,
        role: actor.role,
        organization: { id: actor.organizationId, name: actor.organizationName },
        coordinatingTeamIds: [...actor.coordinatingTeamIds],
        permissions: [...actor.permissions],
      }
    },
  )
}

/** Lets a program be someone of the practice region. Registered in practice mode only. */
export function practiceApi(app: FastifyInstance): void {
  const api = app.withTypeProvider<ZodTypeProvider>()
  api.get(
    '/api/practice/people',
    {
      config: { who: 'everyone', noStore: true },
      schema: {
        tags: ['practice'],
        summary: 'The people one can be in this practice region',
        response: { 200: z.array(person) },
      },
    },
    async (request) => listPracticePeople(doorScope(request, 'practice')),
  )
  api.post(
    '/api/practice/sign-in',
    {
      config: { who: 'everyone', noStore: true },
      schema: {
        tags: ['practice'],
        summary: 'Be one of these people: answers a bearer token',
        body: z.strictObject({ person: z.uuid() }),
        response: { 200: session, 404: refusal },
      },
    },
    async (request, reply) => {
      const started = await bePracticePerson(doorScope(request, 'practice'), {
        accountId: request.body.person,
        kind: 'api',
      })
      if (!started) {
        problem(reply, 404, { code: 'no-such-person', title: 'Deze persoon is er niet in deze oefenregio' })
        return reply
      }
      return { token: started.token, expiresAt: started.expiresAt.toISOString() }
    },
  )
}
