/**
 * Chance by name: the same words give the same number, whoever asks and in whatever order. So a team is as willing, as quick and
 * as busy in one way of working as in the other, and what differs is the way of working (common random numbers).
 */
export class Draws {
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  /** At least 0, less than 1. FNV-1a over the words, mixed. */
  of(...words: readonly (string | number)[]): number {
    let hash = (0x811c9dc5 ^ Math.imul(this.#seed, 0x9e3779b1)) >>> 0
    for (const word of words) {
      const text = String(word)
      for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
      hash = Math.imul(hash ^ 0x1f, 0x01000193)
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
  }

  /** Of a normal distribution: middle 0, standard deviation 1 (Box and Muller). */
  normal(...words: readonly (string | number)[]): number {
    const far = Math.sqrt(-2 * Math.log(1 - this.of(...words, 'far')))
    return far * Math.cos(2 * Math.PI * this.of(...words, 'turn'))
  }

  /** Around a median, never negative, with a long tail. */
  around(median: number, spread: number, ...words: readonly (string | number)[]): number {
    return median * Math.exp(spread * this.normal(...words))
  }
}
