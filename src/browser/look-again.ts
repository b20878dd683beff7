import { Controller } from '@hotwired/stimulus'
import * as Turbo from '@hotwired/turbo'

const again = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

/** A page that waits for an answer asks for itself until the answer is on it; who goes elsewhere meanwhile is left alone. */
export class LookAgainController extends Controller {
  static override values = { seconds: Number }
  declare readonly secondsValue: number
  #looking: number | undefined

  override connect(): void {
    this.#looking = window.setInterval(() => Turbo.renderStreamMessage(again), this.secondsValue * 1000)
  }

  override disconnect(): void {
    window.clearInterval(this.#looking)
  }
}
