import { ActorIsStale } from '../database/scope.ts'
import type { Board } from './board.ts'
import type { LiveEvent } from './hub.ts'

/** What a batch of events says to these boards of one audience, ready to be sent; in the name of the first. */
type Tell = (boards: readonly Board[], events: readonly LiveEvent[]) => Promise<Buffer>

/**
 * The open pages that hear the same and may see the same. What happens is asked and rendered once for all of them, and what
 * happens meanwhile is told together afterwards; a page more costs one write.
 */
export class Room {
  readonly #boards = new Set<Board>()
  /** When the last one left. */
  readonly #empty: () => void
  readonly #tell: Tell
  #heard: LiveEvent[] = []
  #telling = false

  constructor(tell: Tell, empty: () => void) {
    this.#tell = tell
    this.#empty = empty
  }

  enter(board: Board): void {
    this.#boards.add(board)
    board.onClose(() => {
      this.#boards.delete(board)
      if (this.#boards.size === 0) this.#empty()
    })
  }

  hear(events: readonly LiveEvent[]): void {
    this.#heard.push(...events)
    if (this.#telling) return
    this.#telling = true
    this.#tellAll()
      .catch(() => this.#closeAll())
      .finally(() => {
        this.#telling = false
      })
  }

  async #tellAll(): Promise<void> {
    while (this.#heard.length > 0) {
      const events = this.#heard
      this.#heard = []
      const owed = [...this.#boards].map((board) => ({ board, events: board.hear(events) }))
      const level = owed.filter((one) => one.events.length === events.length)
      await this.#tellTogether(
        level.map(({ board }) => board),
        events,
      )
      // Who came in between knows some of these already.
      for (const one of owed)
        if (one.events.length > 0 && one.events.length < events.length)
          await this.#tellTogether([one.board], one.events)
    }
  }

  async #tellTogether(boards: readonly Board[], events: readonly LiveEvent[]): Promise<void> {
    const message = await this.#askFor(boards, events)
    if (!message) return
    const { cursor } = events.at(-1)!
    for (const board of boards) board.write(message, cursor)
  }

  /** In the name of one of them. Whose rights ended in the meantime leaves, and another one asks. */
  async #askFor(boards: readonly Board[], events: readonly LiveEvent[]): Promise<Buffer | undefined> {
    for (const board of boards) {
      if (!this.#boards.has(board)) continue
      const left = boards.filter((one) => this.#boards.has(one))
      try {
        return await this.#tell(left, events)
      } catch (error) {
        if (!(error instanceof ActorIsStale)) throw error
        if (board.stream.toldOfEach) await Promise.all(left.map(closeWhenStale))
        else board.close()
      }
    }
    return undefined
  }

  #closeAll(): void {
    this.#heard = []
    for (const board of [...this.#boards]) board.close()
  }
}

/** Each is asked by itself: the answer for all did not say whose rights had ended. */
async function closeWhenStale(board: Board): Promise<void> {
  const allowed = await board.stream.stillAllowed().catch(() => false)
  if (!allowed) board.close()
}
