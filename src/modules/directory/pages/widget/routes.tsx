import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { getRegion } from '#modules/regions/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { findTeams, type ServingTeamsQuery } from '../../finding.ts'
import { placesIn } from '../../known-places.ts'
import { findSpot } from '../../rules/places.ts'
import { readQuestion } from '../../rules/question.ts'
import { vocabularyOf } from '../../vocabulary.ts'
import { paths } from '../paths.ts'
import { hostScript, tellHeightHash } from './growing.ts'
import { readSettings } from './settings.ts'
import { widgetStyle, widgetStyleNamed } from './style.ts'
import { type WidgetAnswer, WidgetPage } from './widget-page.tsx'

const config = { who: 'everyone', embedded: true } as const

/** The widget: the only page that others may put a frame around. It sets no cookie and asks for no session. */
export function widgetRoutes(app: FastifyInstance, serving: ServingTeamsQuery): void {
  for (const language of languageCodes) {
    app.get(paths.widget(language), { config }, async (request, reply) => {
      const settings = readSettings(request.query, language)
      const { plaats } = request.query as Record<string, unknown>
      const typed = typeof plaats === 'string' ? plaats.slice(0, 100) : ''
      const region = await getRegion(request.scope)
      const answer = await answerTo(request, serving, typed, language)
      const style = widgetStyle(settings.colours).name
      const props = { settings, origin: request.scope.publicUrl, region: region.name, style, typed, answer }
      openToFrames(reply, settings.grows)
      return sendKept(request, reply, <WidgetPage {...props} />)
    })
  }
  app.get<{ Params: { style: string } }>(paths.widgetStyle(':style'), { config }, async (request, reply) => {
    const style = widgetStyleNamed(request.params.style)
    if (!style) throw new NotFound()
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', style.isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
      .send(style.css)
  })
  app.get(paths.widgetHost, { config }, async (request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(hostScript(request.scope.publicUrl)),
  )
}

async function answerTo(
  request: FastifyRequest,
  serving: ServingTeamsQuery,
  typed: string,
  language: Language,
): Promise<WidgetAnswer> {
  if (typed.trim() === '') return { kind: 'nothing' }
  const { areas } = await getRegion(request.scope)
  const places = placesIn({ areas })
  const named = findSpot(areas, places, typed.trim())
  const { pc4, places: found } = readQuestion(places, vocabularyOf(language), { place: typed, care: '' })
  if (!named && pc4 && !areas.has(pc4)) return { kind: 'outside' }
  const likely = [...found.exact, ...found.close]
  if (!named && !pc4 && (likely.length > 1 || found.close.length > 0)) return { kind: 'choose', places: likely }
  const spot = named ?? findSpot(areas, places, pc4 ?? likely[0]?.slug ?? '')
  if (!spot) return { kind: 'unknown' }
  return { kind: 'served', spot, ...(await findTeams(request.scope, serving, spot)) }
}

/** Nothing may load or run but its own style sheet and, where asked, the one script that tells its height. */
function openToFrames(reply: FastifyReply, grows: boolean): void {
  reply
    .header(
      'content-security-policy',
      [
        "default-src 'none'",
        "style-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        'frame-ancestors *',
        ...(grows ? [`script-src ${tellHeightHash}`] : []),
      ].join(';'),
    )
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('x-robots-tag', 'noindex')
  // Written by the house rules for headers before this page was asked.
  reply.raw.removeHeader('x-frame-options')
  reply.raw.removeHeader('cross-origin-opener-policy')
}

/** May be kept for five minutes by anyone, and after that asked for again by its mark. */
function sendKept(request: FastifyRequest, reply: FastifyReply, page: ReactNode): FastifyReply {
  const html = `<!doctype html>${renderToStaticMarkup(page)}`
  const mark = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  reply.header('etag', mark).header('cache-control', 'public, max-age=300')
  const known = String(request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim())
  if (known.includes(mark)) return reply.code(304).send()
  return reply.type('text/html; charset=utf-8').send(html)
}
