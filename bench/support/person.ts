import { Agent, request } from 'node:http'

export type Reply = { status: number; body: string; ms: number; location: string | undefined }
export type Somebody = { id: string; name: string; role: string; organization: string; teams: string[] }

/** Somebody who calls the API and the pages with a token of their own, over kept connections. */
export class Person {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 })
  readonly token: string | undefined
  readonly address: string

  constructor(address: string, token?: string) {
    this.address = address
    this.token = token
  }

  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const started = performance.now()
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(path, this.address),
        {
          method,
          agent: this.#agent,
          headers: {
            accept: path.startsWith('/api') ? 'application/json' : 'text/html',
            ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
              ms: performance.now() - started,
              location: response.headers.location,
            }),
          )
        },
      )
      call.on('error', reject)
      call.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path)
  }

  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await this.send(method, path, body)
    if (reply.status >= 400) throw new Error(`${method} ${path} answered ${reply.status}: ${reply.body.slice(0, 300)}`)
    return JSON.parse(reply.body) as T
  }
}

/** Signs in as the practice person whose name is given. */
export async function become(address: string, name: string): Promise<Person> {
  const anyone = new Person(address)
  const people = await anyone.json<Somebody[]>('GET', '/api/practice/people')
  const person = people.find((one) => one.name === name)
  if (!person) throw new Error(`Nobody is called ${name}`)
  const { token } = await anyone.json<{ token: string }>('POST', '/api/practice/sign-in', { person: person.id })
  return new Person(address, token)
}
