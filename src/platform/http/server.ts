import { randomBytes } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Database } from '../database/connect.ts'
import type { Scope } from '../database/scope.ts'
import { guardForms } from './csrf.ts'
import { answerErrors } from './errors.ts'
import { guardRoutes } from './guard.ts'
import { setHeaders } from './headers.ts'
import { limitCalls } from './limits.ts'
import { loggedRequest } from './log.ts'
import './types.ts'

/** The largest field set a form may post; larger files go through multipart with a limit of their own. */
const formLimit = 3_000_000

export type ServerOptions = {
  log: Logger
  database: Database
  /** Who may say for which client a request is forwarded. */
  trustedProxies: string[]
  /** Cookies are marked Secure and strict transport is asked for. */
  secure: boolean
  limits: boolean
  scopeOf(request: FastifyRequest): Promise<Scope>
  /** The actor of this request turned out to be out of date. */
  forgetActor(request: FastifyRequest): void
  /** Puts what is the same on every page around one page. */
  frame(request: FastifyRequest, element: ReactNode, nonce?: string): ReactNode
  errorPage(request: FastifyRequest, status: number, number: string): ReactNode
}

/** The server without routes: headers, limits, forms, pages, errors. Routes are added by the composition root. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    genReqId: () => randomBytes(6).toString('hex'),
    bodyLimit: formLimit,
    requestTimeout: 15_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    routerOptions: { maxParamLength: 200 },
  } as Parameters<typeof Fastify>[0]) as unknown as FastifyInstance
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('scope', null as unknown as Scope)

  await app.register(cookie)
  await app.register(formbody, { bodyLimit: formLimit })
  await app.register(multipart, {
    limits: { fileSize: 10 * 1024 * 1024, files: 10, fields: 400, fieldSize: 1_500_000, parts: 420, headerPairs: 100 },
  })
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // Level 11, the default, is for files that are compressed once; a page is made anew each time. On a neighbourhood of 29 kB
    // (measured 2026-11-22) level 5 saves 5 % over 4 for 0.2 ms, and 6 nothing more for twice the time.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  })
  await setHeaders(app, options.secure)
  loggedRequest(app)
  if (options.limits) await limitCalls(app)
  app.addHook('onRequest', async (request) => {
    request.scope = await options.scopeOf(request)
  })
  guardRoutes(app)
  guardForms(app, options.secure)
  decorateReplies(app, options)
  answerErrors(app, options.errorPage, options.forgetActor)
  return app
}

function decorateReplies(app: FastifyInstance, options: ServerOptions): void {
  app.decorateReply('page', function (status: number, element: ReactNode) {
    const html = `<!doctype html>${renderToStaticMarkup(options.frame(this.request, element, this.cspNonce?.style))}`
    return this.code(status).type('text/html; charset=utf-8').send(html)
  })
  app.decorateReply('seeOther', function (path: string) {
    return this.redirect(path, 303)
  })
}
