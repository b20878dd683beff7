import { languageCodes } from '#kernel/languages.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { Routes } from '#platform/http/house.ts'
import { askCallback } from '../../callbacks.ts'
import { type Desk, deskQuery } from '../../desk.ts'
import { paths } from '../paths.ts'
import { CallbackAsked, CallbackForm, readCallback } from './callback-form.tsx'

/** 'Bel mij terug': anyone asks, in each language; the desk finds it among its promises. */
export const callbackRoutes: Routes = (app, { seal }) => {
  const config = { who: 'everyone', translated: true } as const
  const posting = { ...config, limit: { calls: 20, minutes: 10 } }
  for (const language of languageCodes) {
    app.get(paths.callback(language), { config }, async (request, reply) =>
      reply.page(200, <CallbackForm desk={await findDesk(request.scope)} />),
    )

    app.post(paths.callback(language), { config: posting }, async (request, reply) => {
      const { form, asked } = readCallback(request.body, language)
      if (!asked) {
        const desk = await findDesk(request.scope)
        return reply.page(422, <CallbackForm desk={desk} values={form.values} errors={form.errors} />)
      }
      const actBy = await askCallback(request.scope, asked)
      return reply.seeOther(paths.callbackAsked(seal.sign('callback', actBy.toISOString()), language))
    })

    app.get<{ Params: { receipt: string } }>(
      paths.callbackAsked(':receipt', language),
      { config },
      async (request, reply) => {
        const actBy = seal.verify('callback', request.params.receipt)
        if (!actBy) throw new NotFound()
        const by = { at: new Date(actBy), now: request.scope.now() }
        return reply.page(200, <CallbackAsked desk={await findDesk(request.scope)} by={by} />)
      },
    )
  }
}

async function findDesk(scope: Scope): Promise<Desk | undefined> {
  const { wayOfWorking } = await getRegion(scope)
  const { desks } = await read(scope, { desks: deskQuery(wayOfWorking.fallbackDeskId) })
  return desks[0]
}
