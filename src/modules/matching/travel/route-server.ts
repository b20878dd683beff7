import { z } from 'zod'
import type { Travel } from '../rules/travel.ts'
import type { Place } from '../rules/wanted.ts'

/** What a route server knows of one pair; undefined when there is no way, or it knows none. */
export type Measured = { minutes: number; kilometres: number } | undefined

/** Thrown when the server did not answer, or not what its protocol says. Nothing of the question is in it. */
export class RouteServerFailed extends Error {
  constructor(why: string) {
    super(`The route server did not answer: ${why}`)
    this.name = 'RouteServerFailed'
  }
}

const answer = z.object({
  code: z.literal('Ok'),
  durations: z.tuple([z.array(z.number().nonnegative().nullable())]),
  distances: z.tuple([z.array(z.number().nonnegative().nullable())]),
})
const timeoutMilliseconds = 5_000
/** A table of one to a hundred is what a server of OSRM answers without being told otherwise. */
export const mostAtOnce = 99

/**
 * A server of OSRM of the region's own (its table service, 5.x). In its address `{profile}` stands for `bicycle` or `car`, because one
 * process of OSRM knows one of them; without it the path alone says which.
 */
export class RouteServer {
  readonly #url: string
  readonly #timeout: number

  constructor(url: string, timeout = timeoutMilliseconds) {
    this.#url = url.replace(/\/+$/, '')
    this.#timeout = timeout
  }

  /** From one place to each of these, in their order. @throws RouteServerFailed */
  async table(by: Travel['by'], from: Place, to: readonly Place[]): Promise<Measured[]> {
    const points = [from, ...to].map(({ latitude, longitude }) => `${longitude},${latitude}`).join(';')
    const url = `${this.#url.replaceAll('{profile}', by)}/table/v1/${by}/${points}?sources=0&annotations=duration,distance`
    const table = await this.#ask(url)
    const [[, ...durations], [, ...distances]] = [table.durations[0], table.distances[0]]
    if (durations.length !== to.length || distances.length !== to.length) throw new RouteServerFailed('another table')
    return to.map((_, nth) => {
      const [seconds, metres] = [durations[nth], distances[nth]]
      if (typeof seconds !== 'number' || typeof metres !== 'number') return undefined
      return { minutes: seconds / 60, kilometres: metres / 1000 }
    })
  }

  async #ask(url: string): Promise<z.infer<typeof answer>> {
    const signal = AbortSignal.timeout(this.#timeout)
    const response = await fetch(url, { signal, redirect: 'error' }).catch((fault: Error) => {
      throw new RouteServerFailed(fault.name === 'TimeoutError' ? 'too slow' : 'no connection')
    })
    const body: unknown = await response.json().catch(() => undefined)
    const parsed = answer.safeParse(body)
    if (!response.ok || !parsed.success) throw new RouteServerFailed(`status ${response.status}`)
    return parsed.data
  }
}
