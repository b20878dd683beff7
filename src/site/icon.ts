import type { FastifyInstance } from 'fastify'

/** The gate, light on the green of the product; a browser shows it on the tab. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5c5b"/><g fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"><path d="M6 26V15.500a10 10 0 0 1 20 0V26"/><path d="M11 26v-9.500a5 5 0 0 1 10 0V26"/><path d="M16 19v7"/></g></svg>`

export function serveIcon(app: FastifyInstance): void {
  for (const address of ['/icon.svg', '/favicon.ico']) {
    app.get(address, { config: { who: 'everyone' } }, (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
    )
  }
}
