import type { FastifyInstance, FastifyRequest } from 'fastify'
import { StylePage } from '#design/index.ts'
import { languageCodes, prefixOf } from '#kernel/languages.ts'
import { paths as directoryPaths } from '#modules/directory/pages/paths.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { House, Routes } from '#platform/http/house.ts'
import { AboutPage, AccessibilityPage, PrivacyPage } from './about-pages.tsx'
import { findDesk } from './desk.ts'
import { FrontPage } from './front-page.tsx'
import { serveIcon } from './icon.ts'
import { sitePaths } from './paths.ts'

type SiteOptions = { securityContact?: string }

/** The pages and addresses that belong to no module: the front door itself, the style page, and what machines ask. */
export function siteRoutes(options: SiteOptions): Routes {
  return (app, house) => {
    const everyone = { config: { who: 'everyone' as const } }
    const translated = { config: { who: 'everyone' as const, translated: true } }
    for (const language of languageCodes) {
      const sharedBy = ({ scope }: FastifyRequest) => ({ language, origin: scope.publicUrl })
      app.get(directoryPaths.front(language), translated, async (request, reply) => {
        const region = await getRegion(request.scope)
        const desk = await findDesk(request.scope, region)
        const { actor } = request.scope
        const shared = sharedBy(request)
        return reply.page(
          200,
          <FrontPage {...shared} region={region.name} desk={desk} actor={actor} practice={house.practice} />,
        )
      })
      app.get(sitePaths.privacy(language), translated, async (request, reply) =>
        reply.page(200, <PrivacyPage {...sharedBy(request)} />),
      )
      app.get(sitePaths.accessibility(language), translated, async (request, reply) =>
        reply.page(200, <AccessibilityPage {...sharedBy(request)} />),
      )
      app.get(sitePaths.about(language), translated, async (request, reply) =>
        reply.page(200, <AboutPage {...sharedBy(request)} />),
      )
    }
    app.get('/stijl', everyone, async (_request, reply) => reply.page(200, <StylePage />))
    serveIcon(app)
    machineRoutes(app, house, options)
  }
}

/** Private pages, in each language, and what is no page. */
const notForRobots = [
  ...['/volg/', '/aanvragen/'].flatMap((path) => languageCodes.map((language) => prefixOf(language) + path)),
  '/oefenen',
  '/api/',
]

function machineRoutes(app: FastifyInstance, house: House, options: SiteOptions): void {
  const machine = { config: { who: 'everyone' as const, noStore: true } }
  app.get('/healthz', machine, async () => ({ status: 'ok' }))
  app.get('/readyz', machine, async (_request, reply) => {
    const ready = await house.database.pool.query('select 1 from regions.region limit 1').then(
      (result) => result.rowCount === 1,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  app.get('/robots.txt', machine, async ({ scope }, reply) =>
    reply
      .type('text/plain')
      .send(
        `User-agent: *\n${notForRobots.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${scope.publicUrl}/sitemap.xml\n`,
      ),
  )
  app.get('/.well-known/security.txt', machine, async ({ scope }, reply) =>
    reply.type('text/plain; charset=utf-8').send(securityText(options, scope.publicUrl, scope.now())),
  )
}

/** RFC 9116: expires within a year, so that nobody trusts an address that was left behind. */
function securityText({ securityContact }: SiteOptions, publicUrl: string, now: Date): string {
  const expires = new Date(now.getTime() + 180 * 86_400_000)
  expires.setUTCHours(0, 0, 0, 0)
  return `Contact: ${securityContact ?? `${publicUrl}/over`}\nExpires: ${expires.toISOString()}\nPreferred-Languages: nl, en\nCanonical: ${publicUrl}/.well-known/security.txt\n`
}
