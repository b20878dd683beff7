import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** What counts for a document in a window only; on a piece of a page it is weight on a slow line. */
const ofDocuments = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-frame-options',
]
/** For programs that call the API. */
const ofLimits = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']

/** A style sheet, a font or a picture that anybody may keep; never a file of a client. */
function isPieceOfPage(reply: FastifyReply): boolean {
  const isPublic = String(reply.getHeader('cache-control')).startsWith('public')
  return isPublic && /^(text\/css|font\/|image\/)/.test(String(reply.getHeader('content-type')))
}

/**
 * A strict policy without anything inline. The nonce is only for the style that Turbo makes for its progress bar.
 * `same-origin` as referrer policy: with `no-referrer` browsers send `Origin: null` on a plain form post.
 */
export async function setHeaders(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        manifestSrc: ["'self'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    xPoweredBy: false,
    // For browsers and plug-ins that are no more.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  } as Parameters<typeof helmet>[1])
  app.addHook('onSend', async (_request, reply, payload) => {
    if (isPieceOfPage(reply)) {
      for (const name of ofDocuments) reply.raw.removeHeader(name)
      for (const name of ofLimits) reply.removeHeader(name)
      if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', "default-src 'none'")
      return payload
    }
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    return payload
  })
}
