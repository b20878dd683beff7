import type { ServerResponse } from 'node:http'
import type { Scope } from '../database/scope.ts'
import { isLater, type LiveEvent } from './hub.ts'

export type LiveStream = {
  topics: readonly string[]
  /** Viewers of one audience may see exactly the same; what is rendered for it is rendered once. */
  audience: string
  /**
   * What it renders is told in the log of each who gets it: it is asked for exactly these viewers, and never given to one who
   * comes later.
   */
  toldOfEach?: boolean
  /** Turbo Stream elements for one event and those who get them, or nothing when this audience need not know. */
  render(event: LiveEvent, viewers: readonly Scope[]): Promise<string | undefined>
  /** The same for events that came at once, where one answer to all of them costs less than one to each. */
  renderTogether?(events: readonly LiveEvent[]): Promise<string | undefined>
  /** Asked again and again while the stream is open; ends it when the viewer's rights ended. */
  stillAllowed(): Promise<boolean>
}

/** A viewer who does not read: cut off, the browser comes back with the last place it saw. */
const tooMuchWaiting = 1_000_000

/** One open page: what it asked for, how far it was told, and the line to it. */
export class Board {
  readonly stream: LiveStream
  /** Who looks. */
  readonly viewer: Scope
  readonly #response: ServerResponse
  readonly #whenClosed: (() => void)[] = []
  #last: string
  /** What happens while the missed changes are looked up waits behind them; undefined once it was caught up with. */
  #behind: LiveEvent[] | undefined = []

  constructor(stream: LiveStream, viewer: Scope, response: ServerResponse, from: string) {
    this.stream = stream
    this.viewer = viewer
    this.#response = response
    this.#last = from
    response.on('close', () => this.close())
  }

  /** What ends with this board. */
  onClose(end: () => void): void {
    this.#whenClosed.push(end)
  }

  close(): void {
    for (const end of this.#whenClosed.splice(0)) end()
    this.#response.end()
  }

  /** Tells what it missed, and then what came meanwhile, until it is level with the others. */
  async catchUp(missed: LiveEvent[], tell: (event: LiveEvent) => Promise<Buffer>): Promise<void> {
    let next = missed
    while (next.length > 0 || this.#behind?.length) {
      next.push(...(this.#behind?.splice(0) ?? []))
      for (const event of next) if (isLater(event.cursor, this.#last)) this.write(await tell(event), event.cursor)
      next = []
    }
    this.#behind = undefined
  }

  /** Which of these it is to be told now: none while it catches up, then it takes note of them. */
  hear(events: readonly LiveEvent[]): readonly LiveEvent[] {
    if (!this.#behind) return events.filter(({ cursor }) => isLater(cursor, this.#last))
    this.#behind.push(...events)
    return []
  }

  write(message: Buffer, cursor: string): void {
    if (this.#response.writableEnded) return
    if (this.#response.writableLength > tooMuchWaiting) {
      this.close()
      return
    }
    this.#last = cursor
    this.#response.write(message)
  }

  beat(): void {
    if (!this.#response.writableEnded) this.#response.write(': \n\n')
  }
}
