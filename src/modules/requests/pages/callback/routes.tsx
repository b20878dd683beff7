import { formatMoment } from '#kernel/dates.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { Routes } from '#platform/http/house.ts'
import { askCallback } from '../../callbacks.ts'
import { type Desk, deskQuery } from '../../desk.ts'
import { paths } from '../paths.ts'
import { CallbackAsked, CallbackForm, readCallback } from './callback-form.tsx'

/** 'Bel mij terug': anyone asks; the desk finds it among its promises. */
export const callbackRoutes: Routes = (app, { seal }) => {
  app.get(paths.callback, { config: { who: 'everyone' } }, async (request, reply) =>
    reply.page(200, <CallbackForm desk={await findDesk(request.scope)} />),
  )

  app.post(
    paths.callback,
    { config: { who: 'everyone', limit: { calls: 20, minutes: 10 } } },
    async (request, reply) => {
      const { form, asked } = readCallback(request.body)
      if (!asked) {
        const desk = await findDesk(request.scope)
        return reply.page(422, <CallbackForm desk={desk} values={form.values} errors={form.errors} />)
      }
      const actBy = await askCallback(request.scope, asked)
      return reply.seeOther(paths.callbackAsked(seal.sign('callback', actBy.toISOString())))
    },
  )

  app.get<{ Params: { receipt: string } }>(
    paths.callbackAsked(':receipt'),
    { config: { who: 'everyone' } },
    async (request, reply) => {
      const actBy = seal.verify('callback', request.params.receipt)
      if (!actBy) throw new NotFound()
      const by = formatMoment(new Date(actBy), request.scope.now())
      return reply.page(200, <CallbackAsked desk={await findDesk(request.scope)} by={by} />)
    },
  )
}

async function findDesk(scope: Scope): Promise<Desk | undefined> {
  const { wayOfWorking } = await getRegion(scope)
  const { desks } = await read(scope, { desks: deskQuery(wayOfWorking.fallbackDeskId) })
  return desks[0]
}
