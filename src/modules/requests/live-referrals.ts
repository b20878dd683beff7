import { may } from '#kernel/actor.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { Routes } from '#platform/http/house.ts'
import { paths } from './pages/paths.ts'

/** The list is one's own filter of it, so it asks for itself again: no row of a client travels over the stream. */
const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

/** The open lists of referrals of one organisation hear that something happened to one of its clients' requests. */
export const liveReferralRoute: Routes = (app, house) => {
  app.get(paths.liveReferrals, { config: { who: 'requests.refer' } }, async (request, reply) => {
    const { scope } = request
    const { actor } = scope
    if (actor.kind !== 'user') throw new NotFound()
    return house.live.serve(request, reply, {
      topics: [`referrer:${actor.organizationId}`],
      audience: 'ask-again',
      render: () => Promise.resolve(askAgain),
      // A round trip as this viewer: it throws when the session or its rights have ended.
      stillAllowed: async () => {
        await read(scope, {})
        return may(actor, 'requests.refer')
      },
    })
  })
}
