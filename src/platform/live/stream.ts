import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLater, type LiveEvent, type LiveHub } from './hub.ts'

export type LiveStream = {
  topics: readonly string[]
  /** Viewers of one audience may see exactly the same; what is rendered for it is rendered once. */
  audience: string
  /** Turbo Stream elements for one event, or nothing when this audience need not know. */
  render(event: LiveEvent): Promise<string | undefined>
  /** Asked again and again while the stream is open; ends it when the viewer's rights ended. */
  stillAllowed(): Promise<boolean>
}

const beat = 20_000
/** A viewer who does not read: cut off, the browser comes back with the last place it saw. */
const tooMuchWaiting = 1_000_000
const startAfresh = '<turbo-stream action="refresh"></turbo-stream>'

/** Serves one open page its live changes as server-sent events. */
export class LiveStreams {
  readonly #hub: LiveHub
  readonly #open = new Set<() => void>()
  readonly #rendered = new Map<string, Promise<string | undefined>>()

  constructor(hub: LiveHub) {
    this.#hub = hub
  }

  get open(): number {
    return this.#open.size
  }

  closeAll(): void {
    for (const close of this.#open) close()
  }

  async serve(request: FastifyRequest, reply: FastifyReply, stream: LiveStream): Promise<void> {
    const { regionId } = request.scope.actor
    const from = header(request, 'last-event-id') ?? (await this.#hub.newest())
    reply.hijack()
    const response = reply.raw
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) response.setHeader(name, value)
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    response.write(`retry: 2000\nid: ${from}\n\n`)

    let queue: Promise<void> = Promise.resolve()
    let last = from
    const send = (events: LiveEvent[]) => {
      queue = queue
        .then(async () => {
          for (const event of events) {
            if (!isLater(event.cursor, last)) continue
            last = event.cursor
            const html = await this.#render(stream, event)
            if (response.writableEnded) return
            if (response.writableLength > tooMuchWaiting) return close()
            response.write(message(event.cursor, html))
          }
        })
        .catch(() => close())
    }
    // What happens while the missed changes are looked up waits behind them.
    let waiting: LiveEvent[] | undefined = []
    const stopListening = this.#hub.listen(regionId, stream.topics, (events) =>
      waiting ? waiting.push(...events) : send(events),
    )
    const timer = setInterval(() => {
      stream.stillAllowed().then(
        (allowed) => (allowed ? response.write(': \n\n') : close()),
        () => close(),
      )
    }, beat)
    timer.unref()
    const close = () => {
      stopListening()
      clearInterval(timer)
      this.#open.delete(close)
      response.end()
    }
    this.#open.add(close)
    response.on('close', close)

    const missed = await this.#hub.since(from, regionId, stream.topics)
    if (missed === undefined) response.write(message(await this.#hub.newest(), startAfresh))
    else send(missed)
    send(waiting)
    waiting = undefined
  }

  /** Once per event and audience, however many viewers; remembered for a moment only. */
  #render(stream: LiveStream, event: LiveEvent): Promise<string | undefined> {
    const key = `${event.regionId}|${stream.audience}|${event.cursor}`
    const known = this.#rendered.get(key)
    if (known) return known
    const rendering = stream.render(event)
    this.#rendered.set(key, rendering)
    setTimeout(() => this.#rendered.delete(key), 5_000).unref()
    return rendering
  }
}

function message(cursor: string, html: string | undefined): string {
  const data = (html ?? '')
    .split('\n')
    .map((line) => `data: ${line}\n`)
    .join('')
  return html === undefined ? `id: ${cursor}\n\n` : `id: ${cursor}\n${data}\n`
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
