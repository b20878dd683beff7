type Event = { at: number; turn: number; happen: () => void }

/** What happens next, in order of time; of two at the same moment, what was planned first. A binary heap. */
export class Queue {
  readonly #heap: Event[] = []
  #turn = 0

  plan(at: number, happen: () => void): void {
    const heap = this.#heap
    heap.push({ at, turn: this.#turn, happen })
    this.#turn += 1
    for (let place = heap.length - 1; place > 0; ) {
      const parent = (place - 1) >> 1
      if (!this.#earlier(place, parent)) return
      this.#swap(place, parent)
      place = parent
    }
  }

  next(): Event | undefined {
    const heap = this.#heap
    const [first] = heap
    const last = heap.pop()
    if (!first || !last || heap.length === 0) return first
    heap[0] = last
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      let least = place
      if (left < heap.length && this.#earlier(left, least)) least = left
      if (right < heap.length && this.#earlier(right, least)) least = right
      if (least === place) return first
      this.#swap(place, least)
      place = least
    }
  }

  #earlier(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    if (!a || !b) return false
    return a.at < b.at || (a.at === b.at && a.turn < b.turn)
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    if (!a || !b) return
    this.#heap[one] = b
    this.#heap[other] = a
  }
}
