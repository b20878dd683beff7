import { read } from '#platform/database/transaction.ts'
import type { Routes } from '#platform/http/house.ts'
import { userOf } from '../../desk/board.ts'
import { deskPaths } from './paths.ts'

/** Whoever has the board open asks for it again when a call, a promise or a request of the desk changes; the form stays as it is. */
const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

export const liveDeskRoute: Routes = (app, house) => {
  app.get(deskPaths.live, { config: { who: 'desk.work' } }, async (request, reply) => {
    const { scope } = request
    const { coordinatingTeamIds } = userOf(scope)
    return house.live.serve(request, reply, {
      topics: coordinatingTeamIds.flatMap((id) => [`desk:${id}`, `team:${id}`]),
      audience: 'ask-again',
      render: () => Promise.resolve(askAgain),
      async stillAllowed() {
        await read(scope, {})
        return true
      },
    })
  })
}
