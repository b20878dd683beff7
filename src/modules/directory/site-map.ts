import type { FastifyInstance } from 'fastify'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { getRegion } from '#modules/regions/index.ts'
import { read } from '#platform/database/transaction.ts'
import { placesIn } from './known-places.ts'
import { wordsOf } from './languages/index.ts'
import { paths } from './pages/paths.ts'
import { asPublic } from './public-scope.ts'
import { pagesQuery } from './store.ts'

/** Every page that a search engine may find, in all languages (sitemaps.org, with the alternates Google describes). */
export function siteMap(app: FastifyInstance): void {
  app.get(paths.siteMap, { config: { who: 'everyone' } }, async (request, reply) => {
    const { areas } = await getRegion(request.scope)
    const { organizations } = await read(asPublic(request.scope), { organizations: pagesQuery() })
    const spots = placesIn({ areas }).flatMap(({ slug, pc4s }) => (pc4s.length > 1 ? [slug, ...pc4s] : pc4s))
    const addresses: ((language: Language) => string)[] = [
      paths.front,
      paths.find,
      paths.askingExplained,
      ...spots.map((spot) => (language: Language) => paths.neighbourhood(spot, language)),
      ...organizations.map(
        ({ slug }) =>
          (language: Language) =>
            paths.organization(slug, language),
      ),
    ]
    return reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(toXml(addresses, request.scope.publicUrl))
  })
}

function toXml(addresses: readonly ((language: Language) => string)[], origin: string): string {
  const entries = addresses.flatMap((address) => {
    const alternates = languageCodes
      .map(
        (code) =>
          `<xhtml:link rel="alternate" hreflang="${wordsOf(code).frame.lang}" href="${full(origin, address(code))}"/>`,
      )
      .join('')
    return languageCodes.map((code) => `<url><loc>${full(origin, address(code))}</loc>${alternates}</url>`)
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
}

/** Slugs are letters, digits and dashes of any script; what else the origin holds is written for XML. */
function full(origin: string, address: string): string {
  return encodeURI(origin + address)
    .replace(/&/g, '&amp;')
    .replace(/'/g, '&apos;')
}
