import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Scope } from '../database/scope.ts'
import { Board, type LiveStream } from './board.ts'
import type { LiveEvent, LiveHub } from './hub.ts'
import { Room } from './room.ts'

const beat = 20_000
const startAfresh = '<turbo-stream action="refresh"></turbo-stream>'

/** Serves open pages their live changes as server-sent events. */
export class LiveStreams {
  readonly #hub: LiveHub
  readonly #open = new Set<Board>()
  readonly #rooms = new Map<string, Room>()
  readonly #rendered = new Map<string, Promise<Buffer>>()

  constructor(hub: LiveHub) {
    this.#hub = hub
  }

  get open(): number {
    return this.#open.size
  }

  closeAll(): void {
    for (const board of [...this.#open]) board.close()
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

    const board = new Board(stream, request.scope, response, from)
    this.#open.add(board)
    board.onClose(() => this.#open.delete(board))
    this.#enter(regionId, board)
    askNowAndThen(board)
    try {
      const missed = await this.#hub.since(from, regionId, stream.topics)
      if (missed === undefined) board.write(message(await this.#hub.newest(), startAfresh), from)
      await board.catchUp(missed ?? [], (event) => this.#tell([board], [event]))
    } catch {
      board.close()
    }
  }

  /** Boards that hear the same topics and may see the same share a room; the last one closes it. */
  #enter(regionId: string, board: Board): void {
    const { topics, audience } = board.stream
    const key = [regionId, audience, ...[...topics].sort()].join('|')
    const room = this.#rooms.get(key) ?? this.#openRoom(key, regionId, topics)
    room.enter(board)
  }

  #openRoom(key: string, regionId: string, topics: readonly string[]): Room {
    const room = new Room(
      (boards, events) => this.#tell(boards, events),
      () => {
        stopListening()
        this.#rooms.delete(key)
      },
    )
    const stopListening = this.#hub.listen(regionId, topics, (events) => room.hear(events))
    this.#rooms.set(key, room)
    return room
  }

  /** Once per audience and what happened, however many viewers and whatever else they hear; remembered for a moment only. */
  #tell(boards: readonly Board[], events: readonly LiveEvent[]): Promise<Buffer> {
    const [first, last] = [events[0]!, events.at(-1)!]
    const [{ stream }] = boards as [Board]
    const viewers = boards.map(({ viewer }) => viewer)
    if (stream.toldOfEach) return render(stream, events, viewers).then((html) => message(last.cursor, html))
    const key = [first.regionId, stream.audience, first.cursor, last.cursor, events.length].join('|')
    const known = this.#rendered.get(key)
    if (known) return known
    const rendering = render(stream, events, viewers).then((html) => message(last.cursor, html))
    this.#rendered.set(key, rendering)
    const forget = () => this.#rendered.delete(key)
    // A failure may be of this one viewer only: the next one asks for itself.
    rendering.catch(forget)
    setTimeout(forget, 5_000).unref()
    return rendering
  }
}

async function render(
  stream: LiveStream,
  events: readonly LiveEvent[],
  viewers: readonly Scope[],
): Promise<string | undefined> {
  if (stream.renderTogether && events.length > 1) return stream.renderTogether(events)
  const parts: string[] = []
  for (const event of events) {
    const html = await stream.render(event, viewers)
    if (html !== undefined) parts.push(html)
  }
  return parts.length > 0 ? parts.join('\n') : undefined
}

/** The first time at a moment of its own: boards that came at once, after a restart, do not all ask at once ever after. */
function askNowAndThen(board: Board): void {
  const ask = () => {
    board.stream.stillAllowed().then(
      (allowed) => (allowed ? board.beat() : board.close()),
      () => board.close(),
    )
  }
  let timer = setTimeout(() => {
    ask()
    timer = setInterval(ask, beat).unref()
  }, Math.random() * beat).unref()
  board.onClose(() => clearTimeout(timer))
}

function message(cursor: string, html: string | undefined): Buffer {
  const data = (html ?? '')
    .split('\n')
    .map((line) => `data: ${line}\n`)
    .join('')
  return Buffer.from(html === undefined ? `id: ${cursor}\n\n` : `id: ${cursor}\n${data}\n`)
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
