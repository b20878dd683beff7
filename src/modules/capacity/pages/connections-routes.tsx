import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { importViews } from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import { getRegion } from '#modules/regions/index.ts'
import { importRoutes } from '#platform/csv/import-routes.ts'
import { systemScope } from '#platform/database/as-system.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { getConnections } from '../connections.ts'
import { makeFeed, readFeed, revokeFeed } from '../feeds.ts'
import { lightFormat, listLightLines, planLights, saveLightLines } from '../light-import.ts'
import { webhookRefusalText } from '../text.nl.ts'
import { mayCallOwnNetwork } from '../webhook-post.ts'
import { addWebhook, removeWebhook } from '../webhooks.ts'
import { ConnectionsPage, type Shown } from './connections-page.tsx'
import { paths } from './paths.ts'

const config = { who: ['capacity.set', 'organization.administer'] } as const

/** How lights go in and out beside the page: a file, a calendar, a call to another system. */
export function connectionsPage(app: FastifyInstance, house: House): void {
  app.get(paths.connections, { config }, async (request, reply) => answer(request, reply, 200, {}))

  app.post(paths.feed, { config }, async (request, reply) => {
    const { team, weg } = (request.body ?? {}) as Record<string, unknown>
    if (typeof team !== 'string' || !isId(team)) throw new NotFound()
    if (weg === 'ja') {
      await revokeFeed(request.scope, { teamId: team })
      return reply.seeOther(paths.connections)
    }
    const key = await makeFeed(request.scope, { teamId: team })
    return answer(request, reply, 200, { feed: `${request.scope.publicUrl}${paths.calendar(`${key}.ics`)}` })
  })

  app.get(
    paths.calendar(':key'),
    { config: { who: 'everyone', noStore: true, limit: { calls: 120, minutes: 5 } } },
    async (request, reply) => {
      const { key } = request.params as { key: string }
      const text = await readFeed(systemScope(request.scope, 'light-feed'), key.replace(/\.ics$/, ''))
      return reply.type('text/calendar; charset=utf-8').send(text)
    },
  )

  app.post(paths.webhook, { config: { who: 'organization.administer' } }, async (request, reply) => {
    const form = new FormReader(request.body)
    const { weg } = form.values
    if (typeof weg === 'string' && isId(weg)) {
      await removeWebhook(request.scope, { id: weg })
      return reply.seeOther(paths.connections)
    }
    const url = form.line('url', { required: 'Vul het adres in dat wij aanroepen', max: 500 }) ?? ''
    if (!form.ok) return answer(request, reply, 422, { values: form.values, errors: form.errors })
    const outcome = await addWebhook(request.scope, { url, ownNetwork: mayCallOwnNetwork(house) })
    if (!outcome.ok)
      return answer(request, reply, 422, { values: form.values, errors: { url: webhookRefusalText[outcome.refusal] } })
    return answer(request, reply, 200, { secret: outcome.value.secret })
  })

  importRoutes(app, {
    kind: 'capacity.light',
    who: config.who,
    paths: { import: paths.importLights, export: paths.exportLights, done: `${paths.week}?gedaan=bewaard` },
    fileName: 'stoplichten.csv',
    format: async (scope) => lightFormat(await getRegion(scope)),
    list: (scope) => inTransaction(scope, listLightLines),
    plan: planLights,
    save: saveLightLines,
    views: importViews(
      'Stoplichten',
      { import: paths.importLights, export: paths.exportLights },
      { href: paths.connections, label: 'Koppelingen van het stoplicht' },
    ),
  })
}

async function answer(request: FastifyRequest, reply: FastifyReply, status: number, shown: Shown) {
  const connections = await getConnections(request.scope)
  return reply.page(status, <ConnectionsPage {...connections} {...shown} now={request.scope.now()} />)
}
