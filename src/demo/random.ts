/**
 * Chance that is the same for the same seed: the practice region of one seed is one region, on every machine.
 * A source can be split by name, so that adding a draw in one place does not shift all draws after it.
 */
export type Random = {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number from `from` to and with `to`. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Picks in proportion to the weights. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** A few different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[]
  /** Around `median`, never negative, with a long tail; `spread` of 0.5 is narrow, 1.2 is wide. */
  around(median: number, spread: number): number
  id(at: Date): string
  split(name: string): Random
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  // mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for what nobody has to guess.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('Nothing to pick from')
    return list[Math.floor(next() * list.length)] as T
  }
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      const found = list.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return (found ?? pick(list))[0]
    },
    some(list, count) {
      const rest = list.map((value, place) => ({ value, place, order: next() }))
      return rest
        .sort((a, b) => a.order - b.order)
        .slice(0, count)
        .sort((a, b) => a.place - b.place)
        .map(({ value }) => value)
    },
    around: (median, spread) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
    id(at) {
      const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
      const hex = () =>
        Math.floor(next() * 2 ** 32)
          .toString(16)
          .padStart(8, '0')
      const [a, b, c] = [hex(), hex(), hex()]
      const variant = (8 + Math.floor(next() * 4)).toString(16)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(3, 6)}-${b}${c.slice(0, 4)}`
    },
    split: (name) => seeded(hash(`${seed}:${name}`)),
  }
}

/** FNV-1a: a short text to 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193)
  }
  return value >>> 0
}
