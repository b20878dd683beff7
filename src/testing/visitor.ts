import type { FastifyInstance, InjectOptions } from 'fastify'
import { formTokenOf } from '#platform/http/csrf.ts'

export type Answer = {
  status: number
  text: string
  location: string | undefined
  headers: Record<string, unknown>
  json<T>(): T
  raw: Buffer
}
type Fields = Record<string, string | string[]>

/** Somebody at a browser without script: keeps cookies, sends form tokens back, follows nothing by itself. */
export class Visitor {
  readonly #server: FastifyInstance
  readonly #headers: Record<string, string>
  readonly #cookies = new Map<string, string>()

  constructor(server: FastifyInstance, headers: Record<string, string>) {
    this.#server = server
    this.#headers = headers
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send({ method: 'GET', url, headers: { accept: 'text/html', ...headers } })
  }

  /** Posts a form; the token is fetched first when this visitor has none yet. */
  async post(url: string, fields: Fields = {}): Promise<Answer> {
    const body = new URLSearchParams([['_csrf', await this.token()]])
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.#send({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: body.toString(),
    })
  }

  /** Posts a form with files. */
  async postFiles(
    url: string,
    fields: Fields,
    files: { field: string; name: string; type: string; content: Buffer }[],
  ): Promise<Answer> {
    const form = new FormData()
    form.append('_csrf', await this.token())
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
    for (const file of files)
      form.append(file.field, new Blob([new Uint8Array(file.content)], { type: file.type }), file.name)
    const encoded = new Response(form)
    return this.#send({
      method: 'POST',
      url,
      headers: { 'content-type': encoded.headers.get('content-type') ?? '', accept: 'text/html' },
      payload: Buffer.from(await encoded.arrayBuffer()),
    })
  }

  api(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
    return this.#send({
      method,
      url,
      headers: {
        accept: 'application/json',
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      payload,
    })
  }

  /** The token that this visitor's forms carry; a first look at a page gives the cookie it is made from. */
  async token(): Promise<string> {
    if (!this.#cookies.has('form')) await this.get('/privacy')
    return formTokenOf(this.#cookies.get('form') ?? '')
  }

  /** What this visitor's browser would send along. */
  cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async #send(options: InjectOptions): Promise<Answer> {
    const cookie = this.cookie()
    const response = await this.#server.inject({
      ...options,
      headers: { ...options.headers, ...this.#headers, ...(cookie ? { cookie } : {}) },
    })
    for (const { name, value } of response.cookies) this.#cookies.set(name, value)
    return {
      status: response.statusCode,
      text: response.payload,
      location: response.headers.location as string | undefined,
      headers: response.headers,
      json: <T>() => response.json() as T,
      raw: response.rawPayload,
    }
  }
}
