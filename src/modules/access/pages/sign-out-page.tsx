import type { FastifyInstance } from 'fastify'
import { Actions, Button, Heading, LinkButton, PostForm, Screen, Text } from '#design/index.ts'
import type { House } from '#platform/http/house.ts'
import { dropSession, sessionToken } from '../cookies.ts'
import { doorScope } from '../door-scope.ts'
import { homeOf } from '../home.ts'
import { signOut } from '../sessions.ts'
import { paths } from './paths.ts'

export function signOutPage(app: FastifyInstance, house: House): void {
  app.get(paths.signOut, { config: { who: 'everyone', noStore: true } }, async (request, reply) => {
    const { actor } = request.scope
    if (actor.kind !== 'user') return reply.seeOther('/')
    return reply.page(
      200,
      <Screen title="Uitloggen" width="form" density="professional">
        <Heading level={1}>Uitloggen?</Heading>
        <Text>U werkt nu als {actor.name}.</Text>
        <PostForm action={paths.signOut}>
          <Actions>
            <Button icon="logout">Log uit</Button>
            <LinkButton kind="quiet" href={homeOf(actor)}>
              Blijf ingelogd
            </LinkButton>
          </Actions>
        </PostForm>
      </Screen>,
    )
  })

  app.post(paths.signOut, { config: { who: 'everyone', noStore: true } }, async (request, reply) => {
    const token = sessionToken(request, house)
    if (token && request.scope.actor.kind === 'user') {
      await signOut(doorScope(request, 'sign-out'), token, request.scope.actor)
    }
    dropSession(reply, house)
    // What the browser kept of a client's data goes with it.
    reply.header('clear-site-data', '"cache"')
    return reply.seeOther('/')
  })
}
