import type { FastifyInstance } from 'fastify'

/** The gate with its door lit; a browser shows it on the tab. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Wijkpoort</title><rect width="32" height="32" rx="7" fill="#0b5c5b"/>
<path d="M6 27V15a10 10 0 0 1 20 0v12" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/>
<path d="M11 27V16a5 5 0 0 1 10 0v11z" fill="#ffd66b"/><circle cx="18.4" cy="21.5" r="1.1" fill="#07403f"/></svg>`

export function serveIcon(app: FastifyInstance): void {
  for (const address of ['/icon.svg', '/favicon.ico']) {
    app.get(address, { config: { who: 'everyone' } }, (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
    )
  }
}
