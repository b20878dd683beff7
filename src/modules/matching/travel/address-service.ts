import { z } from 'zod'
import type { Place } from '../rules/wanted.ts'

/** Thrown when the service did not answer, or not what it promises. */
export class AddressServiceFailed extends Error {
  constructor(why: string) {
    super(`The address service did not answer: ${why}`)
    this.name = 'AddressServiceFailed'
  }
}

const answer = z.object({
  response: z.object({
    docs: z.array(z.object({ postcode: z.string().optional(), centroide_ll: z.string().optional() })),
  }),
})
const timeoutMilliseconds = 5_000

export type Address = { street: string; postcode: string; place: string }

/**
 * The national address service (PDOK Locatieserver, its `free` search). Only for addresses of organisations: whoever asks it where a
 * client lives tells somebody else that this address is asked about for care.
 */
export class AddressService {
  readonly #url: string
  readonly #timeout: number

  constructor(url: string, timeout = timeoutMilliseconds) {
    this.#url = url
    this.#timeout = timeout
  }

  /** Undefined when the service knows no address there with the same postcode. @throws AddressServiceFailed */
  async find({ street, postcode, place }: Address): Promise<Place | undefined> {
    const url = new URL(this.#url)
    url.search = new URLSearchParams({
      q: `${street}, ${postcode} ${place}`,
      fq: 'type:adres',
      fl: 'postcode,centroide_ll',
      rows: '1',
    }).toString()
    const signal = AbortSignal.timeout(this.#timeout)
    const response = await fetch(url, { signal, redirect: 'error' }).catch((fault: Error) => {
      throw new AddressServiceFailed(fault.name === 'TimeoutError' ? 'too slow' : 'no connection')
    })
    const parsed = answer.safeParse(await response.json().catch(() => undefined))
    if (!response.ok || !parsed.success) throw new AddressServiceFailed(`status ${response.status}`)
    const [found] = parsed.data.response.docs
    // The best guess of a search for something that is not there lies somewhere else.
    if (found?.postcode !== postcode.replaceAll(' ', '')) return undefined
    const [, longitude, latitude] = /^POINT\(([\d.]+) ([\d.]+)\)$/.exec(found.centroide_ll ?? '') ?? []
    return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : undefined
  }
}
