import { Controller } from '@hotwired/stimulus'

const pause = 1500

/**
 * Keeps a long form on the server while it is typed, a moment after the last key and when the page is left: a call that breaks off
 * loses nothing. Sends the same form to `url`, which keeps it and judges nothing.
 */
export class KeepTypedController extends Controller<HTMLFormElement> {
  static override values = { url: String }
  static override targets = ['told']
  declare readonly urlValue: string
  declare readonly toldTargets: HTMLElement[]
  #waiting: number | undefined
  readonly #leaving = () => {
    if (this.#waiting !== undefined) void this.#keep()
  }

  override connect(): void {
    addEventListener('pagehide', this.#leaving)
    this.element.addEventListener('submit', this.#stop)
  }

  override disconnect(): void {
    this.#leaving()
    removeEventListener('pagehide', this.#leaving)
  }

  typed(): void {
    this.#stop()
    this.#waiting = window.setTimeout(() => void this.#keep(), pause)
  }

  /** What is sent as a whole needs no keeping. */
  readonly #stop = (): void => {
    window.clearTimeout(this.#waiting)
    this.#waiting = undefined
  }

  async #keep(): Promise<void> {
    this.#stop()
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(this.element)) if (typeof value === 'string') body.append(name, value)
    // `keepalive`: also when the page is gone before the answer.
    const answer = await fetch(this.urlValue, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(
      () => undefined,
    )
    const kept = answer?.type === 'opaqueredirect'
    for (const told of this.toldTargets) told.textContent = kept ? 'Bewaard' : 'Bewaren lukt nu niet. Gebruik de knop.'
  }
}
